"""What the schema itself refuses: a fault against each S- rule, and words of the refusal."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from tests.content.builders import Files
from tests.content.check_faults import change, figure
from tests.content.row_faults import NAMED_TWICE


def without(field: str, files: Files, name: str = "needle-relief") -> None:
    """Take a field out of an estimate."""
    del figure(files, name)[field]


def cell_state(files: Files) -> None:
    files["decisions/mini.toml"]["rows"][1]["cells"][1]["state"] = "blank"


def harm_field(field: str, files: Files) -> None:
    del files["treatments/needle.toml"]["harms"][0][field]


def harm_kind(files: Files) -> None:
    files["treatments/needle.toml"]["harms"][3]["kind"] = "nerve_damage"


def band_without_kind(files: Files) -> None:
    change(files, "needle-headache", treated={"low": 1, "high": 10})


def middle_taken(files: Files) -> None:
    change(files, "needle-headache", treated={"total": 120})


def two_scales(files: Files) -> None:
    figure(files, "stretch-score")["scale"] = {"low": 100, "high": 0}


def baseline_without_comparator(files: Files) -> None:
    change(files, "needle-relief", comparator={"kind": "none"})


def graded_by_nobody(files: Files) -> None:
    change(files, "needle-relief", certainty="not_graded", certainty_by="grade")


def difference_as_arm(files: Files) -> None:
    change(files, "needle-relief", shape="frequency_difference", difference={"value": 15})


def course_compared(files: Files) -> None:
    change(files, "needle-relief", kind="uncontrolled-change")


def derived_number(files: Files) -> None:
    figure(files, "needle-relief")["derived"] = 5


_change: Callable[..., Any] = partial(change, name="needle-relief")
SCHEMA_FAULTS: list[tuple[str, Callable[[Files], None], str]] = [
    ("S-01", partial(without, "treated"), "do not fit the shape"),
    ("S-01", difference_as_arm, "not an arm value"),
    ("S-02", baseline_without_comparator, "control level needs a comparator"),
    ("S-03", partial(without, "horizon"), "missing"),
    ("S-03", partial(_change, horizon={"relation": "by"}), "needs value and unit"),
    ("S-04", partial(_change, treated={"value": "about 60"}), "number"),
    ("S-05", cell_state, "blank"),
    ("S-06", band_without_kind, "'ci95' or a 'range'"),
    ("S-06", middle_taken, "a value or a range"),
    ("S-30", partial(_change, certainty="quite"), "quite"),
    ("S-30", graded_by_nobody, "nobody graded it"),
    ("S-40", partial(harm_field, "severity"), "missing"),
    ("S-40", partial(harm_field, "reversible"), "missing"),
    ("S-41", harm_kind, "nerve_damage"),
    ("S-50", partial(without, "scale", name="stretch-score"), "do not fit the shape"),
    ("S-50", two_scales, "below its high end"),
    ("S-51", derived_number, "string"),
    ("S-70", partial(without, "comparator"), "missing"),
    ("S-70", partial(without, "blinded"), "missing"),
    ("S-70", partial(_change, population="alike"), "alike"),
    ("S-71", partial(without, "evidence_group"), "missing"),
    ("S-80", course_compared, "nobody to compare with"),
    *NAMED_TWICE,
]
