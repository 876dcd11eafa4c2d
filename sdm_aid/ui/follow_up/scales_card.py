"""Today's scores: scales from 0 to 10 under one heading, not answered until somebody does."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtWidgets import QWidget

from sdm_aid.content.measures import load_measure
from sdm_aid.content.problem import ContentError
from sdm_aid.i18n import N_, _
from sdm_aid.paths import resources_dir
from sdm_aid.ui.follow_up.answer_card import AnswerCard
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.plain import label
from sdm_aid.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from sdm_aid.domain.follow_up import FollowUp

PAIN: Mapping[str, str] = {
    "now": N_("Now"),
    "average": N_("Average, past 7 days"),
    "worst": N_("Worst, past 7 days"),
}


class Scale(NamedTuple):
    """One question: its words, and what 0 and 10 mean; ``ends``: a line that says so."""

    id: str
    words: str
    low: str
    high: str
    ends: str = ""


class ScalesCard(AnswerCard):
    """One scale under the other; pressing the chosen number again takes it back."""

    def __init__(self, name: str, heading: str, note: str, parent: QWidget) -> None:
        super().__init__(name, heading, parent)
        self.column.setSpacing(px(6))
        self.scales: dict[str, Segmented] = {}
        if note:
            self.column.addWidget(label(note, "caption", self))

    def add_scale(self, question: Scale, spoken: str = "") -> None:
        """One more question; ``spoken``: what a screen reader says before its words."""
        words = label(question.words, "body", self)
        self.column.addSpacing(px(4))
        self.column.addWidget(words)
        scale = Segmented(parent=self)
        scale.setObjectName(f"{self.objectName()}-{question.id}")
        scale.set_labels(f"{spoken} {question.words}".strip(), question.low, question.high)
        scale.chosen.connect(partial(self.on_chosen, question.id))
        self.column.addWidget(scale)
        if question.ends:
            self.column.addWidget(label(question.ends, "caption", self))
        self.scales[question.id] = scale

    def on_chosen(self, which: str, score: Any) -> None:
        """One number was chosen, or taken back."""
        raise NotImplementedError


class PainTodayCard(ScalesCard):
    """The three numbers that the visit asked, asked again."""

    def __init__(self, parent: QWidget) -> None:
        question = _("How much does it hurt?")
        ends = _("0 is no pain, 10 the worst you can imagine. Press again to take back.")
        super().__init__("look-pain", question, ends, parent)
        for which, words in PAIN.items():
            lowest, highest = _("no pain"), _("the worst you can imagine")
            self.add_scale(Scale(which, _(words), lowest, highest), question)

    def render_look(self, look: FollowUp) -> None:
        """Show what was answered."""
        for which, scale in self.scales.items():
            scale.set_value(getattr(look, f"pain_{which}"))

    def on_chosen(self, which: str, score: Any) -> None:
        """One number was chosen, or taken back."""
        self.answered.emit({f"pain_{which}": score})


class PegCard(ScalesCard):
    """The PEG to the letter of ``resources/measures/peg.toml``, or why it is not there."""

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__("look-peg", _("How much does pain get in the way?"), "", parent)
        self._look: FollowUp | None = None
        try:
            measure = load_measure(resources_dir(), "peg")
        except ContentError as problem:
            sentence = _("The questions cannot be shown. {problem}").format(
                problem=problem.problems[0]
            )
            self.column.addWidget(label(sentence, "body", self, "look-peg-problem"))
            return
        if not measure.speaks(language):
            sentence = _(
                "Three questions often follow here. They are not published in this language, "
                "and we do not translate them ourselves."
            )
            self.column.addWidget(label(sentence, "body", self, "look-peg-problem"))
            return
        for item in measure.item:
            low, high = item.low.get(language, ""), item.high.get(language, "")
            ends = _("0: {low}. 10: {high}.").format(low=low, high=high)
            self.add_scale(Scale(item.id, item.text[language], low, high, ends))
        self.column.addWidget(label(measure.citation, "caption", self, "look-peg-source"))

    def render_look(self, look: FollowUp) -> None:
        """Show what was answered."""
        self._look = look
        for which, scale in self.scales.items():
            scale.set_value(getattr(look.peg, which))

    def on_chosen(self, which: str, score: Any) -> None:
        """One number was chosen, or taken back."""
        if self._look is not None:
            self.answered.emit({"peg": self._look.peg.evolve(**{which: score})})
