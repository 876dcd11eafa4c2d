"""A visit as the record keeps it: its entries as JSON bodies, and how it is listed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from pydantic import ValidationError

from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.journal import Entry, Journal, replay
from sdm_aid.domain.refusal import Refused
from sdm_aid.records.rows import User, VisitHead
from sdm_aid.records.trouble import DamagedRecord


def begun_body(begun: Consultation, user: User, at: datetime) -> bytes:
    """The first body: how the visit began."""
    return _body(at.isoformat(), user, user.name, f'{{"kind":"begun","visit":{_json(begun)}}}')


def entry_body(entry: Entry, user: User) -> bytes:
    """The body of one entry: when, which user, under which name, what."""
    return _body(entry.at.isoformat(), user, entry.who, entry.action.model_dump_json())


def journal_of(bodies: Iterable[bytes], visit: str) -> Journal:
    """The journal again, and whether it can be gone through.

    Raises:
        DamagedRecord: a body is not of our form, or the entries do not follow one another.
    """
    first, *rest = bodies
    try:
        begun = Consultation.model_validate_json(json.dumps(json.loads(first)["what"]["visit"]))
        entries = tuple(_entry(number, body) for number, body in enumerate(rest, start=1))
        journal = Journal(begun=begun, entries=entries)
        replay(journal)
    except (ValidationError, ValueError, KeyError, TypeError, Refused) as problem:
        raise DamagedRecord(f"visit {visit}") from problem
    return journal


def listed(
    state: Consultation, title: str, last: Entry | None, user: User, now: datetime
) -> VisitHead:
    """How the visit is listed without opening it."""
    pain = state.you.pain_average if state.you.pain_average is not None else state.you.pain_now
    look_again = state.plan.look_again
    return VisitHead(
        decision=state.content.id,
        title=title,
        started=state.started.isoformat(),
        step=state.step,
        status="draft" if state.seal is None else "signed",
        sealed="" if state.seal is None else state.seal.at.isoformat(),
        look_again=look_again.isoformat() if look_again else "",
        outcome="" if state.outcome is None else state.outcome.kind,
        last_at=(last.at if last else now).isoformat(),
        last_who=last.who if last else user.name,
        follows="" if state.follows is None else state.follows.visit_id,
        pain=pain,
        made_up=state.made_up,
    )


def _entry(number: int, body: bytes) -> Entry:
    said = json.loads(body)
    told = {"number": number, "at": said["at"], "who": said["who"], "action": said["what"]}
    return Entry.model_validate_json(json.dumps(told))


def _json(value: Consultation) -> str:
    return value.model_dump_json()


def _body(at: str, user: User, who: str, what: str) -> bytes:
    front = json.dumps({"at": at, "by": user.id, "who": who}, ensure_ascii=False)
    return f'{front[:-1]}, "what": {what}}}'.encode("utf-8", "surrogatepass")
