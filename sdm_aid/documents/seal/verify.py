"""Reads a PDF as a sealed plan: intact, changed, not ours, or sealed by a key nobody here knows.

The rule: the first signature is the clinic's certification, at most the clinician's approval
follows, each is whole and allows what came after it, and the last covers the whole file.  A change
outweighs an unknown key.  The clinic's seal decides whether the file is known; an approval by a
certificate that is unknown here is told beside it.  Nothing is taken from the file before its
signatures are checked, and the visit comes from the revision that was signed.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Sequence
from itertools import islice
from typing import Any

from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, enumerate_sig_fields

from sdm_aid.documents.marks import OPENING, SEAL_FIELD, TOOL
from sdm_aid.documents.seal.findings import UNREADABLE, File, TrustedRoots, finding
from sdm_aid.documents.seal.objects import attached, entry, members
from sdm_aid.documents.seal.verdict import (
    Change,
    Coverage,
    Reason,
    Role,
    SignatureFinding,
    Status,
    Trace,
    Trust,
    Verdict,
)

__all__ = ["Status", "Verdict", "verify"]

for _name in ("pyhanko", "pyhanko_certvalidator"):  # they print tracebacks about bad input
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)

_HEADER_WITHIN = 1024
_END_WITHIN = 32
_MOST_SIGNATURES = 8
"""Two are ours; this many are not read, for thousands would keep the check busy for an hour."""
_SIGNED = b"/ByteRange"
_OUR_BYTES = re.compile(rb"%%%s|CreatorTool>%s \d" % (rb"[^\n]{0,8}" + OPENING, TOOL.encode()))


def verify(
    data: bytes,
    trusted: Sequence[x509.Certificate],
    time_servers: Sequence[x509.Certificate] = (),
    clinicians: Sequence[x509.Certificate] = (),
) -> Verdict:
    """The verdict on a file's bytes; never raises for bad input.

    ``trusted`` may seal and approve, ``clinicians`` approve only; ``time_servers`` tell the time.
    """
    if not data:
        return Verdict(Status.NOT_OURS, Reason.EMPTY)
    if b"%PDF-" not in data[:_HEADER_WITHIN]:
        return _unreadable(data)
    try:
        reader = PdfFileReader(io.BytesIO(data))
        if reader.encrypted:
            return Verdict(Status.NOT_OURS, Reason.LOCKED)
        signed = list(islice(enumerate_sig_fields(reader, filled_status=True), _MOST_SIGNATURES))
        if signed and not _is_ours(reader, reader.root, data):
            return Verdict(Status.NOT_OURS, Reason.FOREIGN)
        if len(signed) == _MOST_SIGNATURES:
            return Verdict(Status.CHANGED, Reason.SIGNED_AGAIN)
        signatures = list(reader.embedded_signatures)
        if not signatures:
            return _without_signature(reader, data)
        file = File(data, reader, signatures)
        roles = file.roles()
    except UNREADABLE:
        return _unreadable(data)
    roots = TrustedRoots(tuple(trusted), tuple(time_servers), tuple(clinicians))
    return _judged(file, roles, roots)


def _unreadable(data: bytes) -> Verdict:
    if not _OUR_BYTES.search(data):
        return Verdict(Status.NOT_OURS, Reason.NO_PDF)
    ended = b"%%EOF" in data[-_END_WITHIN:]
    return Verdict(Status.CHANGED, Reason.DAMAGED if ended else Reason.CUT_OFF)


def _without_signature(reader: PdfFileReader, data: bytes) -> Verdict:
    """A plan whose seal was taken off must not read as harmless."""
    if attached(reader.root) is not None or _has_seal_field(reader.root):
        return Verdict(Status.CHANGED, Reason.SEAL_REMOVED)
    if not _is_ours(reader, reader.root, data):
        return Verdict(Status.NOT_OURS, Reason.FOREIGN)
    if _SIGNED in data:  # there is a signature, but no way leads to it any more
        return Verdict(Status.CHANGED, Reason.DAMAGED)
    return Verdict(Status.NOT_OURS, Reason.UNSEALED_PAPER)


def _is_ours(reader: PdfFileReader, root: Any, data: bytes) -> bool:
    """Whether a readable file bears any mark of ours: visit, seal field or tool name."""
    if _OUR_BYTES.search(data) or _has_seal_field(root) or attached(root) is not None:
        return True
    metadata = entry(root, "/Metadata", None)
    if metadata is not None and _OUR_BYTES.search(metadata.data):
        return True
    information = entry(reader.trailer_view, "/Info", {})
    return str(entry(information, "/Creator", "")).startswith(TOOL)


def _has_seal_field(root: Any) -> bool:
    form = entry(root, "/AcroForm", {})
    return any(entry(field, "/T", "") == SEAL_FIELD for field in members(form, "/Fields"))


def _judged(file: File, roles: Sequence[Role], roots: TrustedRoots) -> Verdict:
    """All signatures together."""
    found = tuple(finding(file, number, role, roots) for number, role in enumerate(roles))
    visit, size = _sealed(file, found[0])
    reason = _reason(file, found)
    if reason is Reason.SEALED:
        unknown = {Trust.UNKNOWN: Reason.UNKNOWN_KEY, Trust.OUT_OF_TIME: Reason.OUT_OF_TIME}
        reason = unknown.get(found[0].trust, Reason.SEALED)
        status = Status.INTACT if reason is Reason.SEALED else Status.UNVERIFIED
        return Verdict(status, reason, found, visit, size)
    return Verdict(Status.CHANGED, reason, found, visit, size)


def _reason(file: File, found: Sequence[SignatureFinding]) -> Reason:
    changes = {each.change for each in found}
    traces = {trace for each in found for trace in each.traces}
    if Change.ALTERED in changes:
        return Reason.REWRITTEN if Trace.REWRITTEN in traces else Reason.BYTES_CHANGED
    if Change.BROKEN in changes:
        return Reason.SEAL_BROKEN
    if Change.ADDED in changes or found[-1].coverage is not Coverage.WHOLE_FILE:
        return _added(traces)
    if found[0].role is not Role.SEAL:
        return Reason.OTHER_SEAL
    if any(each.role is Role.FURTHER for each in found):
        return Reason.SIGNED_AGAIN
    if len(found) == 1 and file.signatures[0].docmdp_level is not MDPPerm.NO_CHANGES:
        # our seal leaves room only where the clinician signs before the file is first written
        return Reason.APPROVAL_REMOVED
    return Reason.SEALED if _follow_each_other(file) else Reason.CONTENT_ADDED


def _added(traces: set[Trace]) -> Reason:
    if traces == {Trace.AFTER_END}:
        return Reason.AFTER_END
    return Reason.SIGNED_AGAIN if traces == {Trace.SIGNED_AGAIN} else Reason.CONTENT_ADDED


def _follow_each_other(file: File) -> bool:
    """Whether nothing was written between two signatures: ours are made one upon the other."""
    versions = [signature.signed_revision for signature in file.signatures]
    return versions == list(range(versions[0], versions[0] + len(versions)))


def _sealed(file: File, first: SignatureFinding) -> tuple[bytes | None, int | None]:
    """The visit and the bytes as the first signer saw them, if that signature still stands."""
    if not first.stands:
        return None, None
    signature = file.signatures[0]
    try:
        _zero, _size, resume, rest = (int(edge) for edge in signature.byte_range)
        return attached(_root_then(file.reader, signature.signed_revision)), resume + rest
    except UNREADABLE:
        return None, None


def _root_then(reader: PdfFileReader, version: int) -> Any:
    """The file's root in one of its versions; the last is at hand already."""
    last = version == reader.xrefs.total_revisions - 1
    return reader.root if last else reader.get_historical_root(version)
