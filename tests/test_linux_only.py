"""What is left out on other systems is named, all of it is there, and nothing else is left out."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests import conftest
from tests.architecture.source import ROOT, forbid
from tests.linux_only import LINUX_ONLY, TOOLS, sorted_out

THIS = Path(__file__)
HERE = THIS.parent


@dataclass(frozen=True)
class Item:
    """A test as far as its id."""

    nodeid: str


def test_elsewhere_they_are_deselected_by_name_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    anywhere = Item("tests/documents/seal/test_seal.py::test_moment_needs_a_time_zone")
    linux = [Item(f"{start}x") for start in LINUX_ONLY]
    assert sorted_out([*linux, anywhere]) == ([anywhere], linux)
    deselected: list[Item] = []
    hook = SimpleNamespace(pytest_deselected=lambda items: deselected.extend(items))
    config = SimpleNamespace(hook=hook)
    for system, kept in (("linux", [*linux, anywhere]), ("win32", [anywhere])):
        monkeypatch.setattr("sys.platform", system)
        items = [*linux, anywhere]
        conftest.pytest_collection_modifyitems(config, items)  # type: ignore[arg-type]
        assert items == kept
        told = conftest.pytest_report_header()
        assert all(
            any(start in line for line in told) == (system == "win32") for start in LINUX_ONLY
        )
    assert deselected == linux


def test_every_name_on_the_list_is_that_of_a_test() -> None:
    gone = []
    for start in LINUX_ONLY:
        file, _, name = start.partition("::")
        if file.endswith("/"):
            gone += [] if list((ROOT / file).glob("test_*.py")) else [start]
            continue
        tree = ast.parse((ROOT / file).read_text("utf-8"))
        there = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
        gone += [] if any(each.startswith(name) for each in there) else [start]
    forbid("tests on the list of tests/linux_only.py that do not exist", gone)


def test_a_file_that_uses_such_a_tool_is_on_the_list() -> None:
    files = {path.relative_to(ROOT).as_posix(): path for path in HERE.rglob("test_*.py")}
    using = [
        name
        for name, path in files.items()
        if TOOLS.search(path.read_text("utf-8")) and path not in (HERE / "test_dev.py", THIS)
    ]
    assert using
    listed = [path for path in using if not path.startswith(LINUX_ONLY)]
    unlisted = [path for path in listed if not any(each.startswith(path) for each in LINUX_ONLY)]
    forbid("tests of tools of Linux that tests/linux_only.py does not list", unlisted)
