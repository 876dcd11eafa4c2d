"""Own words of the patient, marked together: does each choice help with it?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.pages.matters.choices import Choices
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.letter_disc import LetterDisc
from sdm_aid.ui.widgets.plain import empty, label

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page


class OwnMarks(Card):
    """One line a choice with four equal answers; none comes chosen. Hidden without own words."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("In your own words: what would each choice do for it?"), page)
        self.setObjectName("own-marks")
        self._page = page
        self._letters = tuple(option.letter for option in page.content.decision.options)
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._marks: dict[tuple[str, str], Choices] = {}
        self.column.addWidget(label(_("We fill this in together."), "soft", self))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(8))
        self.column.addLayout(self._rows)

    def render_state(self, state: Consultation) -> None:
        """Set every mark."""
        own = tuple((concern.id, concern.text) for concern in state.matters.own)
        if own != self._shown:
            self._shown = own
            self._rebuild(own)
        for concern in state.matters.own:
            given = {mark.option: mark.mark for mark in concern.marks}
            for letter in self._letters:
                self._marks[concern.id, letter].set_value(given.get(letter))
        self.setVisible(bool(own))

    def _rebuild(self, own: tuple[tuple[str, str], ...]) -> None:
        empty(self._rows)
        self._marks = {}
        for key, text in own:
            self._rows.addWidget(label(text, "strong", self, f"own-marks-{key}"))
            for letter in self._letters:
                self._rows.addWidget(self._line(key, text, letter))

    def _line(self, key: str, text: str, letter: str) -> QWidget:
        holder = QWidget(self)
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(10))
        items = (
            ("helps", _("helps")),
            ("same", _("about the same")),
            ("harder", _("makes harder")),
            ("not_known", _("don’t know")),
        )
        marks = Choices(items, f"own-mark-{key}-{letter}", holder, least=120)
        marks.set_name(_("{concern}: {letter}").format(concern=text, letter=letter))
        marks.chosen.connect(partial(self._on_marked, key, letter))
        line.addWidget(LetterDisc(letter, holder))
        line.addWidget(marks, 1)
        self._marks[key, letter] = marks
        return holder

    def _on_marked(self, key: str, letter: str, mark: Any) -> None:
        from sdm_aid.domain.actions import OwnConcernMarked

        self._page.dispatch(OwnConcernMarked(id=key, option=letter, mark=mark))
