"""A printed key, large, in groups."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.plain import label

_COLUMNS, _ROWS = 4, 2


class KeyView(QFrame):
    """Two rows of four groups; read out letter by letter by a screen reader."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("recovery-key")
        self.setProperty("role", "notice")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(12))
        self._groups: list[QLabel] = []
        for place in range(_COLUMNS * _ROWS):
            made = label("", "key", self, f"recovery-group-{place + 1}")
            made.setWordWrap(False)
            grid.addWidget(made, place // _COLUMNS, place % _COLUMNS)
            self._groups.append(made)
        # a key is read from the left in every language
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        column.addLayout(grid)
        column.addWidget(
            label(_("There is no letter I, L, O or U in it: 0 and 1 are digits."), "", self)
        )

    def show_key(self, key: str) -> None:
        """Show a key (``ABCD-EFGH-...``); empty: none any more."""
        parts = key.split("-") if key else []
        for place, made in enumerate(self._groups):
            made.setText(parts[place] if place < len(parts) else "")
        self.setAccessibleName(_("The key") if key else "")
        self.setAccessibleDescription(", ".join(" ".join(part) for part in parts))
