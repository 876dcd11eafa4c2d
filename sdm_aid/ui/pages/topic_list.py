"""The topics raised, one row each, in the order of the content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.ui.pages.topic_row import TopicRow
from sdm_aid.ui.theme.metrics import px

if TYPE_CHECKING:
    from sdm_aid.domain.raised import RaisedTopic
    from sdm_aid.ui.pages.base import Page


class TopicList(QWidget):
    """Rows come and go with the facts; each dispatches its own mark."""

    def __init__(self, page: Page, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self.rows: dict[str, TopicRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(4))

    def render_topics(self, topics: tuple[RaisedTopic, ...]) -> None:
        """Show exactly these."""
        wanted = {topic.id for topic in topics}
        for name in [name for name in self.rows if name not in wanted]:
            row = self.rows.pop(name)
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        for place, topic in enumerate(topics):
            if topic.id not in self.rows:
                row = TopicRow(self._page.content, topic.id, self)
                row.marked.connect(self._on_marked)
                self.rows[topic.id] = row
            row = self.rows[topic.id]
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            row.render_topic(topic)
            row.show()
        self.setVisible(bool(topics))

    def commit(self) -> None:
        """Hand over words still being typed."""
        for row in tuple(self.rows.values()):
            row.commit()

    def _on_marked(self, topic: str, how: Any, words: str | None) -> None:
        from sdm_aid.domain.actions import TopicMarked

        self._page.dispatch(TopicMarked(topic=topic, how=how, words=words))
