"""The papers of a sealed visit as they lie in the record, to be handed out again byte for byte."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.paper.handing import ChoosePlace, Handing
from sdm_aid.ui.paper.papers_out import PapersOut, out_paper
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import button, label

if TYPE_CHECKING:
    from sdm_aid.application.record.handing_out import KeptPaper
    from sdm_aid.ui.pages.base import VisitContext
    from sdm_aid.ui.paper.paper import Given, Paper
    from sdm_aid.ui.record_saver import RecordSaver


class KeptPapersCard(Card):
    """Shows itself once the record has papers of this visit.

    ``choose_place`` asks for a file. ``said(str)``: what came of handing one out.
    """

    said = Signal(str)

    def __init__(
        self, context: VisitContext, parent: QWidget, choose_place: ChoosePlace | None = None
    ) -> None:
        super().__init__(_("In the clinic’s record"), parent)
        self.setObjectName("kept-papers")
        self._context = context
        self._needed = True
        self._words = label(
            _("The papers as they were sealed. Each handing out is written down."), "body", self
        )
        self.column.addWidget(self._words)
        self.out = PapersOut(context.jobs, "kept", self)
        self.column.addWidget(self.out)
        self._handing = Handing(context.jobs, self, choose_place)
        self._handing.said.connect(self.said)
        self.out.said.connect(self.said)
        self._saves: list[QWidget] = []
        self._said = label("", "soft", self, "kept-papers-said")
        self._said.hide()
        self.column.addWidget(self._said)
        self.hide()

    @property
    def choose_place(self) -> ChoosePlace:
        """Asks for the place of a file."""
        return self._handing.choose_place

    @choose_place.setter
    def choose_place(self, ask: ChoosePlace) -> None:
        self._handing.choose_place = ask
        self.out.choose_place = ask

    def first_focus(self) -> QWidget | None:
        """The way to print, where there is something to print."""
        return None if self.isHidden() else self.out.print

    def set_needed(self, needed: bool) -> None:
        """Not while the papers that were sealed just now are at hand."""
        self._needed = needed
        if not needed:
            self.hide()

    def look(self) -> None:
        """Read from the record what there is."""
        record = self._context.record
        if record is None:
            self.hide()
            return
        work = partial(_kept, record, self._context)
        self._context.jobs.run(work, done=self._show, failed=self._failed)

    def _show(self, papers: tuple[Paper, ...]) -> None:
        for made in self._saves:
            made.hide()
            made.deleteLater()
        self._saves = [self._save_button(paper) for paper in papers]
        self.out.set_papers(papers)
        self.setVisible(bool(papers) and self._needed)

    def _save_button(self, paper: Paper) -> QWidget:
        names = {"plan": _("Save the plan again ..."), "handout": _("Save the handout again ...")}
        made = button(names.get(paper.kind, paper.name), "secondary", f"kept-{paper.kind}", self)
        made.clicked.connect(partial(self._handing.save, paper))
        self.out.row.addWidget(made)
        return made

    def _failed(self, problem: Exception) -> None:
        from sdm_aid.wording.record import trouble_sentence

        sentence = trouble_sentence(problem)
        self._say(sentence or _("The record could not be read."))
        self.setVisible(self._needed)
        if not sentence:
            raise problem

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.show()


def _kept(record: RecordSaver, context: VisitContext, _progress: object) -> tuple[Paper, ...]:
    from sdm_aid.application.plan_as_text import plan_as_text
    from sdm_aid.application.record.handing_out import kept_bytes, kept_papers

    desk, visit = record.desk, record.visit
    record.keeper.flush(10)  # papers sealed just now may be on their way
    text = partial(plan_as_text, content=context.content)
    found = []
    for paper in kept_papers(desk.record, visit):
        data = kept_bytes(desk.record, paper.id)
        given = partial(_given, record, paper, data)
        found.append(out_paper(paper.kind, paper.name, data, text, given))
    return tuple(found)


def _given(record: RecordSaver, paper: KeptPaper, data: bytes, _how: Given) -> None:
    from sdm_aid.application.record.handing_out import note_given

    note_given(record.desk.record, record.visit, paper, data)
