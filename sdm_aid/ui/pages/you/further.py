"""You page, what can be told besides: one quiet line of buttons; each part opens on asking."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from sdm_aid.domain.assessment import ABOUT_DAYS, ABOUT_PAIN, LISTS
from sdm_aid.ui.decision_cards import breakable
from sdm_aid.ui.pages.you.list_part import ListPart
from sdm_aid.ui.pages.you.measures_part import MeasuresPart
from sdm_aid.ui.pages.you.questions_part import QuestionsPart
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.chip import ChipGroup
from sdm_aid.ui.widgets.plain import label
from sdm_aid.wording.assessment_said import APART, brief, said_in

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page
    from sdm_aid.ui.pages.you.part import Part

ONE_LINE = 40
"""From this many text heights on, the buttons stand beside the heading."""
BRIEF = 240
"""Letters shown of what was told in one closed part."""


class FurtherCard(Card):
    """Closed, it builds nothing; what was told in a closed part stands there in words."""

    def __init__(self, name: str, heading: str, parts: Mapping[str, str], page: Page) -> None:
        super().__init__("", page)
        self.setObjectName(name)
        self._page = page
        self._names = tuple(parts)
        self._asked: tuple[str, ...] = ()
        self.parts: dict[str, Part] = {}
        self.column.setContentsMargins(px(20), px(12), px(20), px(14))
        self.column.setSpacing(px(8))
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom)  # until there is room beside
        self._line.setSpacing(px(16))
        self._line.addWidget(label(heading, "h3", self), 0, Qt.AlignmentFlag.AlignVCenter)
        self.buttons = ChipGroup(list(parts.items()), parent=self)
        self.buttons.setObjectName(f"{name}-parts")
        self.buttons.setAccessibleName(heading)
        for part, words in parts.items():
            self.buttons.chip(part).setAccessibleName(words)
        self.buttons.changed.connect(self._on_asked)
        self._line.addWidget(self.buttons, 1)
        self.column.addLayout(self._line)
        self._inside = QVBoxLayout()
        self._inside.setSpacing(px(8))
        self.column.addLayout(self._inside)
        self._said = label("", "caption", self, f"{name}-said")
        self.column.addWidget(self._said)

    def render_state(self, state: Consultation) -> None:
        """Show the parts asked for, and in words what was told in the others."""
        self.buttons.set_selected(self._asked)
        for name in self._asked:
            if name not in self.parts:
                self.parts[name] = self._made(name)
        for name, part in self.parts.items():
            part.setVisible(name in self._asked)
            part.render_state(state)
        closed = [name for name in self._names if name not in self._asked]
        told = (said_in(name, state.assessment) for name in closed)
        said = APART.join(brief(words, BRIEF) for words in told if words)
        self._said.setText(breakable(said))
        self._said.setVisible(bool(said))

    def commit(self) -> None:
        """Hand over what is still being typed."""
        for part in self.parts.values():
            part.commit()

    def reset_view(self) -> None:
        """Close every part again."""
        self._asked = ()
        for part in self.parts.values():
            part.hide()
            self._inside.removeWidget(part)
            part.deleteLater()
        self.parts = {}
        self.render_state(self._page.state)

    def open_parts(self, *names: str) -> None:
        """Open these parts, as if their buttons had been pressed."""
        self._on_asked(tuple(name for name in self._names if name in {*self._asked, *names}))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons beside the heading, or under it where it is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= ONE_LINE * self.fontMetrics().height()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(across if wide else down)

    def _on_asked(self, now: tuple[str, ...]) -> None:
        self.commit()
        opened = [name for name in now if name not in self._asked]
        self._asked = now
        self.render_state(self._page.state)
        if len(opened) == 1:
            self.parts[opened[0]].first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, name: str) -> Part:
        part = _part(name, self._page, self)
        before = [one for one in self._names[: self._names.index(name)] if one in self.parts]
        self._inside.insertWidget(len(before), part)
        return part


def _part(name: str, page: Page, parent: QWidget) -> Part:
    if name == "pain":
        return QuestionsPart(ABOUT_PAIN, page, parent)
    if name == "days":
        return QuestionsPart(ABOUT_DAYS, page, parent)
    for listed in LISTS:
        if listed == name:
            return ListPart(listed, page, parent)
    return MeasuresPart(page, parent)
