"""The band that stays under the header of a visit while its content is due or out of date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sdm_aid.domain.governance import freshness
from sdm_aid.ui.widgets.notice import Notice
from sdm_aid.wording.about import due_words, expired_words

if TYPE_CHECKING:
    from sdm_aid.domain.decision import Decision


class ContentBand(Notice):
    """Nothing to close: it is there as long as it is true."""

    def __init__(self, decision: Decision, today: date, parent: QWidget | None = None) -> None:
        state = freshness(decision.review_due, decision.expires, today)
        words = {
            "current": "",
            "review_due": due_words(decision.review_due),
            "expired": expired_words(decision.expires),
        }[state]
        super().__init__("", words, "caution", parent)
        self.setObjectName("content-band")
