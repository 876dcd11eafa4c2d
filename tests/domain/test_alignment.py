"""The worked example of the values method (invented numbers) and the laws of the formulas."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdm_aid.domain.alignment import (
    UNKNOWN,
    Standing,
    about_the_same,
    best_worst,
    clearly_above,
    fit,
    place,
    ranked,
    share,
    turning_point,
    win_share,
)

# row: (better, worst or low end, high end)
ROWS = {
    "leg3m": ("higher", 30.0, 80.0),
    "leg12m": ("higher", 30.0, 80.0),
    "serious": ("lower", 0.0, 5.0),
    "burden": ("lower", 0.0, 8.0),
    "cost": ("lower", 0.0, 2000.0),
}
FIGURES: dict[str, dict[str, tuple[float, float, float] | None]] = {
    "A": {
        "leg3m": (35, 45, 55),
        "leg12m": (60, 68, 75),
        "serious": (0, 0.1, 0.5),
        "burden": (0, 0.5, 1),
        "cost": (50, 100, 150),
    },
    "B": {
        "leg3m": (42, 52, 62),
        "leg12m": (58, 68, 76),
        "serious": (0.1, 0.3, 1),
        "burden": (0.5, 1, 2),
        "cost": (300, 400, 500),
    },
    "C": {
        "leg3m": (55, 68, 78),
        "leg12m": (62, 72, 80),
        "serious": (1.5, 3, 4.5),
        "burden": (3, 5, 6),
        "cost": None,
    },
}
FIRST = {"leg3m": 9, "leg12m": 4, "serious": 5, "burden": 2, "cost": 0}
SECOND = {"leg3m": 3, "leg12m": 4, "serious": 10, "burden": 8, "cost": 3}


def standings(option: str) -> dict[str, Standing]:
    found = {}
    for row, figures in FIGURES[option].items():
        better, low, high = ROWS[row]
        if figures is None:
            found[row] = UNKNOWN
            continue
        at = [place(x, low, high, better) for x in figures]
        found[row] = Standing(min(at), at[1], max(at))
    return found


@pytest.mark.parametrize(
    ("stones", "expected"),
    [
        (FIRST, {"A": (0.63, 0.48, 0.76), "B": (0.67, 0.50, 0.81), "C": (0.65, 0.40, 0.87)}),
        (SECOND, {"A": (0.86, 0.77, 0.93), "B": (0.83, 0.69, 0.91), "C": (0.51, 0.25, 0.78)}),
    ],
)
def test_worked_example_gives_the_published_intervals(
    stones: dict[str, int], expected: dict[str, tuple[float, float, float]]
) -> None:
    weights = share(stones)
    for option, (mid, low, high) in expected.items():
        found = fit(weights, standings(option))
        assert (found.mid, found.low, found.high) == pytest.approx((mid, low, high), abs=0.0051)


def test_unknown_cost_lowers_the_known_share_only_where_it_carries_weight() -> None:
    assert fit(share(FIRST), standings("C")).known_share == pytest.approx(1.0)
    assert fit(share(SECOND), standings("C")).known_share == pytest.approx(0.893, abs=0.001)


def test_first_patient_is_told_that_all_are_close() -> None:
    weights = share(FIRST)
    clear = [
        (a, b)
        for a in "ABC"
        for b in "ABC"
        if a != b and clearly_above(weights, standings(a), standings(b))
    ]
    assert clear == []


def test_second_patient_a_and_b_are_close_and_c_lines_up_less() -> None:
    weights = share(SECOND)
    assert not clearly_above(weights, standings("A"), standings("B"))
    assert clearly_above(weights, standings("A"), standings("C"))
    assert clearly_above(weights, standings("B"), standings("C"))


@pytest.mark.parametrize(
    ("stones", "one", "other", "expected"),
    [
        (FIRST, "B", "A", 0.76),
        (FIRST, "B", "C", 0.63),
        (FIRST, "A", "C", 0.39),
        (SECOND, "A", "B", 0.95),
        (SECOND, "A", "C", 1.0),
    ],
)
def test_shares_of_draws_match_the_worked_example(
    stones: dict[str, int], one: str, other: str, expected: float
) -> None:
    found = win_share(share(stones), standings(one), standings(other))
    assert found == pytest.approx(expected, abs=0.04)


def test_turning_point_of_the_first_patient() -> None:
    both = {"A": standings("A"), "C": standings("C")}
    turn = turning_point(FIRST, both)
    assert turn is not None
    by_serious = turning_point({**FIRST}, {"C": standings("C"), "A": standings("A")})
    assert by_serious == turn
    more = share({**FIRST, "serious": 6})
    assert fit(more, standings("A")).mid >= fit(more, standings("C")).mid
    assert fit(share(FIRST), standings("A")).mid < fit(share(FIRST), standings("C")).mid


def test_rank_order_centroid_weights() -> None:
    assert [round(w, 3) for w in ranked(["a", "b", "c"]).values()] == [0.611, 0.278, 0.111]
    assert [round(w, 3) for w in ranked(["a", "b", "c", "d", "e"]).values()] == [
        0.457,
        0.257,
        0.157,
        0.09,
        0.04,
    ]


def test_nothing_is_computed_when_everything_matters_the_same() -> None:
    assert share({"a": 2, "b": 2, "c": 2}) == {}
    assert share({}) == {}
    assert share({"a": 0, "b": 0}) == {}


def test_best_worst_counts() -> None:
    assert best_worst({"a": 2, "b": 0, "c": -2}) == pytest.approx({"a": 2 / 3, "b": 1 / 3, "c": 0})


def test_fixed_range_does_not_blow_up_small_differences() -> None:
    assert [round(place(x, 30, 80, "higher"), 2) for x in (68, 68, 72)] == [0.76, 0.76, 0.84]


def test_ties() -> None:
    assert about_the_same((60, 68, 75), (62, 72, 80), 10)
    assert about_the_same((40, 50, 60), (48, 62, 68), 5)
    assert not about_the_same((40, 45, 50), (60, 70, 80), 10)


unit = st.floats(min_value=0, max_value=1)
known = st.tuples(unit, unit, unit).map(sorted).map(lambda x: Standing(x[0], x[1], x[2]))
anything = st.one_of(known, st.just(UNKNOWN))
names = st.sampled_from(["a", "b", "c", "d"])
stone_counts = st.dictionaries(names, st.integers(min_value=0, max_value=10), min_size=1)


@given(stone_counts, st.dictionaries(names, anything))
def test_interval_holds_its_middle_and_stays_in_range(
    counts: dict[str, int], where: dict[str, Standing]
) -> None:
    found = fit(share(counts), where)
    assert -1e-9 <= found.low <= found.mid + 1e-9
    assert found.mid <= found.high + 1e-9 <= 1 + 2e-9


@given(stone_counts, st.dictionaries(names, known, min_size=4))
def test_not_knowing_a_row_only_widens(counts: dict[str, int], where: dict[str, Standing]) -> None:
    weights = share(counts)
    for row in where:
        less = fit(weights, {**where, row: UNKNOWN})
        more = fit(weights, where)
        assert less.low <= more.low + 1e-9
        assert less.high >= more.high - 1e-9


@given(
    st.lists(st.dictionaries(names, known, min_size=4), min_size=2, max_size=4),
    st.dictionaries(names, st.integers(min_value=1, max_value=9), min_size=4),
    names,
)
def test_raising_a_row_never_lowers_the_option_best_on_it(
    options: list[dict[str, Standing]], counts: dict[str, int], row: str
) -> None:
    best = max(options, key=lambda o: o[row].mid or 0)
    ahead_before = fit_gap(counts, options, best)
    raised = {**counts, row: counts[row] + 1}
    ahead_after = fit_gap(raised, options, best)
    total, after = sum(counts.values()), sum(raised.values())
    for was, now in zip(ahead_before, ahead_after, strict=True):
        # the lead over each other option, in stones, can only grow
        assert now * after >= was * total - 1e-9


def fit_gap(
    counts: dict[str, int], options: list[dict[str, Standing]], best: dict[str, Standing]
) -> list[float]:
    total = sum(counts.values())
    weights = {row: count / total for row, count in counts.items()}
    return [fit(weights, best).mid - fit(weights, other).mid for other in options]
