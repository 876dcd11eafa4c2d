"""You page, one gene: the results a laboratory gives, its score, and what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.domain.gene_reading import read
from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.chip import ChipGroup
from sdm_aid.ui.widgets.finished_field import TypedLine
from sdm_aid.ui.widgets.plain import label
from sdm_aid.ui.widgets.typed_words import kept
from sdm_aid.wording.gene_names import gene_name, result_name
from sdm_aid.wording.genes import meaning, problem_sentence, result_given

if TYPE_CHECKING:
    from sdm_aid.domain.gene_library import Gene, GeneLibrary
    from sdm_aid.domain.genes import GeneResult

ONE_LINE = 44
"""From this many text heights on, name, results and score stand in one row."""


class GeneRow(QWidget):
    """``changed(result, score)``: both as they stand now, either may be None."""

    changed = Signal(object, object)

    def __init__(self, gene: Gene, library: GeneLibrary, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"gene-{gene.id}")
        self._gene, self._library = gene, library
        self._result: str | None = None
        self._score: str | None = None
        self._name = gene_name(gene.id)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        self._line = QHBoxLayout()
        self._line.setSpacing(px(12))
        self._line.addLayout(self._named(), 5)
        self.chips = ChipGroup(self._items(), multiple=False, parent=self)
        self.chips.setObjectName(f"gene-{gene.id}-results")
        self.chips.setAccessibleName(self._name)
        for row in gene.rows:
            spoken = f"{self._name}: {result_name(row.result)}"
            self.chips.chip(row.result).setAccessibleName(spoken)
        self.chips.changed.connect(self._on_chosen)
        self._line.addWidget(self.chips, 9)
        self.score = self._score_field()
        column.addLayout(self._line)
        self._meaning = label("", "body", self, f"gene-{gene.id}-meaning")
        self._wrong = label("", "caution", self, f"gene-{gene.id}-wrong")
        column.addWidget(self._meaning)
        column.addWidget(self._wrong)

    def render_given(self, given: GeneResult | None) -> None:
        """Show what was entered, and what it means or what is wrong with it."""
        self._result = given.result if given else None
        self._score = given.score if given else None
        self.chips.set_selected((self._result,) if self._result else ())
        self.score.set_words(self._score or "")
        reading = read(self._library, given) if given else None
        wrong = problem_sentence(reading) if reading else ""
        meant = f"{result_given(reading)}. {meaning(self._library, reading)}" if reading else ""
        for shown, words in ((self._wrong, wrong), (self._meaning, "" if wrong else meant)):
            shown.setText(words)
            shown.setVisible(bool(words))

    def commit(self) -> None:
        """Hand over a score that is still being typed."""
        self.score.commit()

    def first_focus(self) -> QWidget:
        """The first result."""
        return self.chips.chip(self._gene.rows[0].result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line, or one below the other where it is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= ONE_LINE * self.fontMetrics().height()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(across if wide else down)
        policy = self.score.sizePolicy()  # so that all results begin at one place
        policy.setRetainSizeWhenHidden(wide)
        self.score.setSizePolicy(policy)

    def _items(self) -> list[tuple[str, str]]:
        return [(row.result, result_name(row.result)) for row in self._gene.rows]

    def _named(self) -> QVBoxLayout:
        named = QVBoxLayout()
        named.setSpacing(0)
        named.addWidget(label(self._name, "strong", self))
        named.addWidget(label(self._library.words(f"genes.{self._gene.id}"), "caption", self))
        return named

    def _score_field(self) -> TypedLine:
        """Hidden where the published table has no scores."""
        words = _("Activity score")
        field = TypedLine(f"gene-{self._gene.id}-score", f"{self._name}: {words}", self)
        field.setPlaceholderText(words)
        field.setFixedWidth(px(150))
        field.setVisible(bool(self._gene.possible))
        field.committed.connect(self._on_score)
        self._line.addWidget(field)
        return field

    def _on_chosen(self, chosen: tuple[str, ...]) -> None:
        self.changed.emit(chosen[0] if chosen else None, self._score)

    def _on_score(self, typed: str) -> None:
        self.changed.emit(self._result, kept(typed))
