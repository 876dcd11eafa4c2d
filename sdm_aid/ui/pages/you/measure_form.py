"""You page, one questionnaire to the letter: its questions, the score, the clinician's reading."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.decision_cards import breakable
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.chip import ChipGroup
from sdm_aid.ui.widgets.notice import Notice
from sdm_aid.ui.widgets.plain import label
from sdm_aid.ui.widgets.segmented import Segmented
from sdm_aid.ui.widgets.text_field import TextField
from sdm_aid.ui.widgets.typed_words import kept
from sdm_aid.wording import measures as words

if TYPE_CHECKING:
    from sdm_aid.domain.measure import Item, Measure
    from sdm_aid.domain.measure_taken import MeasureTaken


class MeasureForm(QWidget):
    """``answered(str, object)``: item and points, or None taken back; ``read(object)``: words."""

    answered = Signal(str, object)
    read = Signal(object)

    def __init__(self, measure: Measure, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"measure-{measure.id}")
        self.measure, self._language = measure, language
        self._scales: dict[str, Segmented] = {}
        self._chips: dict[str, ChipGroup] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, px(4), 0, px(8))
        self._column.setSpacing(px(8))
        self._result = label("", "strong", self, f"measure-result-{measure.id}")
        self._follow_up = Notice("", "", "info", self)
        self._follow_up.setObjectName(f"measure-follow-up-{measure.id}")
        self._reading_label = label(words.reading_label(), "caption", self)
        self.reading = TextField("", least_lines=1, most_lines=6, parent=self)
        self.reading.setObjectName(f"measure-reading-{measure.id}")
        self.reading.setAccessibleName(f"{measure.name}: {words.reading_label()}")
        self.reading.edited.connect(self._on_read)
        self._column.addWidget(label(breakable(measure.name), "strong", self))
        if measure.speaks(language):
            self._ask()
        else:
            self._column.addWidget(label(words.not_in_language(measure.name), "body", self))
        for below in (self._result, self._follow_up, self._reading_label, self.reading):
            self._column.addWidget(below)
        self._column.addWidget(label(breakable(_source(measure)), "caption", self))

    def render_taken(self, taken: MeasureTaken | None) -> None:
        """Show the answers, the score they give, and the clinician's words."""
        for name, scale in self._scales.items():
            points = taken.points(name) if taken else None
            fits = points in self.measure.points(self.measure.asks(name))
            scale.set_value(points if fits else None)
        for name, chips in self._chips.items():
            points = taken.points(name) if taken else None
            chips.set_selected(() if points is None else (_chip(points),))
        said = words.result(taken) if taken else ""
        self._result.setText(said)
        self._result.setVisible(bool(said))
        follow = words.follow_up(taken) if taken else ""
        self._follow_up.set_words("", follow)
        self._follow_up.setVisible(bool(follow))
        scored = taken is not None and bool(taken.scores or taken.reading)
        self._reading_label.setVisible(scored)
        self.reading.setVisible(scored)
        self.reading.set_text((taken.reading or "") if taken else "")

    def commit(self) -> None:
        """Hand over words still being typed."""
        self.reading.commit()

    def _ask(self) -> None:
        lead = self.measure.lead.get(self._language, "")
        if lead:
            self._column.addWidget(label(breakable(lead), "body", self))
        for item in self.measure.item:
            self._column.addSpacing(px(4))
            self._column.addWidget(label(breakable(item.text[self._language]), "body", self))
            if self.measure.choices(item):
                self._column.addWidget(self._choices(item))
            else:
                self._numbers(item)

    def _choices(self, item: Item) -> ChipGroup:
        asked = item.text[self._language]
        offered = [
            (_chip(one.points), one.text[self._language]) for one in self.measure.choices(item)
        ]
        chips = ChipGroup(offered, multiple=False, parent=self)
        chips.setObjectName(f"measure-{self.measure.id}-{item.id}")
        chips.setAccessibleName(asked)
        for name, said in offered:
            chips.chip(name).setAccessibleName(f"{asked} {said}")
        chips.changed.connect(partial(self._on_chips, item.id))
        self._chips[item.id] = chips
        return chips

    def _numbers(self, item: Item) -> None:
        low, high = item.low.get(self._language, ""), item.high.get(self._language, "")
        possible = self.measure.points(item)
        scale = Segmented(possible[0], possible[-1], self)
        scale.setObjectName(f"measure-{self.measure.id}-{item.id}")
        scale.set_labels(item.text[self._language], low, high)
        scale.chosen.connect(partial(self.answered.emit, item.id))
        self._column.addWidget(scale)
        if low and high:
            ends = _("{first}: {low}. {last}: {high}.").format(
                first=possible[0], low=low, last=possible[-1], high=high
            )
            self._column.addWidget(label(ends, "caption", self))
        self._scales[item.id] = scale

    def _on_chips(self, item: str, chosen: tuple[str, ...]) -> None:
        self.answered.emit(item, int(chosen[0].removeprefix("p")) if chosen else None)

    def _on_read(self, typed: str) -> None:
        self.read.emit(kept(typed))


def _chip(points: int) -> str:
    return f"p{points}"


def _source(measure: Measure) -> str:
    said = words.source(measure.name, measure.owner, measure.citation, measure.recall)
    return f"{said} {words.permission(measure.permission)}" if measure.permission else said
