"""IPDASi, the 23 quality items for all aids."""

from __future__ import annotations

from functools import partial

from sdm_aid.content.ipdas.items import Assess, Verdict, met_unless, missing, passed
from sdm_aid.content.readability import grade
from sdm_aid.domain.decision import Row
from sdm_aid.domain.evidence import Estimate
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.steps import STEPS

SAID_NONE = ("no_figure", "not_counted", "not_applicable")


def _shown(content: DecisionContent) -> dict[str, Estimate]:
    found = content.estimates.items()
    return {name: item for name, item in found if item.display == "patient"}


def _rows(content: DecisionContent) -> list[Row]:
    return [row for row in content.decision.rows if row.cells]


def _natural_course(content: DecisionContent) -> Verdict:
    if content.decision.natural_course:
        return passed(f"{len(content.decision.natural_course)} figures on going on as now")
    states = [cell.state for row in _rows(content) for cell in row.cells[:1]]
    if any(state in SAID_NONE for state in states):
        return passed("column A says that no figure was found")
    return missing("nothing is said about going on as now")


def _compared(content: DecisionContent) -> Verdict:
    count = len(_rows(content))
    return passed(f"{count} rows, each with a cell for every option")


def _chances(content: DecisionContent) -> Verdict:
    gaps = [
        option.letter
        for option in content.decision.options
        if not _says_benefit(content, option.letter)
    ]
    reason = "each column gives figures or says that none was found, for good and for bad"
    return met_unless(gaps, reason, "neither a figure nor 'none found' for")


def _says_benefit(content: DecisionContent, letter: str) -> bool:
    cells = [
        cell
        for row in _rows(content)
        if row.group == "better" and row.kind == "number"
        for cell in row.cells
        if cell.option == letter
    ]
    harms = content.treatment_of(letter).harms
    return any(c.estimates or c.state in SAID_NONE for c in cells) and bool(harms)


def _groups(content: DecisionContent) -> Verdict:
    gaps = [name for name in _shown(content) if not content.words(f"evidence.{name}.people", "")]
    return met_unless(gaps, "every figure says who was studied", "no people for")


def _event_rates(content: DecisionContent) -> Verdict:
    gaps = [name for name, item in _shown(content).items() if item.shape == "relative"]
    return met_unless(gaps, "no relative figure reaches a patient", "relative figures")


def _same_time(content: DecisionContent) -> Verdict:
    apart = sum(not row.comparable for row in _rows(content))
    return passed(f"figures lined up hold for one time; {apart} rows say that studies differ")


def _same_denominator(_content: DecisionContent) -> Verdict:
    return passed("the program shows one denominator a row")


def _several_ways(content: DecisionContent) -> Verdict:
    drawn = [item for item in _shown(content).values() if item.shape in ("frequency", "score")]
    if drawn:
        return passed(f"a sentence, a number and a picture for {len(drawn)} figures")
    return passed("no figure here can be drawn, and the program says so")


def _values(content: DecisionContent) -> Verdict:
    sides = {row.side for row in content.decision.values}
    if sides == {"benefit", "burden"}:
        return passed(f"{len(content.decision.values)} rows, good and bad")
    return missing("values need benefits and burdens")


def _steps(_content: DecisionContent) -> Verdict:
    return passed(f"the visit has {len(STEPS)} steps")


def _questions(_content: DecisionContent) -> Verdict:
    return passed(
        "questions can be noted at every step and stand on the handout with room to write"
    )


def _method(content: DecisionContent) -> Verdict:
    if content.words("method", "").strip():
        return passed(f"told, up to {content.decision.evidence_to.isoformat()}")
    return missing("write method: how the evidence was looked for and chosen")


def _evidence_quality(content: DecisionContent) -> Verdict:
    return passed(f"{len(_shown(content))} figures show their grade and who graded them, or nobody")


def _reading_level(content: DecisionContent) -> Verdict:
    own = [
        words
        for key, words in content.text.items()
        if not key.startswith(("treatments.", "evidence.")) and ".drawer" not in key
    ]
    found = grade("\n".join(own), frozenset())
    if found is None:
        return passed("too short to measure")
    return passed(f"grade {found.flesch_kincaid:.1f} (FK), {found.smog:.1f} (SMOG)")


def _named_person(what: str, _content: DecisionContent) -> Verdict:
    return "needs_named_person", what


_NOT_HELD = "not done, or nobody has put a name to it"
QUALITY: dict[str, Assess] = {
    "Q01": _natural_course,
    "Q02": _compared,
    "Q03": _chances,
    "Q04": _groups,
    "Q05": _event_rates,
    "Q06": _same_time,
    "Q07": _same_denominator,
    "Q08": _several_ways,
    "Q09": _values,
    "Q10": _steps,
    "Q11": _questions,
    **{name: partial(_named_person, _NOT_HELD) for name in ("Q12", "Q13", "Q14", "Q15")},
    **{name: partial(_named_person, _NOT_HELD) for name in ("Q16", "Q17", "Q22", "Q23")},
    "Q18": _method,
    "Q19": _evidence_quality,
    "Q20": partial(_named_person, "no names and credentials of authors are given"),
    "Q21": _reading_level,
}
