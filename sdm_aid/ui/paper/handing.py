"""Handing a paper out as a file or as text; each says what it did and who can read it now."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from sdm_aid.application.paper_file import not_saved_sentence, save_paper, saved_sentence
from sdm_aid.i18n import _

if TYPE_CHECKING:
    from sdm_aid.application.ports import Jobs, Progress
    from sdm_aid.ui.paper.paper import Paper

ChoosePlace = Callable[[str], Path | None]


class Handing(QObject):
    """``said(str)``: what became of it. ``choose_place`` asks where a file of this name goes."""

    said = Signal(str)

    def __init__(self, jobs: Jobs, over: QWidget, choose_place: ChoosePlace | None = None) -> None:
        super().__init__(over)
        self._jobs, self._over = jobs, over
        self.choose_place = choose_place or self._ask

    def save(self, paper: Paper) -> None:
        """Ask where to, then write the file by a job."""
        path = self.choose_place(paper.name)
        if path is not None:
            self._jobs.run(
                partial(_saved, paper, path),
                done=self._on_saved,
                failed=partial(self._on_not_saved, path),
            )

    def copy(self, paper: Paper) -> None:
        """Put the paper's words on the clipboard."""
        if paper.text is not None:
            self._jobs.run(partial(_text, paper), done=self._on_text, failed=self._on_not_copied)

    def _on_saved(self, path: Path) -> None:
        self.said.emit(saved_sentence(path))

    def _on_not_saved(self, path: Path, problem: Exception) -> None:
        if isinstance(problem, OSError):
            self.said.emit(not_saved_sentence(problem, path))
            return
        self._unexpected(problem, _("The paper could not be saved. Nothing is lost."))

    def _on_text(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.said.emit(
            _(
                "Copied as text: paste it into the clinic’s record system. Other programs on this "
                "computer can read what was copied, so copy something else afterwards."
            )
        )

    def _on_not_copied(self, problem: Exception) -> None:
        self._unexpected(problem, _("The text could not be made. Nothing is lost."))

    def _unexpected(self, problem: Exception, otherwise: str) -> None:
        from sdm_aid.application.plan_as_text import NoPlanText
        from sdm_aid.wording.record import trouble_sentence

        known = isinstance(problem, NoPlanText)
        sentence = str(problem) if known else trouble_sentence(problem)
        self.said.emit(sentence or otherwise)
        if not sentence:
            raise problem

    def _ask(self, name: str) -> Path | None:
        path, _kind = QFileDialog.getSaveFileName(
            self._over,
            _("Save a copy; the file is not encrypted"),
            str(Path.home() / name),
            _("PDF (*.pdf)"),
        )
        return Path(path) if path else None


def _saved(paper: Paper, path: Path, _progress: Progress) -> Path:
    given = partial(paper.given, "saved") if paper.given is not None else None
    return save_paper(path, paper.pdf, given)


def _text(paper: Paper, _progress: Progress) -> str:
    text = paper.text() if paper.text is not None else ""
    if paper.given is not None:
        paper.given("copied")
    return text
