"""The plan form, look again and again: days after the first one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.application.dates import UnreadableDate, read_coming_date
from sdm_aid.i18n import _, ngettext
from sdm_aid.i18n.formats import date_short, number
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.button import Button
from sdm_aid.ui.widgets.flow_layout import FlowLayout
from sdm_aid.ui.widgets.plain import button, label
from sdm_aid.ui.widgets.text_field import LineField

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page

MONTHS = (3, 6, 12)


def months_on(day: date, months: int) -> date:
    """The same day some months later; the month's last one where it has no such day."""
    year, month = divmod(day.month - 1 + months, 12)
    following = date(day.year + year + (month == 11), (month + 1) % 12 + 1, 1)
    last = (following - timedelta(days=1)).day
    return date(day.year + year, month + 1, min(day.day, last))


class FurtherLooks(QWidget):
    """Asked once the first day stands; each day is a chip that takes itself back."""

    def __init__(self, page: Page, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("further-looks")
        self._page, self._today = page, today
        self._days: dict[date, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(label(_("And again after that?"), "h3", self))
        line = QWidget(self)
        flow = FlowLayout(line, px(8))
        self.field = LineField(_("day month year"), line)
        self.field.setObjectName("further-look")
        self.field.setAccessibleName(_("One more day to look again"))
        self.field.setFixedWidth(px(190))
        self.field.setMaxLength(60)
        self.field.returnPressed.connect(self.commit)
        flow.addWidget(self.field)
        self._months = {}
        for months in MONTHS:
            words = ngettext("in {n} month", "in {n} months", months).format(n=number(months))
            made = button(words, "chip", f"further-look-{months}", line)
            made.setCheckable(True)
            made.clicked.connect(partial(self._on_months, months))
            flow.addWidget(made)
            self._months[months] = made
        column.addWidget(line)
        self._list = QWidget(self)
        self._listed = FlowLayout(self._list, px(8))
        column.addWidget(self._list)
        self._problem = label("", "body", self, "further-look-problem")
        column.addWidget(self._problem)
        self.clear_typed()

    def render_state(self, state: Consultation) -> None:
        """Set the days."""
        plan = state.plan
        self.setVisible(plan.look_again is not None)
        for months, made in self._months.items():
            made.setChecked(months_on(self._today(), months) in plan.further_looks)
        if tuple(self._days) != plan.further_looks:
            self._rebuild(plan.further_looks)

    def commit(self) -> None:
        """Take over a day that was typed; one that cannot be read says so and changes nothing."""
        typed = self.field.text().strip()
        if not typed:
            return
        try:
            day = read_coming_date(typed, self._today())
        except UnreadableDate as problem:
            self._problem.setText(str(problem))
            self._problem.show()
            return
        self.clear_typed()
        if day is not None:
            self._set(day, there=True)

    def clear_typed(self) -> None:
        """Empty the field."""
        self.field.commit()
        self.field.set_text("")
        self._problem.setText("")
        self._problem.hide()

    def _rebuild(self, days: tuple[date, ...]) -> None:
        while self._listed.count():
            self._listed.takeAt(0)
        for gone in set(self._days) - set(days):
            old = self._days.pop(gone)
            old.hide()
            old.deleteLater()
        self._days = {day: self._days.get(day) or self._chip(day) for day in days}
        for chip in self._days.values():
            self._listed.addWidget(chip)
        self._list.setVisible(bool(days))

    def _chip(self, day: date) -> Button:
        words = _("{day}: remove").format(day=date_short(day))
        made = button(words, "quiet", f"look-{day}", self._list)
        made.clicked.connect(partial(self._on_removed, day))
        return made

    def _on_removed(self, day: date) -> None:
        self._set(day, there=False)

    def _on_months(self, months: int) -> None:
        self._set(months_on(self._today(), months), there=self._months[months].isChecked())

    def _set(self, day: date, *, there: bool) -> None:
        from sdm_aid.domain.actions import FurtherLookSet

        self._page.dispatch(FurtherLookSet(on=day, there=there))
