"""One thing that happened: still there, help for it, and more words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.decision_cards import breakable
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.button import Button
from sdm_aid.ui.widgets.chip import ChipGroup
from sdm_aid.ui.widgets.flow_layout import FlowLayout
from sdm_aid.ui.widgets.plain import label
from sdm_aid.ui.widgets.text_field import LineField
from sdm_aid.ui.widgets.typed_words import LONGEST, kept
from sdm_aid.wording.sure import yes_no

if TYPE_CHECKING:
    from sdm_aid.domain.follow_up import Happened

YES_NO = ("yes", "no")


class YesNoQuestion(QWidget):
    """A short question with yes and no; ``answered(object)`` with the answer or None."""

    answered = Signal(object)

    def __init__(self, name: str, question: str, about: str, parent: QWidget) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, px(10))
        words = label(question, "body", self)
        words.setWordWrap(False)
        words.setMinimumHeight(px(44))
        flow.addWidget(words)
        self.answers = ChipGroup(
            [(answer, yes_no(answer)) for answer in YES_NO], multiple=False, parent=self
        )
        self.answers.setObjectName(name)
        for answer in YES_NO:
            spoken = f"{about}: {question} {yes_no(answer)}"
            self.answers.chip(answer).setAccessibleName(spoken)
        self.answers.changed.connect(self._on_changed)
        flow.addWidget(self.answers)

    def set_answer(self, answer: str | None) -> None:
        """Show the answer; None: not asked."""
        self.answers.set_selected((answer,) if answer else ())

    def _on_changed(self, chosen: tuple[str, ...]) -> None:
        self.answered.emit(chosen[0] if chosen else None)


class HappenedRow(QWidget):
    """``changed(object)`` with the changed fields; ``removed()``."""

    changed = Signal(object)
    removed = Signal()

    def __init__(self, happened: Happened, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"happened-{happened.id}")
        self._own = happened.harm is None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, px(4))
        column.setSpacing(px(4))
        self.heading = label(breakable(name), "strong", self)
        column.addWidget(self.heading)
        line = QWidget(self)
        flow = FlowLayout(line, px(16))
        self.still = YesNoQuestion(
            f"happened-still-{happened.id}", _("Is it still there?"), name, line
        )
        self.help = YesNoQuestion(
            f"happened-help-{happened.id}", _("Did you get help for it?"), name, line
        )
        self.still.answered.connect(self._on_still)
        self.help.answered.connect(self._on_help)
        self.remove = Button(_("Remove"), "quiet", line)
        self.remove.setObjectName(f"happened-remove-{happened.id}")
        self.remove.setAccessibleName(_("Remove {name}").format(name=name))
        self.remove.clicked.connect(self.removed)
        for widget in (self.still, self.help, self.remove):
            flow.addWidget(widget)
        column.addWidget(line)
        self.words = LineField(_("What was it like?"), self)
        self.words.setObjectName(f"happened-words-{happened.id}")
        self.words.setAccessibleName(_("{what}: what was it like?").format(what=name))
        self.words.setMaxLength(LONGEST)
        self.words.edited.connect(self._on_words)
        column.addWidget(self.words)

    def render_happened(self, happened: Happened) -> None:
        """Show what was said of it; own words are its name already."""
        self.still.set_answer(happened.still_there)
        self.help.set_answer(happened.got_help)
        self.words.setVisible(not self._own)
        self.words.set_text("" if self._own else happened.words or "")

    def _on_still(self, answer: object) -> None:
        self.changed.emit({"still_there": answer})

    def _on_help(self, answer: object) -> None:
        self.changed.emit({"got_help": answer})

    def _on_words(self, words: str) -> None:
        self.changed.emit({"words": kept(words)})
