"""Handing out the papers of a sealed visit: print, look at the pages, copy as text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.paper.handing import ChoosePlace, Handing
from sdm_aid.ui.paper.opening import open_papers
from sdm_aid.ui.paper.paper import Given, Paper
from sdm_aid.ui.paper.told import Told
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.flow_layout import FlowLayout
from sdm_aid.ui.widgets.plain import button

if TYPE_CHECKING:
    from collections.abc import Callable

    from sdm_aid.ui.pages.base import VisitContext


class PapersOut(QWidget):
    """One row of buttons and a line that says what came of it; hidden without papers."""

    def __init__(self, context: VisitContext, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.papers: tuple[Paper, ...] = ()
        self.choose_place: ChoosePlace | None = None
        self._handing = Handing(context.jobs, self)
        self.print = button(_("Print ..."), "primary", f"{name}-print", self)
        self.look = button(_("Look at the pages"), "secondary", f"{name}-look", self)
        self.copy = button(_("Copy the plan as text"), "secondary", f"{name}-copy", self)
        self._told = Told(f"{name}-told", self)
        self._told.set_words("", "")
        row = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        self.row = FlowLayout(row, px(10))
        for made in (self.print, self.look, self.copy):
            self.row.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(row)
        column.addWidget(self._told)
        self.print.clicked.connect(partial(self._open, True))
        self.look.clicked.connect(partial(self._open, False))
        self.copy.clicked.connect(self._on_copy)
        self._handing.said.connect(self.say)
        self.hide()

    def set_papers(self, papers: tuple[Paper, ...]) -> None:
        """These can be handed out; none: nothing can."""
        self.papers = papers
        self.copy.setVisible(any(paper.text for paper in papers))
        self._told.set_words("", "")
        self.setVisible(bool(papers))

    def say(self, sentence: str) -> None:
        """What became of it."""
        self._told.say(sentence)

    def _open(self, to_print: bool) -> None:
        open_papers(
            self.papers,
            self,
            to_print=to_print,
            jobs=self.context.jobs,
            choose_place=self.choose_place,
        )

    def _on_copy(self) -> None:
        for paper in self.papers:
            if paper.text is not None:
                self._handing.copy(paper)
                return


def out_paper(
    context: VisitContext,
    kind: str,
    name: str,
    data: bytes,
    given: Callable[[Given], None] | None = None,
) -> Paper:
    """A paper of this visit; the plan can be copied as text."""
    titles = {"plan": _("The plan"), "handout": _("The handout")}
    text = partial(_plan_text, context, data) if kind == "plan" else None
    return Paper(kind, titles.get(kind, name), name, data, text=text, given=given)


def _plan_text(context: VisitContext, data: bytes) -> str:
    from sdm_aid.application.plan_as_text import plan_as_text

    return plan_as_text(data, context.content)
