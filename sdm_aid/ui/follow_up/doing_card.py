"""What is still being done: what was agreed, and each step of the plan."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.domain.collection import put, without
from sdm_aid.domain.follow_up import AGREED, Doing, FollowUp
from sdm_aid.i18n import _
from sdm_aid.ui.decision_cards import breakable
from sdm_aid.ui.follow_up.agreed_card import agreed_words, option_words
from sdm_aid.ui.follow_up.answer_card import AnswerCard
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.chip import ChipGroup
from sdm_aid.ui.widgets.plain import label
from sdm_aid.ui.widgets.text_field import LineField
from sdm_aid.ui.widgets.typed_words import LONGEST, kept
from sdm_aid.wording.follow_up import DOING, doing

if TYPE_CHECKING:
    from sdm_aid.application.look_again import LookBack

ASKS_WHY = ("stopped", "not_started")


class DoingRow(QWidget):
    """One thing to do; why it was stopped or not begun is asked only then. ``changed(object)``."""

    changed = Signal(object)

    def __init__(self, name: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"doing-{name}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(4))
        column.setSpacing(px(6))
        column.addWidget(label(breakable(words), "body", self))
        self.states = ChipGroup(
            [(state, doing(state)) for state in DOING], multiple=False, parent=self
        )
        self.states.setObjectName(f"doing-states-{name}")
        for state in DOING:
            self.states.chip(state).setAccessibleName(f"{words}: {doing(state)}")
        self.states.changed.connect(self._on_state)
        column.addWidget(self.states)
        self.why = LineField(_("What got in the way?"), self)
        self.why.setObjectName(f"doing-why-{name}")
        self.why.setAccessibleName(_("{what}: what got in the way?").format(what=words))
        self.why.setMaxLength(LONGEST)
        self.why.edited.connect(self._on_why)
        column.addWidget(self.why)

    def render_doing(self, said: Doing | None) -> None:
        """Show what was said."""
        state = said.state if said else None
        self.states.set_selected((state,) if state else ())
        self.why.set_text((said.why if said else None) or "")
        self.why.setVisible(state in ASKS_WHY or bool(said and said.why))

    def _on_state(self, chosen: tuple[str, ...]) -> None:
        self.changed.emit({"state": chosen[0] if chosen else None})

    def _on_why(self, words: str) -> None:
        self.changed.emit({"why": kept(words)})


class DoingCard(AnswerCard):
    """A row for what was agreed, where something was, and for each step."""

    def __init__(self, back: LookBack, parent: QWidget) -> None:
        super().__init__("look-doing", _("What are you still doing?"), parent)
        self._look: FollowUp | None = None
        self.rows: dict[str, DoingRow] = {}
        for name, words in _to_ask(back):
            row = DoingRow(name, words, self)
            row.changed.connect(partial(self._on_changed, name))
            self.rows[name] = row
            self.column.addWidget(row)
        self.setVisible(bool(self.rows))

    def render_look(self, look: FollowUp) -> None:
        """Show what was said of each."""
        self._look = look
        for name, row in self.rows.items():
            row.render_doing(look.doing_of(name))

    def _on_changed(self, name: str, changes: dict[str, Any]) -> None:
        look = self._look
        if look is None:
            return
        said = (look.doing_of(name) or Doing(id=name)).evolve(**changes)
        if said.state is None and said.why is None:
            self.answered.emit({"doing": without(look.doing, name, _id)})
        else:
            self.answered.emit({"doing": put(look.doing, said, _id)})


def _to_ask(back: LookBack) -> list[tuple[str, str]]:
    outcome = back.signed.outcome
    asked = []
    if option_words(back) or (outcome is not None and outcome.kind == "nothing_new"):
        asked.append((AGREED, option_words(back) or agreed_words(back)))
    return asked + [(step.id, step.what) for step in back.signed.plan.steps if step.id != AGREED]


def _id(said: Doing) -> str:
    return said.id
