"""Estimates of every shape that the evidence may hold for patients."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st

from sdm_aid.domain.evidence import (
    Certainty,
    Comparator,
    ComparatorKind,
    Estimate,
    Horizon,
    Kind,
    Level,
    Scale,
    TimeUnit,
)
from tests.wording.content_builder import estimate

PERS = (100, 1000, 10000, 100000)
COMPARED: tuple[ComparatorKind, ...] = tuple(
    kind for kind in get_args(ComparatorKind) if kind not in ("none", "before_after")
)


@st.composite
def levels(draw: st.DrawFn, low: float, high: float) -> Level:
    """A point, a point with its interval, or a range, between two ends."""
    numbers = st.floats(low, high, allow_nan=False)
    first, point, last = sorted(draw(st.tuples(numbers, numbers, numbers)))
    form = draw(st.sampled_from(["point", "zero", "ci95", "range"]))
    total = draw(st.none() | st.integers(1, 50_000))
    if form == "point":
        return Level(value=point, total=total)
    if form == "zero":
        return Level(value=min(max(0.0, low), high), total=total)
    interval: Any = form
    return Level(value=point if form == "ci95" else None, low=first, high=last, interval=interval)


@st.composite
def horizons(draw: st.DrawFn) -> Horizon:
    """Any time that a source may state."""
    relation: Any = draw(
        st.sampled_from(
            ["by", "within", "after", "over", "between", "during_procedure", "not_stated"]
        )
    )
    if relation in ("during_procedure", "not_stated"):
        return Horizon(relation=relation)
    value = draw(st.floats(0.25, 60))
    upper = value + draw(st.floats(0.25, 60)) if relation == "between" else None
    unit = draw(st.sampled_from(get_args(TimeUnit)))
    return Horizon(relation=relation, value=value, upper=upper, unit=unit)


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    """A scale in either direction, with or without a smallest change that people notice."""
    low = float(draw(st.sampled_from([-10, 0, 1])))
    high = low + draw(st.sampled_from([4.0, 10.0, 24.0, 100.0, 500.0]))
    change = draw(st.none() | st.floats(0.1, 4))
    return Scale(
        low=low,
        high=high,
        worse=draw(st.sampled_from(["higher", "lower"])),
        smallest_change=change,
        smallest_change_source=None if change is None else "trial",
        smallest_change_on=None
        if change is None
        else draw(st.sampled_from([None, "line", "number", "questions"])),
    )


@st.composite
def estimates(draw: st.DrawFn) -> Estimate:
    """An estimate that patients may see."""
    shape = draw(
        st.sampled_from(["frequency", "frequency_difference", "score", "score_difference", "words"])
    )
    kind = draw(st.sampled_from(get_args(Kind)))
    alone = kind == "uncontrolled-change" or draw(st.booleans())
    comparators = ("none", "before_after") if alone else COMPARED
    comparator = draw(st.sampled_from(comparators))
    certainty = draw(st.sampled_from(get_args(Certainty)))
    fields: dict[str, Any] = {
        "kind": kind,
        "better": draw(st.sampled_from(["higher", "lower", "neither"])),
        "comparator": Comparator(kind=comparator, mixed=draw(st.booleans())),
        "blinded": draw(st.sampled_from(["yes", "no", "unknown"])),
        "horizon": draw(horizons()),
        "certainty": certainty,
        "certainty_by": "none" if certainty == "not_graded" else "grade",
        "acute": draw(st.booleans()),
        "population": draw(st.sampled_from(["same", "similar", "different"])),
    }
    fields |= draw(_figures(shape, with_control=comparator != "none"))
    return estimate(shape, **fields)


@st.composite
def _figures(draw: st.DrawFn, shape: str, with_control: bool) -> dict[str, Any]:
    if shape == "words":
        return {}
    if shape.startswith("frequency"):
        per = draw(st.sampled_from(PERS))
        if shape == "frequency_difference":
            return {"per": per, "difference": draw(levels(-per, per))}
        control = draw(st.none() | levels(0, per)) if with_control else None
        counted = draw(st.sampled_from(["people", "procedures"]))
        return {"per": per, "treated": draw(levels(0, per)), "control": control, "counted": counted}
    scale = draw(scales())
    span = scale.high - scale.low
    if shape == "score_difference":
        return {"scale": scale, "difference": draw(levels(-span, span))}
    from_start = draw(st.booleans())
    ends = (-span, span) if from_start else (scale.low, scale.high)
    if draw(st.booleans()) and not from_start:
        course = Level(value=scale.low, baseline=draw(st.floats(scale.low, scale.high)))
        return {"scale": scale, "treated": course}
    control = draw(st.none() | levels(*ends)) if with_control else None
    return {
        "scale": scale,
        "from_start": from_start,
        "treated": draw(levels(*ends)),
        "control": control,
    }
