"""Faults planted in the made-up content, with where and how the loader must tell them."""

from __future__ import annotations

import copy
from collections.abc import Callable

from tests.content.builders import Files

DECISION = "decisions/mini.toml"
NEEDLE = "evidence/mini-needle.toml"
TEXT = "text/en/decisions/mini.toml"


def break_figure(files: Files) -> None:
    files[NEEDLE]["estimate"][0]["treated"]["value"] = "sixty"


def break_unit(files: Files) -> None:
    files[NEEDLE]["estimate"][2]["horizon"]["unit"] = "fortnights"


def no_source(files: Files) -> None:
    files[NEEDLE]["source"] = [{**files[NEEDLE]["source"][0], "id": "another-trial"}]


def source_left_out(files: Files) -> None:
    del files[NEEDLE]["estimate"][0]["source"]


def unknown_estimate(files: Files) -> None:
    files[DECISION]["rows"][1]["cells"][2]["estimates"] = ["needle-magic"]


def unknown_fact(files: Files) -> None:
    files["text/en/treatments/needle.toml"]["asks"] = "It asks for {fact:needle-magic}."


def unknown_position(files: Files) -> None:
    files[DECISION]["positions"] = ["experts-silent"]


def unknown_treatment(files: Files) -> None:
    files[DECISION]["options"][2]["treatment"] = "laser"


def unknown_cell_text(files: Files) -> None:
    files[DECISION]["rows"][0]["cells"][0]["text"] = "treatments.nothing-new.cells.sings"


def twice(files: Files) -> None:
    files[NEEDLE]["estimate"].append(copy.deepcopy(files[NEEDLE]["estimate"][0]))


def twice_across_files(files: Files) -> None:
    stretch = files["evidence/mini-stretch.toml"]["estimate"]
    stretch.append(copy.deepcopy(files[NEEDLE]["estimate"][0]))


def text_missing(files: Files) -> None:
    del files[TEXT]["rows"]["relief"]["question"]


def text_left_over(files: Files) -> None:
    files[TEXT]["rows"]["laser"] = {"question": "Does it glow?"}


def evidence_text_left_over(files: Files) -> None:
    files["text/en/evidence/mini-needle.toml"]["laser-glow"] = {"outcome": "glow"}


def evidence_text_missing(files: Files) -> None:
    del files["text/en/evidence/mini-needle.toml"]["needle-relief"]["outcome"]


def text_empty(files: Files) -> None:
    files[TEXT]["title"] = "  "


def text_number(files: Files) -> None:
    files[TEXT]["title"] = 5


def bad_placeholder(files: Files) -> None:
    files[TEXT]["question"] = "What could {name} do?"


def clinician_figure(files: Files) -> None:
    files[NEEDLE]["estimate"][0]["display"] = "clinician"


def own_name(files: Files) -> None:
    files[DECISION]["id"] = "maxi"


def strange_field(files: Files) -> None:
    files["treatments/needle.toml"]["colour"] = "red"


def strange_table(files: Files) -> None:
    files[NEEDLE]["rumour"] = [{"id": "x"}]


def unknown_row(files: Files) -> None:
    files[DECISION]["teach_back"][0]["row"] = "glow"


def no_control(files: Files) -> None:
    files[DECISION]["rows"][2]["cells"][0]["arm"] = "control"


def value_options(files: Files) -> None:
    files[DECISION]["values"][0]["options"].pop()


def value_arm(files: Files) -> None:
    option = {"option": "C", "estimate": "needle-headache", "arm": "difference"}
    files[DECISION]["values"][0]["options"][2] = option


def value_finding(files: Files) -> None:
    files[DECISION]["values"][0]["options"][2]["finding"] = "same"


def dates(files: Files) -> None:
    files[DECISION]["expires"] = files[DECISION]["evidence_to"]


def conflict(files: Files) -> None:
    files[NEEDLE]["estimate"][0]["conflict"] = ["laser-glow"]


def not_finite(files: Files) -> None:
    files[NEEDLE]["estimate"][0]["treated"]["value"] = float("nan")


def given_outside(files: Files) -> None:
    files[DECISION]["values"][1]["options"][0]["given"] = 7


FAULTS: list[tuple[Callable[[Files], None], str, str, str]] = [
    (break_figure, NEEDLE, 'estimate[1] "needle-relief" treated.value', "sixty"),
    (break_unit, NEEDLE, 'estimate[3] "needle-headache" horizon.unit', "fortnights"),
    (no_source, NEEDLE, 'estimate[1] "needle-relief" source', "has no source"),
    (source_left_out, NEEDLE, 'estimate[1] "needle-relief" source', "missing"),
    (unknown_estimate, DECISION, 'rows[2] "relief" cells[3] "C" estimates', "no estimate"),
    (unknown_fact, "text/en/treatments/needle.toml", "asks {fact:needle-magic}", "no fact"),
    (unknown_position, DECISION, "positions", "no position"),
    (unknown_treatment, DECISION, "options treatment", 'no treatment "laser"'),
    (unknown_cell_text, DECISION, "rows cells text", "no text under this key"),
    (twice, NEEDLE, 'estimate[7] "needle-relief"', "used twice"),
    (twice_across_files, "evidence/mini-stretch.toml", "estimate[5]", "first in evidence/mini-n"),
    (text_missing, TEXT, "rows.relief.question", "missing"),
    (text_left_over, TEXT, "rows.laser.question", "left over"),
    (evidence_text_left_over, "text/en/evidence/mini-needle.toml", "laser-glow", "left over"),
    (
        evidence_text_missing,
        "text/en/evidence/mini-needle.toml",
        "needle-relief.outcome",
        "missing",
    ),
    (text_empty, TEXT, "title", "empty"),
    (text_number, TEXT, "title", "only text"),
    (bad_placeholder, TEXT, "question", "{name} is not a placeholder"),
    (clinician_figure, DECISION, 'rows[2] "relief" cells[3] "C" estimates', "not for patients"),
    (own_name, DECISION, "id", "differs from the file's name"),
    (strange_field, "treatments/needle.toml", "colour", "no such field"),
    (strange_table, NEEDLE, "rumour", "no such table"),
    (unknown_row, DECISION, 'teach_back[1] "can-wait" row', 'no row "glow"'),
    (no_control, DECISION, 'rows[3] "walking" cells[1] "A" arm', "no control group"),
    (value_options, DECISION, 'values[1] "less-pain" options', "one entry for each option"),
    (value_arm, DECISION, 'values[1] "less-pain" options "C" arm', "no value"),
    (value_finding, DECISION, 'values[1] "less-pain" options "C" arm', "not a finding in words"),
    (given_outside, DECISION, 'values[2] "few-visits" given', "not from 0 to 1"),
    (dates, DECISION, "", "must follow each other"),
    (conflict, NEEDLE, 'estimate[1] "needle-relief" conflict', "no estimate"),
    (not_finite, NEEDLE, "estimate[1].treated.value", "not finite"),
]
