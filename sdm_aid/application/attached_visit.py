"""The visit that is attached to a sealed plan, to read and never to change.

Where this computer holds the very content that the visit was held with, the plan's own words are
shown. Where it does not, or where the file is of a form that this program does not know, what
people said and agreed can still be read: it stands in the file itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sdm_aid.application.plan_as_text import sealed_text
from sdm_aid.i18n import _, formats
from sdm_aid.wording.outcomes import OUTCOMES, outcome_recorded

if TYPE_CHECKING:
    from sdm_aid.application.visit_file import VisitFile
    from sdm_aid.documents.seal.verdict import Verdict
    from sdm_aid.domain.library import DecisionContent

_LONGEST = 4000
"""Letters of one text that are shown; the program itself takes fewer."""
_MOST = 200


@dataclass(frozen=True, slots=True)
class VisitPart:
    """A heading and the lines below it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AttachedVisit:
    """``whose``: patient, clinic and day, a line each; ``notice``: what cannot be shown, and why.

    ``parts`` may be empty: then only the pages of the file say what was agreed.
    """

    whose: tuple[str, ...]
    notice: str
    parts: tuple[VisitPart, ...]


def read_attached(verdict: Verdict, resources: Path) -> AttachedVisit:
    """The visit that a signature of a checked file still stands for; never raises for bad data."""
    data = verdict.visit or b""
    raw = _raw(data)
    whose = tuple(filter(None, _whose(raw)))
    file = _file(data)
    if file is None:
        notice = _(
            "The attached visit is of a form that this program does not know. What it holds in "
            "plain words is shown; the pages of the file show all of it."
        )
        return AttachedVisit(whose, notice, tuple(_said(raw)))
    content = _content(file, resources)
    try:
        parts = () if content is None else _plan(file, content, verdict)
    except Exception:  # noqa: BLE001  (a stranger's file may name what the content does not hold)
        parts = ()
    if not parts:
        return AttachedVisit(whose, _lacking(file), tuple(_said(raw)))
    return AttachedVisit(whose, "", parts)


