"""What each shape of figure has to say: people, differences of people, scores, findings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sdm_aid.domain import risk
from sdm_aid.i18n import _
from sdm_aid.wording import people, points
from sdm_aid.wording.comparators import against, compared_with, has_comparison
from sdm_aid.wording.counted import counted_noun
from sdm_aid.wording.facts import say
from sdm_aid.wording.horizons import horizon_words

if TYPE_CHECKING:
    from sdm_aid.domain.evidence import Estimate, Level
    from sdm_aid.domain.library import DecisionContent

Arm = Literal["treated", "control"]


@dataclass(frozen=True, slots=True)
class Said:
    """What one shape has to say; the rest of a figure's words is the same for all shapes."""

    headline: str
    short: str
    sentence: str
    complement: str = ""
    range: str = ""
    other: str = ""
    beside: str = ""
    """The other group's figure in few words, to stand beside the headline."""
    notes: tuple[str, ...] = ()


def outcome(content: DecisionContent, estimate: Estimate) -> str:
    """The name of what was measured: "leg pain much better"."""
    return say(content, f"evidence.{estimate.id}.outcome")


def happened(content: DecisionContent, estimate: Estimate) -> str:
    """What the counted people did or had: "say they have recovered"; empty where nobody says it.

    Where procedures were counted it is empty too: an injection does not "get an infection".
    """
    if estimate.counted != "people":
        return ""
    return say(content, f"evidence.{estimate.id}.did", "")


def _level(estimate: Estimate, arm: Arm) -> Level:
    level = estimate.treated if arm == "treated" else estimate.control
    if level is None:
        raise ValueError(f"{estimate.id}: the source has no figure for the {arm} people")
    return level


def _in_other_group(content: DecisionContent, estimate: Estimate, arm: Arm, figure: str) -> str:
    """The other arm's figure, named by what that group had."""
    if arm == "control":
        name = content.words(f"treatments.{estimate.treatments[0]}.name", "")
        if not name:
            return _("{figure} in the treated group").format(figure=figure)
        return _("{figure} in the treated group ({treatment})").format(
            figure=figure, treatment=name
        )
    if not has_comparison(estimate):
        return ""
    return _("{figure} in the other group ({compared_with})").format(
        figure=figure, compared_with=compared_with(content, estimate)
    )


def _beside(content: DecisionContent, estimate: Estimate, arm: Arm, figure: str) -> str:
    """The other arm's figure in few words: "about 10 out of 100 with dummy tablets"."""
    if arm == "control" or not has_comparison(estimate):
        return ""
    return _("{figure} with {compared_with}").format(
        figure=figure, compared_with=compared_with(content, estimate)
    )


def _frequency(
    content: DecisionContent, estimate: Estimate, arm: Arm, denominator: int | None
) -> Said:
    level = _level(estimate, arm)
    figure = risk.share(level, estimate.per or 100)
    arms = [risk.frequency_of(estimate, "treated"), risk.frequency_of(estimate, "control")]
    d = denominator or risk.row_denominator([share for share in arms if share is not None])
    did_not = say(content, f"evidence.{estimate.id}.did_not", _("did not"))
    noun = counted_noun(content, estimate)
    words = people.share_words(figure, d, did_not=did_not, counted=level.total, noun=noun)
    other_arm: Arm = "control" if arm == "treated" else "treated"
    other = arms[1] if arm == "treated" else arms[0]
    said = beside = ""
    if other is not None:
        counted = _level(estimate, other_arm).total
        theirs = people.share_words(other, d, did_not=did_not, counted=counted, noun=noun)
        count = theirs.short if other.point == 0 else theirs.count
        said = _in_other_group(content, estimate, arm, count)
        beside = _beside(content, estimate, arm, theirs.short)
    return Said(
        headline=words.count,
        short=words.short,
        sentence=_share_sentence(content, estimate, words),
        complement=words.others,
        range=words.range,
        other=said,
        beside=beside,
    )


def _share_sentence(content: DecisionContent, estimate: Estimate, words: people.ShareWords) -> str:
    did = happened(content, estimate)
    if did and words.others:
        return _("{count} {did}; {others}").format(count=words.count, did=did, others=words.others)
    if did:
        return _("{count} {did}").format(count=words.count, did=did)
    name = outcome(content, estimate)
    if words.others:
        return _("{outcome}: {count}; {others}").format(
            outcome=name, count=words.count, others=words.others
        )
    return _("{outcome}: {count}").format(outcome=name, count=words.count)


