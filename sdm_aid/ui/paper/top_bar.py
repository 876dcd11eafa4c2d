"""The bar above a paper: which one, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.flow_layout import FlowLayout
from sdm_aid.ui.widgets.plain import button, label

if TYPE_CHECKING:
    from sdm_aid.ui.paper.paper import Paper


class TopBar(QFrame):
    """``paper_chosen(str)``: the kind of another paper to look at."""

    paper_chosen = Signal(str)

    def __init__(self, papers: tuple[Paper, ...], can_cover: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paper-top")
        self.setProperty("role", "bar")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(8), px(16), px(8))
        row.setSpacing(px(16))
        flow = FlowLayout(None, px(8))
        row.addLayout(flow, 1)
        self._title = label("", "h2", self, "paper-title")
        self._title.setWordWrap(False)
        self._title.setMinimumHeight(px(44))
        self._chips = {
            paper.kind: button(paper.title, "chip", f"paper-show-{paper.kind}", self)
            for paper in papers
        }
        for kind, chip in self._chips.items():
            chip.setCheckable(True)
            chip.clicked.connect(partial(self.paper_chosen.emit, kind))
            chip.setVisible(len(papers) > 1)
        self._title.setVisible(len(papers) == 1)
        self.print = button(_("Print ..."), "secondary", "paper-print", self)
        self.save = button(_("Save as ..."), "secondary", "paper-save", self)
        self.copy = button(_("Copy as text"), "secondary", "paper-copy", self)
        self.cover = button(_("Cover"), "secondary", "paper-cover", self)
        self.cover.setVisible(can_cover)
        self.close_button = button(_("Close"), "secondary", "paper-close", self)
        self.close_button.setAccessibleName(_("Close the papers"))
        for widget in (self._title, *self._chips.values(), self.print, self.save, self.copy):
            flow.addWidget(widget)
        for widget in (self.cover, self.close_button):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def show_paper(self, paper: Paper) -> None:
        """This is the one on view."""
        self._title.setText(paper.title)
        for kind, chip in self._chips.items():
            chip.setChecked(kind == paper.kind)
        self.copy.setVisible(paper.text is not None)
        for made in (self.print, self.save):
            made.setVisible(not paper.draft)
