"""Every number that is said about a figure comes from that figure's own entry in the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from sdm_aid.domain.decision import Decision
from sdm_aid.domain.evidence import Estimate, Horizon, Level, Scale
from sdm_aid.domain.risk import DENOMINATORS, bound_in_people, zero_upper_bound
from sdm_aid.wording.cells import cell_words
from sdm_aid.wording.figure import FigureWords, describe
from sdm_aid.wording.harms import panels
from tests.full_visit import the_content

_NUMBER = re.compile(r"\d[\d,.]*")
SHOWN = [name for name, e in the_content().estimates.items() if e.display == "patient"]


def numbers(words: str) -> set[int]:
    """The whole numbers in a text; a decimal would fail here, as it must (D-08)."""
    return {int(found.rstrip(".,").replace(",", "")) for found in _NUMBER.findall(words)}


def said(figure: FigureWords) -> str:
    parts = (
        figure.headline, figure.outcome, figure.complement, figure.range, figure.other,
        figure.horizon, figure.comparator, figure.blinding, figure.acute, figure.short,
        figure.behind, *figure.notes,
    )  # fmt: skip
    return " | ".join(parts)


def _near(value: float) -> set[int]:
    """The value as a whole number and rounded to the nearest five (D-09)."""
    whole = int(value + 0.5) if value >= 0 else -int(-value + 0.5)
    five = 5 * int(value / 5 + 0.5) if value >= 0 else -5 * int(-value / 5 + 0.5)
    return {abs(whole), abs(five)}


def _of_level(level: Level | None, per: int | None, scale: Scale | None) -> Iterator[int]:
    if level is None:
        return
    yield from (count for count in (level.events, level.total) if count is not None)
    for value in (level.value, level.low, level.high, level.baseline):
        if value is None:
            continue
        for denominator in DENOMINATORS if per else ():
            hundred = denominator // 100  # a wide interval rounds to five out of 100 (D-09)
            fives = {five * hundred for five in _near(value * 100 / (per or 1))}
            # below one person reads "fewer than 1", so 1 and the others
            for count in _near(value * denominator / (per or 1)) | fives | {1}:
                yield count
                yield denominator - count
        if scale is not None:
            span = scale.high - scale.low
            yield from _near((value - scale.low) * 100 / span)
            yield from _near(value * 100 / span)
            if level.baseline is not None:
                yield from _near((level.baseline - value) * 100 / span)
    if level.value == 0 and level.total:
        for denominator in DENOMINATORS:
            yield from bound_in_people(zero_upper_bound(level.total), denominator)


def _of_time(horizon: Horizon) -> Iterator[int]:
    for value in (horizon.value, horizon.upper):
        if value is not None:
            yield from _near(value)


def _of_facts(words: str) -> set[int]:
    """The numbers of the facts that a text names."""
    found = set()
    for fact in the_content().facts.values():
        if f"{{fact:{fact.id}}}" in words:
            found |= {int(fact.low), int(fact.high if fact.high is not None else fact.low)}
            found |= {year for year in (fact.price_year,) if year}
    return found


def allowed(estimate: Estimate) -> set[int]:
    """Every whole number that may be said about this estimate."""
    found = {0, 1, 100, *DENOMINATORS}
    prefix = f"evidence.{estimate.id}."
    for key, words in the_content().text.items():
        if key.startswith(prefix):
            found |= _of_facts(words)
    for level in (estimate.treated, estimate.control, estimate.difference):
        found.update(_of_level(level, estimate.per, estimate.scale))
    found.update(_of_time(estimate.horizon))
    if estimate.scale and estimate.scale.smallest_change:
        span = estimate.scale.high - estimate.scale.low
        found.update(_near(estimate.scale.smallest_change * 100 / span))
    return found


@pytest.mark.parametrize("name", SHOWN)
def test_a_figure_says_only_its_own_numbers(name: str) -> None:
    content = the_content()
    estimate = content.estimates[name]
    for denominator in (None, *DENOMINATORS):
        words = describe(content, name, denominator=denominator)
        assert numbers(said(words)) <= allowed(estimate), said(words)


def _cells(decision: Decision) -> Iterator[tuple[str, str]]:
    for row in decision.rows:
        for cell in row.cells:
            if cell.estimates:
                yield row.id, cell.option


@pytest.mark.parametrize(("row", "option"), list(_cells(the_content().decision)))
def test_a_cell_says_only_the_numbers_of_its_figures_and_facts(row: str, option: str) -> None:
    content = the_content()
    source = next(c for c in content.decision.row(row).cells if c.option == option)
    words = cell_words(content, source)
    own = set[int]().union(*(allowed(content.estimates[name]) for name in source.estimates))
    own |= _of_facts(content.words(source.text)) if source.text else set()
    assert numbers(words.alt) <= own, words.alt


@pytest.mark.parametrize("letter", [option.letter for option in the_content().decision.options])
def test_a_harm_says_only_the_numbers_of_its_figure(letter: str) -> None:
    content = the_content()
    treatment = content.treatment_of(letter)
    harms = {harm.id: harm for harm in treatment.harms}
    for panel in panels(content, treatment.id, content.decision.harm_panels):
        for line in panel.lines:
            estimate = harms[line.id].estimate
            own = allowed(content.estimates[estimate]) if estimate else set()
            assert numbers(line.alt) <= own, line.alt


def test_the_trace_would_notice_a_stray_number() -> None:
    content = the_content()
    estimate = content.estimates["sciatica-peul-recovery-1y"]
    assert not numbers("about 96 out of 100 people") <= allowed(estimate)
