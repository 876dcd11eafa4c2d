"""In your words, the questions: each opens in place; how it went is never right or wrong."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.i18n import N_, _
from sdm_aid.ui.pages.flat_card import FlatCard
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.button import Button
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.chip import ChipGroup
from sdm_aid.ui.widgets.plain import label
from sdm_aid.ui.widgets.text_field import TextField
from sdm_aid.ui.widgets.typed_words import kept
from sdm_aid.wording.facts import say
from sdm_aid.wording.you import teach_back

if TYPE_CHECKING:
    from sdm_aid.domain.answers import TeachBack
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.decision import TeachBackItem
    from sdm_aid.ui.pages.base import Page

RESULTS = {
    "said": N_("Said in own words"),
    "helped": N_("Said with some help"),
    "explained_again": N_("Explained again together"),
}


class TeachBackEntry(QWidget):
    """One question with its answers under it; ``opened`` when its row is pressed."""

    opened = Signal()
    look_again = Signal(str)

    def __init__(self, page: Page, item: TeachBackItem, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"teach-{item.id}")
        self.item = item
        self._page = page
        self._went = ""
        self._ask = say(page.content, f"teach_back.{item.id}.ask")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self.row = FlatCard(self._ask, "", self)
        self.row.setObjectName(f"teach-row-{item.id}")
        self.row.setCheckable(True)
        self.row.clicked.connect(self.opened)
        column.addWidget(self.row)
        self._body = QWidget(self)
        self._body.setObjectName(f"teach-body-{item.id}")
        column.addWidget(self._body)
        self.results, self.words = self._answers()

    def set_open(self, is_open: bool) -> None:
        """Show the answers, or the question alone."""
        self.row.setChecked(is_open)
        # while it is open the answers below say how it went
        self.row.set_words(self._ask, "" if is_open else self._went)
        self._body.setVisible(is_open)

    def render_note(self, note: TeachBack | None) -> None:
        """Show how it went and what was said; None: not asked."""
        self.results.set_selected((note.result,) if note else ())
        self._went = teach_back(note.result) if note else ""
        # hiding hands over what is being typed; only then may the field be set anew
        self.words.setVisible(note is not None)
        self.words.set_text((note.words if note else None) or "")

    def commit(self) -> None:
        """Hand over words still being typed."""
        self.words.commit()

    def first_focus(self) -> QWidget:
        """The first answer."""
        return self.results.chip("said")

    def _answers(self) -> tuple[ChipGroup, TextField]:
        column = QVBoxLayout(self._body)
        column.setContentsMargins(px(14), 0, px(14), px(6))
        column.setSpacing(px(8))
        pairs = [(name, _(words)) for name, words in RESULTS.items()]
        results = ChipGroup(pairs, multiple=False, parent=self._body)
        results.setObjectName(f"teach-results-{self.item.id}")
        for name, words in pairs:
            results.chip(name).setAccessibleName(f"{self._ask} {words}")
        results.changed.connect(self._on_result)
        column.addWidget(results)
        hint = _("In the patient’s own words, if you like")
        words_field = TextField(hint, least_lines=1, parent=self._body)
        words_field.setObjectName(f"teach-words-{self.item.id}")
        words_field.setAccessibleName(f"{self._ask} {hint}")
        words_field.edited.connect(self._on_words)
        column.addWidget(words_field)
        again = Button(_("Look again at the table"), "quiet", self._body)
        again.setObjectName(f"teach-again-{self.item.id}")
        again.setAccessibleName(f"{self._ask} {again.text()}")
        again.clicked.connect(partial(self.look_again.emit, self.item.row))
        line = QHBoxLayout()
        line.addWidget(again)
        line.addStretch(1)
        column.addLayout(line)
        return results, words_field

    def _note(self) -> TeachBack | None:
        notes = self._page.state.teach_back
        return next((n for n in notes if n.item == self.item.id), None)

    def _on_result(self, chosen: tuple[Any, ...]) -> None:
        from sdm_aid.domain.actions import TeachBackNoted

        note = self._note()
        result = chosen[0] if chosen else None
        words = kept(self.words.text()) if note and result else None
        self._page.dispatch(TeachBackNoted(item=self.item.id, result=result, words=words))

    def _on_words(self, words: str) -> None:
        from sdm_aid.domain.actions import TeachBackNoted

        note = self._note()
        if note is None:  # taken back while it was being typed
            return
        self._page.dispatch(
            TeachBackNoted(item=self.item.id, result=note.result, words=kept(words))
        )


class TeachBackCard(Card):
    """The content's questions; one is open. On the quick path those that it marks as quick.

    ``look_again(str)`` carries the row of the table that holds the fact.
    """

    look_again = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(_("I want to check I explained it well"), page)
        self.setObjectName("teach-back")
        self.column.setSpacing(px(8))
        self._opened = ""
        self.entries = [
            TeachBackEntry(page, item, self) for item in page.content.decision.teach_back
        ]
        if not self.entries:
            nothing = _("This content holds no questions for this step.")
            self.column.addWidget(label(nothing, "soft", self, "teach-nothing"))
        for entry in self.entries:
            entry.opened.connect(partial(self._open, entry.item.id))
            entry.look_again.connect(self.look_again)
            self.column.addWidget(entry)

    def render_state(self, state: Consultation) -> None:
        """Set every question from the state."""
        notes = {note.item: note for note in state.teach_back}
        some_quick = any(entry.item.quick for entry in self.entries)
        for number, entry in enumerate(self.entries):
            quick = entry.item.quick if some_quick else number == 0
            shown = state.path == "full" or quick or entry.item.id in notes
            entry.setVisible(shown)
            entry.render_note(notes.get(entry.item.id))
        self._show_open()

    def commit(self) -> None:
        """Hand over words still being typed."""
        for entry in self.entries:
            entry.commit()

    def open_first(self) -> None:
        """Open the first question, close the others."""
        self._opened = ""
        self._show_open()

    def first_focus(self) -> QWidget:
        """The first answer of the first question shown."""
        shown = self._shown()
        return shown[0].first_focus() if shown else self

    def _open(self, item: str) -> None:
        self._opened = item
        self._show_open()

    def _show_open(self) -> None:
        shown = self._shown()
        names = [entry.item.id for entry in shown]
        is_open = self._opened if self._opened in names else next(iter(names), "")
        for entry in self.entries:
            entry.set_open(entry.item.id == is_open)

    def _shown(self) -> list[TeachBackEntry]:
        return [entry for entry in self.entries if not entry.isHidden()]
