"""Papers are whole or not there: the disk is full, or the process is killed, in mid-writing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sdm_aid.application.whole_file import save_together
from tests.architecture.source import ROOT

_CODE = """
import os, sys
from pathlib import Path
from sdm_aid.application.whole_file import save_together
folder, event, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
counted = 0
def deadly(wrapped):
    def one(*given):
        global counted
        counted += 1
        if counted == number:
            os._exit(9)  # as a power cut: nothing is tidied up
        return wrapped(*given)
    return one
if event == "sync":
    os.fsync = deadly(os.fsync)
elif event == "rename":
    Path.replace = deadly(Path.replace)
else:
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (number, number))
try:
    save_together({folder / name: bytes([at]) * 50_000 for at, name in enumerate(
        ("handout.pdf", "visit.json", "plan.pdf"))})
except OSError as problem:
    print(type(problem).__name__)
"""


def _killed(folder: Path, event: str, number: int) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", _CODE, str(folder), event, str(number)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout.strip()


def _named(folder: Path) -> list[str]:
    """What has a final name; each of them is whole."""
    found = [path for path in folder.iterdir() if not path.name.endswith(".part")]
    assert [path.stat().st_size for path in found] == [50_000] * len(found)
    return sorted(path.name for path in found)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_killed_while_writing_there_is_no_paper(tmp_path: Path, number: int) -> None:
    assert _killed(tmp_path, "sync", number) == (9, "")
    assert _named(tmp_path) == []


def test_killed_while_naming_those_that_have_a_name_are_whole_and_the_plan_is_last(
    tmp_path: Path,
) -> None:
    assert _killed(tmp_path, "rename", 3) == (9, "")
    assert _named(tmp_path) == ["handout.pdf", "visit.json"]
    assert _killed(tmp_path, "sync", 99) == (0, "")
    assert _named(tmp_path) == ["handout.pdf", "plan.pdf", "visit.json"]
    assert sorted(path.name for path in tmp_path.iterdir()) == _named(tmp_path)


def test_no_room_in_mid_file_leaves_nothing_at_all(tmp_path: Path) -> None:
    assert _killed(tmp_path, "limit", 30_000) == (0, "OSError")
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_or_a_device_is_never_put_out_of_the_way(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="not an ordinary file"):
        save_together({tmp_path / "plan.pdf": b"x", pipe: b"y"})
    assert pipe.is_fifo()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pipe"]
