"""Writing a visit to paper: the sealed plan with the visit attached, the handout, the files."""

from __future__ import annotations

import dataclasses
import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sdm_aid import __version__
from sdm_aid.application.gene_library import library_of
from sdm_aid.application.own_certificate import OwnSignatureProblem, opened
from sdm_aid.application.paper_size import paper_size
from sdm_aid.application.ports import Progress
from sdm_aid.application.visit_file import to_json
from sdm_aid.application.whole_file import save_together
from sdm_aid.documents.blocks import TextSize
from sdm_aid.documents.handout import build_handout
from sdm_aid.documents.marks import TOOL, VISIT_FILE
from sdm_aid.documents.paper import PaperInput
from sdm_aid.documents.plan import build_plan
from sdm_aid.domain.readiness import missing
from sdm_aid.domain.refusal import Refused
from sdm_aid.domain.signing import RecordHead, Seal
from sdm_aid.i18n import _
from sdm_aid.wording.about import self_assessed

if TYPE_CHECKING:
    from sdm_aid.application.own_certificate import OwnCertificate
    from sdm_aid.application.time_server import TimeServer
    from sdm_aid.documents.seal.approval import Approval
    from sdm_aid.documents.seal.keys import ClinicKey
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.journal import Journal
    from sdm_aid.domain.library import DecisionContent

PROGRAM = f"{TOOL} {__version__}"


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """All that is needed to write the papers; frozen, so a job can work on it in peace.

    ``stem``: how the file names begin (never the patient's name unless somebody chose so).
    """

    content: DecisionContent
    state: Consultation
    journal: Journal
    key: ClinicKey
    now: datetime
    folder: Path
    stem: str
    large_print: bool = False
    with_visit_file: bool = False
    replace_unprintable: bool = False
    record: RecordHead | None = None
    """Where the clinic's record stands; None: the visit is not in one."""
    own: OwnCertificate | None = None
    """The clinician's certificate that signs after the seal; None: none does."""
    time_server: TimeServer | None = None
    """The clinic's own; None: the times are by this computer's clock."""


@dataclass(frozen=True, slots=True)
class ExportResult:
    """Where the papers are, and the seal to write into the visit."""

    plan: Path
    handout: Path
    visit: Path | None
    seal: Seal
    papers: tuple[tuple[str, str, bytes], ...] = ()
    """Plan and handout as written: kind, file name, bytes."""


def default_stem(now: datetime) -> str:
    """A file name from the moment, without any name: ``2026-11-21-1042``."""
    return now.astimezone().strftime("%Y-%m-%d-%H%M")


def export(request: ExportRequest, progress: Progress) -> ExportResult:
    """Build, seal, check and write the papers. Runs off the GUI thread; imports its engines here.

    Raises:
        Refused: something is still missing before the plan can be sealed.
        sdm_aid.documents.pdf.render.UnprintableText: the face lacks characters of the text.
        sdm_aid.documents.seal.seal.SealProblem: the sealed file did not pass our own check.
        sdm_aid.application.own_certificate.OwnSignatureProblem: the clinician's certificate did
            not sign; the plan can be sealed without.
        sdm_aid.application.time_server.TimeServerProblem,
        sdm_aid.documents.seal.timestamp.StampProblem: the plan can be sealed without.
        OSError: the folder cannot be written; nothing is left under a final name.
    """
    if missing(request.state):
        raise Refused("not_ready_to_seal")
    if request.own is not None:
        progress(_("Opening the clinician’s certificate"))
    # first of all: what is wrong with a passphrase or a PIN is told before anything is written
    with opened(request.own, request.now) as approval:
        progress(_("Writing the plan"))
        plan = plan_bytes(request.content, request.state, request.journal, request.now, request)
        progress(_("Writing the handout"))
        handout = handout_bytes(
            request.content,
            request.state,
            request.now,
            TextSize.LARGE if request.large_print else TextSize.STANDARD,
            replace_unprintable=request.replace_unprintable,
        )
        progress(_("Sealing and checking the seal"))
        sealed = _sealed(request, plan, approval)
    progress(_("Saving"))
    return _saved(request, sealed, handout)


def handout_bytes(
    content: DecisionContent,
    state: Consultation,
    now: datetime,
    size: TextSize = TextSize.STANDARD,
    *,
    replace_unprintable: bool = True,
) -> bytes:
    """The handout as PDF; it is the same before sealing and after."""
    from sdm_aid.content.ipdas import assess, counts
    from sdm_aid.documents.pdf.render import render

    words = self_assessed(*counts(assess(content)))
    paper = PaperInput(content, state, now, PROGRAM, words)
    document = build_handout(paper, size, paper_size())
    return render(document, now, replace_unprintable=replace_unprintable)


def _sealed(request: ExportRequest, plan: bytes, approval: Approval | None) -> bytes:
    from sdm_aid.documents.seal.seal import SealProblem, seal

    stamper = None
    if request.time_server is not None:
        from sdm_aid.documents.seal.keys import certificates_in
        from sdm_aid.documents.seal.timestamp import ClinicStamper

        known = certificates_in(request.time_server.certificates.encode())
        stamper = ClinicStamper(request.time_server.ask, known, request.now)
    reason = _("Plan agreed and sealed by the clinic")
    try:
        return seal(plan, request.key, request.now, reason, approval, stamper)
    except SealProblem as problem:
        if problem.of_approval:
            raise OwnSignatureProblem(problem) from problem
        raise


def plan_bytes(
    content: DecisionContent,
    state: Consultation,
    journal: Journal,
    now: datetime,
    request: ExportRequest | None = None,
) -> bytes:
    """The plan as PDF before sealing, the visit attached; also what the preview shows."""
    from sdm_aid.documents.pdf.render import Attachment, render

    record = request.record if request else None
    genes = library_of(state, content.ref.language)
    data = to_json(journal, PROGRAM, record)
    attached = Attachment(VISIT_FILE, "application/json", _("The visit for machines"), data)
    replace = request.replace_unprintable if request else True
    paper = PaperInput(
        content,
        state,
        now,
        PROGRAM,
        record=record,
        genes=genes,
        own_signature=request is not None and request.own is not None,
        time_stamped=request is not None and request.time_server is not None,
    )
    document = dataclasses.replace(build_plan(paper), page_size=paper_size())
    return render(document, now, (attached,), replace_unprintable=replace)


def _saved(request: ExportRequest, sealed: bytes, handout: bytes) -> ExportResult:
    folder, stem = request.folder, request.stem
    plan, paper = folder / f"{stem}-plan.pdf", folder / f"{stem}-handout.pdf"
    if stem == "":
        plan, paper = folder / "plan.pdf", folder / "handout.pdf"
    files = {paper: handout}
    visit = None
    if request.with_visit_file:
        visit = folder / (f"{stem}-{VISIT_FILE}" if stem else VISIT_FILE)
        files[visit] = to_json(request.journal, PROGRAM, request.record)
    files[plan] = sealed
    save_together(files)
    seal = Seal(at=request.now, sha256=hashlib.sha256(sealed).hexdigest(), file_name=plan.name)
    papers = (("plan", plan.name, sealed), ("handout", paper.name, handout))
    return ExportResult(plan, paper, visit, seal, papers)
