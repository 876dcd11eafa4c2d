"""What a developer runs, in plain Python: dev.py setup | run | test | check | bench | faults ..."""

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import system_packages
from system_packages import LINUX, NotInstalled, has_display, last_line

if sys.version_info < (3, 11):  # noqa: UP036 - whoever runs this may have an older Python
    sys.exit("SDM Aid needs Python 3.11 or newer; this is Python {}.{}.".format(*sys.version_info))

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = sys.platform == "win32"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
BASE_PYTHON = getattr(sys, "_base_executable", "") or sys.executable
LOCK = ROOT / "requirements-dev.txt"
STAMP = VENV / "set-up.txt"
LOG = VENV / "set-up.log"
SPACE_NEEDED_MB = 1200

PIP_TROUBLE = (  # what pip says, and what to do about it; the first that fits is told
    (("No space left", "Errno 28"), "The disk is full: free 1.2 GB and run this again."),
    (("DO NOT MATCH THE HASHES",), "A package is not the one that was locked; it was not taken."),
    (("CERTIFICATE_VERIFY", "SSLError"), "The package registry's certificate is not trusted here: "
     "set PIP_CERT to your organisation's certificate file and run this again."),
    (("NewConnectionError", "Temporary failure", "ProxyError", "timed out", "getaddrinfo",
      "Network is unreachable"), "No package registry could be reached: check the network or "
     "the proxy (HTTPS_PROXY, PIP_INDEX_URL) and run this again."),
    (("No matching distribution",), "A locked package does not exist for this machine: it needs "
     "64-bit Python 3.11 to 3.14; on Linux also glibc 2.34 or newer (2.39 on ARM)."),
)  # fmt: skip


class Trouble(Exception):
    """A foreseeable failure; the message is the one sentence that the developer sees."""


def say(line: str) -> None:
    """One line a step, at once, also where the terminal cannot show every letter."""
    known = sys.stdout.encoding or "ascii"
    print(line.encode(known, "replace").decode(known), flush=True)


def install_system_packages(for_tests: bool, also: tuple[str, ...] = ()) -> None:
    """Install what is missing where that is possible, else tell the one command that does it."""
    missing = [*system_packages.missing(for_tests, venv=not STAMP.exists()), *also]
    try:
        system_packages.install(missing, say)
    except NotInstalled as problem:
        raise Trouble(str(problem)) from problem


