"""The drawer that says where a number comes from; it lies over the page's trailing side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sdm_aid.i18n import _
from sdm_aid.ui.models.blocks import Block, plain
from sdm_aid.ui.models.source_blocks import SourceSection
from sdm_aid.ui.pages.compare.column import BlockColumn
from sdm_aid.ui.pages.compare.style import Measure

WIDTH = 520


class SourceDrawer(QFrame):
    """Opens over what was there, closes with its button or Escape, gives the focus back."""

    closed = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setObjectName("source-drawer")
        self.setProperty("role", "panel")
        self.setAutoFillBackground(True)
        self._back_to: QWidget | None = None
        self._title = QLabel(self)
        self._title.setObjectName("source-title")
        self._title.setProperty("role", "h2")
        self._title.setWordWrap(True)
        self._close = QPushButton(_("Close"), self)
        self._close.setObjectName("source-close")
        self._close.clicked.connect(self.close_drawer)
        self._area = QScrollArea(self)
        self._area.setObjectName("source-scroll")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(_("Where the number comes from"))
        self._extra = QPushButton(_("For the clinician: exact figures"), self)
        self._extra.setObjectName("source-clinician")
        self._extra.setCheckable(True)
        self._extra.toggled.connect(self._show_clinician)
        self._clinician = BlockColumn(self)
        self._clinician.setObjectName("source-exact")
        self.sections: tuple[BlockColumn, ...] = ()
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self._area, 1)
        self.hide()

    @property
    def clinician(self) -> BlockColumn:
        """The clinician's part."""
        return self._clinician

    def open_with(
        self, title: str, sections: Sequence[SourceSection], notes: Sequence[Block] = ()
    ) -> None:
        """Show these sections; ``notes`` belong to the clinician's part."""
        if not self.isVisible():
            self._back_to = self._page.focusWidget()
        self._title.setText(title)
        self._fill(sections, notes)
        self._extra.setChecked(False)
        self._stand()
        self.show()
        self.raise_()
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_drawer(self) -> None:
        """Put the drawer away."""
        if not self.isVisible():
            return
        self.hide()
        if self._back_to is not None and self._back_to.isVisible():
            self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Escape is the drawer's own while it is open, not a shortcut of the window."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _fill(self, sections: Sequence[SourceSection], notes: Sequence[Block]) -> None:
        inside = QWidget(self)
        inside.setProperty("role", "panel-inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Measure(self).px(12), 0)
        column.setSpacing(Measure(self).px(16))
        shown = []
        for section in sections:
            part = BlockColumn(inside)
            part.set_blocks(section.blocks, ". ".join(plain(section.blocks)))
            column.addWidget(part)
            shown.append(part)
        self.sections = tuple(shown)
        exact = [block for section in sections for block in section.clinician]
        blocks = (*exact, *notes)
        self._clinician.set_blocks(blocks, ". ".join(plain(blocks)))
        self._clinician.hide()
        for widget in (self._extra, self._clinician):
            widget.setParent(inside)
            column.addWidget(widget)
        self._extra.setVisible(bool(blocks))
        column.addStretch(1)
        before = self._area.takeWidget()
        self._area.setWidget(inside)
        if before is not None:
            before.deleteLater()

    def _show_clinician(self, shown: bool) -> None:
        self._clinician.setVisible(shown)

    def _stand(self) -> None:
        """Lie over the part of the page that can be seen, whatever scrolls."""
        host = self._host()
        if self.parentWidget() is not host:
            self.setParent(host)
            host.installEventFilter(self)
        self._place()

    def _place(self) -> None:
        host, measure = self._host(), Measure(self)
        width = min(host.width(), measure.px(WIDTH))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setGeometry(0 if rtl else host.width() - width, 0, width, host.height())
        side = measure.px(20)
        self._column.setContentsMargins(side, measure.px(16), measure.px(10), measure.px(10))

    def _host(self) -> QWidget:
        parent = self._page.parentWidget()
        while parent is not None:
            if isinstance(parent, QAbstractScrollArea):
                return parent
            parent = parent.parentWidget()
        return self._page
