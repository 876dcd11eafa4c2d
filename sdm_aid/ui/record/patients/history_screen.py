"""A visit's history in plain words: who, when, what, and what was taken back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from sdm_aid.i18n import _, current_language, ngettext
from sdm_aid.i18n.formats import number
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.ui.record.patients.history_sheet import HistorySheet
from sdm_aid.ui.widgets.button import Button
from sdm_aid.ui.widgets.chip import ChipGroup
from sdm_aid.ui.widgets.plain import button, card, label
from sdm_aid.wording.filed import identifiers, patient_name
from sdm_aid.wording.record import trouble_sentence

if TYPE_CHECKING:
    from sdm_aid.application.ports import Jobs
    from sdm_aid.application.record.desk import Desk
    from sdm_aid.application.record.history import History


class HistoryScreen(Screen):
    """Reads the whole history and lets it be narrowed to one person. ``back`` leaves.

    Args:
        visit: a visit or a look again.
    """

    back = Signal()

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        resources: Path,
        visit: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("history", _("History of a visit"), "", parent)
        self._history: History | None = None
        self.column.addSpacing(8)
        self.column.addWidget(self._make_filter())
        self.sheet = HistorySheet(self.body)
        self.column.addWidget(self.sheet)
        self.column.addStretch(1)
        self.add_footer_button("back", _("Back"))
        self.pressed.connect(self._on_pressed)
        self.subtitle.setText(_("Reading the history ..."))
        work = partial(_read, desk, resources, visit, current_language())
        jobs.run(work, done=self._on_read, failed=self._on_failed)

    def _make_filter(self) -> QFrame:
        frame, column = card("history-filter", self.body)
        column.addWidget(label(_("Only what one person did"), "h3", frame))
        self.people = ChipGroup((), multiple=False, parent=frame)
        self.people.changed.connect(self._on_people)
        column.addWidget(self.people)
        self.looks: Button = button(
            _("Also what was only looked at"), "chip", "history-looks", frame
        )
        self.looks.setCheckable(True)
        self.looks.setChecked(True)
        self.looks.toggled.connect(self._show)
        column.addWidget(self.looks, 0, Qt.AlignmentFlag.AlignLeft)
        frame.setEnabled(False)
        self._filter = frame
        return frame

    def _on_pressed(self, name: str) -> None:
        if name == "back":
            self.back.emit()

    def _on_read(self, history: History) -> None:
        self._history = history
        patient, head = history.patient, history.row.head
        known = identifiers(patient.born, patient.number)
        told = (head.title or head.decision, patient_name(patient.name), known)
        self.subtitle.setText(" · ".join(part for part in told if part))
        self.people.set_items([(name, name) for name in history.people])
        self._filter.setEnabled(True)
        self._show()

    def _on_people(self, _chosen: tuple[str, ...]) -> None:
        self._show()

    def _show(self, _checked: Any = None) -> None:
        if self._history is None:
            return
        from sdm_aid.application.record.history import of_person

        chosen = self.people.selected()
        lines = of_person(self._history.lines, chosen[0] if chosen else "")
        if not self.looks.isChecked():
            lines = tuple(line for line in lines if line.kind != "looked")
        self.sheet.show_lines(lines)
        count, total = len(lines), len(self._history.lines)
        words = ngettext("{n} line", "{n} lines", count).format(n=number(count))
        if count < total:
            words = _("{n} of {total} lines").format(n=number(count), total=number(total))
        self.status.setText(words)

    def _on_failed(self, problem: Exception) -> None:
        sentence = trouble_sentence(problem)
        if not sentence:
            raise problem
        self.subtitle.setText("")
        self.notice.say(sentence)


def _read(desk: Desk, resources: Path, visit: str, language: str, _progress: Any) -> History:
    from sdm_aid.application.record.history import visit_history
    from sdm_aid.application.record.patient_copy import content_of
    from sdm_aid.records import visits

    head = visits.read(desk.record, visit).row.head
    content = content_of(resources, head.decision, language) if head.decision else None
    return visit_history(desk.record, visit, content)
