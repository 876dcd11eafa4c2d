"""What was told in the rest of the assessment, in words: for a closed part and for the plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from sdm_aid.domain.assessment import ABOUT_DAYS, ABOUT_PAIN, LISTS
from sdm_aid.i18n import _
from sdm_aid.wording import assessment as words
from sdm_aid.wording import measures
from sdm_aid.wording.you import helped

if TYPE_CHECKING:
    from sdm_aid.domain.answers import Tried
    from sdm_aid.domain.assessment import Assessment, Listed, ListName, Question, Told
    from sdm_aid.domain.measure_taken import MeasureTaken

PARTS: Mapping[str, tuple[Question, ...]] = MappingProxyType(
    {"pain": ABOUT_PAIN, "days": ABOUT_DAYS}
)
APART = "  ·  "


def told(said: Told) -> str:
    """The answers picked, in a row; own words stand apart from them."""
    return ", ".join(words.answer(said.question, one) for one in said.picked)


def listed(said: Listed) -> str:
    """A list in a row, or that there is none; empty where it was not asked for."""
    if said.nothing:
        return words.nothing(said.name)
    return "; ".join(line.words for line in said.lines)


def question_said(question: Question, assessment: Assessment) -> str:
    """A question with what was said to it; empty where nothing was."""
    said = assessment.answer(question)
    own = _("“{words}”").format(words=said.words) if said.words else ""
    return _named(question, ", ".join(one for one in (told(said), own) if one))


def list_said(name: ListName, assessment: Assessment) -> str:
    """A list with what stands in it; empty where it was not asked for."""
    said = assessment.listed(name)
    return listed(said) if said.nothing else _named(name, listed(said))


def measures_said(assessment: Assessment) -> str:
    """Each questionnaire with its screening scores."""
    return _row(_measure(taken) for taken in assessment.measured)


def said_in(part: str, assessment: Assessment) -> str:
    """All that was told in one part of the page; empty where nothing was."""
    if part in PARTS:
        return _row(question_said(one, assessment) for one in PARTS[part])
    if part == "measures":
        return measures_said(assessment)
    return _row(list_said(name, assessment) for name in LISTS if name == part)


def tried_before(tried: Tried) -> str:
    """What came of a thing tried, as it stands beside its column; said alike whatever it was."""
    parts = [_("You tried this: {what}").format(what=_helped(tried))]
    if tried.trouble:
        parts.append(_("Trouble: “{words}”").format(words=brief(tried.trouble)))
    return ". ".join(part.rstrip(".") for part in parts) + "."


def brief(said: str, letters: int = 120) -> str:
    """The beginning of long words; all of it stands where it was typed."""
    return said if len(said) <= letters else said[: letters - 1].rstrip() + "…"


def _helped(tried: Tried) -> str:
    return helped(tried.helped) or _("whether it helped was not said")


def _measure(taken: MeasureTaken) -> str:
    said = " ".join(one for one in (measures.result(taken), measures.follow_up(taken)) if one)
    return _("{name}: {said}").format(name=taken.measure.name, said=said)


def _named(name: str, said: str) -> str:
    return _("{name}: {said}").format(name=words.short(name), said=said) if said else ""


def _row(said: Iterable[str]) -> str:
    return APART.join(one for one in said if one)
