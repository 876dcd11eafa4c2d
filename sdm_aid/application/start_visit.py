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
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.governance import SignOff, freshness
from sdm_aid.domain.journal import Journal
from sdm_aid.domain.library import DecisionContent
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
) -> OpenedVisit:
    """A new visit about ``content``, with the clinic's own name and numbers filled in.

    ``sign_off``: the one that holds for this content, if there is one.
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
        patient=_made_up_patient(now.date()) if made_up else Patient(),
    )
    return OpenedVisit(Session(Journal(begun=state), clock, _who(settings)), content)


def out_of_date(visit: OpenedVisit) -> bool:
    """Whether its content is past its last day and nobody has taken that on in this visit."""
    decision, session = visit.content.decision, visit.session
    if session.state.expired_use is not None or session.state.seal is not None:
        return False
    today = session.now().date()
    return freshness(decision.review_due, decision.expires, today) == "expired"


def go_on(
    file: VisitFile, content: DecisionContent, settings: Settings, clock: Clock
) -> OpenedVisit:
    """Go on with a visit read from a file; says so where the content has changed since."""
    session = Session(file.journal, clock, _who(settings))
    same = file.state.content.digest == content.ref.digest
    notice = "" if same else _changed(file.state.content.version, content.ref.version)
    return OpenedVisit(session, content, notice)


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


def _changed(before: str, now: str) -> str:
    return _(
        "The figures in this program have changed since this visit was saved "
        "(then version {before}, now {now}). Go through the table again before you sign."
    ).format(before=before, now=now)
