"""A small content with whatever estimates a test needs, in plain values."""

from __future__ import annotations

from datetime import date
from typing import Any

from sdm_aid.domain.decision import Decision, Option, Row
from sdm_aid.domain.evidence import Comparator, Estimate, Fact, Horizon, Level, Scale, Source
from sdm_aid.domain.library import ContentRef, DecisionContent
from sdm_aid.domain.treatment import Harm, Treatment
from sdm_aid.wording.figure import FigureWords, describe

SOURCE = Source(
    id="trial",
    authors="Author A, Author B",
    title="A trial of needles",
    journal="Journal of Trials",
    year=2021,
    doi="10.1000/trial",
    kind="rct",
)
BY_A_YEAR = Horizon(relation="by", value=1.0, unit="years")
PAIN = Scale(low=0.0, high=10.0)
DAY = date(2026, 1, 1)


def level(
    value: float | None = None, low: float | None = None, high: float | None = None, **more: Any
) -> Level:
    """A level; ends given make it a 95 % interval, or a range where there is no point."""
    kind: Any = None if low is None else ("range" if value is None else "ci95")
    return Level(value=value, low=low, high=high, interval=kind, **more)


def estimate(shape: str = "frequency", **fields: Any) -> Estimate:
    """An estimate with quiet defaults; give what the test is about."""
    defaults: dict[str, Any] = {
        "id": "e1",
        "source": "trial",
        "place": "https://example.org/trial",
        "quote": "as found in the trial",
        "treatments": ("needle",),
        "kind": "benefit",
        "shape": shape,
        "better": "higher",
        "comparator": Comparator(kind="usual_care"),
        "blinded": "no",
        "horizon": BY_A_YEAR,
        "certainty": "moderate",
        "certainty_by": "grade",
        "evidence_group": "g1",
    }
    if shape.startswith("frequency"):
        defaults["per"] = 100
    if shape.startswith("score"):
        defaults["scale"] = PAIN
        defaults["better"] = "lower"
    return Estimate(**{**defaults, **fields})


def content(
    *estimates: Estimate,
    text: dict[str, str] | None = None,
    facts: tuple[Fact, ...] = (),
    harms: tuple[Harm, ...] = (),
    rows: tuple[Row, ...] = (Row(id="r1", group="better", kind="harms"),),
) -> DecisionContent:
    """The estimates with prose for each, two options and one treatment with ``harms``."""
    words = {
        "treatments.needle.name": "Needle",
        **{f"treatments.needle.harms.{harm.id}.name": f"harm {harm.id}" for harm in harms},
    }
    for one in estimates:
        words[f"evidence.{one.id}.outcome"] = "leg pain much better"
        words[f"evidence.{one.id}.people"] = "people with leg pain"
        if one.shape == "frequency":
            words[f"evidence.{one.id}.did"] = "had much less leg pain"
        if one.shape == "words":
            words[f"evidence.{one.id}.finding"] = "People slept better."
    decision = Decision(
        id="leg-pain",
        version="2026.01",
        languages=("en",),
        compiled=DAY,
        evidence_to=DAY,
        review_due=DAY,
        expires=DAY,
        options=(Option(letter="A", treatment="needle"), Option(letter="B", treatment="needle")),
        rows=rows,
    )
    return DecisionContent(
        ref=ContentRef(id="leg-pain", version="2026.01", language="en", digest="0" * 64),
        decision=decision,
        treatments={"needle": Treatment(id="needle", procedure=False, harms=harms)},
        estimates={one.id: one for one in estimates},
        facts={fact.id: fact for fact in facts},
        positions={},
        sources={"trial": SOURCE},
        text={**words, **(text or {})},
    )


def said(
    shape: str = "frequency", text: dict[str, str] | None = None, **fields: Any
) -> FigureWords:
    """The words for one estimate; ``arm`` and ``denominator`` go to ``describe``."""
    asked = {key: fields.pop(key) for key in ("arm", "denominator") if key in fields}
    words = {f"evidence.e1.{key}": prose for key, prose in (text or {}).items()}
    return describe(content(estimate(shape, **fields), text=words), "e1", **asked)
