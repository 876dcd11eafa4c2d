"""After sealing: the way to print, where the files are, what our own check says about them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.i18n.formats import date_and_time
from sdm_aid.ui.pages.sign.kept_papers import KeptPapersCard
from sdm_aid.ui.pages.sign.parts import bare_column
from sdm_aid.ui.paper.papers_out import PapersOut, out_paper
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.notice import Notice
from sdm_aid.ui.widgets.plain import button, empty, label

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.ui.pages.base import VisitContext
    from sdm_aid.ui.pages.sign.seal_job import Sealing


class SealedView(QWidget):
    """A sealed plan takes nothing more; from here it is printed, looked at, copied.

    ``said(str)``: what came of handing a paper out.
    """

    said = Signal(str)

    def __init__(self, context: VisitContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sealed-view")
        self.kept = KeptPapersCard(context, self)
        self.folder: Path | None = None
        self._content = context.content
        column = bare_column(self)
        column.setSpacing(px(12))
        card = Card(_("The plan is sealed and saved"), self)
        self._when = label("", "lead", card, "sealed-when")
        card.column.addWidget(self._when)
        self.out = PapersOut(context.jobs, "sealed", card)
        self.out.said.connect(self.said)
        self.kept.said.connect(self.said)
        card.column.addWidget(self.out)
        self._files = QVBoxLayout()
        self._files.setSpacing(px(4))
        card.column.addLayout(self._files)
        self.open_button = button(_("Open the folder"), "secondary", "sealed-open", card)
        self.open_button.clicked.connect(self.open_folder)
        card.column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._check = Card(_("We checked the file on the disk"), self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(4))
        self._check.column.addLayout(self._lines)
        for widget in (card, self._check, self.kept, _warning(self), _meaning(self)):
            column.addWidget(widget)
        column.addStretch(1)
        self.forget()

    def first_focus(self) -> QWidget:
        """What most people do next: print."""
        if self.out.papers:
            return self.out.print
        return self.kept.first_focus() or self

    def render_state(self, state: Consultation) -> None:
        """Set when and under which name the plan was sealed."""
        words = ""
        if state.seal is not None and not self._when.text():
            self.kept.look()
        if state.seal is not None:
            words = _("{file}, sealed {when}").format(
                file=state.seal.file_name, when=date_and_time(state.seal.at.astimezone())
            )
        self._when.setText(words)

    def show_sealing(self, sealing: Sealing) -> None:
        """Show where the files are and what the check found."""
        result = sealing.result
        self.folder = result.plan.parent
        empty(self._files)
        empty(self._lines)
        papers = [(_("The plan"), result.plan), (_("The handout"), result.handout)]
        if result.visit is not None:
            papers.append((_("The visit, for this program"), result.visit))
        for number, (name, path) in enumerate(papers):
            words = _("{paper}: {path}").format(paper=name, path=path)
            made = label(words, "body", self, f"sealed-file-{number}")
            made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._files.addWidget(made)
        for number, line in enumerate(sealing.verdict):
            role = "strong" if number == 0 else "body"
            self._lines.addWidget(label(line, role, self, f"sealed-check-{number}"))
        text = partial(_plan_text, self._content)
        papers_out = (out_paper(kind, name, data, text) for kind, name, data in result.papers)
        self.out.set_papers(tuple(papers_out))
        self.kept.set_needed(False)  # what was sealed just now is at hand
        self.open_button.show()
        self._check.show()

    def forget(self) -> None:
        """Nothing was sealed at this page, or it was long ago."""
        self.folder = None
        empty(self._files)
        empty(self._lines)
        self.out.set_papers(())
        self.kept.set_needed(True)
        self.open_button.hide()
        self._check.hide()

    def open_folder(self) -> None:
        """Show the folder in the desktop's own way."""
        if self.folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))


def _plan_text(content: DecisionContent, data: bytes) -> str:
    from sdm_aid.application.plan_as_text import plan_as_text

    return plan_as_text(data, content)


def _warning(parent: QWidget) -> Notice:
    warning = Notice(parent=parent)
    warning.setObjectName("sealed-warning")
    warning.set_kind("caution")
    warning.set_words(
        _("The files are not encrypted."),
        _("Keep them where only those who should read them can. Nothing was sent anywhere."),
    )
    return warning


def _meaning(parent: QWidget) -> QWidget:
    words = _(
        "Signing recorded that this talk took place. It is not by itself consent to a procedure, "
        "and the patient can change their mind at any time."
    )
    return label(words, "soft", parent)
