"""How sure anyone is of a number: dots, words and who graded it (D-30, D-31)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from sdm_aid.i18n import N_, _

if TYPE_CHECKING:
    from sdm_aid.domain.evidence import Certainty, CertaintyBy, Estimate

STEPS = 4
"""Dots on the certainty mark."""
_DOTS: Mapping[Certainty, int | None] = MappingProxyType(
    {"high": 4, "moderate": 3, "low": 2, "very_low": 1, "not_graded": None}
)
_WORDS: Mapping[Certainty, str] = MappingProxyType(
    {
        "high": N_("very sure"),
        "moderate": N_("fairly sure"),
        "low": N_("not very sure"),
        "very_low": N_("we don't really know"),
        "not_graded": N_("no formal rating found"),
    }
)
_SENTENCE: Mapping[Certainty, str] = MappingProxyType(
    {
        "high": N_("We are very sure of this."),
        "moderate": N_("We are fairly sure of this."),
        "low": N_("We are not very sure of this."),
        "very_low": N_("We don't really know: the studies are too few or too weak."),
        "not_graded": N_("We found no formal rating of how sure this is."),
    }
)
_BY: Mapping[CertaintyBy, str] = MappingProxyType(
    {
        "grade": N_("Graded by the authors of the source, with the GRADE method."),
        "cochrane": N_("The word of the Cochrane review."),
        "aan": N_("Graded by the American Academy of Neurology."),
        "cinema": N_("Graded by the authors of the source, with the CINeMA method."),
        "ahrq": N_("Graded by the US agency for health research (AHRQ)."),
        "table": N_("From the quality column of the source's table."),
        "verb": N_("Taken from the verb that the source uses."),
        "source": N_("In the source's own words; the method is not stated."),
        "none": N_("No rating was found in what was read."),
    }
)


@dataclass(frozen=True, slots=True)
class CertaintyWords:
    """``dots`` of four, None where nobody graded it; ``words`` for the mark; a full sentence."""

    level: Certainty
    dots: int | None
    words: str
    sentence: str
    graded_by: str


def question() -> str:
    """The label of the mark; it is about the number, not about the choice (D-31)."""
    return _("How sure are we of this number?")


def certainty_words(certainty: Certainty, by: CertaintyBy = "none") -> CertaintyWords:
    """The mark and the sentences of one grade."""
    return CertaintyWords(
        level=certainty,
        dots=_DOTS[certainty],
        words=_(_WORDS[certainty]),
        sentence=_(_SENTENCE[certainty]),
        graded_by=_(_BY[by]),
    )


def certainty_of(estimate: Estimate) -> CertaintyWords:
    """The words for an estimate's own grade."""
    return certainty_words(estimate.certainty, estimate.certainty_by)