def difference_sizes(estimate: Estimate) -> list[risk.Frequency]:
    """How big a difference of people is, without its sign; its range where there is no point."""
    level, per = estimate.difference, estimate.per
    if level is None or per is None:
        return []
    values = [level.low, level.high] if level.value is None else [level.value]
    return [risk.Frequency(min(1.0, abs(value) / per)) for value in values if value]


def _frequency_difference(
    content: DecisionContent, estimate: Estimate, _arm: Arm, denominator: int | None
) -> Said:
    level, per = estimate.difference, estimate.per or 100
    assert level is not None
    d = denominator or risk.row_denominator(difference_sizes(estimate))
    span = ""
    low = None if level.low is None else level.low / per
    high = None if level.high is None else level.high / per
    if level.value is not None:
        headline = people.more_or_fewer(level.value / per, d, low, high)
    if low is not None and high is not None:
        if level.value is None:
            headline = people.difference_range_alone(low, high, d)
        else:
            span = people.difference_range(low, high, d)
    alike = level.value is not None and risk.half_up(abs(level.value) / per * d) == 0
    short, headline = headline, against(content, estimate, headline, alike)
    return Said(
        headline=headline,
        short=short,
        sentence=_("{outcome}: {count}").format(outcome=outcome(content, estimate), count=headline),
        range=span,
        notes=(_("How many there were without it was not found."),),
    )


def _score(
    content: DecisionContent, estimate: Estimate, arm: Arm, _denominator: int | None
) -> Said:
    level, scale = _level(estimate, arm), estimate.scale
    assert scale is not None
    other_level = estimate.control if arm == "treated" else estimate.treated
    other = ""
    if estimate.from_start:
        headline = short = points.change_words(level, scale)
        if other_level is not None:
            other = points.change_words(other_level, scale)
    else:
        headline, short = _score_headline(estimate, level)
        if other_level is not None:
            other = _score_headline(estimate, other_level)[0]
    line = points.scale_line(content, estimate)
    return Said(
        headline=headline,
        short=short,
        sentence=_on_scale(content, estimate, headline),
        range=_score_range(estimate, level),
        other=_in_other_group(content, estimate, arm, other) if other else "",
        beside=_beside(content, estimate, arm, other) if other else "",
        notes=(line, points.noticed_line(scale), points.averages_caption()),
    )


def _score_range(estimate: Estimate, level: Level) -> str:
    """The interval of a level or of a change; a range without a point is the headline itself."""
    scale = estimate.scale
    assert scale is not None
    if estimate.from_start:
        return points.difference_range(level, scale)
    ends = None if level.value is None else points.level_ends(level, scale)
    return points.range_of(*ends) if ends else ""


def _score_headline(estimate: Estimate, level: Level) -> tuple[str, str]:
    """A level, or a course where the source says where it started."""
    scale = estimate.scale
    assert scale is not None
    if level.baseline is None or level.value is None:
        return points.level_words(level, scale), points.level_short(level, scale)
    timed = estimate.horizon.days is not None
    when = horizon_words(estimate.horizon) if timed else None
    course = points.course_words(level.baseline, level.value, scale, when)
    return course, course


def _score_difference(
    content: DecisionContent, estimate: Estimate, _arm: Arm, _denominator: int | None
) -> Said:
    level, scale = estimate.difference, estimate.scale
    assert level is not None
    assert scale is not None
    alike = level.value is not None and points.distance(level.value, scale) == 0
    headline = against(content, estimate, points.difference_words(level, scale), alike)
    return Said(
        headline=headline,
        short=headline,
        sentence=_on_scale(content, estimate, headline),
        range=points.difference_range(level, scale),
        notes=(
            points.scale_line(content, estimate),
            points.noticed_line(scale),
            points.averages_caption(),
        ),
    )


def _on_scale(content: DecisionContent, estimate: Estimate, figure: str) -> str:
    return _("{outcome}: {figure}, on a scale of 0 to 100 ({scale})").format(
        outcome=outcome(content, estimate),
        figure=figure,
        scale=points.scale_line(content, estimate),
    )


def _words(
    content: DecisionContent, estimate: Estimate, _arm: Arm, _denominator: int | None
) -> Said:
    finding = say(content, f"evidence.{estimate.id}.finding", outcome(content, estimate))
    return Said(
        headline=finding,
        short=say(content, f"evidence.{estimate.id}.short", finding),
        sentence=finding,
    )


SHAPES: dict[str, Callable[[DecisionContent, Estimate, Arm, int | None], Said]] = {
    "frequency": _frequency,
    "frequency_difference": _frequency_difference,
    "score": _score,
    "score_difference": _score_difference,
    "words": _words,
}
