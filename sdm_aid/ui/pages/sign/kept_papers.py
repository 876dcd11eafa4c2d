"""The papers of a sealed visit as they lie in the record, to be handed out again byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import button, label

if TYPE_CHECKING:
    from sdm_aid.application.record.handing_out import KeptPaper
    from sdm_aid.ui.pages.base import VisitContext

ChoosePlace = Callable[[str], Path | None]


class KeptPapersCard(Card):
    """Shows itself once the record has papers of this visit. ``choose_place`` asks for a file."""

    def __init__(
        self, context: VisitContext, parent: QWidget, choose_place: ChoosePlace | None = None
    ) -> None:
        super().__init__(_("In the clinic’s record"), parent)
        self.setObjectName("kept-papers")
        self._context = context
        self.choose_place = choose_place or self._ask
        self._words = label(
            _("The papers as they were sealed. Each handing out is written down."), "body", self
        )
        self.column.addWidget(self._words)
        self._buttons = QHBoxLayout()
        self.column.addLayout(self._buttons)
        self._said = label("", "soft", self, "kept-papers-said")
        self._said.hide()
        self.column.addWidget(self._said)
        self.hide()

    def look(self) -> None:
        """Read from the record what there is."""
        record = self._context.record
        if record is None:
            self.hide()
            return
        desk, visit, keeper = record.desk, record.visit, record.keeper

        def work(_progress: object) -> tuple[KeptPaper, ...]:
            from sdm_aid.application.record.handing_out import kept_papers

            keeper.flush(10)  # papers sealed just now may be on their way
            return kept_papers(desk.record, visit)

        self._context.jobs.run(work, done=self._show, failed=self._failed)

    def _show(self, papers: tuple[KeptPaper, ...]) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.deleteLater()
        names = {"plan": _("Save the plan again ..."), "handout": _("Save the handout again ...")}
        for paper in papers:
            words = names.get(paper.kind, paper.name)
            made = button(words, "secondary", f"kept-{paper.kind}", self)
            made.clicked.connect(partial(self._hand_out, paper))
            self._buttons.addWidget(made)
        self._buttons.addStretch(1)
        self.setVisible(bool(papers))

    def _hand_out(self, paper: KeptPaper) -> None:
        record, path = self._context.record, self.choose_place(paper.name)
        if record is None or path is None:
            return
        desk, visit = record.desk, record.visit

        def work(_progress: object) -> Path:
            from sdm_aid.application.record.handing_out import hand_out

            hand_out(desk.record, visit, paper.id, path)
            return path

        self._context.jobs.run(work, done=self._saved, failed=self._failed)

    def _saved(self, path: Path) -> None:
        self._say(_("Saved as {path}. The file is not encrypted.").format(path=path))

    def _failed(self, problem: Exception) -> None:
        from sdm_aid.wording.record import trouble_sentence

        sentence = trouble_sentence(problem)
        if not sentence and isinstance(problem, OSError):
            sentence = _("The file cannot be written there. Choose another folder.")
        self._say(sentence or _("The record could not be read."))
        self.show()
        if not sentence:
            raise problem

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.show()

    def _ask(self, name: str) -> Path | None:
        path, _kind = QFileDialog.getSaveFileName(
            self,
            _("Save a copy; the file is not encrypted"),
            str(Path.home() / name),
            "PDF (*.pdf)",
        )
        return Path(path) if path else None
