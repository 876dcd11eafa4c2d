"""Jobs whose asker was left before they ended: what they bring back is dropped, quietly."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from sdm_aid.ui.jobs import PoolJobs
from sdm_aid.ui.main_window import MainWindow

heard: list[str] = []
LAST = 5  # seconds; a job of a test waits no longer for its cue


class Screen(QLabel):
    """Shows what its job brings; notes that it was asked to."""

    def show_done(self, words: str) -> None:
        """The result."""
        heard.append(words)
        self.setText(words)

    def show_trouble(self, _before: str, problem: Exception) -> None:
        """The failure."""
        heard.append(str(problem))
        self.setText(str(problem))


@pytest.fixture(autouse=True)
def _nothing_heard() -> None:
    heard.clear()


def waiting(cue: Event, *, fails: bool) -> Callable[[Callable[[str], None]], str]:
    """Work that begins when it gets its cue, tells how far it is, and ends or fails."""

    def work(progress: Callable[[str], None]) -> str:
        assert cue.wait(LAST)
        progress("half way")
        if fails:
            raise ValueError("broken")
        return "all of it"

    return work


def run_for(screen: Screen, jobs: PoolJobs, cue: Event, *, fails: bool) -> None:
    """Start a job that tells ``screen``."""
    jobs.run(
        waiting(cue, fails=fails),
        done=screen.show_done,
        failed=partial(screen.show_trouble, "before"),
        progress=screen.show_done,
    )


@pytest.mark.parametrize("fails", [False, True])
def test_who_is_gone_hears_nothing(qtbot: QtBot, fails: bool) -> None:
    jobs, cue, screen = PoolJobs(), Event(), Screen()
    run_for(screen, jobs, cue, fails=fails)
    screen.deleteLater()
    let_go()
    with qtbot.waitSignal(jobs.busy_changed, check_params_cb=lambda busy: not busy):
        cue.set()
    jobs.finish()
    assert heard == []
    assert not jobs.busy


@pytest.mark.parametrize(("fails", "last"), [(False, "all of it"), (True, "broken")])
def test_who_stays_hears_all(qtbot: QtBot, fails: bool, last: str) -> None:
    jobs, cue, screen = PoolJobs(), Event(), Screen()
    qtbot.addWidget(screen)
    run_for(screen, jobs, cue, fails=fails)
    cue.set()
    qtbot.waitUntil(lambda: len(heard) == 2)
    jobs.finish()
    assert heard == ["half way", last]
    assert screen.text() == last


@pytest.mark.parametrize("name", ["content", "review/mini", "about"])
def test_a_screen_is_left_before_its_job_ends(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    jobs = PoolJobs()
    monkeypatch.setattr(window, "jobs", jobs)
    window.show_screen(name)
    assert jobs.busy
    window.show_screen("settings")
    let_go()
    # an exception in a slot fails the test: pytest-qt looks
    qtbot.waitUntil(lambda: not jobs.busy)
    jobs.finish()


def let_go() -> None:
    """Let what was taken away be deleted, while no news is delivered."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
