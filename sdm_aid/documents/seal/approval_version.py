"""Whether the version of a file that the approval made holds that signature and nothing else.

The seal leaves room for the approval, and anybody can sign there, with any certificate.  What a
seal that allows form filling lets through in general (another title, a drawing over the field,
objects that no page shows yet) must not come with it.  So the version is held against the shape
in which our program writes it, to the byte.
"""

from __future__ import annotations

import re
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import EmbeddedPdfSignature

from sdm_aid.documents.marks import APPROVAL_FIELD
from sdm_aid.documents.seal.objects import entry, members

_OF_SIGNATURE = frozenset(
    ("/Contents", "/ByteRange", "/Type", "/Filter", "/SubFilter", "/M", "/Name", "/Reason")
) | {"/Reference"}
_OF_APPEARANCE = frozenset(("/BBox", "/Resources", "/Type", "/Subtype", "/Length"))
_DRAWS_NOTHING = re.compile(rb"(?:[-\d. \n]|\bq\b|\bQ\b|\bcm\b|/BackgroundGS gs)*")
_NUMBERED = re.compile(rb"\d[\0\s]+\d+[\0\s]+obj|trailer[\0\s]*<<")
"""What another program looks for where it finds the table wanting."""
_END = re.compile(
    rb"xref\n0 1\n0000000000 65535 f \n(?:\d+ \d+\n(?:\d{10} \d{5} n \n)+)+"
    rb"trailer\n<<\n/ID \[ <[0-9a-f]{32}> <[0-9a-f]{32}> \]\n"
    rb"(/Info \d+ 0 R\n/Root \d+ 0 R\n)/Size \d+\n/Prev \d+\n>>\nstartxref\n(\d+)\n%%EOF\n"
)
_OBJECT_END = b"\nendobj\n"


def holds_approval_alone(
    data: bytes, reader: PdfFileReader, seal: EmbeddedPdfSignature, approval: EmbeddedPdfSignature
) -> bool:
    """True if the sealed file, and after it the field and its signature, are all of the version.

    Raises what a broken file makes the parser raise.
    """
    version = approval.signed_revision
    field = _field(reader.get_historical_root(version))
    before = _field(reader.get_historical_root(version - 1))
    if field is None or before is None or not _same_but_signed(field, before):
        return False
    own = {field.container_ref, approval.sig_object.container_ref}
    drawn = entry(field, "/AP", {})
    if drawn != entry(before, "/AP", {}):
        shown = drawn["/N"]
        if set(drawn) != {"/N"} or not _draws_nothing(shown):
            return False
        own.add(shown.container_ref)
    if not set(approval.sig_object) <= _OF_SIGNATURE:
        return False
    written = reader.xrefs.explicit_refs_in_revision(version)
    _zero, _size, resume, rest = (int(edge) for edge in seal.byte_range)
    return written == own and _nothing_between(data, reader, version, resume + rest)


def _field(root: Any) -> Any:
    fields = members(entry(root, "/AcroForm", {}), "/Fields")
    return next((each for each in fields if entry(each, "/T", "") == APPROVAL_FIELD), None)


def _same_but_signed(field: Any, before: Any) -> bool:
    names = set(field) | set(before)
    same = (name for name in names - {"/V", "/AP"})
    return "/V" not in before and all(
        name in field and name in before and field.raw_get(name) == before.raw_get(name)
        for name in same
    )


def _draws_nothing(shown: Any) -> bool:
    return (
        isinstance(shown, generic.StreamObject)
        and set(shown) <= _OF_APPEARANCE
        and _DRAWS_NOTHING.fullmatch(shown.data) is not None
        and set(entry(shown, "/Resources", {})) <= {"/ExtGState"}
    )


def _nothing_between(data: bytes, reader: PdfFileReader, version: int, begin: int) -> bool:
    """Whether the objects follow each other, then the table, and no byte stands elsewhere.

    Another program that finds the table wanting would look for objects by itself, so there must
    be none but those that the table names.
    """
    refs = reader.xrefs.explicit_refs_in_revision(version)
    places = {_place(reader, ref, version): ref for ref in refs}
    at = begin
    for place in sorted(places):
        head = b"%d %d obj\n" % (places[place].idnum, places[place].generation)
        if place != at or not data.startswith(head, at):
            return False
        at = data.index(_OBJECT_END, at) + len(_OBJECT_END)
    if b"%" in data[begin:at] or len(_NUMBERED.findall(data, begin)) != len(refs) + 1:
        return False
    return _ends_here(data, begin, at, len(refs))


def _place(reader: PdfFileReader, ref: generic.Reference, version: int) -> int:
    """Where an object lies; -1 within another."""
    place = reader.xrefs.get_historical_ref(ref, version)
    return place if isinstance(place, int) else -1


def _ends_here(data: bytes, begin: int, at: int, objects: int) -> bool:
    """Whether the table of so many objects begins at ``at`` and is the end of the version.

    Root and title must be those that the version before named, in the same words.
    """
    end = _END.match(data, at)
    if end is None or int(end[2]) != at or end[0].count(b" n \n") != objects:
        return False
    return end[1] in data[data.rindex(b"trailer", 0, begin) : begin]
