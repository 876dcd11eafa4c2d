"""The work behind "Seal and save": open or make the clinic's seal, write the papers, check them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sdm_aid.i18n import _

if TYPE_CHECKING:
    from datetime import datetime

    from sdm_aid.application.export_plan import ExportResult
    from sdm_aid.application.own_certificate import OwnCertificate
    from sdm_aid.application.ports import Progress
    from sdm_aid.application.record.desk import Desk
    from sdm_aid.application.record.keeper import VisitKeeper
    from sdm_aid.application.time_server import TimeServer
    from sdm_aid.documents.seal.keys import ClinicKey
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.journal import Journal
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.domain.signing import RecordHead


RECORD_PATIENCE = 10.0
"""Seconds that sealing waits for the record to take the last entries."""


@dataclass(frozen=True)
class SealOrder:
    """What to seal, where to, and with which passphrase; frozen, so a thread can work on it.

    ``clinic``: the name for a seal made now; empty: the clinic has one already. ``desk`` and
    ``keeper``: the record that holds the seal and this visit; then no passphrase is needed.
    """

    content: DecisionContent
    state: Consultation
    journal: Journal
    now: datetime
    folder: Path
    home: Path
    passphrase: str
    clinic: str = ""
    large_print: bool = False
    with_visit_file: bool = False
    replace_unprintable: bool = False
    desk: Desk | None = None
    keeper: VisitKeeper | None = None
    own: OwnCertificate | None = None
    """The clinician's certificate that signs after the seal."""
    time_stamped: bool = True
    """Ask the clinic's time stamp server, where it has one."""

    def with_stand_ins(self) -> SealOrder:
        """The same with readable stand-ins for what cannot be printed; the seal is there by now."""
        return replace(self, replace_unprintable=True, clinic="")

    def without_own(self) -> SealOrder:
        """The same without the clinician's certificate."""
        return replace(self, own=None, clinic="")

    def without_time_stamp(self) -> SealOrder:
        """The same by this computer's clock."""
        return replace(self, time_stamped=False, clinic="")


@dataclass(frozen=True)
class Sealing:
    """What came of it: the files, and what our own check says about the plan on disk."""

    result: ExportResult
    verdict: tuple[str, ...]


class RecordBehind(Exception):
    """The record has not taken all of the visit yet, so the plan is not sealed."""


class SealKeyUnusable(Exception):
    """The clinic's seal cannot be read or written; the text is a sentence for the screen."""


def load_engines(_progress: Progress) -> None:
    """Load what sealing needs ahead of time and off the GUI thread."""
    import gc

    import sdm_aid.application.check_plan
    import sdm_aid.application.clinic_key
    import sdm_aid.application.export_plan
    import sdm_aid.documents.pdf.render
    import sdm_aid.documents.seal.seal  # noqa: F401

    # code stays for good; left to the collector, one look at all of it halts the window for 50 ms
    gc.freeze()


def seal_and_save(order: SealOrder, progress: Progress) -> Sealing:
    """Runs off the GUI thread.

    Raises:
        SealKeyUnusable, and what ``open_key`` and ``export`` raise.
    """
    from sdm_aid.application.check_plan import check_plan_file, verdict_lines
    from sdm_aid.application.export_plan import ExportRequest, export

    progress(_("Opening the clinic’s seal"))
    key = _key(order)
    head = _record_head(order)
    request = ExportRequest(
        content=order.content,
        state=order.state,
        journal=order.journal,
        key=key,
        now=order.now,
        folder=order.folder,
        stem=free_stem(order.folder, order.now),
        large_print=order.large_print,
        with_visit_file=order.with_visit_file,
        replace_unprintable=order.replace_unprintable,
        record=head,
        own=order.own,
        time_server=_time_server(order),
    )
    result = export(request, progress)
    progress(_("Checking the file on the disk"))
    verdict = check_plan_file(result.plan, (), order.home)
    return Sealing(result, verdict_lines(verdict, result.plan.name))


def free_stem(folder: Path, now: datetime) -> str:
    """How the files begin; a visit sealed in the same minute keeps its own."""
    from sdm_aid.application.export_plan import default_stem

    stem, number = default_stem(now), 1
    name = stem
    while any(
        (folder / f"{name}-{kind}").exists() for kind in ("plan.pdf", "handout.pdf", "visit.json")
    ):
        number += 1
        name = f"{stem}-{number}"
    return name


def _record_head(order: SealOrder) -> RecordHead | None:
    """Where the record stands once it holds all of this visit; it goes into the plan."""
    if order.desk is None or order.keeper is None:
        return None
    from sdm_aid.domain.signing import RecordHead

    if not order.keeper.flush(RECORD_PATIENCE):
        raise RecordBehind
    head = order.desk.record.head()
    return RecordHead(seq=head.seq, hash=head.hash.hex())


def _time_server(order: SealOrder) -> TimeServer | None:
    if order.desk is None or not order.time_stamped:
        return None
    from sdm_aid.application.record.clinic_time_server import time_server

    return time_server(order.desk.record)


def _key(order: SealOrder) -> ClinicKey:
    if order.desk is not None:
        from sdm_aid.application.record.clinic_seal import make_seal, seal_key

        record = order.desk.record
        return seal_key(record) or make_seal(record, order.clinic, order.now)
    return _key_of_file(order)


def _key_of_file(order: SealOrder) -> ClinicKey:
    from sdm_aid.application.clinic_key import make_key, open_key

    try:
        if order.clinic:
            return make_key(order.home, order.clinic, order.passphrase, order.now)
        return open_key(order.home, order.passphrase)
    except FileExistsError as problem:
        raise SealKeyUnusable(
            _("This clinic has a seal already. Type its passphrase instead.")
        ) from problem
    except OSError as problem:
        raise SealKeyUnusable(
            _("The clinic’s seal in {folder} cannot be read or written.").format(folder=order.home)
        ) from problem
