"""The task runner, from the outside: what a newcomer sees when something is in the way."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev
import system_packages as system
from tests.architecture.source import ROOT


def runner(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Call the copy of dev.py in this folder."""
    return subprocess.run(
        [sys.executable, str(folder / "dev.py"), *arguments], cwd=folder, timeout=110,
        env={**os.environ, **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with a space in its name that holds the task runner and a lock nobody can meet."""
    folder = tmp_path / "sdm aid"
    folder.mkdir()
    for name in ("dev.py", "system_packages.py", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    pin = "not-a-package==1.0 --hash=sha256:" + "0" * 64
    (folder / "requirements-dev.txt").write_text(pin + "\n", "utf-8")
    return folder


def test_an_old_python_can_read_the_file_and_say_so() -> None:
    """The version is asked about before anything that an older Python could trip over."""
    tree, first = (
        ast.parse((ROOT / name).read_text("utf-8"), feature_version=(3, 7))
        for name in ("dev.py", "system_packages.py")
    )
    assert "annotations" in ast.dump(first.body[1])  # imported before the question
    at = [isinstance(node, ast.If) and "version_info" in ast.dump(node.test) for node in tree.body]
    before = tree.body[: at.index(True)]
    assert all(isinstance(node, ast.Import | ast.ImportFrom | ast.Expr) for node in before)


def test_no_task_lists_the_tasks() -> None:
    done = runner(ROOT)
    assert done.returncode == 0
    assert all(f"  {task}" in done.stdout for task in dev.TASKS)


def test_an_unknown_task_lists_the_tasks_and_fails() -> None:
    done = runner(ROOT, "paint")
    assert done.returncode == 2
    assert "python3 dev.py TASK" in done.stdout


def test_a_package_that_cannot_be_had_is_one_sentence_and_nothing_is_half_made(
    clone: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first = runner(clone, "setup", PIP_NO_INDEX="1")
    assert first.returncode == 1
    assert "A locked package does not exist for this machine" in first.stdout
    assert "Traceback" not in first.stdout + first.stderr
    assert (clone / ".venv" / "pyvenv.cfg").exists()
    for name in ("VENV", "PYTHON", "STAMP", "LOCK"):
        monkeypatch.setattr(dev, name, clone / getattr(dev, name).relative_to(ROOT))
    stopped = subprocess.CompletedProcess([], 1, "stopped here")
    monkeypatch.setattr(dev, "captured", lambda command: stopped)
    with pytest.raises(dev.Trouble, match="stopped here"):
        dev.setup()
    assert capsys.readouterr().out.startswith("Making .venv anew")
    assert not (clone / ".venv").exists()


def test_a_full_disk_is_seen_before_anything_is_made(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=5_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage)
    monkeypatch.setattr(dev, "STAMP", tmp_path / "none")
    with pytest.raises(dev.Trouble, match="1200 MB of free disk space"):
        dev.setup()


@pytest.fixture
def bare_linux(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A Linux with every library and nothing of what the tests need; the folder of its files."""
    monkeypatch.setattr(system, "LINUX", True)
    monkeypatch.setattr(system, "loads", lambda library: True)
    monkeypatch.setattr(shutil, "which", lambda program: None)
    files = {str(tmp_path / Path(path).name): name for path, name in system.FILES_OF_TESTS.items()}
    monkeypatch.setattr(system, "FILES_OF_TESTS", files)
    return tmp_path


def test_missing_libraries_are_named_as_debian_names_them(
    bare_linux: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "loads", lambda library: library != "libEGL.so.1")
    assert system.missing(for_tests=False, venv=False) == ["libegl1"]


def test_what_the_tests_need_is_asked_for_only_where_it_is_missing(
    bare_linux: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = ["poppler-utils", "libjaxb-java", "softhsm2", "default-jre-headless"]
    assert system.missing(for_tests=True, venv=False) == wanted
    for path in system.FILES_OF_TESTS:
        Path(path).touch()
    monkeypatch.setattr(shutil, "which", lambda program: f"/usr/bin/{program}")
    said = subprocess.CompletedProcess([], 0, 'openjdk version "17.0.15" 2025-04-15')
    monkeypatch.setattr(system, "run", lambda command: said)
    assert system.missing(for_tests=True, venv=False) == []


@pytest.mark.parametrize(
    ("said", "code", "new_enough"),
    [
        ('openjdk version "25" 2025-09-16', 0, True),
        ('openjdk version "11.0.2" 2019-01-15', 0, True),
        ('java version "1.8.0_411"', 0, False),
        ("The operation couldn't be completed. Unable to locate a Java Runtime.", 1, False),
    ],
)
def test_an_old_java_is_none(
    said: str, code: int, new_enough: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda program: f"/usr/bin/{program}")
    answer = subprocess.CompletedProcess([], code, said)
    monkeypatch.setattr(system, "run", lambda command: answer)
    assert system.runs_java() is new_enough


def test_a_display_needs_more_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "LINUX", True)
    monkeypatch.setattr(system, "loads", lambda library: False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    without = system.missing(for_tests=False, venv=False)
    monkeypatch.setenv("DISPLAY", ":0")
    with_it = system.missing(for_tests=False, venv=False)
    more = [name for name in with_it if name not in without]
    assert more == list(system.QT_DISPLAY_LIBRARIES.values())


def test_who_is_not_root_is_told_the_one_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "missing", lambda for_tests, venv: ["libgl1", "libegl1"])
    monkeypatch.setattr(shutil, "which", lambda program: f"/usr/bin/{program}")
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(dev.Trouble) as told:
        dev.install_system_packages(for_tests=False)
    command = str(told.value).splitlines()[1].strip()
    assert command == (
        "sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends libgl1 libegl1'"
    )


def test_an_old_list_of_packages_is_renewed_and_a_failure_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda program: f"/usr/bin/{program}")
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    asked: list[list[str]] = []

    def refused(command: list[str]) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        return subprocess.CompletedProcess(command, 100, "E: Unable to locate package\nDone\n")

    monkeypatch.setattr(system, "run", refused)
    with pytest.raises(system.NotInstalled, match="softhsm2: E: Unable to locate package"):
        system.install(["softhsm2"], dev.say)
    assert [("update" in command, "install" in command) for command in asked] == [
        (False, True), (True, False), (False, True),
    ]  # fmt: skip
    assert capsys.readouterr().out.count("\n") == 2


def test_check_tells_of_all_papers_in_one_line_and_test_leaves_them_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def answered(command: list[str]) -> subprocess.CompletedProcess[str]:
        papers = command[-1] == "tests.documents.conformance"
        words = "a-plan 3a: 6.1.7.1-2 x8\n130 papers, 1 failed\n" if papers else "fine\n"
        return subprocess.CompletedProcess(command, int(papers), words)

    monkeypatch.setattr(dev, "captured", answered)
    monkeypatch.setattr(dev, "setup", lambda for_tests: None)
    monkeypatch.setattr(dev, "call", lambda arguments: 0)
    monkeypatch.setattr(dev, "LINUX", True)
    assert dev.test([]) == 0
    assert "papers" not in capsys.readouterr().out
    assert dev.check([]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[:2] == ["format: ok", "lint: ok"]
    assert said[5:7] == ["papers: FAILED (130 papers, 1 failed)", "a-plan 3a: 6.1.7.1-2 x8"]
    monkeypatch.setattr(dev, "LINUX", False)
    assert dev.check([]) == 0


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("NewConnectionError(...): Temporary failure in name resolution", "No package registry"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "not the one that"),
        ("SSLError(SSLCertVerificationError(... CERTIFICATE_VERIFY_FAILED", "PIP_CERT"),
        ("ERROR: something new\nnotice: x", "pip failed: ERROR: something new"),
    ],
)
def test_what_pip_says_becomes_a_remedy(
    words: str, remedy: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    failed = subprocess.CompletedProcess([], 1, words)
    monkeypatch.setattr(dev, "captured", lambda command: failed)
    monkeypatch.setattr(dev, "LOG", tmp_path / "log")
    with pytest.raises(dev.Trouble, match=remedy):
        dev.pip("install")
    assert (tmp_path / "log").read_text("utf-8") == words
