"""A column that scrolls down and never sideways."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from sdm_aid.ui.theme.metrics import px


class _Body(QWidget):
    """Claims no least width, so that the layout squeezes instead of being cut off."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


class ScrollPage(QScrollArea):
    """Put content into ``column``; the focused control is kept in view by Qt."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = _Body(self)
        self.body.setObjectName("scroll-body")
        self.body.setProperty("role", "plain")
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(px(8), px(8), px(8), px(8))
        self.column.setSpacing(px(16))
        self.setWidget(self.body)
        self.viewport().setAutoFillBackground(False)
