"""The comparison, things to check first: one small mark a column, alike at all, and its drawer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.domain.raised import raised_topics, topics_at
from sdm_aid.i18n import _
from sdm_aid.ui.models.blocks import Block
from sdm_aid.ui.models.faces import Face, lettered
from sdm_aid.ui.pages.compare.side_drawer import SideDrawer
from sdm_aid.ui.pages.topic_list import TopicList
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.flow_layout import FlowLayout
from sdm_aid.ui.widgets.plain import button, label
from sdm_aid.wording.check_first import column_mark
from sdm_aid.wording.sentence import paragraph

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.raised import RaisedTopic
    from sdm_aid.ui.pages.base import Page

WIDTH = 560


class CheckFirstMarks(QWidget):
    """A line of marks over the table, one for each column that a topic touches; else nothing."""

    def __init__(self, page: Page, table: QWidget) -> None:
        super().__init__(table)
        self.setObjectName("compare-check-first")
        self._page = page
        self._letter = ""
        self._topics: tuple[RaisedTopic, ...] = ()
        self._shown: tuple[str, ...] = ()
        self._row = FlowLayout(self)
        self._row.setContentsMargins(0, 0, 0, px(6))
        self.drawer = TopicDrawer(page)
        self.hide()
        column = table.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(0, self)

    @property
    def shown(self) -> tuple[str, ...]:
        """Letters of the columns that any topic touches."""
        return self._shown

    def render_state(self, state: Consultation) -> None:
        """Show the marks of this state; an open drawer follows."""
        content = self._page.content
        self._topics = raised_topics(content, state)
        letters = [option.letter for option in content.decision.options]
        shown = tuple(letter for letter in letters if topics_at(self._topics, letter))
        if shown != self._shown:
            self._shown = shown
            self._fill()
        self.setVisible(bool(shown))
        self.drawer.render_topics(topics_at(self._topics, self._letter))

    def marked(self, letters: Sequence[str], faces: Sequence[Face]) -> list[Face]:
        """The column heads with their marks."""
        return [
            _with_mark(face) if letter in self._shown else face
            for letter, face in zip(letters, faces, strict=True)
        ]

    def _fill(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for letter in self._shown:
            mark = button(f"{letter}  {column_mark()}", "secondary", f"checks-{letter}", self)
            name = lettered(self._page.content, letter)
            mark.setAccessibleName(_("{mark}: {name}").format(mark=column_mark(), name=name))
            mark.clicked.connect(partial(self._on_pressed, letter))
            self._row.addWidget(mark)

    def _on_pressed(self, letter: str) -> None:
        self._letter = letter
        title = lettered(self._page.content, letter)
        self.drawer.open_with(title, topics_at(self._topics, letter))


class TopicDrawer(SideDrawer):
    """The topics of one column in plain words; the clinician marks what became of each."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, "checks", WIDTH)
        self._asking = page
        self._list: TopicList | None = None

    def open_with(self, title: str, topics: tuple[RaisedTopic, ...]) -> None:
        """Show these topics."""
        inside, column = self._inside()
        column.addWidget(label(_("Things to check first"), "h3", inside))
        self._list = TopicList(self._asking, inside)
        self._list.render_topics(topics)
        column.addWidget(self._list)
        column.addStretch(1)
        self._bring(title, inside)

    def render_topics(self, topics: tuple[RaisedTopic, ...]) -> None:
        """Follow the state while it is open."""
        if self._list is not None and not self.isHidden():
            self._list.render_topics(topics)

    def close_drawer(self) -> None:
        """Hand over words still being typed, then put the drawer away."""
        if self._list is not None and not self.isHidden():
            self._list.commit()
        super().close_drawer()
        self._list = None


def _with_mark(face: Face) -> Face:
    words = column_mark()
    return replace(
        face, blocks=(*face.blocks, Block("chip", words)), name=paragraph(face.name, words)
    )
