"""Opens a decision or a saved visit off the GUI thread, and says so in plain words."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sdm_aid.i18n import _, current_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from sdm_aid.application.ports import Jobs
    from sdm_aid.application.record.desk import Desk
    from sdm_aid.application.session import Clock, Session
    from sdm_aid.application.settings import Settings
    from sdm_aid.application.start_visit import OpenedVisit
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.records.rows import PatientRow


class Opener(QObject):
    """``began(str)`` with a sentence, then ``opened(OpenedVisit)`` or ``failed(str)``.

    While something is being opened a further wish is not taken.
    """

    began = Signal(str)
    opened = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        resources: Path,
        folder: Path,
        jobs: Jobs,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._resources, self._folder = resources, folder
        self._jobs = jobs
        self._clock = clock
        self._busy = False
        self._asked = 0
        self.came_from: Path | None = None
        """The file that the visit opened last was read from."""

    def decision(
        self,
        name: str,
        title: str,
        settings: Settings,
        *,
        made_up: bool = False,
        patient: PatientRow | None = None,
        desk: Desk | None = None,
    ) -> None:
        """Begin a visit about the decision with this id, for a patient of the record (``desk``)."""
        work = partial(
            _begin,
            self._resources,
            self._folder,
            name,
            current_language(),
            settings,
            self._clock,
            made_up,
            patient,
            desk,
        )
        self._start(_("Opening {title} ...").format(title=title), work, None)

    def visit_file(self, path: Path, settings: Settings) -> None:
        """Go on with a visit that was saved."""
        work = partial(_go_on, self._resources, self._folder, path, settings, self._clock)
        self._start(_("Opening {title} ...").format(title=path.name), work, path)

    def in_language(self, session: Session, decision: str, language: str) -> None:
        """The same visit with its content in another language."""
        work = partial(_in_language, self._resources, session, decision, language)
        self._start(_("Changing the language ..."), work, self.came_from)

    def _start(
        self, sentence: str, work: Callable[[object], OpenedVisit], path: Path | None
    ) -> None:
        if self._busy:
            return
        self._busy = True
        self._asked += 1
        self.began.emit(sentence)
        self._jobs.run(
            work,
            done=partial(self._on_opened, self._asked, path),
            failed=partial(self._on_failed, self._asked),
        )

    def forget(self) -> None:
        """What is being opened is not shown any more: the record was locked meanwhile."""
        if self._busy:
            self._asked += 1
            self._busy = False
            self.failed.emit("")

    def _on_opened(self, asked: int, path: Path | None, visit: OpenedVisit) -> None:
        if asked != self._asked:
            return
        self._busy = False
        self.came_from = path
        self.opened.emit(visit)

    def _on_failed(self, asked: int, problem: Exception) -> None:
        from sdm_aid.application.visit_file import UnreadableVisit
        from sdm_aid.content.problem import ContentError

        if asked != self._asked:
            return
        self._busy = False
        if isinstance(problem, ContentError):
            self.failed.emit(content_sentence(problem))
        elif isinstance(problem, UnreadableVisit):
            self.failed.emit(str(problem))
        else:
            self.failed.emit(
                _("This cannot be opened because of a fault in the program. Nothing was lost.")
            )
            raise problem


def content_sentence(error: object) -> str:
    """What is wrong with the content, the first fault in full."""
    problems = getattr(error, "problems", ())
    first = str(problems[0]) if problems else str(error)
    more = len(problems) - 1
    if more < 1:
        return _("This cannot be opened. {first}").format(first=first)
    return _(
        "This cannot be opened. {first} There are {more} more faults; the command "
        "“sdm-aid content check” lists them all."
    ).format(first=first, more=more)


def _load(resources: Path, name: str, language: str) -> DecisionContent:
    from sdm_aid.content.load import load_decision

    return load_decision(resources, name, language)


def _begin(
    resources: Path,
    folder: Path,
    name: str,
    language: str,
    settings: Settings,
    clock: Clock,
    made_up: bool,
    patient: PatientRow | None,
    desk: Desk | None,
    _progress: object,
) -> OpenedVisit:
    from dataclasses import replace

    from sdm_aid.application.record.clinic_prices import the_prices
    from sdm_aid.application.sign_off import standing_sign_off
    from sdm_aid.application.start_visit import begin

    content = _load(resources, name, language)
    standing = standing_sign_off(folder, content)
    details = None
    if patient is not None:
        from sdm_aid.records.patients import details_of

        details = details_of(patient)
    listed = the_prices(folder, desk)
    opened = begin(
        content,
        settings,
        clock,
        made_up=made_up,
        sign_off=standing,
        patient=details,
        prices=listed.prices,
    )
    return replace(opened, notice=listed.problem)


def _go_on(
    resources: Path,
    folder: Path,
    path: Path,
    settings: Settings,
    clock: Clock,
    _progress: object,
) -> OpenedVisit:
    from sdm_aid.application.sign_off import standing_sign_off
    from sdm_aid.application.start_visit import go_on, read_visit

    file = read_visit(path)
    ref = file.state.content
    content = _load(resources, ref.id, ref.language)
    standing = standing_sign_off(folder, content)
    return go_on(file, content, settings, clock, sign_off=standing)


def _in_language(
    resources: Path, session: Session, decision: str, language: str, _progress: object
) -> OpenedVisit:
    from sdm_aid.application.start_visit import OpenedVisit

    return OpenedVisit(session, _load(resources, decision, language))
