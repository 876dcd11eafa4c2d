"""One topic to check first, on the shared screen: plain words, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.chip import ChipGroup
from sdm_aid.ui.widgets.plain import label
from sdm_aid.ui.widgets.text_field import LineField
from sdm_aid.ui.widgets.typed_words import LONGEST, kept
from sdm_aid.wording.check_first import MARKS, topic_name, topic_why, where_words

if TYPE_CHECKING:
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.domain.raised import RaisedTopic


class TopicRow(QFrame):
    """``marked(topic, how, words)``; how and words None: taken back, nothing written."""

    marked = Signal(str, object, object)

    def __init__(self, content: DecisionContent, topic: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"topic-{topic}")
        self._content, self._topic = content, topic
        self._how: str | None = None
        name = topic_name(content, topic)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(6), 0, px(10))
        column.setSpacing(px(6))
        column.addWidget(label(name, "strong", self))
        column.addWidget(label(topic_why(content, topic), "body", self))
        self._where = label("", "caption", self, f"topic-where-{topic}")
        column.addWidget(self._where)
        self.marks = ChipGroup(
            [(how, _(words)) for how, words in MARKS.items()], multiple=False, parent=self
        )
        self.marks.setObjectName(f"topic-marks-{topic}")
        for how, words in MARKS.items():
            self.marks.chip(how).setAccessibleName(f"{name}: {_(words)}")
        self.marks.changed.connect(self._on_marked)
        column.addWidget(self.marks)
        self.words = LineField("", self)
        self.words.setObjectName(f"topic-words-{topic}")
        self.words.setMaxLength(LONGEST)
        self.words.edited.connect(self._on_words)
        column.addWidget(self.words)

    def render_topic(self, topic: RaisedTopic) -> None:
        """Show where it is raised and what became of it."""
        mark = topic.mark
        self._how = mark.how if mark else None
        self._where.setText(where_words(self._content, topic))
        self.marks.set_selected((mark.how,) if mark else ())
        self.words.set_text((mark.words or "") if mark else "")
        self.words.setVisible(mark is not None)
        hint = {
            "plan": _("What the plan is. It goes into “Getting ready”."),
            "not_apply": _("Because ..."),
        }.get(self._how or "", _("What was said, if you like"))
        self.words.setPlaceholderText(hint)
        self.words.setAccessibleName(f"{topic_name(self._content, self._topic)}: {hint}")

    def commit(self) -> None:
        """Hand over words still being typed."""
        self.words.commit()

    def _on_marked(self, chosen: tuple[str, ...]) -> None:
        how = chosen[0] if chosen else None
        written = kept(self.words.text()) if how else None
        self.marked.emit(self._topic, how, written)

    def _on_words(self, words: str) -> None:
        if self._how is not None:
            self.marked.emit(self._topic, self._how, kept(words))
