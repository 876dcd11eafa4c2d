"""A label that shows all of a letter, in any script."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QLabel

from sdm_aid.ui.theme.metrics import px

_DEEP = re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
"""Arabic letters: some reach further down than the face says, and a label would cut them off.

Without its two dots a letter is another letter.
"""


class DeepLabel(QLabel):
    """Keeps room below for letters that reach deeper than others."""

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show these words."""
        super().setText(text)
        self.setContentsMargins(0, 0, 0, px(4) if _DEEP.search(text) else 0)
