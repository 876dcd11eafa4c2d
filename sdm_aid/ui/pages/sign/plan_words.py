"""One text of the plan with its heading, and words to take over where the content has some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from sdm_aid.domain.chosen import chosen_letter
from sdm_aid.i18n import _
from sdm_aid.ui.widgets.plain import button, label
from sdm_aid.ui.widgets.text_field import TextField
from sdm_aid.ui.widgets.typed_words import kept
from sdm_aid.wording.facts import say

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page


def of_choice(page: Page, state: Consultation, *keys: str) -> str:
    """What the content says under these keys about what was chosen; empty: nothing was."""
    letter, content = chosen_letter(page.content, state), page.content
    if letter is None:
        return ""
    treatment = content.treatment_of(letter).id
    found = (say(content, f"treatments.{treatment}.{key}", "") for key in keys)
    return " ".join(words for words in found if words)


class PlanWords(QWidget):
    """Nothing is filled in silently; taking an offer over is told apart from typing."""

    def __init__(self, page: Page, field: str, heading: str, column: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self._page, self._field = page, field
        self._offered = ""
        self.hide()
        over = label(heading, "h3", parent, f"{field}-heading")
        self.text = TextField(_("In your own words"), least_lines=1, most_lines=8, parent=parent)
        self.text.setObjectName(field)
        self.text.setAccessibleName(heading)
        self.text.edited.connect(self._on_edited)
        over.setBuddy(self.text)
        self._quote = label("", "soft", parent, f"{field}-offer")
        self._use: QPushButton = button(_("Use these words"), "quiet", f"{field}-use", parent)
        self._use.clicked.connect(self._on_use)
        for widget in (over, self.text, self._quote):
            column.addWidget(widget)
        column.addWidget(self._use, 0, Qt.AlignmentFlag.AlignLeft)

    def show_words(self, words: str | None, offered: str) -> None:
        """Set the text, and the offer while it is not taken over yet."""
        self.text.set_text(words or "")
        open_offer = bool(offered) and offered not in (words or "")
        self._offered = offered if open_offer else ""
        self._quote.setText(_("“{words}”").format(words=offered) if open_offer else "")
        self._quote.setVisible(open_offer)
        self._use.setVisible(open_offer)
        self._use.setAccessibleDescription(self._offered)

    def commit(self) -> None:
        """Hand over words still being typed."""
        self.text.commit()

    def _on_edited(self, words: str) -> None:
        from sdm_aid.domain.actions import TextWritten

        field: Any = self._field
        self._page.dispatch(TextWritten(field=field, words=kept(words)))

    def _on_use(self) -> None:
        from sdm_aid.domain.actions import OfferTaken

        offered = self._offered
        self.text.commit()
        before = self.text.text().strip()
        words = kept(f"{before}\n{offered}" if before else offered)
        if offered and words:
            field: Any = self._field
            self._page.dispatch(OfferTaken(field=field, offered=offered, words=words))
