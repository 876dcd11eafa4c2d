"""What plan and handout could not print, told where they are read: it can still be changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sdm_aid.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from datetime import datetime

    from sdm_aid.application.ports import Progress
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.ui.pages.base import VisitContext


class UnprintableNotice(Notice):
    """Nothing at all while everything can be printed."""

    def __init__(self, context: VisitContext, parent: QWidget) -> None:
        super().__init__(kind="caution", parent=parent)
        self._context = context
        self.setObjectName("plan-unprintable")

    def look(self, state: Consultation) -> None:
        """Look at the words of a visit as it stands, off the GUI thread."""
        now = self._context.bridge.session.now()
        self._context.jobs.run(
            partial(_told, self._context.content, state, now),
            done=partial(self.set_words, ""),
            failed=self._on_failed,
        )

    def _on_failed(self, problem: Exception) -> None:
        raise problem


def _told(content: DecisionContent, state: Consultation, now: datetime, _progress: Progress) -> str:
    from sdm_aid.application.unprintable import unprintable_sentence, unprintable_words

    return unprintable_sentence(unprintable_words(content, state, now))
