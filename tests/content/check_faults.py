"""Faults planted in the made-up content, with the rule that must find each and the key it names."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from tests.content.builders import Files, Tables
from tests.content.mini_text import OFFERED

DECISION = "decisions/mini.toml"
NEEDLE = "evidence/mini-needle.toml"
STRETCH = "evidence/mini-stretch.toml"
TEXT = "text/en/decisions/mini.toml"
NEEDLE_TEXT = "text/en/treatments/needle.toml"
NEEDLE_WORDS = "text/en/evidence/mini-needle.toml"
LONG = "We look at this with you and we talk about it and then we see what to do "


def figure(files: Files, name: str) -> Tables:
    """The estimate's table, to be changed."""
    every = files[NEEDLE]["estimate"] + files[STRETCH]["estimate"]
    return next(item for item in every if item["id"] == name)


def row(files: Files, name: str) -> Tables:
    """The row's table, to be changed."""
    return next(item for item in files[DECISION]["rows"] if item["id"] == name)


def say(words: str, files: Files, key: str = "expect", file: str = NEEDLE_TEXT) -> None:
    """Put words into a text."""
    files[file][key] = words


def change(files: Files, name: str, **fields: Any) -> None:
    """Change an estimate."""
    figure(files, name).update(fields)


def finding(words: str, files: Files) -> None:
    files[NEEDLE_WORDS]["needle-sleep"]["finding"] = words


def increment(files: Files) -> None:
    fields = {"shape": "score_difference", "treated": None, "control": None}
    change(files, "stretch-score", **fields, difference={"value": -10})
    row(files, "score")["cells"][0] = {"option": "A", "state": "no_figure"}


def horizons(files: Files) -> None:
    other = {**figure(files, "needle-relief"), "id": "needle-late"}
    other["horizon"] = {"relation": "by", "value": 1, "unit": "years"}
    files[NEEDLE]["estimate"].append({**other, "evidence_group": "needle-relief"})
    files[NEEDLE_WORDS]["needle-late"] = {"outcome": "have less pain", "people": "adults"}
    row(files, "relief")["cells"][2]["estimates"] = ["needle-late"]


def no_time(files: Files) -> None:
    change(files, "course-walking", horizon={"relation": "not_stated"})


def no_harm(files: Files) -> None:
    harm = files["treatments/stretching.toml"]["harms"][0]
    harm.update(state="no_figure", estimate=None)


def half_graded(files: Files) -> None:
    row(files, "walking")["comparable"] = True
    for name in ("stretch-walking", "course-walking"):
        change(files, name, evidence_group="walking")
    change(files, "course-walking", certainty="not_graded", certainty_by="none")


def harm_left_out(files: Files) -> None:
    del files["treatments/needle.toml"]["harms"][3]
    del files[NEEDLE_TEXT]["harms"]["numb"]


def own_change(files: Files) -> None:
    change(files, "stretch-score", from_start=True, control=None, comparator={"kind": "none"})
    row(files, "score")["cells"][0] = {"option": "A", "state": "no_figure"}


def before_after(files: Files) -> None:
    change(files, "stretch-walking", comparator={"kind": "before_after"})


def mixed(files: Files) -> None:
    row(files, "walking")["comparable"] = True
    change(files, "stretch-walking", comparator={"kind": "sham_procedure"})


def nothing_new(files: Files) -> None:
    row(files, "walking")["cells"][0]["estimates"] = ["stretch-walking"]


def no_course(files: Files) -> None:
    files[DECISION]["natural_course"] = []


def wrong_course(files: Files) -> None:
    files[DECISION]["natural_course"] = ["stretch-walking"]


def old_course(files: Files) -> None:
    files[STRETCH]["source"][0]["year"] = 2001


def one_side_left_out(files: Files) -> None:
    files[DECISION]["positions"] = ["experts-for"]


def one_side_only(files: Files) -> None:
    files[NEEDLE]["position"][1]["stance"] = "for"


def pain_alone(files: Files) -> None:
    for name in ("walking", "sleep"):
        row(files, name)["quick"] = False


