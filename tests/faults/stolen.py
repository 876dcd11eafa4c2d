"""A copied folder: whether anything of a patient can be read in any of its files."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from pathlib import Path


def spellings(words: str) -> Iterator[bytes]:
    """How words may stand in a file: in several encodings, as base 64, in hexadecimal, escaped."""
    plain = words.encode()
    yield from (plain, words.encode("utf-16-le"), words.encode("utf-16-be"))
    yield json.dumps(words).strip('"').encode()
    yield from (plain.hex().encode(), plain.hex().upper().encode())
    yield from (plain.upper(), plain.lower(), plain[::-1])
    for shift in range(3):  # what does not depend on the bytes before and after
        whole = base64.b64encode(bytes(shift) + plain)
        yield whole[4 if shift else 0 : -4]


def readable(folder: Path, secrets: Iterable[str]) -> list[str]:
    """Where in the files of ``folder`` one of the secrets stands; empty: nowhere.

    Also where the empty page or the plain format of the database would show: ``SQLite format``.
    """
    found = []
    wanted = [(words, spelt) for words in secrets for spelt in spellings(words)]
    wanted.append(("a plain database", b"SQLite format 3"))
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        data = path.read_bytes()
        name = path.name.encode()
        for words, spelt in wanted:
            if spelt in data or spelt in name:
                found.append(f"{words} in {path.name}")
    return found
