"""The stored papers of a signed visit, handed out again byte for byte."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.paper.papers_out import PapersOut
from sdm_aid.ui.record.patients.visit_line import Flow
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import button, label

if TYPE_CHECKING:
    from sdm_aid.application.ports import Jobs
    from sdm_aid.application.record.handing_out import KeptPaper
    from sdm_aid.ui.paper.paper import Paper


class PapersPanel(Card):
    """``wanted(str, object)``: a stored paper's id and the path to save it to; ``cancelled``."""

    wanted = Signal(str, object)
    cancelled = Signal()

    def __init__(
        self,
        papers: tuple[KeptPaper, ...],
        readable: tuple[Paper, ...],
        jobs: Jobs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Papers again"), parent)
        self.setObjectName("papers")
        words = _(
            "These are the papers as they were sealed, byte for byte. A file that is saved is not "
            "encrypted. That they were handed out is written down."
        )
        if not papers:
            words = _("No papers are kept of this visit.")
        self.column.addWidget(label(words, "body", self))
        self.out = PapersOut(jobs, "papers", self)
        self.out.said.connect(self.say)
        self.out.set_papers(readable)
        self.column.addWidget(self.out)
        row = Flow(self)
        for paper in papers:
            kind = _("Save the plan ...") if paper.kind == "plan" else _("Save the handout ...")
            made = button(kind, "secondary", f"paper-{paper.kind}", row)
            made.clicked.connect(partial(self._on_paper, paper))
            row.flow.addWidget(made)
        self._close = button(_("Close"), "quiet", "papers-close", row)
        self._close.clicked.connect(self.cancelled)
        row.flow.addWidget(self._close)
        self.column.addWidget(row)
        self._said = label("", "body", self, "papers-said")
        self._said.hide()
        self.column.addWidget(self._said)

    def first_focus(self) -> QWidget:
        """The way to print, else the first paper."""
        if self.out.papers:
            return self.out.print
        return self.findChild(QWidget, "paper-plan") or self._close

    def say(self, sentence: str) -> None:
        """What became of it."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def _on_paper(self, paper: KeptPaper) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self, _("Save the paper"), paper.name, _("PDF (*.pdf)")
        )
        if path:
            self.wanted.emit(paper.id, Path(path))


def saved_words(path: Path) -> str:
    """That a paper was saved, and where."""
    return _("Saved as {name} in {folder}.").format(name=path.name, folder=path.parent)


def not_saved_words(path: Path) -> str:
    """That a place takes no file."""
    return _("{folder} takes no file. Choose another place.").format(folder=path.parent)
