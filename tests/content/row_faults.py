"""Faults against rows of "What matters" and names of decisions, with the rule that finds each."""

from __future__ import annotations

from collections.abc import Callable

from tests.content.builders import Files, Tables
from tests.content.check_faults import DECISION, NEEDLE, NEEDLE_TEXT, change, figure


def value(files: Files, number: int = 0) -> Tables:
    """A row of "What matters", to be changed."""
    found: Tables = files[DECISION]["values"][number]
    return found


def points_among_people(files: Files) -> None:
    score = {"estimate": "stretch-score", "arm": "difference"}
    value(files)["options"][1] = {"option": "B", **score}


def people_among_points(files: Files) -> None:
    value(files)["unit"] = "points"


def disputed_points(files: Files) -> None:
    points_among_people(files)
    value(files)["options"][1]["disputed"] = True


def people_as_a_feature(files: Files) -> None:
    value(files)["unit"] = "feature"


def less_is_better(files: Files) -> None:
    value(files)["options"][2]["arm"] = "difference"
    value(files).update(better="lower", low=-50, high=0)


def harm_figure(files: Files) -> None:
    _headache(files)["figures"] = [{"decision": "minni", "state": "no_figure"}]


def harm_only_in(files: Files) -> None:
    _headache(files)["only_in"] = ["mini", "minni"]


def words_of_a_decision(files: Files) -> None:
    files[NEEDLE_TEXT]["in"] = {"minni": {"involves": "A needle in the neck."}}


def people_of_a_decision(files: Files) -> None:
    nearer = [{"decision": "minni", "population": "different"}]
    change(files, "needle-relief", populations=nearer)


def two_harm_figures(files: Files) -> None:
    none = {"decision": "mini", "state": "no_figure"}
    _headache(files)["figures"] = [none, {**none, "state": "not_applicable"}]


def only_in_twice(files: Files) -> None:
    _headache(files)["only_in"] = ["mini", "mini"]


def two_populations(files: Files) -> None:
    here = {"decision": "mini", "population": "different"}
    figure(files, "needle-relief")["populations"] = [here, {**here, "population": "similar"}]


def evidence_words_of_a_decision(files: Files) -> None:
    words = {"needle-relief": {"outcome": "have less neck pain"}}
    files[NEEDLE.replace("evidence", "text/en/evidence")]["in"] = {"mini": words}


def _headache(files: Files) -> Tables:
    harms: list[Tables] = files["treatments/needle.toml"]["harms"]
    return next(harm for harm in harms if harm["id"] == "headache")


HEADACHE = 'harms[3] "headache"'
ROW_FAULTS: list[tuple[str, str, str, Callable[[Files], None]]] = [
    ("V-09", "values.less-pain.B", "error", points_among_people),
    ("V-09", "values.less-pain.B", "error", disputed_points),
    ("V-09", "values.less-pain.C", "error", people_among_points),
    ("V-09", "values.less-pain.A", "error", people_as_a_feature),
    ("V-10", "values.less-pain", "error", less_is_better),
    ("N-01", f"{HEADACHE} figures", "error", harm_figure),
    ("N-01", f"{HEADACHE} only_in", "error", harm_only_in),
    ("N-01", "in.minni", "error", words_of_a_decision),
    ("N-01", 'estimate[1] "needle-relief" populations', "error", people_of_a_decision),
    ("LOAD", "in.mini.needle-relief", "error", evidence_words_of_a_decision),
]
NAMED_TWICE: list[tuple[str, Callable[[Files], None], str]] = [
    ("S-42", two_harm_figures, "two figures for the decision 'mini'"),
    ("S-42", only_in_twice, "only_in names the decision 'mini' twice"),
    ("S-72", two_populations, "two populations for the decision 'mini'"),
]
"""What the schema refuses, as in ``schema_faults``."""
