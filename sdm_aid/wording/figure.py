"""One published figure in words: the only place from which screen, paper and reader take it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdm_aid.i18n import _
from sdm_aid.wording.certainty import CertaintyWords, certainty_of
from sdm_aid.wording.comparators import comparator_chip, compared_with, pretend_line
from sdm_aid.wording.facts import say
from sdm_aid.wording.horizons import horizon_words
from sdm_aid.wording.points import scale_line
from sdm_aid.wording.sentence import paragraph, sentence
from sdm_aid.wording.shapes import SHAPES, Arm, Said, happened, outcome

if TYPE_CHECKING:
    from sdm_aid.domain.evidence import Estimate
    from sdm_aid.domain.library import DecisionContent


class NotForPatients(ValueError):
    """The figure belongs in the clinician's drawer (a ratio, an NNT, or marked so)."""


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Everything that is said about one figure; empty text where there is nothing to say.

    ``known`` False: the evidence is too weak for a number (very low certainty): ``headline`` is
    the one sentence for that, no picture is drawn, and ``behind`` holds the "numbers from studies"
    shown when asked for. ``other`` is the other group's figure, where the source has both,
    and ``beside`` the same in few words. ``differs``: the people studied are not like these.
    ``sentence``: the headline and what it is about as one whole sentence, to stand alone.
    """

    estimate: str
    known: bool
    headline: str
    outcome: str
    complement: str
    range: str
    other: str
    beside: str
    horizon: str
    comparator: str
    blinding: str
    certainty: CertaintyWords
    people: str
    acute: str
    notes: tuple[str, ...]
    behind: str
    short: str
    alt: str
    sentence: str
    compared: bool = False
    """The headline itself says what the people were compared with."""

    differs: str = ""
    """Said beside the number where the people studied are not like those of this page."""

    scale: str = ""
    """What the ends of a score's scale are; empty for figures that are no scores."""

    @property
    def chip(self) -> str:
        """The comparator for a chip beside the headline; empty where it would say it twice."""
        return "" if self.compared else self.comparator

    @property
    def short_chip(self) -> str:
        """The comparator beside ``short``, which does not name it where the headline does."""
        return self.chip if self.short == self.headline else self.comparator


def describe(
    content: DecisionContent,
    estimate_id: str,
    *,
    arm: Arm = "treated",
    denominator: int | None = None,
) -> FigureWords:
    """The words for a figure; ``denominator`` is the row's, by default the figure's own.

    Raises:
        KeyError: the content has no such estimate.
        NotForPatients: the figure is for the clinician only.
        ValueError: the source does not have the arm asked for.
    """
    estimate = content.estimates[estimate_id]
    if estimate.shape == "relative" or estimate.display != "patient":
        raise NotForPatients(estimate_id)
    said = SHAPES[estimate.shape](content, estimate, arm, denominator)
    return _assemble(content, estimate, arm, said)


def _assemble(content: DecisionContent, estimate: Estimate, arm: Arm, said: Said) -> FigureWords:
    certainty = certainty_of(estimate)
    known = estimate.certainty != "very_low"
    horizon = horizon_words(estimate.horizon)
    chip = comparator_chip(content, estimate, arm)
    blinding = pretend_line(estimate, arm) if known else ""
    acute = _("about new (short-lived) pain, not long-lasting pain") if estimate.acute else ""
    compared = _says_against(content, estimate, said.headline)
    numbers = paragraph(said.sentence, said.range, said.other, horizon, "" if compared else chip)
    unknown = "" if known else _unknown(content, estimate)
    told = (*(said.notes if known else ()), *_notes(content, estimate))
    differs = _differs(estimate)
    return FigureWords(
        estimate=estimate.id,
        known=known,
        headline=said.headline if known else unknown,
        outcome=happened(content, estimate) or outcome(content, estimate),
        complement=said.complement if known else "",
        range=said.range if known else "",
        other=said.other if known else "",
        beside=said.beside if known else "",
        horizon=horizon,
        comparator=chip,
        blinding=blinding,
        certainty=certainty,
        people=_people(content, estimate, arm),
        acute=acute,
        notes=tuple(note for note in told if note),
        behind="" if known else _behind(numbers),
        short=said.short if known else certainty.words,
        alt=paragraph(numbers, blinding, acute, differs, certainty.sentence)
        if known
        else paragraph(unknown, acute, differs),
        sentence=_sentence(content, estimate, said.headline) if known else sentence(unknown),
        compared=known and compared,
        differs=_("other people were studied") if differs else "",
        scale=scale_line(content, estimate) if known and estimate.shape != "words" else "",
    )


def _behind(numbers: str) -> str:
    """What studies found, for those who ask, where it is too weak to lead with."""
    return paragraph(_("Numbers from studies: {numbers}").format(numbers=numbers))


def _says_against(content: DecisionContent, estimate: Estimate, headline: str) -> bool:
    """Whether a difference names in its headline what it is a difference to, and that is all."""
    name = compared_with(content, estimate)
    differs = estimate.shape in ("frequency_difference", "score_difference")
    return differs and not estimate.comparator.mixed and bool(name) and name in headline


def _sentence(content: DecisionContent, estimate: Estimate, headline: str) -> str:
    """The count with what people did or had, or the outcome with its figure."""
    if estimate.shape == "words":
        return sentence(headline)
    did = happened(content, estimate)
    if estimate.shape == "frequency" and did:
        return sentence(_("{count} {did}").format(count=headline, did=did))
    named = _("{outcome}: {figure}").format(outcome=outcome(content, estimate), figure=headline)
    return sentence(named)


def _people(content: DecisionContent, estimate: Estimate, arm: Arm) -> str:
    words = say(content, f"evidence.{estimate.id}.people")
    if arm == "control":
        return say(content, f"evidence.{estimate.id}.who_compared", words)
    return words


def _unknown(content: DecisionContent, estimate: Estimate) -> str:
    """The one sentence for very low certainty (D-33): no size, no hedge."""
    name = outcome(content, estimate)
    if estimate.kind == "benefit":
        return _(
            "We do not know whether it changes this: {outcome}. "
            "The studies are too few or too weak."
        ).format(outcome=name)
    return _(
        "We do not know how many or how much: {outcome}. The studies are too few or too weak."
    ).format(outcome=name)


def _differs(estimate: Estimate) -> str:
    if estimate.population != "different":
        return ""
    return _("The people studied differ from the people this page is about.")


def _notes(content: DecisionContent, estimate: Estimate) -> tuple[str, ...]:
    alone = estimate.kind == "uncontrolled-change"
    return (
        _differs(estimate),
        _("People who had it; there was nobody to compare with.") if alone else "",
        say(content, f"evidence.{estimate.id}.note", ""),
    )
