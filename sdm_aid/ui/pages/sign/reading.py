"""Read it together: the real pages of the plan, one at a time, as they will be printed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import px, theme_colour
from sdm_aid.ui.widgets.notice import Notice
from sdm_aid.ui.widgets.plain import button, label

if TYPE_CHECKING:
    from datetime import datetime

    from sdm_aid.application.ports import Jobs, Progress
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.journal import Journal
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.ui.pages.base import VisitContext
    from sdm_aid.ui.preview import PagePicture

NARROWEST = 600
"""Pixels across a page picture, where the view is narrower or not laid out yet."""
REST_MS = 500
"""The pages are made anew when nothing was changed for so long."""
A4 = 2**0.5


class PageView(QWidget):
    """One page as paper: always light, as wide as there is room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("plan-page")
        self.picture: PagePicture | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, picture: PagePicture | None, name: str) -> None:
        """Show a page, or an empty sheet while it is being made."""
        self.picture = picture
        self.setAccessibleName(name)
        self.setAccessibleDescription(picture.words if picture else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A sheet of some 30 text heights across."""
        return QSize(px(560), self.heightForWidth(px(560)))

    def minimumSizeHint(self) -> QSize:
        """Small enough for a narrow window."""
        return QSize(px(220), px(220))

    def heightForWidth(self, width: int) -> int:
        """The page's own shape, A4 before there is one."""
        if self.picture is None:
            return round(width * A4)
        size = self.picture.image.size()
        return round(width * size.height() / size.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another height."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet and the page on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        height = min(self.height(), self.heightForWidth(self.width()))
        sheet = self.rect()
        sheet.setHeight(height)
        if self.picture is not None:
            painter.drawImage(sheet, self.picture.image)
        else:
            painter.fillRect(sheet, theme_colour("surface"))
        painter.setPen(theme_colour("line_rule"))
        painter.drawRect(sheet.adjusted(0, 0, -1, -1))
        painter.end()


class Reading(QWidget):
    """One page with Previous and Next; made anew a moment after something changed."""

    def __init__(self, context: VisitContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._jobs: Jobs = context.jobs
        self._pictures: tuple[PagePicture, ...] = ()
        self._made_of: Consultation | None = None
        self._busy = False
        self._page = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(self._top())
        self._unprintable = Notice(parent=self)
        self._unprintable.setObjectName("plan-unprintable")
        self._unprintable.set_kind("caution")
        self._unprintable.set_words("", "")
        column.addWidget(self._unprintable)
        self._view = PageView(self)
        column.addWidget(self._view)
        column.addStretch(1)

    def render_state(self, state: Consultation) -> None:
        """Where the pages are on view, make them anew after a moment."""
        if self.isVisible() and state != self._made_of:
            self._timer.start(REST_MS)

    def begin(self) -> None:
        """The pages come into view: make them now if they are not those of this state."""
        self._show()
        if self._context.bridge.state != self._made_of:
            self._timer.start(0)

    def reset(self) -> None:
        """Go back to the first page."""
        self._page = 0
        self._show()

    def _top(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(px(8))
        self._where = label("", "strong", self, "plan-page-number")
        self._before = button(_("Previous page"), "secondary", "plan-page-before", self)
        self._after = button(_("Next page"), "secondary", "plan-page-after", self)
        self._before.clicked.connect(partial(self._turn, -1))
        self._after.clicked.connect(partial(self._turn, 1))
        line.addWidget(self._where, 1)
        line.addWidget(self._before)
        line.addWidget(self._after)
        return line

    def _turn(self, by: int) -> None:
        self._page = min(max(self._page + by, 0), max(0, len(self._pictures) - 1))
        self._show()

    def _show(self) -> None:
        pages = len(self._pictures)
        words = _("The plan is being laid out ...")
        if pages:
            words = _("Page {page} of {pages}").format(page=self._page + 1, pages=pages)
        self._where.setText(words)
        self._before.setEnabled(self._page > 0)
        self._after.setEnabled(self._page + 1 < pages)
        self._view.show_picture(self._pictures[self._page] if pages else None, words)

    def _start(self) -> None:
        if self._busy:
            return
        state = self._context.bridge.state
        session = self._context.bridge.session
        # as wide as it is shown, so that drawing it costs no scaling
        width = max(NARROWEST, round(self._view.width() * self.devicePixelRatioF()))
        work = partial(
            _read_from, self._context.content, state, session.journal, session.now(), width
        )
        self._busy = True
        self._jobs.run(work, done=partial(self._on_done, state), failed=self._on_failed)

    def _on_done(self, state: Consultation, made: tuple[tuple[PagePicture, ...], str]) -> None:
        self._busy = False
        pictures, unprintable = made
        self._made_of, self._pictures = state, pictures
        self._unprintable.set_words("", unprintable)
        self._page = min(self._page, max(0, len(pictures) - 1))
        self._show()
        if self.isVisible() and self._context.bridge.state != state:
            self._timer.start(REST_MS)

    def _on_failed(self, problem: Exception) -> None:
        self._busy = False
        self._pictures = ()
        self._show()
        self._where.setText(_("The plan could not be laid out. What you wrote is kept."))
        raise problem


def _read_from(
    content: DecisionContent,
    state: Consultation,
    journal: Journal,
    now: datetime,
    width: int,
    _progress: Progress,
) -> tuple[tuple[PagePicture, ...], str]:
    """The pages, and what they and the handout cannot print: it can still be changed here."""
    from sdm_aid.application.export_plan import plan_bytes
    from sdm_aid.application.unprintable import unprintable_sentence, unprintable_words
    from sdm_aid.ui.preview import page_pictures

    told = unprintable_sentence(unprintable_words(content, state, now))
    return page_pictures(plan_bytes(content, state, journal, now), width), told
