"""What the list of patients shows, as plain values: a line for each patient, and which come first.

No Qt here, and no reading: all of it comes out of the index in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from sdm_aid.i18n import _, ngettext
from sdm_aid.i18n.formats import number
from sdm_aid.wording import filed

if TYPE_CHECKING:
    from sdm_aid.records.rows import PatientRow, VisitHead, VisitRow
    from sdm_aid.records.search import Hit, Index

Action = Literal["continue", "look_again", "open", "patient"]
"""What the end of a line offers; ``patient``: no visit to open, only the patient's record."""

ACTIONS: tuple[Action, ...] = ("continue", "look_again", "open", "patient")

AT_HOME = 12
"""Lines shown before anything is typed."""
SOON = timedelta(days=14)
"""How long before its day a look again is listed as due."""


class HitLine(NamedTuple):
    """One line of the list: ``about`` is birth and number, ``visit`` what the action opens."""

    patient: str
    name: str
    about: str
    talk: str
    state: str
    action: Action
    visit: str = ""


def action_words(action: Action) -> str:
    """What stands at the end of a line."""
    return {
        "continue": _("Continue"),
        "look_again": _("Follow up"),
        "open": _("Open"),
        "patient": _("Open"),
    }[action]


def lines_of_hits(hits: Iterable[Hit], today: date) -> tuple[HitLine, ...]:
    """A line for each patient found: their most pressing visit."""
    hits = tuple(hits)
    looked = {visit for hit in hits for visit in settled(hit.visits)}
    return tuple(_line(hit.patient, hit.visits, looked, today) for hit in hits)


def line_of(patient: PatientRow, visits: int) -> HitLine:
    """A line that only chooses a patient."""
    words = ngettext("{n} visit", "{n} visits", visits).format(n=number(visits))
    return _bare(patient, words if visits else _("No talk yet"))


def lines_at_home(index: Index, today: date, limit: int = AT_HOME) -> tuple[HitLine, ...]:
    """Due looks again first, then drafts by last time, then the newest; a patient comes once."""
    until, most = (today + SOON).isoformat(), 8 * limit  # of one patient only the first is shown
    best: dict[str, VisitRow] = {}
    for row in (*index.due(until, most), *index.drafts(most), *index.newest(most)):
        best.setdefault(row.patient, row)
        if len(best) == limit:
            break
    looked = {row.id for row in best.values() if index.settled(row.id)}
    return tuple(
        _visit_line(index.patients[row.patient], row, looked, today) for row in best.values()
    )


def settled(rows: Iterable[VisitRow]) -> set[str]:
    """Signed visits that nobody has to look at again: it was done, or a newer visit follows."""
    found = set()
    for row in rows:
        head = row.head
        if head.about and head.status == "done":
            found.add(head.about)
        elif head.follows and head.status != "discarded":
            found.add(head.follows)
    return found


def is_due(row: VisitRow, looked: set[str], until: str) -> bool:
    """Whether a signed visit is to be looked at again up to ``until`` (ISO date)."""
    head = row.head
    return head.status == "signed" and "" < head.look_again <= until and row.id not in looked


def state_words(row: VisitRow, looked: set[str], today: date) -> str:
    """How a visit stands, in words."""
    head = row.head
    if head.status == "discarded":
        return filed.discarded_state(head.why)
    if head.status == "withdrawn":
        return filed.withdrawn_state(head.why)
    if row.kind == "follow_up":
        done = head.status == "done"
        words = filed.look_done_state if done else filed.look_draft_state
        return words(head.last_at or head.started, today)
    if head.status == "draft":
        return filed.draft_state(head.last_at or head.started, head.step, today)
    if is_due(row, looked, (today + SOON).isoformat()):
        return filed.due_state(head.look_again, today)
    return filed.signed_state(head.sealed or head.last_at, today)


def action_of(row: VisitRow, looked: set[str], today: date) -> Action:
    """What is most likely wanted of a visit."""
    if row.head.status == "draft":
        return "continue"
    if is_due(row, looked, (today + SOON).isoformat()):
        return "look_again"
    return "open"


def _listed(head: VisitHead) -> bool:
    """An erased visit has no beginning; what was put aside is not offered."""
    return bool(head.started) and head.status not in ("discarded", "withdrawn")


def _line(
    patient: PatientRow, visits: Sequence[VisitRow], looked: set[str], today: date
) -> HitLine:
    offered = [row for row in visits if _listed(row.head)]
    until = (today + SOON).isoformat()
    due = [row for row in offered if is_due(row, looked, until)]
    drafts = [row for row in offered if row.head.status == "draft"]
    for rows in (due, drafts, offered):
        if rows:
            return _visit_line(patient, rows[0], looked, today)
    return _bare(patient, _("No talk yet") if not visits else "")


def _bare(patient: PatientRow, state: str) -> HitLine:
    name, about = filed.patient_name(patient.name), filed.identifiers(patient.born, patient.number)
    return HitLine(patient.id, name, about, "", state, "patient")


def _visit_line(patient: PatientRow, row: VisitRow, looked: set[str], today: date) -> HitLine:
    return _bare(patient, "")._replace(
        talk=row.head.title or row.head.decision,
        state=state_words(row, looked, today),
        action=action_of(row, looked, today),
        visit=row.id,
    )
