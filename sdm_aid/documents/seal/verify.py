"""Reads a PDF as a sealed plan: intact, changed, not ours, or sealed by a key nobody here knows.

The rule: every signature is whole and allows what came after it, the last covers the whole file,
and every signer is trusted.  A change outweighs an unknown key.  Nothing is taken from the file
before its signatures are checked, and the visit comes from the revision that was signed.
"""

from __future__ import annotations

import io
import json
import logging
import re
import struct
import zlib
from collections.abc import Sequence
from typing import Any

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import serialization
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

from sdm_aid.documents.marks import OPENING, SEAL_FIELD, TOOL, VISIT_FILE, VISIT_SCHEMA
from sdm_aid.documents.seal.container import is_exact
from sdm_aid.documents.seal.verdict import (
    Change,
    Coverage,
    Reason,
    SignatureFinding,
    Status,
    Verdict,
    as_json,
)

__all__ = ["Status", "Verdict", "as_json", "verify"]

for _name in ("pyhanko", "pyhanko_certvalidator"):  # they print tracebacks about bad input
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)

_UNREADABLE = (
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

_HEADER_WITHIN = 1024
_OUR_BYTES = re.compile(rb"%%%s|CreatorTool>%s \d" % (rb"[^\n]{0,8}" + OPENING, TOOL.encode()))


def verify(data: bytes, trusted: Sequence[x509.Certificate]) -> Verdict:
    """The verdict on a file's bytes; never raises for bad input."""
    if not data:
        return Verdict(Status.NOT_OURS, Reason.EMPTY)
    if b"%PDF-" not in data[:_HEADER_WITHIN]:
        return _unreadable(data)
    try:
        reader = PdfFileReader(io.BytesIO(data))
        if reader.encrypted:
            return Verdict(Status.NOT_OURS, Reason.LOCKED)
        signatures = list(reader.embedded_regular_signatures)
        if not signatures:
            return _without_signature(reader, data)
        if not _is_ours(reader, reader.root, data):
            return Verdict(Status.NOT_OURS, Reason.FOREIGN)
    except _UNREADABLE:
        return _unreadable(data)
    roots = [_for_pyhanko(certificate) for certificate in trusted]
    findings = [_finding(data, signature, roots) for signature in signatures]
    return _judged(findings, _visit(reader, signatures[0], findings[0]))


def _unreadable(data: bytes) -> Verdict:
    if _OUR_BYTES.search(data):
        return Verdict(Status.CHANGED, Reason.DAMAGED)
    return Verdict(Status.NOT_OURS, Reason.NO_PDF)


def _without_signature(reader: PdfFileReader, data: bytes) -> Verdict:
    """A plan whose seal was taken off must not read as harmless."""
    if _attached_visit(reader.root) is not None or _has_seal_field(reader.root):
        return Verdict(Status.CHANGED, Reason.SEAL_REMOVED)
    if _is_ours(reader, reader.root, data):
        return Verdict(Status.NOT_OURS, Reason.UNSEALED_PAPER)
    return Verdict(Status.NOT_OURS, Reason.FOREIGN)


def _is_ours(reader: PdfFileReader, root: Any, data: bytes) -> bool:
    """Whether a readable file bears any mark of ours: visit, seal field or tool name."""
    if _OUR_BYTES.search(data) or _has_seal_field(root) or _attached_visit(root) is not None:
        return True
    metadata = _entry(root, "/Metadata", None)
    if metadata is not None and _OUR_BYTES.search(metadata.data):
        return True
    information = _entry(reader.trailer_view, "/Info", {})
    return str(_entry(information, "/Creator", "")).startswith(TOOL)


def _has_seal_field(root: Any) -> bool:
    form = _entry(root, "/AcroForm", {})
    return any(_entry(field, "/T", "") == SEAL_FIELD for field in _members(form, "/Fields"))


def _entry(holder: Any, key: str, default: Any) -> Any:
    """A dictionary's value, a reference followed (`get` and iteration do not follow it)."""
    try:
        return holder[key]
    except KeyError:
        return default


def _members(holder: Any, key: str) -> list[Any]:
    """Elements of an array, references followed."""
    array = _entry(holder, key, ())
    return [array[i] for i in range(len(array))]


def _attached_visit(root: Any) -> bytes | None:
    """Bytes of the attached visit in one revision of the file, if there is one of our format."""
    for entry in _members(root, "/AF"):
        if _entry(entry, "/UF", "") != VISIT_FILE:
            continue
        data: bytes = entry["/EF"]["/F"].data
        try:
            schema = json.loads(data)["schema_id"]
        except (ValueError, KeyError, TypeError, RecursionError):
            continue
        if str(schema).startswith(VISIT_SCHEMA):
            return data
    return None


def _for_pyhanko(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))


