"""One quiet line over the table where a gene result was entered: which columns it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from sdm_aid.application.gene_library import library_of
from sdm_aid.domain.gene_reading import find
from sdm_aid.i18n import _
from sdm_aid.ui.widgets.plain import button, label

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.genes import Genes
    from sdm_aid.ui.pages.base import Page


class GenesLine(QWidget):
    """Names letters only: no column looks other than it did, and none is moved."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.setObjectName("genes-line")
        self._page = page
        self._shown: Genes | None = None
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        self._words = label("", "body", self, "genes-line-words")
        line.addWidget(self._words, 1)
        look = button(_("Look at them"), "quiet", "genes-line-look", self)
        look.setAccessibleName(_("Look at what is said about gene results"))
        look.clicked.connect(self._on_look)
        line.addWidget(look)
        self.hide()

    def render_state(self, state: Consultation) -> None:
        """Say which columns contain a medicine with a statement; hidden where none was entered."""
        if state.genes == self._shown:
            return
        self._shown = state.genes
        library = library_of(state, self._page.content.ref.language)
        self.setVisible(library is not None)
        if library is None:
            self._words.setText("")
            return
        from sdm_aid.wording.gene_statements import columns_line, table_words

        found = find(library, state.genes)
        self._words.setText(columns_line(table_words(self._page.content, library, found)))

    def _on_look(self) -> None:
        self._page.go_to_step.emit("you")
