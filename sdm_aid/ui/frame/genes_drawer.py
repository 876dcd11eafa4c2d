"""The drawer's part on gene results: quotes with doses, tables, group figures, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.application.gene_library import library_of
from sdm_aid.ui.models.blocks import Block, plain
from sdm_aid.ui.pages.compare.column import BlockColumn
from sdm_aid.ui.widgets.plain import empty

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.genes import Genes


class GenesNotes:
    """Fills a section of the drawer anew whenever another result was entered.

    Painted as the table's cells are: dozens of wrapping labels would take seconds to lay out.
    """

    def __init__(self, section: QWidget, inner: QVBoxLayout, language: str) -> None:
        self._section, self._inner, self._language = section, inner, language
        self._shown: Genes | None = None
        section.hide()

    def render_state(self, state: Consultation) -> None:
        """Show what is held about the results; nothing where none was entered."""
        if state.genes == self._shown:
            return
        self._shown = state.genes
        empty(self._inner)
        self._section.setVisible(state.genes.entered)
        library = library_of(state, self._language)
        if library is None:
            return
        from sdm_aid.wording.gene_drawer import drawer_lines

        for heading, lines in drawer_lines(library, state.genes):
            spaced = [part for line in lines for part in (Block("text", line), Block("gap"))]
            blocks = (Block("strong", heading), *spaced)
            part = BlockColumn(self._section)
            part.set_blocks(blocks, ". ".join(plain(blocks)))
            self._inner.addWidget(part)