def _finding(
    data: bytes, signature: EmbeddedPdfSignature, roots: list[asn1_x509.Certificate]
) -> SignatureFinding:
    field = str(signature.field_name)
    try:
        exact = is_exact(data, signature)
        status = _validated(signature, roots)
    except _UNREADABLE:
        return SignatureFinding(field, "", None, False, Coverage.PART, Change.BROKEN)
    names = status.signing_cert.subject.native
    signer = str(names.get("organization_name") or names.get("common_name") or "")
    change = _change(status)
    return SignatureFinding(
        field,
        signer,
        status.signer_reported_dt,
        bool(status.trusted),
        _coverage(status),
        Change.BROKEN if change is Change.NONE and not exact else change,
    )


def _validated(
    signature: EmbeddedPdfSignature, roots: list[asn1_x509.Certificate]
) -> PdfSignatureStatus:
    """The signature against the trusted roots, with the certificate judged at the claimed time, so
    that a plan stays readable after the certificate has run out."""
    context = ValidationContext(
        trust_roots=roots,
        allow_fetching=False,
        revocation_mode="soft-fail",
        moment=signature.self_reported_timestamp,
        best_signature_time=signature.self_reported_timestamp,
    )
    return validate_pdf_signature(signature, context)


def _change(status: PdfSignatureStatus) -> Change:
    if not status.intact:
        return Change.ALTERED
    if not status.valid:
        return Change.BROKEN
    if status.docmdp_ok is False or (
        status.modification_level is not None
        and status.modification_level > ModificationLevel.FORM_FILLING
    ):
        return Change.ADDED
    return Change.NONE


def _coverage(status: PdfSignatureStatus) -> Coverage:
    if status.coverage is SignatureCoverageLevel.ENTIRE_FILE:
        return Coverage.WHOLE_FILE
    if status.coverage is SignatureCoverageLevel.ENTIRE_REVISION:
        return Coverage.EARLIER_VERSION
    return Coverage.PART


def _visit(
    reader: PdfFileReader, signature: EmbeddedPdfSignature, finding: SignatureFinding
) -> bytes | None:
    """The visit as the first signer saw it, if that signature still stands for its revision."""
    if finding.change not in (Change.NONE, Change.ADDED):
        return None
    try:
        return _attached_visit(reader.get_historical_root(signature.signed_revision))
    except _UNREADABLE:
        return None


def _judged(findings: list[SignatureFinding], visit: bytes | None) -> Verdict:
    """All signatures together."""
    found = tuple(findings)
    changes = {finding.change for finding in found}
    reason = Reason.SEALED
    if Change.ALTERED in changes:
        reason = Reason.BYTES_CHANGED
    elif Change.BROKEN in changes:
        reason = Reason.SEAL_BROKEN
    elif Change.ADDED in changes or found[-1].coverage is not Coverage.WHOLE_FILE:
        reason = Reason.CONTENT_ADDED
    if reason is not Reason.SEALED:
        return Verdict(Status.CHANGED, reason, found, visit)
    if not all(finding.trusted for finding in found):
        return Verdict(Status.UNVERIFIED, Reason.UNKNOWN_KEY, found, visit)
    return Verdict(Status.INTACT, Reason.SEALED, found, visit)
