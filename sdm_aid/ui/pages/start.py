"""Step 1: who is here, what the talk is for, and the questions that lead out of the program."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sdm_aid.application.dates import UnreadableDate, read_birth_date
from sdm_aid.i18n import _
from sdm_aid.i18n.formats import date_short
from sdm_aid.ui.pages.base import Footer, Page, VisitContext
from sdm_aid.ui.pages.start_people import PeopleCard
from sdm_aid.ui.pages.start_signs import SignsCard
from sdm_aid.ui.widgets.finished_field import TypedLine
from sdm_aid.ui.widgets.plain import button, card, label
from sdm_aid.ui.widgets.text_field import LineField
from sdm_aid.ui.widgets.typed_words import LONGEST
from sdm_aid.wording.facts import say
from sdm_aid.wording.steps import step_title

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation

SIDE_BY_SIDE = 44
"""From this many text heights on, the cards stand beside each other."""


class StartPage(Page):
    """Names and identifiers, other people, aim, quick or full, warning signs."""

    step = "start"

    def __init__(self, context: VisitContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._who = self._people_card()
        self._talk = self._talk_card()
        self._people = PeopleCard(self)
        self._signs = SignsCard(self)
        self._signs.go_on.connect(self._go_on)
        self._top = QHBoxLayout()
        self._top.setSpacing(14)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._talk)
        right.addWidget(self._people)
        right.addStretch(1)
        self._top.addWidget(self._who, 1)
        self._top.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._top)
        column.addWidget(self._signs)
        column.addStretch(1)

    def title(self) -> str:
        """The heading."""
        return step_title("start")

    def subtitle(self) -> str:
        """What this is about, in the words of the content."""
        question = say(self.content, "question")
        if self.state.made_up:
            return _("A made-up patient, to try the program. {question}").format(question=question)
        return question

    def render_state(self, state: Consultation) -> None:
        """Set every control from the state."""
        patient, clinician = state.patient, state.clinician
        self._name.set_text(patient.name or "")
        self._born.set_words(date_short(patient.born) if patient.born else "")
        self._number.set_text(patient.number or "")
        self._clinician.set_text(clinician.name or "")
        self._role.set_text(clinician.role or "")
        self._aim.set_text(state.aim or "")
        self._full.setChecked(state.path == "full")
        self._quick.setChecked(state.path == "quick")
        self._people.render_state(state)
        self._signs.render_state(state)

    def footer(self) -> Footer:
        """Nobody skips who is here."""
        return Footer(skippable=False)

    def leaving(self) -> None:
        """Hand over what is still being typed."""
        for field in (self._name, self._born, self._number, self._clinician, self._role):
            field.commit()
        self._aim.commit()
        self._people.add_typed()

    def reset_view(self) -> None:
        """Empty the line for one more person."""
        self._people.clear_new()

    def first_focus(self) -> QWidget:
        """The patient's name."""
        return self._name

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards beside each other, or one below the other where it is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= SIDE_BY_SIDE * self.fontMetrics().height()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._top.setDirection(across if wide else down)

    def _people_card(self) -> QFrame:
        frame, column = card("who", self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(12)
            column.addLayout(row)
        self._name = self._field(first, 5, frame, "patient-name", _("The patient’s name"))
        self._born = TypedLine("patient-born", _("Date of birth"), frame)
        self._born.setPlaceholderText(_("day month year"))
        self._labelled(first, 3, frame, self._born, _("Date of birth"))
        self._number = self._field(first, 3, frame, "patient-number", _("Clinic number"))
        self._clinician = self._field(second, 5, frame, "clinician-name", _("The clinician’s name"))
        self._role = self._field(second, 6, frame, "clinician-role", _("The clinician’s role"))
        paths = QHBoxLayout()
        paths.setSpacing(8)
        self._full = self._path_button("full", _("The full talk"))
        self._quick = self._path_button("quick", _("Quick, a few minutes"))
        paths.addWidget(self._full)
        paths.addWidget(self._quick)
        paths.addStretch(1)
        column.addStretch(1)
        column.addLayout(paths)
        self._name.edited.connect(self._on_patient)
        self._number.edited.connect(self._on_patient)
        self._born.committed.connect(self._on_born)
        self._clinician.edited.connect(self._on_clinician)
        self._role.edited.connect(self._on_clinician)
        return frame

    def _talk_card(self) -> QFrame:
        frame, column = card("talk", self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        heading = label(_("What would you like to get out of today?"), "h3", frame)
        column.addWidget(heading)
        self._aim = LineField(_("In the patient’s own words"), frame)
        self._aim.setObjectName("aim")
        self._aim.setAccessibleName(heading.text())
        self._aim.setMaxLength(LONGEST)
        self._aim.edited.connect(self._on_aim)
        column.addWidget(self._aim)
        return frame

    def _path_button(self, path: str, text: str) -> QPushButton:
        made = button(text, "chip", f"path-{path}", self)
        made.setCheckable(True)
        made.clicked.connect(partial(self._on_path, path))
        return made

    def _field(
        self, row: QHBoxLayout, share: int, frame: QWidget, name: str, text: str
    ) -> LineField:
        field = LineField(parent=frame)
        field.setObjectName(name)
        field.setAccessibleName(text)
        field.setMaxLength(LONGEST)
        self._labelled(row, share, frame, field, text)
        return field

    def _labelled(
        self, row: QHBoxLayout, share: int, frame: QWidget, field: QWidget, text: str
    ) -> None:
        column = QVBoxLayout()
        column.setSpacing(2)
        over = label(text, "caption", frame)
        over.setBuddy(field)
        column.addWidget(over)
        column.addWidget(field)
        column.addStretch(1)
        row.addLayout(column, share)

    def _on_patient(self, _words: str) -> None:
        from sdm_aid.domain.actions import PatientNamed

        patient = self.state.patient.evolve(
            name=self._name.text().strip() or None, number=self._number.text().strip() or None
        )
        self.dispatch(PatientNamed(patient=patient))

    def _on_born(self, words: str) -> None:
        from sdm_aid.domain.actions import PatientNamed

        patient = self.state.patient
        try:
            born = read_birth_date(words, self._context.bridge.session.now().date())
        except UnreadableDate as problem:
            self.announce.emit(str(problem))
            self._born.set_words(date_short(patient.born) if patient.born else "")
            return
        self.dispatch(PatientNamed(patient=patient.evolve(born=born)))

    def _on_clinician(self, _words: str) -> None:
        from sdm_aid.domain.actions import ClinicianNamed

        clinician = self.state.clinician.evolve(
            name=self._clinician.text().strip() or None, role=self._role.text().strip() or None
        )
        self.dispatch(ClinicianNamed(clinician=clinician))

    def _on_aim(self, words: str) -> None:
        from sdm_aid.domain.actions import TextWritten

        self.dispatch(TextWritten(field="aim", words=words.strip() or None))

    def _on_path(self, path: str) -> None:
        from sdm_aid.domain.actions import PathChosen

        self.dispatch(PathChosen(path="quick" if path == "quick" else "full"))

    def _go_on(self) -> None:
        self.go_to_step.emit("compare" if self.state.path == "quick" else "you")
