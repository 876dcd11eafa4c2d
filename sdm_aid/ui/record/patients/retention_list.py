"""Patients whose records were kept long enough: proposed, never erased by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.i18n import _, ngettext
from sdm_aid.i18n.formats import date_short, number
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import button, empty, label
from sdm_aid.wording.filed import identifiers, patient_name
from sdm_aid.wording.record import trouble_sentence

if TYPE_CHECKING:
    from sdm_aid.application.ports import Jobs
    from sdm_aid.application.record.desk import Desk
    from sdm_aid.application.record.retention import Candidate, KeptLong

SHOWN = 50
"""The oldest this many are listed; the others follow once these are done."""


class RetentionList(Screen):
    """``patient_opened(str)``: somebody to be looked at, and erased there; ``back`` leaves.

    The years are set where the record is managed (``application.record.retention.set_years``).
    """

    patient_opened = Signal(str)
    back = Signal()

    def __init__(self, desk: Desk, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(
            "retention",
            _("Records kept long enough"),
            _("Each is looked at and erased one by one. Nothing is erased by itself."),
            parent,
        )
        self._desk, self._jobs = desk, jobs
        frame = Card("", self.body)
        self._said = label("", "body", frame, "retention-said")
        frame.column.addWidget(self._said)
        self._list = QVBoxLayout()
        self._list.setSpacing(px(6))
        frame.column.addLayout(self._list)
        self.column.addSpacing(8)
        self.column.addWidget(frame)
        self.column.addStretch(1)
        self.add_footer_button("back", _("Back"))
        self.pressed.connect(self._on_pressed)
        self.refresh()

    def refresh(self) -> None:
        """Look again who is proposed; the journals are read off the GUI thread."""
        from sdm_aid.application.record.retention import candidates

        self._said.setText(_("Looking through the records ..."))
        # the list in memory belongs to this thread
        work = partial(_proposed, self._desk, candidates(self._desk.index))
        self._jobs.run(work, done=self._on_proposed, failed=self._on_failed)

    def _on_pressed(self, name: str) -> None:
        if name == "back":
            self.back.emit()

    def _on_proposed(self, found: tuple[int | None, tuple[KeptLong, ...]]) -> None:
        after, patients = found
        empty(self._list)
        self._said.setText(self._summary(after, len(patients)))
        for one in patients[:SHOWN]:
            self._list.addWidget(self._line(one))

    @staticmethod
    def _summary(after: int | None, count: int) -> str:
        if after is None:
            return _("No years are set, so nothing is proposed.")
        kept = ngettext("{n} year", "{n} years", after).format(n=number(after))
        if not count:
            return _("No record is without an entry for {years}.").format(years=kept)
        words = ngettext(
            "{n} record is without an entry for {years}.",
            "{n} records are without an entry for {years}.",
            count,
        ).format(n=number(count), years=kept)
        if count > SHOWN:
            words += " " + _("The oldest {shown} are shown.").format(shown=number(SHOWN))
        return words

    def _line(self, one: KeptLong) -> QWidget:
        row = QWidget(self)
        row.setProperty("role", "plain")
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(12))
        known = identifiers(one.patient.born, one.patient.number)
        last = _("last entry {date}").format(date=date_short(one.last))
        count = ngettext("{n} visit", "{n} visits", one.visits).format(n=number(one.visits))
        name = patient_name(one.patient.name)
        words = " · ".join(part for part in (name, known, count, last) if part)
        layout.addWidget(label(words, "body", row, "retention-patient"), 1)
        look = button(_("Look at it"), "secondary", "retention-look", row)
        look.setAccessibleName(_("Look at it: {name}").format(name=name))
        look.clicked.connect(partial(self.patient_opened.emit, one.patient.id))
        layout.addWidget(look)
        return row

    def _on_failed(self, problem: Exception) -> None:
        sentence = trouble_sentence(problem)
        if not sentence:
            raise problem
        self._said.setText(sentence)


def _proposed(
    desk: Desk, everybody: tuple[Candidate, ...], _progress: Any
) -> tuple[int | None, tuple[KeptLong, ...]]:
    from sdm_aid.application.record import retention

    after = retention.years(desk.record)
    if after is None:
        return None, ()
    today = desk.clock().astimezone().date()
    return after, retention.kept_long(desk.record, everybody, after, today)
