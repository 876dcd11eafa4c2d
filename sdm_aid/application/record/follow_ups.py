"""Look-agains of the record: begun, kept answer by answer, read with what they are about."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError

from sdm_aid.application.look_again import LookBack
from sdm_aid.application.record.desk import Desk
from sdm_aid.application.record.keeper import Keeper, News
from sdm_aid.application.record.kept_visits import KeptVisit, read_kept
from sdm_aid.domain.course import VisitScores
from sdm_aid.domain.follow_up import FollowUp
from sdm_aid.domain.journal import replay
from sdm_aid.records import filing, visits
from sdm_aid.records.record import Record
from sdm_aid.records.rows import User, VisitHead, VisitRow
from sdm_aid.records.trouble import DamagedRecord


@dataclass(frozen=True)
class KeptLook:
    """A look-again with what it is held with. ``kept``: entries in the record; -1: none yet."""

    back: LookBack
    visit: KeptVisit
    kept: int = -1

    @property
    def plan_sha256(self) -> str:
        """The fingerprint of the sealed plan."""
        seal = self.back.signed.seal
        return seal.sha256 if seal is not None else ""


def look_back(desk: Desk, visit: str, resources: Path, going_on: str = "") -> KeptLook:
    """All that a look again at a signed visit needs. Runs off the GUI thread.

    ``going_on``: the id of one that was begun; empty: the last one not done, or a new one.

    Raises:
        sdm_aid.records.trouble.RecordTrouble, sdm_aid.content.problem.ContentError.
    """
    from sdm_aid.content.load import load_decision

    kept = read_kept(desk, visit)
    signed = replay(kept.journal)
    content = load_decision(resources, signed.content.id, signed.content.language)
    # the list in memory belongs to the window's thread: ask the record itself
    rows = patient_rows(desk, kept.patient.id)
    looks = [(row, read_follow_up(desk, row.id)) for row in rows if row.head.about == visit]
    begun = next((r for r, look in looks if not look.done and going_on in ("", r.id)), None)
    going = next((look for row, look in looks if row is begun), None)
    others = [row for row in rows if row.kind == "visit" and row.id != visit]
    counted = [row for row in others if row.head.status in ("draft", "signed")]
    scores = tuple(found for row in counted if (found := _scores(desk, row)) is not None)
    earlier = tuple(look for row, look in looks if look.done)
    back = LookBack(signed, content, desk.clock, desk.user.name, earlier, scores, going)
    back = replace(back, going_on=back.begin())  # whoever holds and whoever keeps it: one id
    return KeptLook(back, kept, begun.version - 1 if begun is not None else -1)


def read_follow_up(desk: Desk, identity: str) -> FollowUp:
    """A look-again as it stands.

    Raises:
        sdm_aid.records.trouble.RecordTrouble.
    """
    stored = visits.read(desk.record, identity)
    try:
        told = json.loads(stored.bodies[-1])["what"]["value"]
        return FollowUp.model_validate_json(json.dumps(told))
    except (ValidationError, ValueError, KeyError, TypeError, IndexError) as problem:
        raise DamagedRecord(f"look again {identity}") from problem


def patient_rows(desk: Desk, patient: str) -> tuple[VisitRow, ...]:
    """The visits and look-agains of one patient, read from the record, oldest first."""
    found = [visits.row_of(desk.record, each) for each in filing.filed_under(desk.record, patient)]
    return tuple(sorted(found, key=lambda row: row.head.started))


class FollowUpKeeper(Keeper[FollowUp]):
    """Keeps a look-again answer by answer; the first answer begins it in the record."""

    def __init__(self, look: KeptLook, record: Record, news: News) -> None:
        self._look, self._begun = look, look.kept >= 0
        super().__init__(record, look.back.begin().id, max(look.kept, 0), news)

    def _send(self, batch: tuple[FollowUp, ...], base: int) -> int:
        user, last = self.record.user, batch[-1]
        head = _listed(last, self._look, user)
        bodies = [_body(each, user, self._look) for each in batch]
        if not self._begun:
            patient = self._look.visit.patient
            visits.begin(self.record, last.id, "follow_up", patient, bodies[0], head)
            self._begun, bodies = True, bodies[1:]
            if not bodies:
                return base
        return visits.append(self.record, self.subject, base, bodies, head)


def _scores(desk: Desk, row: VisitRow) -> VisitScores | None:
    """What was scored in another visit; None: it is damaged, which opening it tells."""
    try:
        return VisitScores.of(replay(read_kept(desk, row.id).journal))
    except DamagedRecord:
        return None


def _listed(look: FollowUp, kept: KeptLook, user: User) -> VisitHead:
    signed = kept.back.signed
    return VisitHead(
        decision=signed.content.id,
        title=kept.back.content.words("title"),
        started=look.at.isoformat(),
        step="look_again",
        status="done" if look.done else "draft",
        last_at=kept.back.clock().isoformat(),
        last_who=user.name,
        about=look.about,
        pain=look.pain_average if look.pain_average is not None else look.pain_now,
        made_up=signed.made_up,
    )


def _body(look: FollowUp, user: User, kept: KeptLook) -> bytes:
    front = {"at": kept.back.clock().isoformat(), "by": user.id, "who": user.name}
    told = json.dumps(front, ensure_ascii=False)[:-1]
    value = look.model_dump_json()
    return f'{told}, "what": {{"kind": "follow_up", "value": {value}}}}}'.encode()
