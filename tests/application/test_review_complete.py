"""Nothing that a sign-off covers may change without a line of the page telling of it.

Each field of each record of the content is changed by itself. Where that changes the fingerprint,
a line other than the fingerprint must be marked.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

import pytest

from sdm_aid.application.content_review import ReviewPage, review_page
from sdm_aid.application.review_settings import FIELDS
from sdm_aid.content.digest import content_digest
from sdm_aid.domain.base import Frozen
from sdm_aid.domain.check_first import CheckFirst
from sdm_aid.domain.costs import CostAmount, PublishedCost
from sdm_aid.domain.decision import Waiver
from sdm_aid.domain.evidence import Scale
from sdm_aid.domain.library import DecisionContent
from tests.content.builders import mini_decision
from tests.shipped.once import loaded

Change = tuple[str, str, Any]
"""Class and field, where it stands, the changed record."""

RECORDS = ("treatments", "estimates", "facts", "positions", "sources", "costs")
UNTOLD: frozenset[str] = frozenset()
"""``Class.field`` that the fingerprint covers and the page need not tell; keep it empty."""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> DecisionContent:
    """The made-up decision, with what it lacks: an accepted warning, a smallest change."""
    made = _with(mini_decision(tmp_path_factory.mktemp("complete")), check_first=a_rule())
    made = _with(made, costs={"c": a_cost()}, text={**made.text, **COST_WORDS})
    waiver = Waiver(rule="L-40", key="a.b", reason="made up for tests", by="Dr X", on=date.min)
    scored = {
        name: item.evolve(scale=_noticed(item.scale)) if item.scale else item
        for name, item in made.estimates.items()
    }
    return _with(made, decision=made.decision.evolve(waiver=(waiver,)), estimates=scored)


COST_WORDS = {
    **{f"costs.c.{end}": "Words" for end in ("name", "who", "note", "drawer_note", "of_x")},
    "costs.c.of_y": "Others",
}


def a_cost() -> PublishedCost:
    """One published cost with all that can be said of it."""
    first = CostAmount(of="x", low=Decimal(1), high=Decimal(2))
    amounts = (first, CostAmount(of="y", low=Decimal(3)))
    return PublishedCost(
        id="c",
        treatments=("needle", "stretching"),
        only_in=("mini",),
        shown="patient",
        basis="news",
        amounts=amounts,
        currency="EUR",
        country="Here",
        citation="Made up",
        url="https://example.org/p",
        missing=("year",),
        place="https://example.org",
        quote="1 to 2, or 3",
    )


def a_rule() -> CheckFirst:
    """One rule with everything that leads to it."""
    source = {"citation": "A paper", "year": 2020, "at": "10.1/x", "quote": "q", "read_at": "u"}
    rule = {"id": "r", "facts": ["f", "g"], "touches": ["p", "q"], "wider": ["x_rays"]}
    return CheckFirst.model_validate_json(
        json.dumps(
            {
                "questions": [
                    {"id": "ask", "choices": [{"id": "a", "facts": ["f"], "takes": ["p"]}]},
                    {"id": "ask-on", "choices": [{"id": "b", "facts": ["g"]}, {"id": "c"}]},
                ],
                "contradictions": [{"id": "both", "all_of": ["ask.a", "ask-on.b"]}],
                "topics": [{"id": "t", "facts": ["f"]}, {"id": "u", "facts": ["g"]}],
                "places": [
                    {"id": "p", "columns": [{"treatment": "needle", "only_in": ["mini"]}]},
                    {"id": "q"},
                ],
                "medicines": ["needle"],
                "x_rays": ["needle"],
                "rules": [{**rule, "severity": "inform", "check_original": True, "source": source}],
            }
        )
    )


def _noticed(scale: Scale) -> Scale:
    return scale.evolve(smallest_change=3.0, smallest_change_source="s", smallest_change_on="line")


def _with(content: DecisionContent, **changes: Any) -> DecisionContent:
    """The content with other parts, under the fingerprint it had."""
    names = ("ref", "decision", *RECORDS, "text", "check_first")
    parts = {name: getattr(content, name) for name in names}
    return DecisionContent(**{**parts, **changes})


def _digest(content: DecisionContent) -> str:
    parts = {name: getattr(content, name) for name in ("decision", *RECORDS, "text", "check_first")}
    return content_digest(language="en", **parts)


def _other(value: Any, annotation: Any) -> Any:
    """Another value of the same kind; None where there is none to be made up."""
    if isinstance(value, tuple):
        return value[:-1] if value else ("zq",) if "str" in str(annotation) else None
    choices = [x for part in (annotation, *get_args(annotation)) for x in _literals(part)]
    if choices:
        return next((choice for choice in choices if choice != value), None)
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        return value + "zq"
    if isinstance(value, int | float | Decimal):
        return value + 1
    if isinstance(value, date):
        return value + timedelta(days=9)
    if value is None:
        kinds = get_args(annotation)
        return "zq" if _has_words(kinds) else 1 if int in kinds or float in kinds else None
    return None


def _literals(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if get_origin(annotation) is Literal else ()


def _has_words(kinds: tuple[Any, ...]) -> bool:
    return any(kind is str or (get_args(kind) and get_args(kind)[0] is str) for kind in kinds)


def changes_of(record: Frozen, path: str) -> Iterator[Change]:
    """The record with one field changed, for each field, also of the records inside it."""
    for field, info in type(record).model_fields.items():
        value = getattr(record, field)
        name, where = f"{type(record).__name__}.{field}", f"{path}.{field}"
        other = _other(value, info.annotation)
        if other is not None:
            yield name, where, record.model_copy(update={field: other})
        if isinstance(value, Frozen):
            for inner, place, new in changes_of(value, where):
                yield inner, place, record.model_copy(update={field: new})
        if isinstance(value, tuple):
            for inner, place, changed in _inside(value, name, where):
                yield inner, place, record.model_copy(update={field: changed})


def _inside(value: tuple[Any, ...], name: str, where: str) -> Iterator[Change]:
    if len(value) > 1:
        yield f"{name} in another order", where, value[::-1]
    for number, item in enumerate(value):
        if isinstance(item, Frozen):
            for inner, place, new in changes_of(item, f"{where}[{number}]"):
                yield inner, place, (*value[:number], new, *value[number + 1 :])


def _every(content: DecisionContent) -> Iterator[tuple[str, str, DecisionContent]]:
    for name, where, new in changes_of(content.decision, "decision"):
        yield name, where, _with(content, decision=new)
    for part in RECORDS:
        records: Mapping[str, Frozen] = getattr(content, part)
        for key, record in records.items():
            for name, where, new in changes_of(record, key):
                yield name, where, _with(content, **{part: {**records, key: new}})
    for name, where, new in changes_of(content.check_first, "check_first"):
        yield name, where, _with(content, check_first=new)
    for key, words in content.text.items():
        text = {**content.text, key: f"{words} zq"}
        yield "text", key, _with(content, text=text)


def _page(content: DecisionContent, before: Mapping[str, str]) -> ReviewPage | None:
    """None where no page can be made of it: the loader refuses such content."""
    try:
        return review_page(content, before)
    except (LookupError, ValueError, TypeError, AttributeError, AssertionError):
        return None


def test_whatever_changes_the_fingerprint_changes_a_line(content: DecisionContent) -> None:
    before, digest = review_page(content).lines(), _digest(content)
    silent: dict[str, str] = {}
    told = set()
    for name, where, other in _every(content):
        if _digest(other) == digest:
            continue
        page = _page(other, before)
        if page is not None and page.changes:
            told.add(name)
        elif page is not None and name not in UNTOLD:
            silent.setdefault(name, where)
    assert silent == {}
    assert {"ValueRow.better", "ValueOf.finding", "Treatment.procedure", "text"} <= told
    assert {"Scale.smallest_change", "Waiver.reason", "Decision.red_flags", "Source.kind"} <= told


def test_each_field_has_a_plain_name(content: DecisionContent) -> None:
    kinds = {name.split(" ")[0] for name, _where, _other_content in _every(content)} - {"text"}
    fields = {name.split(".")[1] for name in kinds} - {"evidence_files"}
    assert fields - set(FIELDS) == set()


def test_every_place_is_the_only_one_of_its_name(content: DecisionContent) -> None:
    page = review_page(content)
    assert sum(len(part.lines) for part in page.sections) == len(page.lines())


def test_the_fingerprint_alone_is_no_changed_line(content: DecisionContent) -> None:
    before = {**review_page(content).lines(), "decision.digest": "0" * 64}
    assert review_page(content, before).changes == 0


def test_what_a_patient_sees_beside_and_behind_a_number_is_on_the_page() -> None:
    from sdm_aid.wording.figure import NotForPatients, describe

    content = loaded("sciatica")
    page = review_page(content)
    whole = "\n".join(page.lines().values())
    assert sum(len(part.lines) for part in page.sections) == len(page.lines())
    missing = []
    for name in content.estimates:
        try:
            figure = describe(content, name)
        except NotForPatients:
            continue
        words = (*figure.notes, figure.behind, figure.complement, figure.short, figure.alt)
        missing += [said for said in words if said not in whole]
    assert missing == []


def test_without_marks_nothing_gone_is_left(content: DecisionContent) -> None:
    before = copy.copy(review_page(content).lines())
    before |= {"text.gone": "Words that were there.", "text.title": "Another title"}
    marked = review_page(content, before)
    assert marked.changes == 2
    assert marked.unmarked() == review_page(content)
