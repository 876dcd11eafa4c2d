"""The drawer that says where a number comes from; exact figures only in the clinician's part."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.models.blocks import Block, plain
from sdm_aid.ui.models.source_blocks import SourceSection
from sdm_aid.ui.pages.compare.column import BlockColumn
from sdm_aid.ui.pages.compare.side_drawer import SideDrawer
from sdm_aid.ui.pages.compare.style import Measure
from sdm_aid.ui.widgets.push_button import PushButton

WIDTH = 520


class SourceDrawer(SideDrawer):
    """One section a figure or position; the clinician opens the rest."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, "source", WIDTH)
        self.clinician = BlockColumn(self)
        self.clinician.hide()
        self.sections: tuple[BlockColumn, ...] = ()

    def open_with(
        self, title: str, sections: Sequence[SourceSection], notes: Sequence[Block] = ()
    ) -> None:
        """Show these sections; ``notes`` belong to the clinician's part."""
        inside, column = self._inside()
        column.setSpacing(Measure(self).px(16))
        shown = []
        for section in sections:
            part = BlockColumn(inside)
            part.set_blocks(section.blocks, ". ".join(plain(section.blocks)))
            column.addWidget(part)
            shown.append(part)
        self.sections = tuple(shown)
        exact = [block for section in sections for block in section.clinician]
        self._add_clinician((*exact, *notes), inside, column)
        column.addStretch(1)
        self._bring(title, inside)

    def _add_clinician(self, blocks: Sequence[Block], inside: QWidget, column: QVBoxLayout) -> None:
        button = PushButton(_("For the clinician: exact figures"), inside)
        button.setObjectName("source-clinician")
        button.setAccessibleName(button.text())
        button.setCheckable(True)
        button.setVisible(bool(blocks))
        self.clinician = BlockColumn(inside)
        self.clinician.setObjectName("source-exact")
        self.clinician.set_blocks(blocks, ". ".join(plain(tuple(blocks))))
        self.clinician.hide()
        button.toggled.connect(self.clinician.setVisible)
        column.addWidget(button)
        column.addWidget(self.clinician)