def _raw(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data)["state"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _file(data: bytes) -> VisitFile | None:
    from sdm_aid.application.visit_file import UnreadableVisit, from_json

    try:
        return from_json(data)
    except (UnreadableVisit, ValueError, RecursionError):
        return None


def _content(file: VisitFile, resources: Path) -> DecisionContent | None:
    """The content that the visit was held with, to the letter."""
    from sdm_aid.content.load import load_decision
    from sdm_aid.content.problem import ContentError

    named = file.state.content
    try:
        content = load_decision(resources, named.id, named.language)
    except (ContentError, OSError):
        return None
    return content if content.ref.digest == named.digest else None


def _lacking(file: VisitFile) -> str:
    named = file.state.content
    return _(
        "This computer does not hold the content that the visit was held with ({id} {version}), so "
        "its figures and texts are not shown here. What was said and agreed is shown; the pages of "
        "the file show all of it."
    ).format(id=named.id, version=named.version)


def _plan(file: VisitFile, content: DecisionContent, verdict: Verdict) -> tuple[VisitPart, ...]:
    """The words of the plan's pages."""
    return tuple(_parts(sealed_text(verdict, file, content).split("\n")))


def _parts(lines: list[str]) -> Iterator[VisitPart]:
    """A line of dashes tells that the line above it is a heading; the first is the title."""
    heading, held = lines[0], list[str]()
    for line in lines[1:]:
        if held and line and set(line) == {"-"} and len(line) == len(held[-1]):
            above = held.pop()
            if held:
                yield VisitPart(heading, tuple(held))
            heading, held = above, []
        elif line:
            held.append(line)
    if held:
        yield VisitPart(heading, tuple(held))


def _whose(raw: dict[str, Any]) -> Iterator[str]:
    patient, clinic = _held(raw, "patient"), _held(raw, "clinic")
    born = _day(patient.get("born"))
    named = (
        _text(patient.get("name")) or _("A patient without a name"),
        _("born {day}").format(day=born) if born else "",
        _text(patient.get("number")),
    )
    yield " · ".join(filter(None, named))
    started = _moment(raw.get("started"))
    beside = (_text(clinic.get("name")), _text(_held(raw, "clinician").get("name")), started)
    yield " · ".join(filter(None, beside))
    if raw.get("made_up") is True:
        yield _("A made-up patient: a demonstration.")


def _said(raw: dict[str, Any]) -> Iterator[VisitPart]:
    """What people said and agreed, as far as it is where it is expected."""
    plan = _held(raw, "plan")
    parts = (
        (_("What we agreed"), _agreed(raw)),
        (_("What happens next"), _steps(plan)),
        (_("Questions"), _questions(raw)),
        (_("Signatures"), _signatures(raw)),
    )
    for heading, lines in parts:
        found = tuple(line for line in lines if line)
        if found:
            yield VisitPart(heading, found)


def _agreed(raw: dict[str, Any]) -> Iterator[str]:
    outcome = _held(raw, "outcome")
    kind, option = _text(outcome.get("kind")), _text(outcome.get("option"))
    if kind in OUTCOMES:
        yield outcome_recorded(kind, option, _date(outcome.get("until")))
    plan = _held(raw, "plan")
    yield _line(_("Because, in the patient’s words: {words}"), raw.get("patient_reason"))
    yield _line(_("The clinician’s view: {words}"), raw.get("clinician_view"))
    yield _line(_("The goal: {words}"), plan.get("goal"))
    yield _line(_("Getting ready: {words}"), plan.get("getting_ready"))
    yield _line(_("Afterwards: {words}"), plan.get("afterwards"))
    yield _line(_("Get help the same day if: {words}"), plan.get("get_help_words"))
    yield _line(_("We stop or change course if: {words}"), plan.get("stop_rule"))


def _steps(plan: dict[str, Any]) -> Iterator[str]:
    for step in _list(plan, "steps"):
        said = (_text(step.get(name)) for name in ("what", "who", "when"))
        yield " · ".join(filter(None, said))
    looks = [_day(plan.get("look_again"))]
    further = plan.get("further_looks")
    looks += [_day(each) for each in further[:_MOST]] if isinstance(further, list) else []
    for day in filter(None, looks):
        yield _("Look again together: {day}").format(day=day)


def _questions(raw: dict[str, Any]) -> Iterator[str]:
    for asked in _list(raw, "questions"):
        yield " – ".join(filter(None, (_text(asked.get("text")), _text(asked.get("answer")))))


def _signatures(raw: dict[str, Any]) -> Iterator[str]:
    for signature in _list(raw, "signatures"):
        yield " · ".join(filter(None, (_text(signature.get("name")), _moment(signature.get("at")))))


def _held(holder: dict[str, Any], key: str) -> dict[str, Any]:
    found = holder.get(key)
    return found if isinstance(found, dict) else {}


def _list(holder: dict[str, Any], key: str) -> Iterable[dict[str, Any]]:
    found = holder.get(key)
    if not isinstance(found, list):
        return ()
    return [each for each in found[:_MOST] if isinstance(each, dict)]


def _line(words: str, value: object) -> str:
    text = _text(value)
    return words.format(words=text) if text else ""


def _text(value: object) -> str:
    return value.strip()[:_LONGEST] if isinstance(value, str) else ""


def _date(value: object) -> date | None:
    try:
        return date.fromisoformat(_text(value))
    except ValueError:
        return None


def _day(value: object) -> str:
    found = _date(value)
    return formats.date_short(found) if found else ""


def _moment(value: object) -> str:
    try:
        return formats.date_and_time(datetime.fromisoformat(_text(value)).astimezone())
    except (ValueError, OverflowError, OSError):
        return ""
