"""The made-up decision and its treatments."""

from __future__ import annotations

from datetime import date
from typing import Any

NOT_FROM_STRETCHING = (
    ("infection", "infection"),
    ("bleeding", "bleeding"),
    ("numb", "nerve_passing"),
    ("weak", "nerve_lasting"),
    ("reaction", "medicine_reaction"),
    ("no-help", "no_effect"),
    ("death", "death_or_paralysis"),
)
Tables = dict[str, Any]
Files = dict[str, Tables]


def harm(name: str, kind: str, state: str = "no_figure", **fields: Any) -> Tables:
    """One harm of the made-up needle."""
    return {
        "id": name,
        "kind": kind,
        "state": state,
        "severity": "needs_treatment",
        "reversible": "mostly",
        **fields,
    }


def cell(option: str, *estimates: str, state: str = "estimate", **fields: Any) -> Tables:
    """A cell of a row."""
    return {"option": option, "state": state, "estimates": list(estimates), **fields}


def treatments() -> Files:
    """The three made-up treatments."""
    return {
        "treatments/nothing-new.toml": _nothing_new(),
        "treatments/stretching.toml": _stretching(),
        "treatments/needle.toml": _needle(),
    }


def _nothing_new() -> Tables:
    pain = harm("goes-on", "other", severity="nuisance")
    return {"id": "nothing-new", "procedure": False, "nothing_new": True, "harms": [pain]}


def _needle() -> Tables:
    return {
        "id": "needle",
        "procedure": True,
        "evidence_files": ["mini-needle"],
        "get_help": ["fever"],
        "drawer": ["dose"],
        "harms": _needle_harms(),
    }


def _needle_harms() -> list[Tables]:
    return [
        harm("infection", "infection", "none_seen", estimate="needle-infection"),
        harm("bleeding", "bleeding", "not_counted", said_by="needle-sleep"),
        harm("headache", "medicine_reaction", "estimate", estimate="needle-headache"),
        harm("numb", "nerve_passing"),
        harm("weak", "nerve_lasting", severity="permanent", reversible="no"),
        harm("no-help", "no_effect", severity="nuisance"),
        harm("more-pain", "more_pain", "estimate", estimate="needle-more-pain"),
        harm(
            "very-bad",
            "death_or_paralysis",
            "estimate",
            estimate="needle-lasting",
            severity="death",
            reversible="no",
        ),
        harm("missed", "procedure_failure", severity="nuisance"),
        harm("again", "repeat_procedure", severity="nuisance"),
    ]


def _stretching() -> Tables:
    return {
        "id": "stretching",
        "procedure": False,
        "evidence_files": ["mini-stretch"],
        "harms": [
            harm(
                "sore",
                "more_pain",
                "estimate",
                estimate="stretch-sore",
                severity="nuisance",
                reversible="yes",
            ),
            *(harm(name, kind, "not_applicable") for name, kind in NOT_FROM_STRETCHING),
        ],
    }


def _rows() -> list[Tables]:
    ids = {"A": "nothing-new", "B": "stretching", "C": "needle"}
    words = {
        end: [
            cell(letter, state="words", text=f"treatments.{name}.{end}")
            for letter, name in ids.items()
        ]
        for end in ("involves", "asks", "change_mind")
    }
    return [
        {"id": "what", "group": "involve", "kind": "words", "cells": words["involves"]},
        *_number_rows(),
        {"id": "harms", "group": "wrong", "kind": "harms"},
        {"id": "asks", "group": "ask", "kind": "words", "cells": words["asks"]},
        {"id": "change", "group": "change", "kind": "words", "cells": words["change_mind"]},
        {"id": "experts", "group": "experts", "kind": "experts"},
    ]


def _number_rows() -> list[Tables]:
    none = "no_figure"
    relief = [
        cell("A", "needle-relief", arm="control"),
        cell("B", state=none),
        cell("C", "needle-relief"),
    ]
    walking = [
        cell("A", "course-walking"),
        cell("B", "stretch-walking"),
        cell("C", state=none),
    ]
    score = [
        cell("A", "stretch-score", arm="control"),
        cell("B", "stretch-score"),
        cell("C", state="not_applicable"),
    ]
    sleep = [
        cell("A", state=none),
        cell("B", state="not_counted", said_by="stretch-walking"),
        cell("C", "needle-sleep"),
    ]
    return [
        _better("relief", relief),
        _better("walking", walking, comparable=False),
        _better("score", score),
        _better("sleep", sleep),
    ]


def _better(name: str, cells: list[Tables], **fields: Any) -> Tables:
    return {"id": name, "group": "better", "kind": "number", "cells": cells, **fields}


def _value(name: str, side: str, row: str, better: str, *options: Tables, **fields: Any) -> Tables:
    return {
        "id": name,
        "concept": name,
        "side": side,
        "row": row,
        "better": better,
        "low": 0,
        "high": 100,
        "mid": 10,
        "range_source": "made up for tests",
        "options": [{"option": letter, **o} for letter, o in zip("ABC", options, strict=True)],
        **fields,
    }


def decision() -> Tables:
    """The made-up decision file."""
    return {
        "id": "mini",
        "version": "2026.01",
        "languages": ["en"],
        "compiled": date(2026, 1, 10),
        "evidence_to": date(2025, 12, 1),
        "review_due": date(2027, 1, 10),
        "expires": date(2028, 1, 10),
        "evidence_files": ["mini-needle", "mini-stretch"],
        "natural_course": ["course-walking"],
        "positions": ["experts-for", "experts-against"],
        "deal_breakers": ["no-needle"],
        "red_flags": ["numb-seat"],
        "get_help": ["cannot-pee"],
        "options": [
            {"letter": "A", "treatment": "nothing-new"},
            {"letter": "B", "treatment": "stretching"},
            {"letter": "C", "treatment": "needle"},
        ],
        "rows": _rows(),
        "values": _values(),
        "teach_back": [{"id": "can-wait", "row": "what", "quick": True}],
    }


def _values() -> list[Tables]:
    unknown = {"unknown": True}
    return [
        _value(
            "less-pain",
            "benefit",
            "relief",
            "higher",
            {"estimate": "needle-relief", "arm": "control"},
            unknown,
            {"estimate": "needle-relief"},
        ),
        _value(
            "few-visits",
            "burden",
            "asks",
            "lower",
            {"given": 1.0},
            {"fact": "stretch-visits"},
            {"fact": "needle-visits"},
            high=40,
            mid=2,
        ),
    ]
