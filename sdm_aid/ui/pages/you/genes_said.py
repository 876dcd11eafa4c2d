"""You page, what CPIC says about the results entered: every column alike, plain beside original."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.domain.gene_reading import find
from sdm_aid.domain.genes import Genes
from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.letter_disc import LetterDisc
from sdm_aid.ui.widgets.plain import empty, label
from sdm_aid.wording.gene_statements import StatementWords, findings_on_testing, table_words
from sdm_aid.wording.genes import not_known, older_table

if TYPE_CHECKING:
    from sdm_aid.domain.gene_library import GeneLibrary
    from sdm_aid.ui.pages.base import Page


class GenesSaid(QWidget):
    """Sentences only: nothing on the table is hidden, blocked or moved by any of them."""

    def __init__(self, page: Page, library: GeneLibrary, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("genes-said")
        self._page, self._library = page, library
        self._shown: Genes | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))

    def render_genes(self, genes: Genes) -> None:
        """Say anew what follows from the results, and what does not."""
        if genes == self._shown:
            return
        self._shown = genes
        empty(self._column)
        self.setVisible(genes.entered)
        if not genes.entered:
            return
        library = self._library
        found = find(library, genes)
        table = table_words(self._page.content, library, found)
        for column in table.columns:
            if column.statements:
                self._head(column.name, column.letter)
                self._statements(column.statements)
        if table.elsewhere:
            self._head(_("Medicines that are not on this table"))
            self._statements(table.elsewhere)
        older, sure = older_table(library, genes)
        if older:
            self._say(older, "caution" if sure else "body", "genes-older")
        unknown = [*not_known(library, found, genes), table.silent]
        self._lines(_("What is not known"), unknown, "genes-unknown")
        self._lines(library.words("testing.heading"), self._testing(), "genes-testing")
        notes = [library.words(f"notes.{note}") for note in library.file.notes]
        closing = [*notes, library.words("place"), library.words("incomplete")]
        self._say(" ".join(closing), "caption", "genes-closing")

    def _testing(self) -> list[str]:
        return [f"{words} ({source})" for words, source in findings_on_testing(self._library)]

    def _head(self, name: str, letter: str = "") -> None:
        head = QWidget(self)
        line = QHBoxLayout(head)
        line.setContentsMargins(0, px(6), 0, 0)
        line.setSpacing(px(10))
        if letter:
            line.addWidget(LetterDisc(letter, head, size=28), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(name, "strong", head), 1, Qt.AlignmentFlag.AlignVCenter)
        self._column.addWidget(head)

    def _statements(self, statements: Iterable[StatementWords]) -> None:
        for one in statements:
            self._say(one.plain, "body", f"gene-said-{one.ids[0]}")
            self._say(f"{one.original} {one.own_words}", "caption", f"gene-original-{one.ids[0]}")

    def _lines(self, heading: str, lines: Iterable[str], name: str) -> None:
        words = [line for line in lines if line]
        if words:
            self._head(heading)
        for number, line in enumerate(words):
            self._say(line, "body", f"{name}-{number}")

    def _say(self, words: str, role: str, name: str) -> None:
        self._column.addWidget(label(words, role, self, name))
