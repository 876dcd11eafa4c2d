"""Begins a visit, or goes on with one that was saved to a file."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sdm_aid import __version__
from sdm_aid.application.session import Clock, Session
from sdm_aid.application.settings import Settings
from sdm_aid.application.visit_file import UnreadableVisit, VisitFile, from_json, to_json
from sdm_aid.domain.actions import ExpiredContentUsed
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.governance import SignOff, freshness
from sdm_aid.domain.journal import Journal
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.prices import PriceList
from sdm_aid.domain.room import Clinic, Clinician, Patient
from sdm_aid.i18n import _

LARGEST = 32 * 1024 * 1024
"""Bytes of a visit file; a real one is far below."""


@dataclass(frozen=True)
class OpenedVisit:
    """A visit ready for the window; ``notice`` is a sentence to show, or empty."""

    session: Session
    content: DecisionContent
    notice: str = ""


def begin(
    content: DecisionContent,
    settings: Settings,
    clock: Clock,
    *,
    made_up: bool = False,
    sign_off: SignOff | None = None,
    patient: Patient | None = None,
    prices: PriceList | None = None,
) -> OpenedVisit:
    """A new visit about ``content``, with the clinic's own name and numbers filled in.

    ``sign_off``: the one that holds for this content, if there is one. ``patient``: whom it is
    for, where that is known. ``prices``: the clinic's list as it stands; the visit keeps its part.
    """
    now = clock()
    state = Consultation(
        visit_id=secrets.token_hex(16),
        content=content.ref,
        sign_off=sign_off,
        made_up=made_up,
        started=now,
        clinic=Clinic(
            name=settings.clinic_name or None,
            phone=settings.phone or None,
            out_of_hours=settings.out_of_hours or None,
        ),
        clinician=Clinician(
            name=settings.clinician_name or None, role=settings.clinician_role or None
        ),
        patient=_made_up_patient(now.date()) if made_up else patient or Patient(),
        prices=prices_for(content, prices),
    )
    return OpenedVisit(Session(Journal(begun=state), clock, _who(settings)), content)


def prices_for(content: DecisionContent, prices: PriceList | None) -> PriceList | None:
    """The part of the clinic's list that is about this decision."""
    return None if prices is None else prices.only(content.treatments)


def out_of_date(visit: OpenedVisit) -> bool:
    """Whether its content is past its last day and nobody has taken that on in this visit.

    Who took on other content, before an update, has not taken on this.
    """
    decision, session = visit.content.decision, visit.session
    used = session.state.expired_use
    taken_on = used is not None and used.holds_for(visit.content.ref.digest, decision.expires)
    if taken_on or session.state.seal is not None:
        return False
    today = session.now().date()
    return freshness(decision.review_due, decision.expires, today) == "expired"


def take_on(visit: OpenedVisit, name: str, reason: str) -> None:
    """Write into the visit who uses its content past its last day, and why.

    Raises:
        sdm_aid.domain.refusal.Refused: the visit is sealed.
        ValueError: name or reason says nothing.
    """
    content = visit.content
    visit.session.dispatch(
        ExpiredContentUsed(
            name=name.strip(),
            reason=reason.strip(),
            digest=content.ref.digest,
            expires=content.decision.expires,
        )
    )


def go_on(
    file: VisitFile,
    content: DecisionContent,
    settings: Settings,
    clock: Clock,
    *,
    sign_off: SignOff | None = None,
) -> OpenedVisit:
    """Go on with a visit read from a file; says so where the content has changed since.

    ``sign_off``: the one that holds for this content on this computer, if there is one. A file can
    name anybody, so the sign-off it brings counts only where it is this one. A sealed visit stays
    as it is; no more papers are made from it.
    """
    journal, notices = file.journal, []
    if file.state.content.digest != content.ref.digest:
        notices.append(_changed(file.state.content.version, content.ref.version))
    brought = journal.begun.sign_off
    if file.state.seal is None and brought is not None and brought != sign_off:
        journal = journal.evolve(begun=journal.begun.evolve(sign_off=None))
        if brought.holds_for(content.ref.digest):
            notices.append(_not_signed_here())
    return OpenedVisit(Session(journal, clock, _who(settings)), content, " ".join(notices))


def read_visit(path: Path) -> VisitFile:
    """Read ``visit.json`` from ``path``.

    Raises:
        UnreadableVisit: not there, too large, not readable or not a visit of ours.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableVisit(
                _("{name} is too large to be a visit. Choose another file.").format(name=path.name)
            )
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableVisit(
            _("{name} cannot be opened. Check that the file is there and try again.").format(
                name=path.name
            )
        ) from error
    return from_json(data, path.name)


def visit_bytes(session: Session) -> bytes:
    """The visit as it stands, as the bytes of ``visit.json``."""
    return to_json(session.journal, __version__)


def _who(settings: Settings) -> str:
    return settings.clinician_name or "clinician"


def _made_up_patient(today: date) -> Patient:
    # relative to today, so that the made-up patient never grows old
    born = date(today.year - 52, 5, 14)
    return Patient(name=_("Sam Example"), born=born, number="000 000")


def _not_signed_here() -> str:
    return _(
        "The sign-off in the visit file is not kept on this computer. The papers will say that "
        "the content is not yet reviewed by a clinician."
    )


def _changed(before: str, now: str) -> str:
    return _(
        "The figures in this program have changed since this visit was saved "
        "(then version {before}, now {now}). Go through the table again before you sign."
    ).format(before=before, now=now)