def captured(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a command whose output matters only when it fails."""
    return subprocess.run(
        command, cwd=ROOT, env={**child_environment(), "PYTHONUTF8": "1"}, check=False,
        encoding="utf-8", errors="replace", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )  # fmt: skip


def child_environment() -> dict[str, str]:
    """This environment without what would slow the program down or mix in foreign packages."""
    dropped = {"PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def identity() -> str:
    """What a finished .venv belongs to: it cannot be moved or handed to another Python."""
    return f"{sys.version} {BASE_PYTHON} {ROOT}".replace("\n", " ")


def contents() -> str:
    """What a finished .venv holds, as one digest."""
    both = LOCK.read_bytes() + b"\0" + (ROOT / "pyproject.toml").read_bytes()
    return hashlib.sha256(both).hexdigest()


def setup(for_tests: bool = False) -> None:
    """Bring .venv to the state that the lock names; nothing to do when it is there already."""
    install_system_packages(for_tests)
    stamp = STAMP.read_text("utf-8").splitlines() if STAMP.exists() and PYTHON.exists() else []
    wanted = [identity(), contents()]
    if stamp == wanted:
        return
    if shutil.disk_usage(ROOT).free < SPACE_NEEDED_MB * 1_000_000:
        raise Trouble(f"Setting up needs {SPACE_NEEDED_MB} MB of free disk space in {ROOT}.")
    if stamp[:1] != wanted[:1]:
        make_venv()
    STAMP.unlink(missing_ok=True)  # from here on an interrupted set-up is seen as half-made
    say("Installing packages into .venv (a minute or two the first time)")
    pip("install", "--require-hashes", "--only-binary", ":all:", "-r", str(LOCK))
    say("Installing sdm-aid into .venv")
    pip("install", "--no-index", "--no-deps", "--no-build-isolation", "-e", str(ROOT))
    say("Compiling bytecode")
    compile_all = ["-m", "compileall", "-q", "-j", "0", str(VENV), str(ROOT / "sdm_aid")]
    captured([str(PYTHON), *compile_all])  # a few packages ship templates that do not compile
    STAMP.write_text("\n".join(wanted) + "\n", "utf-8")
    say("Set-up is complete")


def make_venv() -> None:
    """A new, empty .venv in place of whatever is there."""
    say("Making .venv" if not VENV.exists() else "Making .venv anew")
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    elif VENV.exists():
        shutil.rmtree(VENV)
    made = captured([BASE_PYTHON, "-m", "venv", str(VENV)])
    if made.returncode:
        raise Trouble(f"The folder .venv could not be made: {last_line(made.stdout)}")


def pip(*arguments: str) -> None:
    """Run pip of .venv; its words go to a log, a failure to one sentence."""
    result = captured([str(PYTHON), "-m", "pip", "--no-input", *arguments])
    with LOG.open("a", encoding="utf-8") as log:
        log.write(result.stdout)
    if not result.returncode:
        return
    for signs, remedy in PIP_TROUBLE:
        if any(sign in result.stdout for sign in signs):
            raise Trouble(f"{remedy} (pip's own words: {LOG})")
    raise Trouble(f"pip failed: {last_line(result.stdout)} (pip's own words: {LOG})")


def call(arguments: list[str], folder: Path = ROOT) -> int:
    """Run .venv's Python in the foreground; the exit code is the answer."""
    command = [str(PYTHON), *arguments]
    return subprocess.run(command, cwd=folder, env=child_environment(), check=False).returncode


def run(arguments: list[str]) -> int:
    """Open the program; without a display walk a made-up visit to its papers instead."""
    setup()
    if arguments or has_display():
        return call(["-m", "sdm_aid", *arguments], Path.cwd())
    say("There is no display here, so a made-up visit runs without one: sdm-aid demo --out out")
    code = demo([])
    for paper in sorted(Path("out").resolve().glob("*.pdf")) if not code else ():
        say(f"Open {paper}")
    return code


def demo(arguments: list[str]) -> int:
    """A made-up visit through the real window to sealed papers; takes sdm-aid demo's options."""
    setup()
    named = any(argument.split("=")[0] == "--out" for argument in arguments)
    out = [] if named else ["--out", "out"]
    return call(["-m", "sdm_aid", "demo", *out, *arguments], Path.cwd())


def check(arguments: list[str]) -> int:
    """What `test` checks first, then every paper in every layout as archival and accessible."""
    setup(for_tests=True)
    failed = quick_checks()
    if not LINUX:
        say("papers: checked on Linux only")
        return failed
    return failed | checked({"papers": ["-m", "tests.documents.conformance", *arguments]})


def quick_checks() -> int:
    """Formatter, linter, types, import contracts and content; all of them run, the worst counts."""
    return checked(
        {
            "format": ["-m", "ruff", "format", "--check", "."],
            "lint": ["-m", "ruff", "check", "."],
            "types": ["-m", "mypy"],
            "imports": ["-c", "from importlinter.cli import lint_imports_command as c; c()"],
            "content": ["-m", "sdm_aid", "content", "check"],
        }
    )


def checked(steps: dict[str, list[str]]) -> int:
    """Run steps of .venv's Python side by side; a line for each, and its words where it failed."""
    failed = 0
    with ThreadPoolExecutor() as pool:
        done = pool.map(captured, ([str(PYTHON), *command] for command in steps.values()))
        for name, result in zip(steps, done, strict=True):
            counted = f" ({last_line(result.stdout)})" if name == "papers" else ""
            say(f"{name}: {'FAILED' if result.returncode else 'ok'}{counted}")
            if result.returncode:
                failed = 1
                say(result.stdout.rstrip())
    return failed


def test(arguments: list[str]) -> int:
    """The quick checks, then every test; with arguments only what pytest is asked for."""
    setup(for_tests=True)
    if arguments:
        return call(["-m", "pytest", *arguments])
    checks_failed = quick_checks()
    tested = call(["-m", "pytest", "-n", "2", "--dist", "worksteal", "--max-worker-restart=0"])
    if checks_failed:
        say("The tests aside, a check above failed.")
    return tested or checks_failed


def setup_only(arguments: list[str]) -> int:
    """Make .venv with sdm-aid in it."""
    setup()
    say(f"Ready: {shlex.quote(str(PYTHON.with_name('sdm-aid')))}")
    return 0


TASKS = {"setup": setup_only, "run": run, "test": test, "check": check, "demo": demo}
FURTHER = {  # a package of the tests: what it does
    "bench": "Measure speed and memory as ratios against bare libraries.",
    "faults": "Kill, fill, damage and steal real records, and see that nothing is lost or wrong.",
    "tls": "Test the record on a server over TLS, against Debian's own PostgreSQL.",
}


def main(arguments: list[str]) -> int:
    """Run one task."""
    told = {**{name: task.__doc__ for name, task in TASKS.items()}, **FURTHER}
    if not arguments or arguments[0] not in told:
        say("Use: python3 dev.py TASK [arguments]")
        for name, doc in told.items():
            say(f"  {name:6} {doc}")
        return 0 if arguments[:1] in ([], ["-h"], ["--help"]) else 2
    task, *more = arguments
    try:
        if task in TASKS:
            return TASKS[task](more)
        setup()
        return call(["-m", f"tests.{task}", *more])
    except Trouble as trouble:
        say(str(trouble))
    except KeyboardInterrupt:
        say("Stopped.")
    except OSError as problem:
        say(f"{problem.strerror or problem}: {problem.filename or ROOT}")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
