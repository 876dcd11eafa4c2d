"""What next, the day until which something is tried: typed, or stepped by weeks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sdm_aid.application.dates import UnreadableDate, read_coming_date
from sdm_aid.i18n import _
from sdm_aid.i18n.formats import date_long, date_short, relative
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.button import Button
from sdm_aid.ui.widgets.finished_field import TypedLine
from sdm_aid.ui.widgets.plain import label

WEEK = 7


class UntilLine(QWidget):
    """``chosen(object)`` carries the date, or None when the field was emptied.

    ``today`` is asked on every use; ``announce`` carries why a date could not be read.
    """

    chosen = Signal(object)

    def __init__(
        self, today: Callable[[], date], announce: SignalInstance, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("next-until")
        self._today, self._announce = today, announce
        self._date: date | None = None
        flow = QHBoxLayout(self)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(px(8))
        self.field = TypedLine("next-until-date", _("Try it until"), self)
        self.field.setPlaceholderText(_("day month year"))
        self.field.setFixedWidth(px(200))
        self.field.committed.connect(self._on_typed)
        flow.addWidget(self.field)
        for weeks, sign, words in (
            (-1, "\u2212", _("One week less")),
            (1, "+", _("One week more")),
        ):
            step = Button(sign, "round", self)
            step.setObjectName("next-week-less" if weeks < 0 else "next-week-more")
            step.setAccessibleName(words)
            step.clicked.connect(partial(self._on_step, weeks))
            flow.addWidget(step)
        self._said = label("", "body", self, "next-until-said")
        flow.addSpacing(px(8))
        flow.addWidget(self._said, 1)

    def render_date(self, until: date | None) -> None:
        """Show the date in the field and in words."""
        self._date = until
        self.field.set_words(date_short(until) if until else "")
        self._show_words("")

    def commit(self) -> None:
        """Hand over what is still being typed."""
        self.field.commit()

    def clear_problem(self) -> None:
        """Show the date of the visit again where something unreadable was typed."""
        self.render_date(self._date)

    def _show_words(self, problem: str) -> None:
        words = problem or _("Type a date, or count in weeks with plus and minus.")
        if self._date is not None and not problem:
            words = _("{day}, {distance}").format(
                day=date_long(self._date), distance=relative(self._date, self._today())
            )
        self._said.setText(words)

    def _on_typed(self, words: str) -> None:
        try:
            until = read_coming_date(words, self._today())
        except UnreadableDate as problem:
            self._show_words(str(problem))
            self._announce.emit(str(problem))
            return
        if until != self._date:
            self.chosen.emit(until)
        else:
            self.render_date(until)

    def _on_step(self, weeks: int) -> None:
        start = self._date or self._today()
        day = start + timedelta(days=WEEK * weeks)
        if day > self._today():
            self.chosen.emit(day)
