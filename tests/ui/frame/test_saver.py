"""The visit's own file: one writing at a time, taken over by a new frame, spared when sealed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from sdm_aid.application.session import Session
from sdm_aid.application.visit_file import from_json
from sdm_aid.domain.actions import GoalToggled
from sdm_aid.domain.journal import Journal
from sdm_aid.domain.signing import Seal
from sdm_aid.ui.frame.saver import VisitSaver
from sdm_aid.ui.frame.visit import VisitFrame
from sdm_aid.ui.jobs import InlineJobs
from tests.domain.visits import NOON, a_named_visit


class HeldJobs:
    """Keeps work until it is let go, as a busy pool would."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[..., Any], Callable[..., Any]]] = []

    def run(self, work: Callable[..., Any], *, done: Callable[..., Any], **_more: object) -> None:
        self.waiting.append((work, done))

    def let_go(self) -> None:
        work, done = self.waiting.pop(0)
        done(work(str))


def a_session() -> Session:
    return Session(Journal(begun=a_named_visit()), lambda: NOON, who="Dr A. Okafor")


def test_one_writing_at_a_time_and_the_last_word_is_kept(
    qapp: QApplication, tmp_path: Path
) -> None:
    session, jobs, path = a_session(), HeldJobs(), tmp_path / "visit.json"
    saver = VisitSaver(session, jobs, None)
    saver.save_to(path)
    session.dispatch(GoalToggled(goal="sleep"))
    saver.save()
    saver.save()
    assert len(jobs.waiting) == 1
    jobs.let_go()
    assert not saver.all_kept
    jobs.let_go()
    assert not jobs.waiting
    assert saver.all_kept
    assert from_json(path.read_bytes()).state.you.goals == ("sleep",)


def test_a_new_frame_knows_what_was_kept_and_where(qapp: QApplication, tmp_path: Path) -> None:
    session = a_session()
    first = VisitSaver(session, InlineJobs(), None)
    first.save_to(tmp_path / "visit.json")
    session.dispatch(GoalToggled(goal="sleep"))
    second = VisitSaver(session, InlineJobs(), None)
    second.take_over(first)
    assert second.path == tmp_path / "visit.json"
    assert not second.all_kept
    other = VisitSaver(a_session(), InlineJobs(), None)
    other.take_over(first)
    assert other.path is None


def test_a_sealed_visit_closes_without_asking(visit: VisitFrame) -> None:
    session = visit.bridge.session
    session.dispatch(GoalToggled(goal="sleep"))
    assert not visit.leaving.ready()
    seal = Seal(at=NOON, sha256="ab" * 32, file_name="plan.pdf")
    session._become(session.state.evolve(seal=seal))
    assert visit.leaving.ready()
