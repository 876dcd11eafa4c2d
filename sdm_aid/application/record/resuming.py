"""Going on with a visit of the record, looking at a signed one, beginning what follows it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sdm_aid.application.look_again import next_version
from sdm_aid.application.record.desk import Desk
from sdm_aid.application.record.follow_ups import KeptLook
from sdm_aid.application.record.kept_visits import KeptVisit, note_opened, read_kept
from sdm_aid.application.session import Session
from sdm_aid.application.start_visit import OpenedVisit
from sdm_aid.domain.follow_up import FollowUp
from sdm_aid.domain.journal import Journal
from sdm_aid.i18n import _


@dataclass(frozen=True)
class ResumedVisit(OpenedVisit):
    """A visit that lies in the record already."""

    kept: KeptVisit | None = None


def resume(desk: Desk, visit: str, resources: Path) -> ResumedVisit:
    """Go on with a draft where it stopped, or look at a signed visit. Runs off the GUI thread.

    Raises:
        sdm_aid.records.trouble.RecordTrouble, sdm_aid.content.problem.ContentError.
    """
    from sdm_aid.content.load import load_decision

    kept = read_kept(desk, visit)
    session = Session(kept.journal, desk.clock, desk.user.name)
    state = session.state
    content = load_decision(resources, state.content.id, state.content.language)
    notices = []
    if state.seal is not None:
        note_opened(desk, visit)
    elif state.content.digest != content.ref.digest:
        notices.append(_changed(state.content.version, content.ref.version))
    return ResumedVisit(session, content, " ".join(notices), kept)


def newer_version(desk: Desk, look: KeptLook, follow_up: FollowUp, folder: Path) -> OpenedVisit:
    """Begin a visit whose plan follows a signed one; it is written down when it is shown.

    Raises:
        ValueError: the visit is not sealed.
    """
    from sdm_aid.application.record.clinic_prices import the_prices
    from sdm_aid.application.sign_off import standing_sign_off

    content, listed = look.back.content, the_prices(folder, desk)
    state = next_version(
        look.back.signed,
        content,
        follow_up,
        look.plan_sha256,
        desk.clock,
        sign_off=standing_sign_off(folder, content),
        prices=listed.prices,
    )
    state = state.evolve(patient=look.visit.details)
    session = Session(Journal(begun=state), desk.clock, desk.user.name)
    return OpenedVisit(session, content, listed.problem)


def details_differ(resumed: ResumedVisit) -> bool:
    """Whether the patient's details were corrected in the record since the draft was left."""
    state, kept = resumed.session.state, resumed.kept
    return kept is not None and state.seal is None and state.patient != kept.details


def details_notice() -> str:
    """Says that the details in the visit follow those of the record."""
    return _(
        "The patient’s details here were not those of the record that this visit is filed under. "
        "They now stand as in the record: make sure that the right person sits here."
    )


def _changed(before: str, now: str) -> str:
    return _(
        "The figures in this program have changed since this visit was begun "
        "(then version {before}, now {now}). Go through the table again before you sign."
    ).format(before=before, now=now)
