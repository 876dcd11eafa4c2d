"""Step 4, Compare: the table, and from any cell the picture, the harms or the source."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.domain.actions import CellOpened, ColumnsChosen
from sdm_aid.domain.answers import CellSeen
from sdm_aid.domain.comparison import ComparisonTable, TableRow, comparison, most_columns
from sdm_aid.domain.pairing import pair_for
from sdm_aid.domain.positions import positions_on
from sdm_aid.i18n import _
from sdm_aid.ui.models.brief_faces import row_faces_on
from sdm_aid.ui.models.choices import all_names, column_choices, instead_of, place_for, swaps
from sdm_aid.ui.models.cost_blocks import sections_behind
from sdm_aid.ui.models.faces import View, column_names, header_face, lettered, question
from sdm_aid.ui.models.source_blocks import (
    SourceSection,
    position_section,
    treatment_notes,
)
from sdm_aid.ui.pages.base import Footer, Page, VisitContext
from sdm_aid.ui.pages.compare.check_first import CheckFirstMarks
from sdm_aid.ui.pages.compare.chooser import Chooser
from sdm_aid.ui.pages.compare.footers import harms_footer, picture_footer, table_footer
from sdm_aid.ui.pages.compare.genes_line import GenesLine
from sdm_aid.ui.pages.compare.harms import HarmsView
from sdm_aid.ui.pages.compare.picture import PictureView
from sdm_aid.ui.pages.compare.source_drawer import SourceDrawer
from sdm_aid.ui.pages.compare.surroundings import scroll_to
from sdm_aid.ui.pages.compare.table import CompareTable
from sdm_aid.ui.pages.compare.tried import shown_by, with_tried

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation


class ComparePage(Page):
    """The table of things we could do, and closer looks at it."""

    step = "compare"

    def __init__(self, context: VisitContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._key: object = None
        self._path = ""
        self._comparison: ComparisonTable | None = None
        self.genes = GenesLine(self)
        self.table = CompareTable(self)
        self.picture = PictureView(self.content, self, self.state.prices)
        self.harms = HarmsView(self.content, self)
        self.sources = SourceDrawer(self)
        self.chooser = Chooser(self)
        self.checks = CheckFirstMarks(self, self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.genes)
        for view in (self.table, self.picture, self.harms):
            column.addWidget(view)
            view.setVisible(view is self.table)
        self._view: QWidget = self.table
        self._keyed = False
        self._connect()

    def title(self) -> str:
        if self._view is self.picture:
            return question(self.content, self.picture.row)
        if self._view is self.harms:
            return question(self.content, self._harms_row().id)
        return _("Things we could do, side by side")

    def subtitle(self) -> str:
        if self._view is self.picture:
            return self.picture.subtitle
        if self._view is self.harms:
            return self.harms.where()
        return _("Start with the question that matters to you. Touch any box to look closer.")

    def is_wide(self) -> bool:
        """The quick path's table stands on one screen: short rows in wide columns."""
        return self._view is self.table and self.state.path == "quick"

    def render_state(self, state: Consultation) -> None:
        self.genes.render_state(state)
        self.checks.render_state(state)
        key = (*shown_by(state), self.table.fit, self.checks.shown)
        if key == self._key:
            return
        self._key = key
        table = self._comparison = comparison(self.content, state, self.table.fit)
        letters = list(self._shown())
        brief = any(row.group == "involve" for row in table.rows)
        headers = [header_face(self.content, one, brief=brief) for one in table.columns]
        headers = self.checks.marked(letters, with_tried(self.content, state, letters, headers))
        rows = [row_faces_on(state.path, self.content, row, letters) for row in table.rows]
        self.table.show_rows(letters, column_names(self.content, letters), headers, rows)
        if self._path != state.path:
            self._path = state.path
            self.table.area.verticalScrollBar().setValue(0)
        standby = [column.letter for column in table.standby]
        self.table.show_standby(standby, column_names(self.content, standby))

    def footer(self) -> Footer:
        if self._view is self.table:
            return table_footer()
        if self._view is self.harms:
            return harms_footer(self.harms)
        return picture_footer(self.picture, can_swap=len(self.content.decision.options) > 2)

    def footer_action(self, button_id: str) -> None:
        actions: dict[str, Callable[[], object]] = {
            "table": self.show_table,
            "columns": self._choose_columns,
            "bars": self.picture.toggle_bars,
            "range": self.picture.toggle_range,
            "swap": self._swap,
            "alone": self._harms_alone,
            "more-harms": self.harms.turn_on,
            "previous-question": partial(self._step_question, -1),
            "next-question": partial(self._step_question, 1),
        }
        actions[button_id]()

    def reset_view(self) -> None:
        self._close_drawers()
        self.table.body.point_at(None)
        self.table.area.verticalScrollBar().setValue(0)
        self.picture.reset()
        if self._view is not self.table:
            self.show_table()

    def first_focus(self) -> QWidget:
        return self.table.body.first_head() or self

    def show_table(self) -> None:
        """Back to the table, to the cell that was opened."""
        opened = self._opened_cell()
        self._show(self.table)
        if opened is not None:
            opened.setFocus(self._reason())
            scroll_to(self, opened)

    def open_cell(self, row: str, letter: str, view: str) -> None:
        """Open the closer look that belongs to a cell."""
        cell = self.table.body.find_cell(row, (letter,))
        self._keyed = cell is not None and cell.hasFocus() and cell.ring
        if view == "harms":
            self._open_harms(row, (letter,))
        elif view == "source":
            self._open_positions(row, letter)
        else:
            self._open_picture(row, *pair_for(self._table().row(row), letter), seen=letter)

    def _connect(self) -> None:
        self.table.opened.connect(self.open_cell)
        self.table.column_pressed.connect(self._column_pressed)
        self.table.standby_pressed.connect(self._standby_pressed)
        self.table.fit_changed.connect(self._fit_changed)
        self.picture.source_asked.connect(self._picture_source)
        self.picture.changed.connect(self.footer_changed)
        self.harms.source_asked.connect(self._harm_source)
        self.harms.changed.connect(self.footer_changed)

    def _close_drawers(self) -> None:
        self.sources.close_drawer()
        self.chooser.close_drawer()
        self.checks.drawer.close_drawer()

    def _fit_changed(self, _fit: int) -> None:
        if self._key is not None:
            self.render_state(self.state)

    def _table(self) -> ComparisonTable:
        return self._comparison or comparison(self.content, self.state, self.table.fit)

    def _shown(self) -> tuple[str, ...]:
        return tuple(column.letter for column in self._table().columns)

    def _questions(self) -> list[TableRow]:
        return [row for row in self._table().rows if row.kind != "experts"]

    def _harms_row(self) -> TableRow:
        return next(row for row in self._questions() if row.kind == "harms")

    def _show(self, view: QWidget) -> None:
        self._close_drawers()
        self._view = view
        for one in (self.table, self.picture, self.harms):
            one.setVisible(one is view)
        self.footer_changed.emit()
        scroll_to(self, None)

    def _reason(self) -> Qt.FocusReason:
        """Who works with keys goes on seeing where the focus is."""
        keyed = self._keyed
        return Qt.FocusReason.TabFocusReason if keyed else Qt.FocusReason.MouseFocusReason

    def _opened_cell(self) -> QWidget | None:
        if self._view is self.picture:
            return self.table.body.find_cell(self.picture.row, self.picture.letters)
        if self._view is self.harms:
            return self.table.body.find_cell(self._harms_row().id, self.harms.letters)
        return None

    def _seen(self, row: str, letter: str, view: View) -> None:
        cell = CellSeen(row=row, option=letter, view=view)
        # a sealed visit can still be looked at; it takes nothing more
        if self.state.seal is None and cell not in self.state.seen:
            self.dispatch(CellOpened(cell=cell))

    def _open_picture(self, row: str, left: str, right: str, seen: str) -> None:
        self.picture.show_pair(row, left, right)
        self._seen(row, seen, "picture")
        self._show(self.picture)
        self.picture.first_focus().setFocus(self._reason())

    def _open_harms(self, row: str, letters: tuple[str, ...]) -> None:
        self.harms.show_options(letters)
        for letter in letters:
            self._seen(row, letter, "harms")
        self._show(self.harms)
        self.harms.setFocus(self._reason())

    def _open_positions(self, row: str, letter: str) -> None:
        positions = positions_on(self.content, letter)
        self._tell(row, letter, [position_section(self.content, one) for one in positions])

    def _picture_source(self, letter: str) -> None:
        self._open_source(self.picture.row, letter, self.picture.estimates(letter))

    def _harm_source(self, letter: str, estimate: str) -> None:
        self._open_source(self._harms_row().id, letter, (estimate,))

    def _open_source(self, row: str, letter: str, estimates: tuple[str, ...]) -> None:
        self._tell(row, letter, sections_behind(self.content, row, letter, estimates))

    def _tell(self, row: str, letter: str, sections: list[SourceSection]) -> None:
        if sections:
            notes = treatment_notes(self.content, letter)
            self.sources.open_with(lettered(self.content, letter), sections, notes)
            self._seen(row, letter, "source")

    def _harms_alone(self) -> None:
        self._open_harms(self._harms_row().id, self.harms.letters[-1:])

    def _step_question(self, by: int) -> None:
        rows = self._questions()
        on_harms = self._view is self.harms
        here = self._harms_row().id if on_harms else self.picture.row
        ids = [row.id for row in rows]
        # the quick path may have taken the row looked at off the table
        row = rows[(ids.index(here) + by) % len(rows) if here in ids else 0]
        letters = self.harms.letters if on_harms else self.picture.letters
        if row.kind == "harms":
            self._open_harms(row.id, letters)
        elif len(letters) == 1:
            self._open_picture(row.id, *pair_for(row, letters[0]), seen=letters[0])
        else:
            self._open_picture(row.id, letters[0], letters[1], seen=letters[1])

    def _swap(self) -> None:
        on_harms = self._view is self.harms
        letters = self.harms.letters if on_harms else self.picture.letters
        choose = self._swap_harms if on_harms else self._swap_picture
        self.chooser.offer(_("What to look at"), swaps(all_names(self.content), letters), choose)

    def _swap_harms(self, letters: tuple[str, ...]) -> None:
        self._open_harms(self._harms_row().id, letters)

    def _swap_picture(self, letters: tuple[str, ...]) -> None:
        new = next(one for one in letters if one not in self.picture.letters)
        self._open_picture(self.picture.row, letters[0], letters[1], seen=new)

    def _choose_columns(self) -> None:
        choices = column_choices(all_names(self.content), self._shown(), most_columns(self.state))
        self.chooser.offer(_("What stands on the table"), choices, self._set_columns)

    def _column_pressed(self, letter: str) -> None:
        choices = instead_of(all_names(self.content), self._shown(), letter)
        if letter == "A" or not choices:
            self._choose_columns()
        else:
            self.chooser.offer(lettered(self.content, letter), choices, self._set_columns)

    def _standby_pressed(self, letter: str) -> None:
        shown = self._shown()
        if len(shown) < most_columns(self.state):
            self._set_columns((*shown, letter))
        else:
            choices = place_for(all_names(self.content), shown, letter)
            self.chooser.offer(lettered(self.content, letter), choices, self._set_columns)

    def _set_columns(self, letters: tuple[str, ...]) -> None:
        if self.state.seal is None:
            self.dispatch(ColumnsChosen(columns=tuple(sorted(letters))))
