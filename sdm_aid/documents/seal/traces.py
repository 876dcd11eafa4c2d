"""What kind of change came after a signature, from a look at the file then and at the end.

Only what the two versions show is told: where they show nothing that has a name here, it is
"something".
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import EmbeddedPdfSignature

from sdm_aid.documents.marks import OPENING
from sdm_aid.documents.seal.objects import attached, entry, members
from sdm_aid.documents.seal.verdict import Trace

_MOST_OBJECTS = 50_000
"""A plan has a few thousand; more than this is not searched for names of changes."""
_MOST_VERSIONS = 20
_DEEPEST = 60
_OPENING_WITHIN = 64
_NOT_LOOKS = frozenset({"/Parent", "/P", "/Popup", "/IRT", "/Dest", "/A", "/StructParent"})
_LOOKS = ("/Contents", "/Resources", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit")


class _TooMuch(ValueError):
    """More objects than a plan could have."""


@dataclass
class _Version:
    """What is compared of one version of the file."""

    pages: list[bytes] = field(default_factory=list)
    notes: Counter[bytes] = field(default_factory=Counter)
    values: dict[str, bytes] = field(default_factory=dict)
    signed: set[str] = field(default_factory=set)
    visit: bytes | None = None
    files: Counter[bytes] = field(default_factory=Counter)


def traces_after(
    reader: PdfFileReader, signature: EmbeddedPdfSignature, approved: frozenset[str]
) -> tuple[Trace, ...]:
    """What the versions after ``signature`` changed; never raises for bad input.

    ``approved``: the fields of those signatures that were allowed to follow.
    """
    if reader.xrefs.total_revisions <= signature.signed_revision + 1:
        return (Trace.AFTER_END,)
    try:
        before = _version(reader.get_historical_root(signature.signed_revision))
        now = _version(reader.root)
        between = _signed_between(reader, signature.signed_revision)
    except Exception:  # noqa: BLE001  (the file is hostile; the change itself is known already)
        return (Trace.SOMETHING,)
    return tuple(_compared(before, now, between, approved)) or (Trace.SOMETHING,)


def trace_inside(data: bytes, signature: EmbeddedPdfSignature) -> Trace:
    """How signed bytes came to differ: in place, or by a program that wrote the file anew.

    A signature says where in the file it lies itself. In a file written anew it lies elsewhere,
    and the mark that our files begin with is gone.
    """
    try:
        _zero, size, resume, _rest = (int(edge) for edge in signature.byte_range)
    except (TypeError, ValueError):
        return Trace.BYTES
    in_place = data[size : size + 1] == b"<" and data[resume - 1 : resume] == b">"
    ours = OPENING in data[:_OPENING_WITHIN]
    return Trace.BYTES if in_place or ours else Trace.REWRITTEN


def _signed_between(reader: PdfFileReader, first: int) -> set[str]:
    """The fields that were signed in a version between the first and the last."""
    found: set[str] = set()
    for number in range(first + 1, min(reader.xrefs.total_revisions - 1, first + _MOST_VERSIONS)):
        root = reader.get_historical_root(number)
        for name, kind, held in _fields(entry(root, "/AcroForm", {})):
            if kind == "/Sig" and entry(held, "/V", None) is not None:
                found.add(name)
    return found


def _compared(
    before: _Version, now: _Version, between: set[str], approved: frozenset[str]
) -> Iterator[Trace]:
    yield from _compared_pages(before.pages, now.pages)
    if now.notes - before.notes:
        yield Trace.NOTE_ADDED
    if before.notes - now.notes:
        yield Trace.NOTE_REMOVED
    if before.values != now.values:
        yield Trace.FORM_FILLED
    if before.visit != now.visit:
        yield Trace.VISIT_REPLACED
    elif before.files != now.files:
        yield Trace.FILE_ATTACHED
    if (before.signed | between) - now.signed:
        yield Trace.SIGNATURE_REMOVED
    if now.signed - before.signed - approved:
        yield Trace.SIGNED_AGAIN


def _compared_pages(before: list[bytes], now: list[bytes]) -> Iterator[Trace]:
    if len(now) > len(before):
        yield Trace.PAGE_ADDED
    elif len(now) < len(before):
        yield Trace.PAGE_REMOVED
    gone, new = Counter(before) - Counter(now), Counter(now) - Counter(before)
    exchanged = bool(gone) and bool(new)
    if exchanged or (len(now) == len(before) and now != before):
        yield Trace.PAGE_CHANGED


def _version(root: Any) -> _Version:
    made, digest = _Version(), _digests()
    for page in _pages(root):
        looks = b"".join(digest(entry(page, key, None)) for key in _LOOKS)
        made.pages.append(hashlib.sha256(looks).digest())
        for note in members(page, "/Annots"):
            if entry(note, "/Subtype", "") != "/Widget":
                made.notes[digest(note)] += 1
    for name, kind, held in _fields(entry(root, "/AcroForm", {})):
        value = entry(held, "/V", None)
        if kind == "/Sig" and value is not None:
            made.signed.add(name)
        elif kind != "/Sig":
            made.values[name] = digest(value)
    made.visit = attached(root)
    names = entry(entry(root, "/Names", {}), "/EmbeddedFiles", None)
    made.files[digest(names)] += 1
    made.files[digest(entry(root, "/AF", None))] += 1
    return made


def _pages(root: Any) -> Iterator[Any]:
    """The pages in order; what they inherit is not followed, for our pages inherit nothing."""
    waiting, seen = [entry(root, "/Pages", {})], 0
    while waiting:
        node = waiting.pop()
        seen += 1
        if seen > _MOST_OBJECTS:
            raise _TooMuch
        if "/Kids" in node:
            waiting.extend(reversed(members(node, "/Kids")))
        else:
            yield node


def _fields(form: Any) -> Iterator[tuple[str, str, Any]]:
    """Full name, type and dictionary of every field that has a value of its own."""
    waiting = [("", "", each) for each in members(form, "/Fields")]
    seen = 0
    while waiting:
        over, kind, held = waiting.pop()
        seen += 1
        if seen > _MOST_OBJECTS:
            raise _TooMuch
        name = ".".join(filter(None, (over, str(entry(held, "/T", "")))))
        kind = str(entry(held, "/FT", kind))
        kids = [kid for kid in members(held, "/Kids") if "/T" in kid]
        waiting.extend((name, kind, kid) for kid in kids)
        if not kids:
            yield name, kind, held


def _digests() -> Callable[[Any], bytes]:
    """A function that gives equal bytes for equal objects, all they refer to included."""
    known: dict[Any, bytes] = {}

    def digest(value: Any, depth: int = 0) -> bytes:
        if depth > _DEEPEST or len(known) > _MOST_OBJECTS:
            raise _TooMuch
        if isinstance(value, generic.IndirectObject):
            key = value.reference
            if key not in known:
                known[key] = b"being read"  # objects may refer to each other in a ring
                whole: Any = key.get_object()
                known[key] = digest(whole, depth + 1)
            return known[key]
        parts = [type(value).__name__.encode(), *_parts(value)]
        held = (digest(inner, depth + 1) for inner in _inner(value))
        return hashlib.sha256(b"\0".join((*parts, *held))).digest()

    return digest


def _parts(value: Any) -> Iterator[bytes]:
    """What an object says itself."""
    if isinstance(value, generic.DictionaryObject):
        yield " ".join(_names(value)).encode("utf-8", "replace")
        if isinstance(value, generic.StreamObject):
            yield value.data
    elif not isinstance(value, generic.ArrayObject):
        yield repr(value).encode("utf-8", "replace")


def _inner(value: Any) -> Iterator[Any]:
    """What an object holds, references not followed."""
    if isinstance(value, generic.DictionaryObject):
        yield from (value.raw_get(name) for name in _names(value))
    elif isinstance(value, generic.ArrayObject):
        yield from (value.raw_get(position) for position in range(len(value)))


def _names(value: generic.DictionaryObject) -> list[str]:
    return sorted(set(value) - _NOT_LOOKS)
