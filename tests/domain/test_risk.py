"""Laws of the arithmetic behind every figure."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdm_aid.domain import risk
from sdm_aid.domain.evidence import Better, Scale
from sdm_aid.domain.risk import DENOMINATORS, Frequency

shares = st.floats(0, 1, allow_nan=False)
denominators = st.sampled_from(DENOMINATORS)


@st.composite
def frequencies(draw: st.DrawFn) -> Frequency:
    low, point, high = sorted(draw(st.tuples(shares, shares, shares)))
    shape = draw(st.sampled_from(["point", "interval", "range"]))
    if shape == "point":
        return Frequency(point)
    return Frequency(None if shape == "range" else point, low, high)


@given(st.lists(frequencies(), max_size=6))
def test_a_row_counts_out_of_the_smallest_denominator_that_shows_the_rarest(
    row: list[Frequency],
) -> None:
    denominator = risk.row_denominator(row)
    rarest = min((f.smallest for f in row if f.smallest > 0), default=None)
    assert denominator in DENOMINATORS
    if rarest is None:
        assert denominator == 100
        return
    smaller = [d for d in DENOMINATORS if d < denominator]
    assert all(rarest * d < 1 for d in smaller)
    assert rarest * denominator >= 1 - 1e-6 or denominator == 100000


@pytest.mark.parametrize(
    ("points", "denominator"),
    [([0.12, 0.003], 1000), ([0.01], 100), ([0.0], 100), ([], 100), ([1e-7, 0.5], 100000)],
)
def test_known_rows(points: list[float], denominator: int) -> None:
    assert risk.row_denominator(map(Frequency, points)) == denominator


def test_the_numbers_of_the_rule_are_met() -> None:
    assert risk.people(Frequency(0.12), 1000) == 120
    assert risk.people(Frequency(0.003), 1000) == 3


def test_a_range_without_point_counts_by_its_low_end() -> None:
    assert risk.row_denominator([Frequency(None, 0.002, 0.2)]) == 1000
    assert risk.row_denominator([Frequency(None, 0.0, 0.0001)]) == 10000


@given(frequencies(), denominators)
def test_people_lie_within_the_group_and_the_interval(figure: Frequency, denominator: int) -> None:
    count = risk.people(figure, denominator)
    if figure.point is None:
        assert count is None
        return
    assert count is not None
    assert 0 <= count <= denominator
    ends = risk.interval(figure, denominator)
    if ends is not None:
        assert ends[0] <= count <= ends[1]


@given(shares, shares, denominators)
def test_more_people_are_never_shown_as_fewer(one: float, other: float, denominator: int) -> None:
    low, high = sorted((one, other))
    fewer, more = (risk.people(Frequency(p), denominator) for p in (low, high))
    assert fewer is not None
    assert more is not None
    assert fewer <= more


@given(st.integers(0, 100), denominators)
def test_rounding_whole_people_again_changes_nothing(count: int, denominator: int) -> None:
    once = risk.people(Frequency(count / 100), denominator)
    assert once is not None
    assert risk.people(Frequency(once / denominator), denominator) == once


def test_halves_go_up_and_floats_do_not_hide_them() -> None:
    assert risk.people(Frequency(0.125), 100) == 13
    assert risk.people(Frequency(0.285), 100) == 29
    assert [risk.half_up(x) for x in (0.5, 1.5, 2.5, -0.5, -1.4)] == [1, 2, 3, -1, -1]


def test_a_wide_interval_makes_the_point_coarse() -> None:
    assert risk.people(Frequency(0.58, 0.51, 0.65), 100) == 60
    assert risk.people(Frequency(0.58, 0.55, 0.65), 100) == 58, "exactly 10 is not wider than 10"
    assert risk.people(Frequency(0.58, 0.51, 0.65), 1000) == 600


def test_coarse_rounding_never_leaves_the_interval_or_empties_it() -> None:
    assert risk.people(Frequency(0.58, 0.58, 0.59 + 0.15), 100) == 60
    assert risk.people(Frequency(0.42, 0.42, 0.60), 100) == 42
    assert risk.people(Frequency(0.02, 0.0, 0.14), 100) == 2
    assert risk.people(Frequency(0.98, 0.8, 1.0), 100) == 98


@pytest.mark.parametrize(("total", "per_hundred"), [(50, 5.8), (120, 2.5), (300, 1.0), (1000, 0.3)])
def test_upper_bounds_of_the_rule(total: int, per_hundred: float) -> None:
    assert risk.zero_upper_bound(total) * 100 == pytest.approx(per_hundred, abs=0.05)


@given(st.integers(1, 10**7))
def test_more_people_counted_lower_the_bound(total: int) -> None:
    bound = risk.zero_upper_bound(total)
    assert 0 < bound < 1
    assert risk.zero_upper_bound(total + 1) < bound
    count, denominator = risk.bound_in_people(bound)
    assert count >= 1
    assert count / denominator >= bound - 1e-9, "the words never promise less than the bound"


def test_the_example_of_the_rule_and_nobody_counted() -> None:
    assert risk.bound_in_people(risk.zero_upper_bound(120)) == (3, 100)
    assert risk.bound_in_people(risk.zero_upper_bound(120), at_least=1000) == (25, 1000)
    with pytest.raises(ValueError, match="nobody"):
        risk.zero_upper_bound(0)


@given(frequencies(), frequencies(), denominators, st.sampled_from(["higher", "lower"]))
def test_three_states_sum_to_everybody_and_agree_with_the_sentences(
    control: Frequency, treated: Frequency, denominator: int, better: Better
) -> None:
    counts = risk.three_states(control, treated, better, denominator)
    without, with_it = (risk.people(arm, denominator) for arm in (control, treated))
    if without is None or with_it is None:
        assert counts is None
        return
    assert counts is not None
    assert counts.total == denominator
    assert min(counts.anyway, counts.added, counts.fewer, counts.neither) >= 0
    assert counts.added == 0 or counts.fewer == 0
    assert counts.anyway + counts.added == with_it
    assert counts.anyway + counts.fewer == without


def test_a_missing_arm_is_never_completed() -> None:
    assert risk.three_states(None, Frequency(0.5), "higher", 100) is None
    assert risk.three_states(Frequency(0.5), None, "higher", 100) is None
    assert risk.number_needed(None, Frequency(0.5)) is None


def test_fewer_people_with_the_treatment() -> None:
    counts = risk.three_states(Frequency(0.4), Frequency(0.3), "lower", 100)
    assert counts is not None
    assert (counts.anyway, counts.added, counts.fewer, counts.neither) == (30, 0, 10, 60)


@given(shares, shares)
def test_number_needed_is_whole_and_covers_the_difference(control: float, treated: float) -> None:
    needed = risk.number_needed(Frequency(control), Frequency(treated))
    gap = abs(control - treated)
    if needed is None:
        assert gap < 1e-8
    else:
        assert needed >= 1
        assert needed * gap >= 1 - 1e-6
        assert math.isfinite(needed)


@given(st.floats(-50, 50), st.floats(1, 500), st.floats(0, 1))
def test_scores_rescale_to_a_hundred_and_back(low: float, span: float, place: float) -> None:
    scale = Scale(low=low, high=low + span)
    level = low + place * span
    assert risk.to_hundred(level, scale) == pytest.approx(place * 100, abs=1e-6)
    between = risk.to_hundred(level, scale) - risk.to_hundred(low, scale)
    assert risk.difference_to_hundred(level - low, scale) == pytest.approx(between, abs=1e-6)


def test_band_words_become_ranges() -> None:
    band = risk.eu_band("common")
    assert risk.interval(band, risk.row_denominator([band])) == (1, 10)
    rare = risk.eu_band("rare")
    assert risk.interval(rare, risk.row_denominator([rare])) == (1, 10)
    assert risk.row_denominator([rare]) == 10000


def test_below_one_and_almost_all() -> None:
    assert risk.is_below_one(Frequency(0.00001), 10000)
    assert not risk.is_below_one(Frequency(0.0), 10000)
    assert risk.is_almost_all(Frequency(0.997), 100)
    assert not risk.is_almost_all(Frequency(1.0), 100)


@pytest.mark.parametrize("parts", [(None,), (1.2,), (0.5, 0.4), (0.5, 0.6, 0.4)])
def test_impossible_frequencies_are_refused(parts: tuple[float | None, ...]) -> None:
    with pytest.raises(ValueError, match=r"frequency|interval|low end"):
        Frequency(*parts)
