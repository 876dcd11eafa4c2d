"""Words that people type never turn round what stands beside them, wherever a paper prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import Any, get_args, get_type_hints

import pytest
from pydantic import BaseModel

from sdm_aid.documents.blocks import Document, Run
from sdm_aid.documents.handout import build_handout
from sdm_aid.documents.paper import PaperInput
from sdm_aid.documents.patient_copy import (
    CopiedLine,
    CopiedPatient,
    CopiedVisit,
    build_patient_copy,
)
from sdm_aid.documents.pdf.flow import TextFlow
from sdm_aid.documents.pdf.render import render
from sdm_aid.documents.pdf.spans import Line
from sdm_aid.documents.plan import build_plan
from sdm_aid.domain import actions as a
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.team import TeamMember
from sdm_aid.domain.terms import Words
from sdm_aid.wording.history_names import joined, quoted
from tests.full_visit import SIGNED, a_session, signed, the_content

_HEBREW = re.compile("[א-ת]")
_APART = re.compile("\u2068[^\u2068\u2069]*\u2069")


@dataclass
class Flows:
    """The runs of every paragraph that was broken into lines."""

    runs: set[tuple[Run, ...]] = field(default_factory=set)

    def said(self) -> str:
        return " ".join(run.text for runs in self.runs for run in runs)

    def turning(self) -> list[str]:
        """Runs with typed words that could turn round their neighbours."""
        return [
            run.text
            for runs in self.runs
            for run in runs
            if not run.isolated and _HEBREW.search(_APART.sub("", run.text))
        ]


@pytest.fixture
def flows(monkeypatch: pytest.MonkeyPatch) -> Flows:
    seen = Flows()
    begin, broken = TextFlow.__init__, TextFlow.lines
    of: dict[int, tuple[Run, ...]] = {}

    def begun(self: TextFlow, runs: tuple[Run, ...], *rest: Any, **more: Any) -> None:
        of[id(self)] = runs
        begin(self, runs, *rest, **more)

    def drawn(self: TextFlow, room: float) -> list[Line]:
        seen.runs.add(of[id(self)])
        return broken(self, room)

    monkeypatch.setattr(TextFlow, "__init__", begun)
    monkeypatch.setattr(TextFlow, "lines", drawn)
    return seen


def in_hebrew(value: Any, number: Iterator[int]) -> Any:
    """The same with everything that can be typed, typed in Hebrew; what was not said is said."""
    if isinstance(value, tuple):
        return tuple(in_hebrew(part, number) for part in value)
    if not isinstance(value, BaseModel):
        return value
    hints = get_type_hints(type(value), include_extras=True)
    changed = {
        name: f"אבג {next(number)}!"
        if kind == Words or Words in get_args(kind)
        else in_hebrew(getattr(value, name), number)
        for name, kind in hints.items()
        if name in type(value).model_fields
    }
    return value.model_copy(update=changed)


def a_visit() -> tuple[Consultation, int]:
    """A visit whose every typed field is Hebrew, and how many there are."""
    member = TeamMember(id="m1", role="physiotherapist", name="J. Lindqvist")
    state = a_session(
        a.TeamMemberSet(member=member),
        signed("representative", "Luca Rossi", relation="son", why="asked to"),
        signed("witness", "A. Stone", method="declined", reason="no pen"),
    ).state
    number = count()
    return in_hebrew(state, number), next(number)


def shown(document: Document) -> None:
    """Lays the paper out in full."""
    render(document, SIGNED)


def test_plan(flows: Flows) -> None:
    state, typed = a_visit()
    shown(build_plan(PaperInput(the_content(), state, SIGNED, "SDM Aid")))
    printed = set(re.findall(r"אבג (\d+)!", flows.said()))
    assert len(printed) > 0.8 * typed
    assert flows.turning() == []


def test_handout(flows: Flows) -> None:
    state, _typed = a_visit()
    shown(build_handout(PaperInput(the_content(), state, SIGNED, "SDM Aid")))
    assert len(set(re.findall(r"אבג (\d+)!", flows.said()))) > 5
    assert flows.turning() == []


def test_patients_copy(flows: Flows) -> None:
    name = "נורא כהן"
    line = CopiedLine(SIGNED, name, f"Because: {quoted('אבג!')}; {joined('אבג', 'abc')}", "")
    visit = CopiedVisit("Sciatica", (("Name", name),), (line,), ())
    copied = CopiedPatient(
        name, (name, "no. 12"), (("Name", name),), (line,), (visit,), SIGNED, name, "SDM Aid", "f"
    )
    shown(build_patient_copy(copied))
    assert flows.said().count(name) >= 4
    assert flows.turning() == []


def test_a_line_of_typed_words_and_numbers_keeps_its_order() -> None:
    state, _typed = a_visit()
    now = SIGNED + timedelta(0)
    document = build_plan(PaperInput(the_content(), state, now, "SDM Aid"))
    where = document.header_lines[1]
    assert where.count("\u2068") == where.count("\u2069") == 2
