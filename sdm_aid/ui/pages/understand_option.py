"""Understand page, one thing we could do: letter, name, one line, and "not right for you"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.widgets.finished_field import TypedText
from sdm_aid.ui.widgets.letter_disc import LetterDisc
from sdm_aid.ui.widgets.plain import button, label
from sdm_aid.wording.facts import say

if TYPE_CHECKING:
    from sdm_aid.ui.pages.base import Page


class OptionCard(QFrame):
    """Marked as not right for this person it stays where it is, in full contrast, with the reason.

    The mark needs a reason and can be taken back.
    """

    def __init__(self, page: Page, letter: str) -> None:
        super().__init__(page)
        self.setObjectName(f"option-{letter}")
        self.setProperty("role", "card")
        self.letter = letter
        self._page = page
        self._marked = False
        key = f"treatments.{page.content.treatment_of(letter).id}"
        name = say(page.content, f"{key}.name")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(LetterDisc(letter, self), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(label(name, "h3", self, "option-name"), 1)
        column.addLayout(head)
        column.addWidget(label(say(page.content, f"{key}.short"), "soft", self, "option-short"))
        column.addStretch(1)
        self._reason = label("", "caution", self, f"option-{letter}-reason")
        column.addWidget(self._reason)
        self._field = TypedText(
            f"option-{letter}-because", _("Not right for you, because"), 2, self
        )
        self._field.setPlaceholderText(_("because ..."))
        self._field.committed.connect(self._on_reason)
        self._field.hide()
        column.addWidget(self._field)
        self._mark = button("", "quiet", f"option-{letter}-mark", self)
        self._mark.clicked.connect(self._on_mark)
        self._name = name
        column.addWidget(self._mark)
        self.show_reason(None)

    def show_reason(self, reason: str | None) -> None:
        """Show the mark with its reason, or no mark."""
        self._marked = reason is not None
        self._reason.setVisible(self._marked)
        words = _("Not right for you now, because: {reason}").format(reason=reason)
        self._reason.setText(words if reason is not None else "")
        self._field.set_words(reason or "")
        if self._marked:
            self._field.hide()
        self._mark.setText(_("Take back") if self._marked else _("Not right for you ..."))
        self._mark.setAccessibleName(f"{self._name}: {self._mark.text()}")

    def commit(self) -> None:
        """Hand over a reason that is still being typed."""
        self._field.commit()

    def close_field(self) -> None:
        """Close the field for a reason."""
        self._field.hide()

    def first_focus(self) -> QWidget:
        """The card's own button."""
        return self._mark

    def _on_mark(self) -> None:
        if self._marked:
            self._say(None)
            return
        self._field.setVisible(self._field.isHidden())
        if self._field.isVisible():
            self._field.setFocus()

    def _on_reason(self, words: str) -> None:
        reason = words.strip()
        if reason:
            self._say(reason)
        else:
            self._field.set_words("")

    def _say(self, reason: str | None) -> None:
        from sdm_aid.domain.actions import OptionUnsuitable

        self._page.dispatch(OptionUnsuitable(option=self.letter, reason=reason))
