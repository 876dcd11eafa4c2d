"""What could go wrong, as panels by denominator: one line a kind of harm, options side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdm_aid.domain.risk import (
    DENOMINATORS,
    Denominator,
    Frequency,
    Units,
    bound_in_people,
    frequency_of,
    row_denominator,
    share,
    units_of,
    zero_upper_bound,
)

if TYPE_CHECKING:
    from sdm_aid.domain.evidence import Estimate
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.domain.treatment import Harm, Severity

SEVERITIES: tuple[Severity, ...] = ("nuisance", "needs_treatment", "hospital", "permanent", "death")
"""From the mildest to the gravest: the places of the "how bad" mark (D-42)."""
GRAVE: tuple[Severity, ...] = ("permanent", "death")
TOP_HARMS = 4
"""Lines of the harms row of the table; "See all" leads to the panels."""
ROW_MOST: Denominator = 1000
"""The harms row counts out of 1,000 at most; what is rarer reads "fewer than 1"."""


@dataclass(frozen=True, slots=True)
class OptionHarm:
    """One harm of one option."""

    option: str
    treatment: str
    harm: Harm
    estimate: Estimate | None


@dataclass(frozen=True, slots=True)
class HarmLine:
    """One kind of harm across the options looked at; None: the option does not list it."""

    key: str
    kind: str
    severity: Severity
    denominator: Denominator | None
    """None: no option has a figure for it."""
    entries: tuple[OptionHarm | None, ...]

    @property
    def counted(self) -> Units:
        """What its figures count."""
        return units_of(_estimates((self,)))


@dataclass(frozen=True, slots=True)
class HarmPanel:
    """Harms that are counted out of the same number of people (D-03, D-40)."""

    denominator: Denominator | None
    lines: tuple[HarmLine, ...]

    @property
    def counted(self) -> Units:
        """What its figures count."""
        return units_of(_estimates(self.lines))


def harm_lines(content: DecisionContent, letters: Sequence[str]) -> tuple[HarmLine, ...]:
    """Every harm of these options, gravest first, otherwise in the content's order.

    Options are lined up by kind of harm; several of one kind in their own order.
    The denominator of a line is the largest that one of the options looked at needs.
    """
    every = [option.letter for option in content.decision.options]
    keys = _keys(content, every)
    found: list[HarmLine] = []
    for key, by_option in keys.items():
        entries = tuple(by_option.get(letter) for letter in letters)
        here = [entry for entry in entries if entry is not None]
        if here and any(entry.harm.state != "not_applicable" for entry in here):
            gravest = max((entry.harm.severity for entry in here), key=SEVERITIES.index)
            denominator = _denominator(here)
            found.append(HarmLine(key, here[0].harm.kind, gravest, denominator, entries))
    return tuple(sorted(found, key=_gravity))


def harm_panels(content: DecisionContent, letters: Sequence[str]) -> tuple[HarmPanel, ...]:
    """The lines of :func:`harm_lines` by denominator.

    Of those without any figure the grave come first (L-41), the others last.
    """
    lines = harm_lines(content, letters)
    uncounted = [line for line in lines if line.denominator is None]
    parts: list[tuple[Denominator | None, list[HarmLine]]] = [
        (None, [line for line in uncounted if line.severity in GRAVE]),
        *((d, [line for line in lines if line.denominator == d]) for d in DENOMINATORS),
        (None, [line for line in uncounted if line.severity not in GRAVE]),
    ]
    return tuple(HarmPanel(denominator, tuple(own)) for denominator, own in parts if own)


def top_harms(
    content: DecisionContent, letters: Sequence[str], count: int = TOP_HARMS
) -> tuple[HarmLine, ...]:
    """The few lines of the table's harms row: the same kinds for every column.

    The gravest with a figure, and among them always the one that a figure says is felt by most
    (a row of grave and rare harms alone would hide the everyday one).
    """
    lines = [line for line in harm_lines(content, letters) if _counted(line)]
    if len(lines) <= count:
        return tuple(lines)
    felt = min(lines, key=_rarity)
    chosen = [line for line in lines if line is not felt][: count - 1]
    return tuple(line for line in lines if line is felt or line in chosen)


def row_count(lines: Iterable[HarmLine]) -> Denominator:
    """The one denominator of the harms row (D-02), 1,000 at most."""
    given = [line.denominator for line in lines if line.denominator is not None]
    return min(ROW_MOST, max(given, default=100))


def row_units(lines: Iterable[HarmLine]) -> Units:
    """What the figures of the harms row count."""
    return units_of(_estimates(lines))


def _estimates(lines: Iterable[HarmLine]) -> Iterator[Estimate]:
    for line in lines:
        for entry in line.entries:
            if entry is not None and entry.estimate is not None:
                yield entry.estimate


def _counted(line: HarmLine) -> bool:
    return any(entry is not None and entry.estimate is not None for entry in line.entries)


def _gravity(line: HarmLine) -> int:
    return -SEVERITIES.index(line.severity)


def _rarity(line: HarmLine) -> float:
    shares = [
        figure.smallest
        for entry in line.entries
        if entry is not None and entry.estimate is not None
        for figure in _figures(entry.estimate)
    ]
    return -max(shares, default=0.0)


def _keys(content: DecisionContent, letters: Iterable[str]) -> dict[str, dict[str, OptionHarm]]:
    """Harms by line: the first of a kind stands beside the first of that kind, and so on."""
    lines: dict[str, dict[str, OptionHarm]] = {}
    for letter in letters:
        treatment = content.treatment_of(letter)
        met: Counter[str] = Counter()
        for harm in treatment.harms:
            met[harm.kind] += 1
            place = harm.id if harm.kind == "other" else str(met[harm.kind])
            estimate = content.estimates[harm.estimate] if harm.estimate else None
            entry = OptionHarm(letter, treatment.id, harm, estimate)
            lines.setdefault(f"{harm.kind}.{place}", {})[letter] = entry
    return lines


def _denominator(entries: Iterable[OptionHarm]) -> Denominator | None:
    """The largest that any of the entries needs, so that all of the line share it."""
    needed = [_own_denominator(entry.estimate) for entry in entries if entry.estimate is not None]
    given = [denominator for denominator in needed if denominator is not None]
    return max(given, default=None)


def _own_denominator(estimate: Estimate) -> Denominator | None:
    """None where no share of people may be shown; a zero needs room for its upper bound."""
    figures = _figures(estimate)
    if not figures or estimate.certainty == "very_low":
        return None
    total = None if estimate.treated is None else estimate.treated.total
    if figures[0].point == 0 and total:
        bound = bound_in_people(zero_upper_bound(total))[1]
        return next(denominator for denominator in DENOMINATORS if denominator >= bound)
    return row_denominator(figures)


def _figures(estimate: Estimate) -> list[Frequency]:
    own = frequency_of(estimate, "treated")
    if own is not None:
        return [own]
    level, per = estimate.difference, estimate.per
    if estimate.shape != "frequency_difference" or level is None or per is None or not level.value:
        return []
    return [share(level.evolve(value=abs(level.value), low=None, high=None, interval=None), per)]
