"""Papers over the window: to look through, to print, to save, to copy; and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.paper.handing import ChoosePlace, Handing
from sdm_aid.ui.paper.preview import PaperPreview
from sdm_aid.ui.paper.print_card import PrintCard
from sdm_aid.ui.paper.print_run import AskSystem, PrintRun
from sdm_aid.ui.paper.told import Told
from sdm_aid.ui.paper.top_bar import TopBar

if TYPE_CHECKING:
    from sdm_aid.application.ports import Jobs
    from sdm_aid.ui.paper.paper import Paper

_CARD = 20
"""The print card is this many text heights wide."""
_LEAST = 16
"""Where less than this many text heights are left beside it, the preview makes room."""


@runtime_checkable
class Coverable(Protocol):
    """A window that can be blanked at once."""

    def set_cover(self, up: bool, *, rest: bool = False) -> None:
        """Blank it, or show again what was there."""


class PaperOverlay(QFrame):
    """Lies over the room it was opened from, so that the cover hides it with all the rest.

    ``closed`` when it was put away; nothing can be reached behind it meanwhile.
    """

    closed = Signal()

    def __init__(
        self,
        papers: tuple[Paper, ...],
        parent: QWidget,
        jobs: Jobs,
        *,
        choose_place: ChoosePlace | None = None,
        ask_system: AskSystem | None = None,
    ) -> None:
        self._room = room_of(parent)
        super().__init__(self._room)
        self.setObjectName("paper-overlay")
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._papers, self.paper = papers, papers[0]
        self._before = QApplication.focusWidget()
        self._busy = False
        self.bar = TopBar(papers, isinstance(self.window(), Coverable), self)
        self.notice = Told("paper-notice", self)
        self.preview = PaperPreview(jobs, self)
        self._given = tuple(paper for paper in papers if not paper.draft)
        self.card = PrintCard(self._given, self)
        self.run = PrintRun(self.card, self._given, jobs, ask_system)
        self.handing = Handing(jobs, self, choose_place)
        self._connect()
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.preview, 1)
        middle.addWidget(self.card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.notice)
        column.addLayout(middle, 1)
        self.card.hide()
        self._room.installEventFilter(self)

    def bring(self, kind: str = "", *, to_print: bool = False) -> None:
        """Come up with a paper (the first, if none is named), with the print card or without."""
        self.setGeometry(self._room.rect())
        self.show()
        self.raise_()
        self.show_paper(kind or self.papers_kinds[0])
        self.preview.view.setFocus()
        if to_print:
            self.open_printing()

    @property
    def papers_kinds(self) -> tuple[str, ...]:
        """What there is to look at."""
        return tuple(paper.kind for paper in self._papers)

    def show_paper(self, kind: str) -> None:
        """Show this paper's pages."""
        self.paper = next(paper for paper in self._papers if paper.kind == kind)
        self.bar.show_paper(self.paper)
        self.preview.setAccessibleName(self.paper.title)
        self.preview.show_pdf(self.paper.pdf)

    def open_printing(self) -> None:
        """Bring the print card, if there is something to print."""
        if not self._given:
            return
        self.card.show()
        self._share()
        self.card.close_button.setFocus()
        self.run.look()

    def close_printing(self) -> None:
        """Put the print card away, unless something is being printed."""
        if not self._busy:
            self.card.hide()
            self._share()
            self.preview.view.setFocus()

    def put_away(self) -> None:
        """Back to what was there before; stays while something is being printed."""
        if self._busy:
            return
        self._room.removeEventFilter(self)
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self.closed.emit()
        self.deleteLater()

    def may_close(self) -> bool:
        """Whether the window may close; not while something is printed, which is said."""
        if self._busy:
            self.notice.say(_staying(), trouble=True)
        return not self._busy

    def event(self, event: QEvent) -> bool:
        """Keys mean what they mean here; only the cover key goes through."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() != Qt.Key.Key_F9:
                event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back, Ctrl+P and Ctrl+S as everywhere; the rest is the preview's."""
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        elif ctrl and event.key() == Qt.Key.Key_P:
            self.open_printing()
        elif ctrl and event.key() == Qt.Key.Key_S:
            self._on_save()
        else:
            self.preview.keyPressEvent(event)
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802  (Qt's name)
        """Tab stays in here: what lies behind cannot be seen."""
        ordered: list[QWidget] = []
        at = self.nextInFocusChain()
        while at is not None and at is not self:
            if self.isAncestorOf(at) and self._stops_at(at):
                ordered.append(at)
            at = at.nextInFocusChain()
        if not ordered:
            return False
        here = QApplication.focusWidget()
        place = ordered.index(here) if here in ordered else (-1 if forward else 0)
        following = ordered[(place + (1 if forward else -1)) % len(ordered)]
        following.setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the room's size."""
        if event.type() == QEvent.Type.Resize and watched is self._room:
            self.setGeometry(self._room.rect())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share()

    def _stops_at(self, found: QWidget) -> bool:
        tab = Qt.FocusPolicy.TabFocus
        return bool(found.focusPolicy() & tab) and found.isVisibleTo(self) and found.isEnabled()

    def _share(self) -> None:
        unit = self.fontMetrics().height()
        narrow = self.width() < (_CARD + _LEAST) * unit
        self.card.setFixedWidth(self.width() if narrow else _CARD * unit)
        alone = narrow and not self.card.isHidden()
        self.preview.setHidden(alone)
        self.bar.setHidden(alone)

    def _back(self) -> None:
        if self.card.isHidden():
            self.put_away()
        else:
            self.close_printing()

    def _connect(self) -> None:
        self.bar.paper_chosen.connect(self.show_paper)
        self.bar.print.clicked.connect(self.open_printing)
        self.bar.save.clicked.connect(self._on_save)
        self.bar.copy.clicked.connect(self._on_copy)
        self.bar.close_button.clicked.connect(self.put_away)
        self.bar.cover.clicked.connect(self._on_cover)
        self.card.close_button.clicked.connect(self.close_printing)
        self.card.save.clicked.connect(self._on_save)
        self.run.running.connect(self._on_running)
        self.handing.said.connect(self.notice.say)

    def _on_save(self) -> None:
        if not self.paper.draft:
            self.handing.save(self.paper)

    def _on_copy(self) -> None:
        self.handing.copy(self.paper)

    def _on_cover(self) -> None:
        window = self.window()
        if isinstance(window, Coverable):
            window.set_cover(True)

    def _on_running(self, running: bool) -> None:
        self._busy = running
        if not running and self.notice.accessibleName() == _staying():
            self.notice.say("")
        self.bar.close_button.setEnabled(not running)


def _staying() -> str:
    return _(
        "Papers are being printed, so the window stays open. Wait until they are, or stop printing."
    )


def room_of(widget: QWidget) -> QWidget:
    """What is shown or hidden as one: a visit, a screen; otherwise the window."""
    found = widget
    while (above := found.parentWidget()) is not None and above.objectName() != "rooms":
        found = above
    return found
