"""Made-up sources, figures, facts and positions."""

from __future__ import annotations

from typing import Any

Tables = dict[str, Any]


def estimate(name: str, **fields: Any) -> Tables:
    """One made-up estimate: people out of a hundred, one group, unless ``fields`` say otherwise."""
    return {
        "id": name,
        "source": "made-up-trial",
        "place": "https://example.org/made-up",
        "quote": "made up for tests: 60, 45, 40, 62, 55, 50, 15, 8, 30, 20, 2, 0 of 120",
        "treatments": ["needle"],
        "kind": "benefit",
        "shape": "frequency",
        "better": "higher",
        "per": 100,
        "comparator": {"kind": "none"},
        "blinded": "no",
        "horizon": {"relation": "by", "value": 3, "unit": "months"},
        "certainty": "low",
        "certainty_by": "grade",
        "evidence_group": name,
        **fields,
    }


def needle_evidence() -> Tables:
    return {
        "source": [
            {
                "id": "made-up-trial",
                "title": "A made-up trial",
                "authors": "Nobody A",
                "journal": "Journal of Made-up Results",
                "year": 2020,
                "doi": "10.1234/made-up",
                "kind": "rct",
                "funding": "Made-up fund",
            }
        ],
        "estimate": [*_needle_benefits(), *_needle_harms()],
        "fact": [
            _fact("needle-visits", low=2, unit="visits"),
            _fact("needle-rest", low=1, high=2, unit="days"),
        ],
        "position": [_position("experts-for", "for"), _position("experts-against", "against")],
    }


def _needle_benefits() -> list[Tables]:
    sham = {"kind": "sham_procedure"}
    return [
        estimate(
            "needle-relief",
            treated={
                "value": 60,
                "low": 50,
                "high": 70,
                "interval": "ci95",
                "events": 72,
                "total": 120,
            },
            control={"value": 45, "events": 54, "total": 120},
            comparator=sham,
            blinded="yes",
        ),
        estimate(
            "needle-sleep",
            shape="words",
            per=None,
            comparator=sham,
            blinded="yes",
            certainty="low",
        ),
    ]


def _needle_harms() -> list[Tables]:
    return [
        estimate(
            "needle-headache",
            kind="harm",
            better="lower",
            treated={"value": 2},
            horizon={"relation": "within", "value": 1, "unit": "weeks"},
        ),
        estimate(
            "needle-infection",
            kind="harm",
            better="lower",
            treated={"value": 0, "events": 0, "total": 120},
        ),
        estimate("needle-more-pain", kind="harm", better="lower", treated={"value": 8}),
        estimate("needle-lasting", kind="harm", better="lower", per=100000, treated={"value": 2}),
    ]


def _fact(name: str, **fields: Any) -> Tables:
    return {
        "id": name,
        "source": "made-up-trial",
        "place": "https://example.org/made-up",
        "quote": "made up for tests",
        **fields,
    }


def _position(name: str, stance: str) -> Tables:
    fields = {"treatments": ["needle"], "stance": stance, "year": 2021, "conflict": "needle"}
    return _fact(name, **fields)


def stretch_evidence() -> Tables:
    return {
        "source": [
            {
                "id": "made-up-course",
                "title": "A made-up cohort",
                "year": 2019,
                "url": "https://example.org/cohort",
                "kind": "cohort",
            }
        ],
        "estimate": _stretch_estimates(),
        "fact": [_fact("stretch-visits", low=6, high=8, unit="visits")],
    }


def _stretch_estimates() -> list[Tables]:
    scale = {
        "low": 0,
        "high": 100,
        "smallest_change": 10,
        "smallest_change_source": "made-up-course",
    }
    course = {"source": "made-up-course", "treatments": ["nothing-new"]}
    return [
        estimate("stretch-walking", treatments=["stretching"], treated={"value": 62}),
        estimate(
            "stretch-sore",
            treatments=["stretching"],
            kind="harm",
            better="lower",
            treated={"value": 15},
        ),
        estimate(
            "course-walking",
            **{**course, "kind": "natural-course"},
            treated={"value": 55},
        ),
        estimate(
            "stretch-score",
            treatments=["stretching"],
            shape="score",
            per=None,
            better="lower",
            scale=scale,
            treated={"value": 30, "low": 25, "high": 35, "interval": "ci95"},
            control={"value": 40},
            comparator={"kind": "usual_care"},
        ),
    ]
