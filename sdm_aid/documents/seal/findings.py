"""What one signature of a file still says: whether it is whole, who made it and when."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.general import SigningError, ValueErrorWithMessage
from pyhanko.sign.validation import (
    EmbeddedPdfSignature,
    PdfSignatureStatus,
    SignatureCoverageLevel,
    validate_pdf_signature,
)
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext

from sdm_aid.documents.marks import APPROVAL_FIELD, SEAL_FIELD
from sdm_aid.documents.seal.approval_version import holds_approval_alone
from sdm_aid.documents.seal.certificates import (
    facts,
    holds_at,
    known_through,
    name_of,
    person_of,
)
from sdm_aid.documents.seal.container import is_exact, stamped_at
from sdm_aid.documents.seal.signature import for_pyhanko
from sdm_aid.documents.seal.traces import trace_inside, traces_after
from sdm_aid.documents.seal.verdict import (
    Change,
    Coverage,
    Role,
    SignatureFinding,
    Stamp,
    Trace,
    Trust,
)

UNREADABLE = (
    PdfError,
    SigningError,
    SignatureValidationError,
    ValueErrorWithMessage,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    NotImplementedError,
    RecursionError,
    OSError,
    EOFError,
    MemoryError,
    struct.error,
    zlib.error,
)
"""What the PDF and CMS parsers raise on broken or hostile input."""


@dataclass(frozen=True)
class TrustedRoots:
    """The certificates trusted to seal, to approve, and to tell the time: each for that alone.

    Who is trusted to seal may also approve.
    """

    clinics: tuple[x509.Certificate, ...]
    time_servers: tuple[x509.Certificate, ...] = ()
    clinicians: tuple[x509.Certificate, ...] = ()

    def of(self, role: Role) -> tuple[x509.Certificate, ...]:
        """Those trusted to make a signature of this role."""
        return (*self.clinics, *self.clinicians) if role is Role.APPROVAL else self.clinics


@dataclass(frozen=True)
class File:
    """The file as it is checked: its bytes, the reader on them, the signatures in order."""

    data: bytes
    reader: PdfFileReader
    signatures: Sequence[EmbeddedPdfSignature]

    def roles(self) -> tuple[Role, ...]:
        """The first may be the clinic's seal, the second the clinician's approval."""
        return tuple(self._role(number) for number in range(len(self.signatures)))

    def _role(self, number: int) -> Role:
        signature = self.signatures[number]
        regular = signature.sig_object_type == "/Sig"
        if number == 0 and regular and signature.field_name == SEAL_FIELD:
            return Role.SEAL if signature.docmdp_level is not None else Role.FURTHER
        if number == 1 and regular and signature.field_name == APPROVAL_FIELD:
            return Role.APPROVAL
        return Role.FURTHER


def finding(file: File, number: int, role: Role, roots: TrustedRoots) -> SignatureFinding:
    """What the signature says; never raises for bad input."""
    signature = file.signatures[number]
    field = str(signature.field_name)
    try:
        exact = is_exact(file.data, signature)
        known = roots.of(role)
        status = _validated(signature, known, roots.time_servers)
        change = _change(status)
        if change is Change.NONE and not exact:
            change = Change.BROKEN
        if change is Change.NONE and role is Role.SEAL and not _approval_came_alone(file):
            change = Change.ADDED
        certificate = _certificate(status.signing_cert)
        trust, valid_then = _trust(status, certificate, known)
        return SignatureFinding(
            field,
            role,
            person_of(certificate) if role is Role.APPROVAL else name_of(certificate),
            status.signer_reported_dt,
            trust,
            _coverage(status),
            change,
            _traces(file, number, status, change),
            certificate,
            facts(certificate),
            valid_then,
            _stamp(status),
        )
    except UNREADABLE:
        return SignatureFinding(field, role, "", None, Trust.UNKNOWN, Coverage.PART, Change.BROKEN)


def _context(roots: Sequence[x509.Certificate], moment: datetime | None) -> ValidationContext:
    return ValidationContext(
        trust_roots=[for_pyhanko(each) for each in roots],
        allow_fetching=False,
        revocation_mode="soft-fail",
        moment=moment,
        best_signature_time=moment,
    )


def _certificate(found: asn1_x509.Certificate) -> x509.Certificate:
    return x509.load_der_x509_certificate(found.dump())


def _validated(
    signature: EmbeddedPdfSignature,
    known: Sequence[x509.Certificate],
    time_servers: Sequence[x509.Certificate],
) -> PdfSignatureStatus:
    """Judged at the claimed moment, so that a plan stays readable after its certificate has run
    out."""
    claimed = signature.self_reported_timestamp
    stamped = stamped_at(signature.signed_data)
    return validate_pdf_signature(
        signature,
        _context(known, claimed),
        None if stamped is None else _context(time_servers, stamped),
    )


def _stamp(status: PdfSignatureStatus) -> Stamp | None:
    found = status.timestamp_validity
    if found is None:
        return None
    server = name_of(_certificate(found.signing_cert))
    return Stamp(server, found.timestamp, bool(found.trusted and found.valid and found.intact))


def _trust(
    status: PdfSignatureStatus,
    certificate: x509.Certificate,
    known: Sequence[x509.Certificate],
) -> tuple[Trust, bool]:
    claimed = status.signer_reported_dt
    within = claimed is None or holds_at(certificate, claimed)
    through = known_through(certificate, known)
    if claimed is None or (through is None and not status.trusted):
        return Trust.UNKNOWN, within
    # asked here too: the library takes what is trusted by itself for valid at any time
    if not within or (through is not None and not holds_at(through, claimed)):
        return Trust.OUT_OF_TIME, False
    return (Trust.KNOWN if status.trusted else Trust.UNKNOWN), within


def _change(status: PdfSignatureStatus) -> Change:
    if not status.intact:
        return Change.ALTERED
    stamp: Any = status.timestamp_validity
    if not status.valid or (stamp is not None and not (stamp.valid and stamp.intact)):
        return Change.BROKEN
    if status.docmdp_ok is False or (
        status.modification_level is not None
        and status.modification_level > ModificationLevel.FORM_FILLING
    ):
        return Change.ADDED
    return Change.NONE


def _approval_came_alone(file: File) -> bool:
    """Whether the approval, if there is one, brought nothing with it."""
    if Role.APPROVAL not in file.roles():
        return True
    try:
        return holds_approval_alone(file.data, file.reader, *file.signatures[:2])
    except UNREADABLE:
        return False


def _traces(
    file: File, number: int, status: PdfSignatureStatus, change: Change
) -> tuple[Trace, ...]:
    """What came after: also what the signature itself allows, but no signature of ours covers."""
    if change is Change.ALTERED:
        return (trace_inside(file.data, file.signatures[number]),)
    last = number == len(file.signatures) - 1
    covered = last and status.coverage is SignatureCoverageLevel.ENTIRE_FILE
    if change is Change.ADDED or (last and not covered):
        approvals = zip(file.signatures, file.roles(), strict=True)
        fields = frozenset(str(s.field_name) for s, role in approvals if role is Role.APPROVAL)
        return traces_after(file.reader, file.signatures[number], fields)
    return (Trace.SIGNED_AGAIN,) if not last and Role.FURTHER in file.roles() else ()


def _coverage(status: PdfSignatureStatus) -> Coverage:
    if status.coverage is SignatureCoverageLevel.ENTIRE_FILE:
        return Coverage.WHOLE_FILE
    if status.coverage is SignatureCoverageLevel.ENTIRE_REVISION:
        return Coverage.EARLIER_VERSION
    return Coverage.PART
