"""Step 4, Compare: the table, and from any cell the picture, the harms or the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sdm_aid.domain.actions import CellOpened, ColumnsChosen
from sdm_aid.domain.answers import CellSeen
from sdm_aid.domain.comparison import MOST_COLUMNS, ComparisonTable, comparison
from sdm_aid.i18n import _
from sdm_aid.ui.models.faces import column_name, header_face, row_faces
from sdm_aid.ui.pages.base import Footer, FooterButton, Page, VisitContext
from sdm_aid.ui.pages.compare.table import CompareTable

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation


class ComparePage(Page):
    """The table of things we could do, and closer looks at it."""

    step = "compare"

    def __init__(self, context: VisitContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._shown: object = None
        self._comparison: ComparisonTable | None = None
        self.table = CompareTable(self)
        self.table.opened.connect(self._open)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def title(self) -> str:
        return _("Things we could do, side by side")

    def subtitle(self) -> str:
        return _("Start with the question that matters to you. Touch any box to look closer.")

    def render_state(self, state: Consultation) -> None:
        key = (state.path, state.columns, state.not_suitable)
        if key == self._shown:
            return
        self._shown = key
        content = self.content
        table = comparison(content, state, MOST_COLUMNS)
        self._comparison = table
        letters = [column.letter for column in table.columns]
        names = [column_name(content, letter) for letter in letters]
        headers = [header_face(content, column) for column in table.columns]
        rows = [row_faces(content, row, letters) for row in table.rows]
        self.table.show_rows(letters, names, headers, rows)
        standby = [column.letter for column in table.standby]
        self.table.show_standby(standby, [column_name(content, letter) for letter in standby])

    def _open(self, row: str, letter: str, view: str) -> None:
        pass
