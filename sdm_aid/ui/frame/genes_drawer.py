"""The drawer's part on gene results: quotes with doses, tables, group figures, sources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.application.gene_library import library_of
from sdm_aid.ui.widgets.plain import empty, label

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.genes import Genes

_ADDRESS = re.compile(r"https?://\S+|doi:\S+|[0-9a-f]{40,}")
_PART = re.compile(r"[/_.-]|[0-9a-f]{16}")


class GenesNotes:
    """Fills a section of the drawer anew whenever another result was entered."""

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
            self._inner.addWidget(label(heading, "strong", self._section))
            for line in lines:
                self._inner.addWidget(label(breakable(line), "body", self._section))


def breakable(line: str) -> str:
    """Addresses may break after each of their parts: a label breaks at spaces alone."""
    return _ADDRESS.sub(lambda found: _PART.sub("\\g<0>\u200b", found.group()), line)
