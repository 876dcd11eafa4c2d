"""The task runner, from the outside: what a newcomer sees when something is in the way."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev
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
    for name in ("dev.py", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    pin = "not-a-package==1.0 --hash=sha256:" + "0" * 64
    (folder / "requirements-dev.txt").write_text(pin + "\n", "utf-8")
    return folder


def test_an_old_python_can_read_the_file_and_say_so() -> None:
    """The version is asked about before anything that an older Python could trip over."""
    tree = ast.parse((ROOT / "dev.py").read_text("utf-8"), feature_version=(3, 7))
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


def test_missing_libraries_are_named_as_debian_names_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "LINUX", True)
    monkeypatch.setattr(dev, "loads", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(shutil, "which", lambda program: None)
    monkeypatch.setattr(dev, "STAMP", Path(__file__))
    assert dev.missing_system_packages(for_tests=False) == ["libegl1"]
    assert dev.missing_system_packages(for_tests=True) == ["libegl1", "poppler-utils"]


def test_a_display_needs_more_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "LINUX", True)
    monkeypatch.setattr(dev, "loads", lambda library: False)
    monkeypatch.setattr(dev, "STAMP", Path(__file__))
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    without = dev.missing_system_packages(for_tests=False)
    monkeypatch.setenv("DISPLAY", ":0")
    more = [name for name in dev.missing_system_packages(for_tests=False) if name not in without]
    assert more == list(dev.QT_DISPLAY_LIBRARIES.values())


def test_who_is_not_root_is_told_the_one_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "missing_system_packages", lambda for_tests: ["libgl1", "libegl1"])
    monkeypatch.setattr(shutil, "which", lambda program: f"/usr/bin/{program}")
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(dev.Trouble) as told:
        dev.install_system_packages(for_tests=False)
    command = str(told.value).splitlines()[1].strip()
    assert command == (
        "sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends libgl1 libegl1'"
    )


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
