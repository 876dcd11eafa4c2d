"""The clinician's drawer, things to check first: what is published, with source and how checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.domain.raised import raised_topics
from sdm_aid.ui.widgets.plain import empty, label
from sdm_aid.wording.check_first import (
    mark_words,
    statement_lines,
    topic_name,
    unnamed_words,
    where_words,
)

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.domain.raised import RaisedTopic


class CheckFirstNotes:
    """Fills a section of the drawer; hides it where nothing is raised."""

    def __init__(self, section: QWidget, inner: QVBoxLayout, content: DecisionContent) -> None:
        self._section, self._inner, self._content = section, inner, content
        self._shown: tuple[RaisedTopic, ...] = ()
        section.hide()

    def render_state(self, state: Consultation) -> None:
        """Set from the state."""
        topics = raised_topics(self._content, state)
        self._section.setVisible(bool(topics))
        if topics == self._shown:
            return
        self._shown = topics
        empty(self._inner)
        for topic in topics:
            self._add(topic)

    def _add(self, topic: RaisedTopic) -> None:
        content, parent = self._content, self._section
        name = topic_name(content, topic.id)
        self._inner.addWidget(label(f"{name} ({mark_words(topic.mark)})", "h3", parent))
        for words in (where_words(content, topic), unnamed_words(content, topic)):
            if words:
                self._inner.addWidget(label(words, "caption", parent))
        for raised in topic.rules:
            lines = statement_lines(content, raised)
            self._inner.addWidget(label(lines[0][1], "strong", parent, f"rule-{raised.rule.id}"))
            told = "\n".join(f"{caption}: {words}" for caption, words in lines[1:])
            self._inner.addWidget(label(told, "body", parent))