def tilted(files: Files) -> None:
    files[DECISION]["values"][1]["options"][0]["given"] = 0.0


def lopsided(files: Files) -> None:
    extra = {**files[DECISION]["values"][0], "id": "more", "concept": "more"}
    second = {**extra, "id": "still-more", "concept": "still-more"}
    files[DECISION]["values"] += [extra, second]
    for name in ("more", "still-more"):
        files[TEXT]["values"][name] = {"name": "More", "swing": "From none to all"}


def double(files: Files) -> None:
    files[DECISION]["values"][1]["concept"] = "less-pain"


def hard_page(files: Files) -> None:
    words = "Radiofrequency procedures demonstrate heterogeneous outcomes in individuals. "
    say(words * 15, files)


def heading(files: Files) -> None:
    files[TEXT]["rows"]["asks"]["question"] = "What is a dural tear?"
    files[TEXT]["glossary"] = {"dural": {"clinical": "dural", "plain": "bag around nerves"}}


def source_form(field: str, value: Any, files: Files) -> None:
    files[NEEDLE]["source"][0][field] = value


def unquoted(files: Files) -> None:
    change(files, "needle-headache", quote="nobody counted anything", treated={"value": 3})


def one_frame(files: Files) -> None:
    files[NEEDLE_WORDS]["needle-headache"]["did"] = "have a bad headache"


def very_weak(files: Files) -> None:
    change(files, "needle-relief", certainty="very_low", certainty_by="grade")


def grave_panel_left_out(files: Files) -> None:
    files[DECISION]["harm_panels"] = [100]


def made_sentence(files: Files) -> None:
    files[NEEDLE_WORDS]["needle-headache"].update(did="often ache", did_not="do not")


def not_told(part: str, files: Files) -> None:
    del files[NEEDLE_TEXT][part]


def not_nothing_new(files: Files) -> None:
    files["treatments/nothing-new.toml"]["nothing_new"] = False
    files["text/en/treatments/nothing-new.toml"] |= OFFERED


def uneven(files: Files) -> None:
    for key in ("involves", "asks", "change_mind"):
        say("You come and we do it and then you rest and we see you and we talk.", files, key=key)


def stale_waiver(files: Files) -> None:
    _waive(files, "L-90", "rows.what.A")


def waived_error(files: Files) -> None:
    no_course(files)
    _waive(files, "L-80", "natural_course")


def _waive(files: Files, rule: str, key: str) -> None:
    waiver = {"rule": rule, "key": key, "reason": "made up for the tests", "by": "Nobody A"}
    files[DECISION]["waiver"] = [{**waiver, "on": files[DECISION]["compiled"]}]


