"""The preview of a paper: its pages, and below them where one is and how large they are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.paper.pages import PaperPages
from sdm_aid.ui.paper.sheet import page_words
from sdm_aid.ui.paper.view import PaperView
from sdm_aid.ui.paper.zoom import LARGEST, SMALLEST, Fit, Zoom
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.button import Button, ButtonRole
from sdm_aid.ui.widgets.flow_layout import FlowLayout
from sdm_aid.ui.widgets.plain import button

if TYPE_CHECKING:
    from sdm_aid.application.ports import Jobs, Progress

ZOOM_KEYS = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Equal: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_0: 0,
}
"""With Ctrl: larger, smaller, the size of the printed page."""


class PaperPreview(QFrame):
    """Any PDF of ours to look through, by mouse and by keyboard. ``view`` holds the pages."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper-preview")
        self._jobs = jobs
        self._opening: bytes | None = None
        self.pages: PaperPages | None = None
        self.view = PaperView(jobs, self)
        self._bar = QFrame(self)
        self._bar.setObjectName("paper-bar")
        self._bar.setProperty("role", "bar")
        self._bar.setProperty("edge", "top")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._bar.setSizePolicy(policy)
        self._fill_bar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self._bar)
        self.view.moved.connect(self._on_moved)
        self._on_moved()

    def show_pdf(self, pdf: bytes) -> None:
        """Open a PDF off the GUI thread and show it from its first page on."""
        self._opening, self.pages = pdf, None
        self.view.show_pages(None)
        self._where.setText(_("The pages are being opened ..."))
        self._jobs.run(
            partial(_opened, pdf), done=partial(self._show, pdf), failed=partial(self._fail, pdf)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl with + - 0 zooms; the keys of the pages work from the bar as well."""
        step = ZOOM_KEYS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.view.step_zoom(step)
        elif event.key() in (
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
        ):
            self.view.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _fill_bar(self) -> None:
        flow = FlowLayout(self._bar, px(8))
        flow.setContentsMargins(px(16), px(6), px(16), px(6))
        self._where = self._words("paper-where", "strong", px(150))
        self._before = self._button(_("Previous page"), "paper-before")
        self._after = self._button(_("Next page"), "paper-after")
        self._smaller = self._button("−", "paper-smaller", "round", _("Smaller"))
        self._size = self._words("paper-size", "strong", px(64))
        self._size.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._larger = self._button("+", "paper-larger", "round", _("Larger"))
        self._fits: dict[Fit, Button] = {
            "width": self._button(_("Fit the width"), "paper-fit-width"),
            "page": self._button(_("Whole page"), "paper-fit-page"),
        }
        self._before.clicked.connect(partial(self._turn, -1))
        self._after.clicked.connect(partial(self._turn, 1))
        self._smaller.clicked.connect(partial(self.view.step_zoom, -1))
        self._larger.clicked.connect(partial(self.view.step_zoom, 1))
        for fit, made in self._fits.items():
            made.setCheckable(True)
            made.clicked.connect(partial(self._fit, fit))
        for widget in (self._where, self._before, self._after, self._smaller, self._size):
            flow.addWidget(widget)
        for widget in (self._larger, *self._fits.values()):
            flow.addWidget(widget)

    def _button(
        self, text: str, name: str, role: ButtonRole = "secondary", say: str = ""
    ) -> Button:
        made = button(text, role, name, self._bar)
        made.setAccessibleName(say or text)
        return made

    def _words(self, name: str, role: str, width: int) -> QLabel:
        made = QLabel(self._bar)
        made.setObjectName(name)
        made.setProperty("role", role)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setMinimumSize(width, px(44))
        return made

    def _turn(self, by: int) -> None:
        self.view.go_to(self.view.page + by)

    def _fit(self, fit: Fit) -> None:
        page = self.view.page
        self.view.set_zoom(Zoom(fit, self.view.factor))
        self.view.go_to(page)

    def _on_moved(self) -> None:
        view, pages = self.view, len(self.view.sheets)
        if pages:
            self._where.setText(page_words(view.page, pages))
        self._before.setEnabled(view.page > 0)
        self._after.setEnabled(view.page + 1 < pages)
        self._size.setText(_("{percent} %").format(percent=round(view.factor * 100)))
        self._smaller.setEnabled(bool(pages) and view.factor > SMALLEST)
        self._larger.setEnabled(bool(pages) and view.factor < LARGEST)
        for fit, made in self._fits.items():
            made.setChecked(view.zoom.fit == fit)

    def _show(self, pdf: bytes, pages: PaperPages) -> None:
        if pdf is not self._opening:
            return  # another paper was asked for meanwhile
        self.pages = pages
        self.view.show_pages(pages)

    def _fail(self, pdf: bytes, problem: Exception) -> None:
        if pdf is not self._opening:
            return
        self._where.setText(_("These pages cannot be shown. The file itself is as it was."))
        if not isinstance(problem, ValueError):
            raise problem


def _opened(pdf: bytes, _progress: Progress) -> PaperPages:
    return PaperPages(pdf)
