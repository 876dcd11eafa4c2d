"""Patients whose records were kept long enough: proposed, never erased by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.i18n import _, ngettext
from sdm_aid.i18n.formats import date_short, number
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.capped_field import CappedLine
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import button, empty, label
from sdm_aid.wording.filed import identifiers, patient_name
from sdm_aid.wording.record import trouble_sentence

if TYPE_CHECKING:
    from sdm_aid.application.ports import Jobs
    from sdm_aid.application.record.desk import Desk
    from sdm_aid.application.record.retention import Candidate, KeptLong

SHOWN = 50


class RetentionList(Card):
    """``patient_opened(str)``: somebody to be looked at, on the patient's own screen.

    Only an administrator sets the years; everybody who sees it may look.
    """

    patient_opened = Signal(str)

    def __init__(self, desk: Desk, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(_("How long records are kept"), parent)
        self.setObjectName("retention")
        self._desk, self._jobs = desk, jobs
        words = _(
            "After these years without an entry a record is proposed for erasing. Nothing is "
            "erased by itself: each is looked at and erased one by one."
        )
        self.column.addWidget(label(words, "body", self))
        self._make_field()
        self._said = label("", "body", self, "retention-said")
        self.column.addWidget(self._said)
        self._list = QVBoxLayout()
        self._list.setSpacing(px(6))
        self.column.addLayout(self._list)
        self.refresh()

    def refresh(self) -> None:
        """Look again who is proposed; runs off the GUI thread."""
        self._said.setText(_("Looking through the records ..."))
        from sdm_aid.application.record.retention import candidates

        # the list in memory belongs to this thread; the journals are read on another
        work = partial(_proposed, self._desk, candidates(self._desk.index))
        self._jobs.run(work, done=self._on_proposed, failed=self._on_failed)

    def _make_field(self) -> None:
        caption = _("Years (empty: nothing is proposed)")
        over = label(caption, "caption", self)
        self.years = CappedLine(self)
        self.years.setObjectName("retention-years")
        self.years.setAccessibleName(caption)
        self.years.setMaxLength(3)
        self.years.setMaximumWidth(px(120))
        self.years.returnPressed.connect(self._on_set)
        over.setBuddy(self.years)
        self.set = button(_("Set"), "secondary", "retention-set", self)
        self.set.clicked.connect(self._on_set)
        self.column.addWidget(over)
        row = QHBoxLayout()
        row.addWidget(self.years)
        row.addWidget(self.set)
        row.addStretch(1)
        self.column.addLayout(row)
        for part in (self.years, self.set):
            part.setEnabled(self._desk.may_manage)

    def _on_set(self) -> None:
        from sdm_aid.application.record.retention import LEAST_YEARS, MOST_YEARS

        typed = self.years.text().strip()
        after = int(typed) if typed.isdecimal() else None
        if typed and (after is None or not LEAST_YEARS <= after <= MOST_YEARS):
            words = _("Write a number of years from {least} to {most}, or leave it empty.")
            self._said.setText(words.format(least=LEAST_YEARS, most=MOST_YEARS))
            self.years.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        work = partial(_set, self._desk, after)
        self._jobs.run(work, done=self._on_was_set, failed=self._on_failed)

    def _on_was_set(self, _nothing: object) -> None:
        self._desk.refresh()
        self.refresh()

    def _on_proposed(self, found: tuple[int | None, tuple[KeptLong, ...]]) -> None:
        after, patients = found
        if not self.years.hasFocus():
            self.years.setText("" if after is None else str(after))
        empty(self._list)
        self._said.setText(self._summary(after, len(patients)))
        for one in patients[:SHOWN]:
            self._list.addWidget(self._line(one))

    def _summary(self, after: int | None, count: int) -> str:
        if after is None:
            return _("No years are set: nothing is proposed.")
        if not count:
            return _("No record is older than that.")
        words = ngettext(
            "{n} record is older than that.", "{n} records are older than that.", count
        )
        if count > SHOWN:
            words += " " + _("The oldest {shown} are shown.").format(shown=SHOWN)
        return words.format(n=number(count))

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


def _set(desk: Desk, after: int | None, _progress: Any) -> None:
    from sdm_aid.application.record import retention

    retention.set_years(desk.record, after)
