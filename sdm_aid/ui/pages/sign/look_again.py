"""The plan form, look again: a day typed or counted in weeks from today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sdm_aid.application.dates import UnreadableDate, read_coming_date
from sdm_aid.i18n import _, ngettext
from sdm_aid.i18n.formats import date_long, date_short, number, relative
from sdm_aid.ui.pages.sign.further_looks import FurtherLooks
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.flow_layout import FlowLayout
from sdm_aid.ui.widgets.plain import button, label
from sdm_aid.ui.widgets.text_field import LineField

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page

WEEKS = (2, 6, 12)


class LookAgainCard(Card):
    """When to look again together; a day that cannot be read says so and changes nothing."""

    def __init__(self, page: Page, today: Callable[[], date]) -> None:
        super().__init__(_("When do we look again together?"), page)
        self.setObjectName("look-again-card")
        self._page = page
        self._today = today
        self._day: date | None = None
        line = QWidget(self)
        flow = FlowLayout(line, px(8))
        self.field = LineField(_("day month year"), line)
        self.field.setObjectName("look-again")
        self.field.setAccessibleName(_("When do we look again together?"))
        self.field.setFixedWidth(px(190))
        self.field.setMaxLength(60)
        # a half-typed day is no day: it is read when the field is left or Enter is pressed
        self.field.editingFinished.connect(self._on_typed)
        flow.addWidget(self.field)
        self._weeks = {}
        for weeks in WEEKS:
            words = ngettext("in {n} week", "in {n} weeks", weeks).format(n=number(weeks))
            made = button(words, "chip", f"look-again-{weeks}", line)
            made.setCheckable(True)
            made.clicked.connect(partial(self._on_weeks, weeks))
            flow.addWidget(made)
            self._weeks[weeks] = made
        self._said = label("", "body", self, "look-again-said")
        self.column.addWidget(line)
        self.column.addWidget(self._said)
        self._further = FurtherLooks(page, today, self)
        self.column.addWidget(self._further)

    def render_state(self, state: Consultation) -> None:
        """Set the day in the field, on the buttons and in words."""
        day, today = state.plan.look_again, self._today()
        self._day = day
        self.field.set_text(date_short(day) if day else "")
        for weeks, made in self._weeks.items():
            made.setChecked(day == today + timedelta(weeks=weeks))
        words = ""
        if day is not None:
            words = _("{day}, {distance}").format(day=date_long(day), distance=relative(day, today))
        self._say(words)
        self._further.render_state(state)

    def commit(self) -> None:
        """Read what was typed."""
        self._on_typed()
        self._further.commit()

    def clear_problem(self) -> None:
        """Show the day of the visit again where something unreadable was typed."""
        self.field.commit()
        self.field.set_text(date_short(self._day) if self._day else "")
        self._further.clear_typed()

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def _on_typed(self) -> None:
        typed = self.field.text()
        if typed == (date_short(self._day) if self._day else ""):
            return
        try:
            day = read_coming_date(typed, self._today())
        except UnreadableDate as problem:
            self._say(str(problem))
            return
        self._set(day)

    def _on_weeks(self, weeks: int) -> None:
        checked = self._weeks[weeks].isChecked()
        self._set(self._today() + timedelta(weeks=weeks) if checked else None)

    def _set(self, day: date | None) -> None:
        from sdm_aid.domain.actions import LookAgainSet

        self.field.commit()
        self._page.dispatch(LookAgainSet(on=day))
