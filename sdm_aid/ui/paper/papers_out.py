"""Handing out the papers of a sealed visit, wherever they lie: print, look at, copy as text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.paper.handing import ChoosePlace, Handing
from sdm_aid.ui.paper.opening import open_papers
from sdm_aid.ui.paper.paper import Given, Paper
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.flow_layout import FlowLayout
from sdm_aid.ui.widgets.plain import button

if TYPE_CHECKING:
    from collections.abc import Callable

    from sdm_aid.application.ports import Jobs


class PapersOut(QWidget):
    """One row of buttons, hidden without papers. ``said(str)``: what came of it."""

    said = Signal(str)

    def __init__(self, jobs: Jobs, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.papers: tuple[Paper, ...] = ()
        self.choose_place: ChoosePlace | None = None
        self._handing = Handing(jobs, self)
        self.print = button(_("Print ..."), "primary", f"{name}-print", self)
        self.look = button(_("Look at the pages"), "secondary", f"{name}-look", self)
        self.copy = button(_("Copy the plan as text"), "secondary", f"{name}-copy", self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.row = FlowLayout(self, px(10))
        for made in (self.print, self.look, self.copy):
            self.row.addWidget(made)
        self.print.clicked.connect(partial(self._open, True))
        self.look.clicked.connect(partial(self._open, False))
        self.copy.clicked.connect(self._on_copy)
        self._handing.said.connect(self.said)
        self.hide()

    def set_papers(self, papers: tuple[Paper, ...]) -> None:
        """These can be handed out; none: nothing can."""
        self.papers = papers
        self.copy.setVisible(any(paper.text for paper in papers))
        self.setVisible(bool(papers))

    def _open(self, to_print: bool) -> None:
        open_papers(
            self.papers,
            self,
            to_print=to_print,
            jobs=self._jobs,
            choose_place=self.choose_place,
        )

    def _on_copy(self) -> None:
        for paper in self.papers:
            if paper.text is not None:
                self._handing.copy(paper)
                return


def out_paper(
    kind: str,
    name: str,
    data: bytes,
    plan_text: Callable[[bytes], str],
    given: Callable[[Given], None] | None = None,
) -> Paper:
    """A paper of a visit; ``plan_text`` gives the words of a sealed plan, on a job’s thread."""
    titles = {"plan": _("The plan"), "handout": _("The handout")}
    text = partial(plan_text, data) if kind == "plan" else None
    return Paper(kind, titles.get(kind, name), name, data, text=text, given=given)
