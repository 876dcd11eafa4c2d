"""Patients and visits as lists show them, and what happened to them besides what was said.

Plain values come in, not the rows of the record: ``records`` is above this room.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from sdm_aid.i18n import _
from sdm_aid.i18n.formats import date_and_time, date_short, number, time_short
from sdm_aid.wording.direction import on_its_own
from sdm_aid.wording.history_names import joined, plain_id, quoted
from sdm_aid.wording.steps import step_name


def patient_name(name: str) -> str:
    """The name, or that there is none yet."""
    return on_its_own(name.strip()) or _("Not named yet")


def identifiers(born: str, number_words: str) -> str:
    """Date of birth (ISO) and number; empty where neither is known."""
    parts = []
    if born:
        parts.append(_("born {date}").format(date=date_short(date.fromisoformat(born))))
    if number_words:
        parts.append(_("no. {number}").format(number=on_its_own(number_words)))
    return " · ".join(parts)


def moment(iso: str, today: date) -> str:
    """An ISO moment in the clinic's own time: "Today 10:42", or the date."""
    if not iso:
        return ""
    at = datetime.fromisoformat(iso).astimezone()
    if at.date() == today:
        return _("Today {time}").format(time=time_short(at))
    return date_short(at.date())


def moment_whole(iso: str) -> str:
    """An ISO moment with date and time."""
    return date_and_time(datetime.fromisoformat(iso).astimezone()) if iso else ""


def draft_state(last_at: str, step: str, today: date) -> str:
    """Where a visit stands that is not signed: "Today 10:42, at Compare"."""
    try:
        where = step_name(step)
    except KeyError:  # a step of a newer version
        where = step
    return _("{when}, at {step}").format(when=moment(last_at, today), step=where)


def look_draft_state(last_at: str, today: date) -> str:
    """A look again that was begun."""
    return _("Look again begun, {when}").format(when=moment(last_at, today))


def look_done_state(last_at: str, today: date) -> str:
    """A look again that was finished."""
    return _("Looked again, {when}").format(when=moment(last_at, today))


def due_state(on: str, today: date) -> str:
    """When a signed plan is to be looked at again; ``on``: ISO date."""
    day = date.fromisoformat(on)
    form = _("Look again was due {date}") if day < today else _("Look again due {date}")
    return form.format(date=_("today") if day == today else date_short(day))


def signed_state(sealed: str, today: date) -> str:
    """When it was signed."""
    return _("Signed {when}").format(when=moment(sealed, today))


def discarded_state(why: str) -> str:
    """Put aside, and why."""
    return _("Discarded: {why}").format(why=quoted(why)) if why else _("Discarded")


def withdrawn_state(why: str) -> str:
    """Withdrawn, and why."""
    return _("Withdrawn: {why}").format(why=quoted(why)) if why else _("Withdrawn")


def moved_note(moved: str, why: str) -> str:
    """That a visit was filed under another patient before; ``moved``: ISO moment and a name."""
    iso, _blank, who = moved.partition(" ")
    try:
        when = moment_whole(iso)
    except ValueError:
        when = iso
    form = _("Moved here from another patient on {when} by {name}: {why}")
    return form.format(when=when, name=on_its_own(who), why=quoted(why))


def event_words(what: Mapping[str, Any]) -> str:
    """Something that happened to a visit or a patient's record, as a sentence.

    A kind that this version does not know is told by the words of its name.
    """
    kind = str(what.get("kind", ""))
    told = _EVENTS.get(kind)
    return told(what) if told is not None else plain_id(kind).capitalize()


def _details(told: Mapping[str, Any]) -> str:
    name, born = str(told.get("name", "")), str(told.get("born", ""))
    said = identifiers(born, str(told.get("number", ""))).replace(" · ", ", ")
    return joined(patient_name(name), said)


def _because(sentence: str, what: Mapping[str, Any]) -> str:
    reason = str(what.get("reason", "")).strip()
    if not reason or reason == "visit":
        return sentence
    return _("{sentence}. Reason: {why}").format(sentence=sentence, why=quoted(reason))


def _opened(_what: Mapping[str, Any]) -> str:
    return _("Opened to read")


def _discarded(what: Mapping[str, Any]) -> str:
    return _because(_("Discarded"), what)


def _moved(what: Mapping[str, Any]) -> str:
    return _because(_("Filed under another patient"), what)


def _paper_given(what: Mapping[str, Any]) -> str:
    return _("Paper handed out again: {name}").format(name=what.get("name", ""))


def _added(what: Mapping[str, Any]) -> str:
    return _("Record made: {details}").format(details=_details(what))


def _corrected(what: Mapping[str, Any]) -> str:
    before = what.get("before", {})
    form = _("Details changed from {before} to {after}")
    if what.get("reason") == "visit":
        form = _("Details changed in a visit, from {before} to {after}")
    return _because(form.format(before=_details(before), after=_details(what)), what)


def _merged(what: Mapping[str, Any]) -> str:
    return _("A double was merged into this record: {details}").format(details=_details(what))


def _merged_into(what: Mapping[str, Any]) -> str:
    return _("Merged, as a double, into the record of {details}").format(details=_details(what))


def _withdrawn(what: Mapping[str, Any]) -> str:
    sentence = _("A visit was filed here by mistake and was moved: {title}, begun {when}").format(
        title=what.get("title", ""), when=moment_whole(str(what.get("started", "")))
    )
    return _because(sentence, what)


def _moved_here(what: Mapping[str, Any]) -> str:
    sentence = _("A visit was moved here from another patient: {title}, begun {when}").format(
        title=what.get("title", ""), when=moment_whole(str(what.get("started", "")))
    )
    return _because(sentence, what)


def _copy_given(what: Mapping[str, Any]) -> str:
    return _("A copy of all data was given, {n} files").format(n=number(int(what.get("files", 0))))


_EVENTS: Mapping[str, Callable[[Mapping[str, Any]], str]] = MappingProxyType(
    {
        "opened": _opened,
        "discarded": _discarded,
        "moved": _moved,
        "paper_given": _paper_given,
        "patient_added": _added,
        "patient_corrected": _corrected,
        "patient_merged": _merged,
        "patient_merged_into": _merged_into,
        "visit_withdrawn": _withdrawn,
        "visit_moved_here": _moved_here,
        "copy_given": _copy_given,
    }
)
"""By kind, of visits and of patients."""
