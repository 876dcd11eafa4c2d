"""The band that stays under the header of a visit while its content is due or out of date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sdm_aid.domain.governance import freshness
from sdm_aid.ui.widgets.notice import Notice
from sdm_aid.wording.about import due_words, expired_words

if TYPE_CHECKING:
    from sdm_aid.application.session import Clock
    from sdm_aid.domain.decision import Decision


class ContentBand(Notice):
    """Nothing to close: it is there as long as it is true."""

    def __init__(self, decision: Decision, now: Clock, parent: QWidget | None = None) -> None:
        super().__init__("", "", "caution", parent)
        self.setObjectName("content-band")
        self._decision, self._now = decision, now
        self._state = "current"
        self.refresh()

    def refresh(self) -> None:
        """Say how the content stands today: a visit may stay open over its last day."""
        decision = self._decision
        state = freshness(decision.review_due, decision.expires, self._now().date())
        if state == self._state:
            return
        self._state = state
        words = {
            "current": "",
            "review_due": due_words(decision.review_due),
            "expired": expired_words(decision.expires),
        }[state]
        self.set_words("", words)
