"""What every test stands on: one screen, one language, a home of its own, no network."""

import gc
import itertools
import os
import sys
import tempfile
from collections.abc import Iterator

import hypothesis
import pytest

from sdm_aid.offline import forbid_network
from tests.linux_only import LINUX_ONLY, sorted_out

_FIXED = {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_STYLE_OVERRIDE": "Fusion",
    "QT_SCALE_FACTOR": "1",
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
}
_UNSET = (
    "LANGUAGE",
    "PYTHONDONTWRITEBYTECODE",  # some hundred modules, compiled again by each program a test starts
    "QT_FONT_DPI",
    "QT_QPA_PLATFORMTHEME",
    "QT_SCREEN_SCALE_FACTORS",
    "SDM_AID_EXIT_AFTER_PAINT",
    "SOURCE_DATE_EPOCH",
)

os.environ.update(_FIXED)
for name in _UNSET:
    os.environ.pop(name, None)
forbid_network()

hypothesis.settings.register_profile("developer", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "developer")

_homes = itertools.count()


def pytest_configure(config: pytest.Config) -> None:
    """A folder that the processes of this run share, and that goes with it."""
    if hasattr(config, "workerinput") or "SDM_AID_TESTS_SHARED" in os.environ:
        return
    shared = tempfile.TemporaryDirectory(prefix="sdm-aid-tests-", ignore_cleanup_errors=True)
    os.environ["SDM_AID_TESTS_SHARED"] = shared.name
    config.add_cleanup(shared.cleanup)


def pytest_report_header() -> list[str]:
    """Name what this system cannot run, before anything runs."""
    if sys.platform.startswith("linux"):
        return []
    return [f"left out, for tools that only Linux has: {', '.join(LINUX_ONLY)}"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect what only Linux can run; a skip would look like a test that might run some day.

    A test named after a place in memory has another name in every process that shares the work.
    """
    if passing := [item.nodeid for item in items if " at 0x" in item.nodeid]:
        raise pytest.UsageError(f"tests without a lasting name: {', '.join(passing)}")
    if sys.platform.startswith("linux"):
        return
    items[:], left_out = sorted_out(items)
    config.hook.pytest_deselected(items=left_out)


def pytest_collection_finish() -> None:
    """Modules and tests stay to the end; the collector need not go through them each time."""
    gc.freeze()


@pytest.fixture(autouse=True)
def home_of_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Settings and keys of a test go to a folder that no other test and no user has."""
    folder = tmp_path_factory.getbasetemp() / f"home-{next(_homes)}"
    monkeypatch.setenv("SDM_AID_HOME", str(folder))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown() -> None:
    """Let closed windows go before the look is put back, or each would be dressed once more."""
    _let_widgets_go()


@pytest.fixture(autouse=True)
def no_widget_left() -> Iterator[None]:
    """Deliver what a GUI test left to be deleted, so that it cannot die in a later test."""
    yield
    _let_widgets_go()


def _let_widgets_go() -> None:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
