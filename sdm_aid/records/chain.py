"""The chain of the journal: a keyed hash over each entry's ciphertext and the hash before it."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from typing import Literal, NamedTuple

from sdm_aid.records.header import Head

Kind = Literal["visit", "visit_event", "follow_up", "patient", "clinic"]
"""What an entry of the journal is about."""


class Row(NamedTuple):
    """One entry as it stands in the database; ``body`` is ciphertext."""

    seq: int
    kind: str
    subject: str
    number: int
    body: bytes
    hash: bytes


def link(
    key: bytes, before: bytes, seq: int, kind: str, subject: str, number: int, body: bytes
) -> bytes:
    """The hash of an entry: HMAC-SHA256 over the one before, its place, and its ciphertext's hash.

    It covers the ciphertext, so that destroying a patient's key leaves the chain whole.
    """
    place = f"{seq}\0{kind}\0{subject}\0{number}\0".encode()
    return hmac.digest(key, before + place + hashlib.sha256(body).digest(), "sha256")


class Break(NamedTuple):
    """Where the chain does not hold: the number of the entry, what it is about, and how."""

    seq: int
    kind: str
    subject: str
    number: int
    how: Literal["changed", "missing", "added", "unreadable"]


def first_break(key: bytes, start: Head, rows: Iterable[Row]) -> tuple[Head, Break | None]:
    """Walk the rows after ``start`` in order of ``seq``; the head reached, and the first break."""
    at = start
    for row in rows:
        if row.seq != at.seq + 1:
            return at, Break(at.seq + 1, row.kind, row.subject, row.number, "missing")
        expected = link(key, at.hash, row.seq, row.kind, row.subject, row.number, row.body)
        if not hmac.compare_digest(expected, row.hash):
            return at, Break(row.seq, row.kind, row.subject, row.number, "changed")
        at = Head(row.seq, row.hash)
    return at, None