EXPECT = "treatments.needle.expect"
CHECK_FAULTS: list[tuple[str, str, str, Callable[[Files], None]]] = [
    ("L-01", EXPECT, "error", partial(say, "It helps one in ten people.")),
    ("L-01", EXPECT, "error", partial(say, "It helps 1 in 10 people.")),
    ("L-01", EXPECT, "error", partial(say, "It helps 40% of people.")),
    ("L-01", EXPECT, "error", partial(say, "It helps forty per cent.")),
    ("P-05", EXPECT, "warn", partial(say, "It helps half of the people.")),
    ("L-02", EXPECT, "error", partial(say, "It halves the pain.")),
    ("L-02", EXPECT, "error", partial(say, "It works twice as well.")),
    ("L-03", "stretch-score", "error", increment),
    ("L-04", "needle-headache", "error", one_frame),
    ("L-05", "rows.relief", "error", horizons),
    ("L-06", EXPECT, "error", partial(say, "You gain 2.5 points.")),
    ("L-07", EXPECT, "error", partial(say, "Germs are rare.")),
    ("L-07", EXPECT, "error", partial(say, "It is a low-risk needle.")),
    (
        "L-20",
        "needle-relief",
        "error",
        partial(change, name="needle-relief", control={"value": 45, "events": 9, "total": 120}),
    ),
    ("L-20", "course-walking", "warn", no_time),
    (
        "L-20",
        "needle-relief",
        "error",
        partial(change, name="needle-relief", control={"value": 45, "events": 55, "total": 120}),
    ),
    (
        "L-20",
        "needle-headache",
        "error",
        partial(
            change,
            name="needle-headache",
            treated={"value": 2, "low": 3, "high": 4, "interval": "range"},
        ),
    ),
    ("L-21", "options.B", "warn", no_harm),
    ("L-30", "needle-relief", "error", partial(change, name="needle-relief", certainty_by="none")),
    ("L-30", "rows.walking", "error", half_graded),
    ("L-31", "evidence.needle-sleep.finding", "error", partial(finding, "It helps you sleep.")),
    ("L-31", "evidence.needle-sleep.finding", "error", partial(finding, "It probably helps.")),
    ("L-31", "evidence.needle-sleep.finding", "error", partial(finding, "It may perhaps help.")),
    ("L-32", "values.less-pain.C", "error", very_weak),
    ("L-40", "harms", "error", harm_left_out),
    ("L-41", "harm_panels", "error", grave_panel_left_out),
    ("L-07", "needle-headache", "error", made_sentence),
    ("IP-01", "ipdas.QL6", "error", partial(not_told, "physical")),
    ("IP-01", "ipdas.QL3", "error", not_nothing_new),
    ("IP-01", "ipdas.QL2", "error", partial(say, "What now.", key="question", file=TEXT)),
    ("IP-01", "ipdas.CE1", "error", uneven),
    ("L-50", "stretch-score", "error", own_change),
    ("L-51", EXPECT, "error", partial(say, "The effect size was good.")),
    (
        "L-52",
        "needle-relief",
        "error",
        partial(
            change, name="needle-relief", certainty="high", derived="normal threshold on averages"
        ),
    ),
    ("L-60", EXPECT, "error", partial(say, "The number needed to treat is low.")),
    ("L-70", "rows.walking.B", "error", before_after),
    ("L-71", "rows.walking", "error", mixed),
    ("D-70", "rows.walking", "error", mixed),
    ("L-72", "rows.walking.A", "error", nothing_new),
    ("L-80", "natural_course", "error", no_course),
    ("L-80", "natural_course", "error", wrong_course),
    ("L-80", "course-walking", "warn", old_course),
    ("L-90", "rows.what.C", "warn", partial(say, LONG, key="involves")),
    ("L-91", "positions", "error", one_side_left_out),
    ("L-91", "positions", "error", one_side_only),
    ("D-50", "rows", "error", pain_alone),
    ("V-07", "values", "warn", tilted),
    ("V-08", "values", "error", lopsided),
    ("V-08", "values", "error", double),
    ("P-01", "page:treatments.needle", "error", hard_page),
    ("P-02", EXPECT, "error", partial(say, LONG * 2)),
    ("P-03", EXPECT, "error", partial(say, "It treats radicular pain.")),
    ("P-03", "rows.asks.question", "error", heading),
    ("P-04", EXPECT, "error", partial(say, "It is wear and tear.")),
    ("P-04", "nothing_new", "error", partial(say, "A last resort.", key="nothing_new", file=TEXT)),
    ("P-05", EXPECT, "error", partial(say, "You rest for 3 days.")),
    ("P-06", EXPECT, "error", partial(say, "You get an ESI.")),
    ("P-07", "treatments.needle.involves", "error", partial(say, LONG * 2, key="involves")),
    ("E-01", "made-up-trial", "error", partial(source_form, "doi", "doi:made-up")),
    ("E-01", "made-up-trial", "error", partial(source_form, "pmid", "PM12")),
    ("E-01", "made-up-trial", "error", partial(source_form, "url", "www.example.org")),
    ("E-01", "made-up-trial", "error", partial(source_form, "year", 2027)),
    ("E-02", "needle-headache", "warn", unquoted),
    ("W-01", "waiver[1]", "warn", stale_waiver),
    ("W-01", "waiver[1]", "error", waived_error),
]
