"""You page, what CPIC says about the results entered: every column alike, plain beside original."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.domain.gene_reading import find
from sdm_aid.domain.genes import Genes
from sdm_aid.i18n import _
from sdm_aid.ui.models.blocks import Block, plain
from sdm_aid.ui.pages.compare.column import BlockColumn
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.plain import empty, label
from sdm_aid.wording.gene_statements import StatementWords, findings_on_testing, table_words
from sdm_aid.wording.genes import not_known, older_table

if TYPE_CHECKING:
    from sdm_aid.domain.gene_library import GeneLibrary
    from sdm_aid.ui.pages.base import Page


class GenesSaid(QWidget):
    """Sentences only: nothing on the table is hidden, blocked or moved by any of them.

    Painted as the table's cells are: dozens of wrapping labels would take seconds to lay out.
    """

    def __init__(self, page: Page, library: GeneLibrary, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("genes-said")
        self._page, self._library = page, library
        self._shown: Genes | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(10))

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
                part = self._part(f"genes-{column.letter}", _blocks(column.statements))
                part.set_caption(column.letter, column.name)
        self._points("genes-elsewhere", _("Medicines that are not on this table"),
                     _blocks(table.elsewhere))  # fmt: skip
        older, sure = older_table(library, genes)
        if older:
            role = "caution" if sure else "body"
            self._column.addWidget(label(older, role, self, "genes-older"))
        unknown = [line for line in (*not_known(library, found, genes), table.silent) if line]
        self._points("genes-unknown", _("What is not known"), _lines(unknown))
        self._points("genes-testing", library.words("testing.heading"), self._testing())
        notes = [library.words(f"notes.{note}") for note in library.file.notes]
        closing = [*notes, library.words("place"), library.words("incomplete")]
        self._part("genes-closing", [Block("soft", " ".join(closing))])

    def _testing(self) -> Iterator[Block]:
        for words, source in findings_on_testing(self._library):
            yield Block("text", words)
            yield Block("soft", source)

    def _points(self, name: str, heading: str, blocks: Iterable[Block]) -> None:
        """A heading with what belongs under it; nothing where there is nothing."""
        points = list(blocks)
        if points:
            self._part(name, [Block("strong", heading), *points])

    def _part(self, name: str, blocks: Iterable[Block]) -> BlockColumn:
        part = BlockColumn(self)
        part.setObjectName(name)
        shown = tuple(blocks)
        part.set_blocks(shown, ". ".join(plain(shown)))
        self._column.addWidget(part)
        return part


def _blocks(statements: Iterable[StatementWords]) -> Iterator[Block]:
    for one in statements:
        yield Block("gap")
        yield Block("text", one.plain)
        yield Block("soft", f"{one.original} {one.own_words}")


def _lines(lines: Iterable[str]) -> Iterator[Block]:
    return (Block("text", line) for line in lines)
