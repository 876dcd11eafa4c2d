"""The visit in a sealed plan: the plan's own words, or what can still be read, never an error."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdm_aid.application import attached_visit
from sdm_aid.application.attached_visit import AttachedVisit, read_attached
from sdm_aid.application.visit_file import to_json
from sdm_aid.content import load
from sdm_aid.documents.marks import SEAL_FIELD
from sdm_aid.documents.seal.verdict import (
    Change,
    Coverage,
    Reason,
    Role,
    SignatureFinding,
    Status,
    Trust,
    Verdict,
)
from sdm_aid.domain.library import DecisionContent
from sdm_aid.paths import resources_dir
from tests.full_visit import SIGNED, a_quick_session
from tests.shipped.once import loaded


@pytest.fixture(scope="module")
def visit() -> bytes:
    return to_json(a_quick_session().journal, "SDM Aid 1")


@pytest.fixture(autouse=True)
def shipped_content_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded("sciatica")

    def once(_resources: Path, name: str, language: str) -> DecisionContent:
        return loaded(name, language)

    monkeypatch.setattr(load, "load_decision", once)


def read(data: bytes) -> AttachedVisit:
    """As if a seal stood for these bytes."""
    found = SignatureFinding(
        SEAL_FIELD, Role.SEAL, "", SIGNED, Trust.KNOWN, Coverage.WHOLE_FILE, Change.NONE
    )
    return read_attached(Verdict(Status.INTACT, Reason.SEALED, (found,), data), resources_dir())


def said(found: AttachedVisit) -> str:
    return "\n".join(line for part in found.parts for line in (part.heading, *part.lines))


def test_with_the_same_content_the_plan_speaks_for_itself(visit: bytes) -> None:
    found = read(visit)
    assert found.notice == ""
    assert found.whose[0] == "Maria Rossi · born 4 May 1974 · 10482"
    assert found.parts[0].heading == "What we agreed"
    assert "What we talked about" in [part.heading for part in found.parts]
    assert "Book the injection" in said(found)
    assert "Steroid injection near the nerve" in said(found)


def test_with_other_content_what_people_said_is_left(visit: bytes) -> None:
    raw: Any = json.loads(visit)
    for place in (raw["state"], raw["journal"]["begun"]):
        place["content"].update(digest="0" * 64, version="2031.01")
    found = read(json.dumps(raw).encode())
    assert "sciatica 2031.01" in found.notice
    for words in ("Go with C.", "I want to walk to work again.", "Book the injection", "15 Jan"):
        assert words in said(found)
    assert "What we talked about" not in said(found)


def test_a_later_form_of_the_file_is_read_as_far_as_it_goes(visit: bytes) -> None:
    raw: Any = json.loads(visit)
    raw["schema_id"] = "sdm-aid.visit/9"
    raw["state"]["plan"]["steps"].append({"what": "Swim", "who": 4})
    found = read(json.dumps(raw).encode())
    assert "does not know" in found.notice
    assert "Swim" in said(found)
    assert "Dr A. Okafor" in said(found)


def test_what_the_content_does_not_hold_is_no_error(
    visit: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> None:
        raise KeyError("a row")

    monkeypatch.setattr(attached_visit, "_plan", broken)
    assert "Book the injection" in said(read(visit))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ("state", "patient", "plan", "steps", "outcome", "kind", "born", "until")
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(_JSON)
def test_any_json_is_read_without_an_error(value: object) -> None:
    found = read(json.dumps({"state": value}).encode())
    assert found.notice
    assert all(part.lines for part in found.parts)


@pytest.mark.parametrize("data", [b"", b"[", b"[]", b"\xff\xfe", b"[" * 3000])
def test_what_is_no_visit_says_so(data: bytes) -> None:
    found = read(data)
    assert found.notice
    assert found.parts == ()
