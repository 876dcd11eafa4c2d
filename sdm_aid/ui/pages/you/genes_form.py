"""You page, the open gene card: what the report says, and below what CPIC says about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.domain.genes import GeneResult
from sdm_aid.i18n import N_, _
from sdm_aid.ui.pages.you.genes_row import GeneRow
from sdm_aid.ui.pages.you.genes_said import GenesSaid
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.finished_field import TypedLine
from sdm_aid.ui.widgets.plain import label
from sdm_aid.ui.widgets.typed_words import kept

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.gene_library import GeneLibrary
    from sdm_aid.ui.pages.base import Page

_REPORT = {
    "dated": N_("Date of the report, in words"),
    "laboratory": N_("Laboratory"),
    "other": N_("Another gene or allele on the report"),
}
ONE_LINE = 44
"""From this many text heights on, the fields about the report stand in one row."""


class GenesForm(QWidget):
    """A row for each gene of the library; nothing is filled in before somebody does."""

    def __init__(self, page: Page, library: GeneLibrary, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("genes-form")
        self._page, self._library = page, library
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        for key in ("how", "who"):
            column.addWidget(label(library.words(key), "body", self, f"genes-{key}"))
        self.rows = {gene.id: GeneRow(gene, library, self) for gene in library.file.gene}
        for name, row in self.rows.items():
            row.changed.connect(partial(self._on_result, name))
            column.addWidget(row)
        self._report = QHBoxLayout()
        self._report.setSpacing(px(8))
        self._fields = {name: self._field(name, words) for name, words in _REPORT.items()}
        column.addLayout(self._report)
        self.said = GenesSaid(page, library, self)
        column.addWidget(self.said)

    def render_state(self, state: Consultation) -> None:
        """Set every control and every sentence from the state."""
        for name, row in self.rows.items():
            row.render_given(state.genes.given(name))
        for name, field in self._fields.items():
            field.set_words(getattr(state.genes, name) or "")
        self.said.render_genes(state.genes)

    def commit(self) -> None:
        """Hand over what is still being typed."""
        for row in self.rows.values():
            row.commit()
        for field in self._fields.values():
            field.commit()

    def first_focus(self) -> QWidget:
        """The first result of the first gene."""
        return next(iter(self.rows.values())).first_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The fields about the report in one row, or one below the other."""
        super().resizeEvent(event)
        wide = self.width() >= ONE_LINE * self.fontMetrics().height()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._report.setDirection(across if wide else down)

    def _field(self, name: str, words: str) -> TypedLine:
        field = TypedLine(f"genes-{name}", _(words), self)
        field.setMinimumWidth(px(160))
        field.committed.connect(partial(self._on_words, name))
        named = QVBoxLayout()
        named.setSpacing(px(2))
        named.addWidget(label(_(words), "caption", self))
        named.addWidget(field)
        self._report.addLayout(named, 1)
        return field

    def _on_result(self, gene: str, result: str | None, score: str | None) -> None:
        from sdm_aid.domain.actions import GeneResultSet

        given = GeneResult(gene=gene, result=result, score=score)
        self._page.dispatch(GeneResultSet(result=given, library=self._library.ref))

    def _on_words(self, field: Any, words: str) -> None:
        from sdm_aid.domain.actions import GeneReportWritten

        self._page.dispatch(GeneReportWritten(field=field, words=kept(words)))
