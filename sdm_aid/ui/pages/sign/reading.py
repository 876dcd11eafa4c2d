"""Read it together: the real pages of the plan, one at a time, as they will be printed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.pages.sign.unprintable_notice import UnprintableNotice
from sdm_aid.ui.paper.sheet import page_words
from sdm_aid.ui.theme.metrics import px, theme_colour
from sdm_aid.ui.widgets.flow_layout import FlowLayout
from sdm_aid.ui.widgets.plain import button, label

if TYPE_CHECKING:
    from datetime import datetime

    from sdm_aid.application.ports import Jobs, Progress
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.journal import Journal
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.ui.pages.base import VisitContext
    from sdm_aid.ui.paper.pages import PaperPages
    from sdm_aid.ui.paper.paper import Paper

NARROWEST = 600
"""Pixels across a page picture, where the view is narrower or not laid out yet."""
REST_MS = 500
"""The pages are made anew when nothing was changed for so long."""
A4 = 2**0.5


class PagePicture(NamedTuple):
    """One page: its picture, and its words for screen readers."""

    image: QImage
    words: str


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
    """One page with Previous and Next; made anew a moment after something changed.

    Only the page on view is kept as a picture: the next one takes a blink to make.
    """

    def __init__(self, context: VisitContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._jobs: Jobs = context.jobs
        self._pages: PaperPages | None = None
        self._made_of: Consultation | None = None
        self._busy = False
        self._page = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self._top())
        self._unprintable = UnprintableNotice(context, self)
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
        if self._page:
            self._turn(-self._page)

    def _top(self) -> QWidget:
        holder = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        line = FlowLayout(holder, px(8))
        self._where = label("", "strong", self, "plan-page-number")
        self._where.setMinimumHeight(px(44))
        self._before = button(_("Previous page"), "secondary", "plan-page-before", self)
        self._after = button(_("Next page"), "secondary", "plan-page-after", self)
        self._all = button(_("All pages, larger ..."), "secondary", "plan-pages-all", self)
        self._all.setAccessibleDescription(_("The plan and the handout, to look through"))
        self._before.clicked.connect(partial(self._turn, -1))
        self._after.clicked.connect(partial(self._turn, 1))
        self._all.clicked.connect(self._on_all)
        for widget in (self._where, self._before, self._after, self._all):
            line.addWidget(widget)
        return holder

    def _turn(self, by: int) -> None:
        self._page = min(max(self._page + by, 0), max(0, self._count - 1))
        self._draw()

    @property
    def _count(self) -> int:
        return 0 if self._pages is None else len(self._pages)

    def _show(self, picture: PagePicture | None = None) -> None:
        """Set the line on top; show a picture, or keep the one that is there."""
        pages = self._count
        words = _("The plan is being laid out ...")
        if pages:
            words = page_words(self._page, pages)
        self._where.setText(words)
        self._before.setEnabled(self._page > 0)
        self._after.setEnabled(self._page + 1 < pages)
        if picture is not None or not pages:
            self._view.show_picture(picture, words)

    def _draw(self) -> None:
        """Have the picture of the page made that is wanted now."""
        self._show()
        if self._pages is None:
            return
        # as wide as it is shown, so that drawing it costs no scaling
        width = max(NARROWEST, round(self._view.width() * self.devicePixelRatioF()))
        pages, page = self._pages, self._page
        self._jobs.run(
            partial(_picture, pages, page, width),
            done=partial(self._on_drawn, pages, page),
            failed=self._on_failed,
        )

    def _on_drawn(self, pages: PaperPages, page: int, picture: PagePicture) -> None:
        if pages is self._pages and page == self._page:
            self._show(picture)

    def _start(self) -> None:
        if self._busy:
            return
        state, session = self._context.bridge.state, self._context.bridge.session
        work = partial(_pages_of, self._context.content, state, session.journal, session.now())
        self._busy = True
        self._jobs.run(work, done=partial(self._on_done, state), failed=self._on_failed)

    def _on_done(self, state: Consultation, pages: PaperPages) -> None:
        self._busy = False
        self._made_of, self._pages = state, pages
        self._unprintable.look(state)
        self._turn(0)
        if self.isVisible() and self._context.bridge.state != state:
            self._timer.start(REST_MS)

    def _on_all(self) -> None:
        """Plan and handout as they stand, over the visit."""
        from sdm_aid.ui.pages.sign.drafts import drafts

        state, session = self._context.bridge.state, self._context.bridge.session
        work = partial(drafts, self._context.content, state, session.journal, session.now())
        self._all.setEnabled(False)
        self._jobs.run(work, done=self._on_drafts, failed=self._on_no_drafts)

    def _on_drafts(self, papers: tuple[Paper, ...]) -> None:
        from sdm_aid.ui.paper.opening import open_papers

        self._all.setEnabled(True)
        if self.isVisible():
            self._all.setFocus()  # where one comes back to
            open_papers(papers, self, jobs=self._jobs)

    def _on_no_drafts(self, problem: Exception) -> None:
        self._all.setEnabled(True)
        self._on_failed(problem)

    def _on_failed(self, problem: Exception) -> None:
        self._busy = False
        self._pages = None
        self._show()
        self._where.setText(_("The plan could not be laid out. What you wrote is kept."))
        raise problem


def _pages_of(
    content: DecisionContent,
    state: Consultation,
    journal: Journal,
    now: datetime,
    _progress: Progress,
) -> PaperPages:
    from sdm_aid.application.export_plan import plan_bytes
    from sdm_aid.ui.paper.pages import PaperPages

    return PaperPages(plan_bytes(content, state, journal, now))


def _picture(pages: PaperPages, page: int, width: int, _progress: Progress) -> PagePicture:
    size = pages.sizes[page]
    whole = QSize(width, round(width * size.height() / size.width()))
    return PagePicture(pages.picture(page, whole), pages.words[page])
