"""Readings that somebody looked at, kept as files, and what differs from them now.

A picture is kept in four greys, small and enough to look at; in its file stands the digest of all
its greys, which decides.  `SDM_AID_UPDATE_GOLDEN=1` writes everything anew.
"""

from __future__ import annotations

import difflib
import hashlib
import os
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.documents.golden.reading import Reading

KEPT = Path(__file__).parent / "kept"
FOUND = Path(__file__).parents[3] / "build" / "golden"
"""Where pictures go that are not as kept."""
UPDATE = bool(os.environ.get("SDM_AID_UPDATE_GOLDEN"))
_GREYS = 4
_DIGEST = "sha256"


def keep(name: str, reading: Reading) -> None:
    """Write a paper's reading as the one that is right."""
    KEPT.mkdir(exist_ok=True)
    for old in KEPT.glob(f"{name}-[0-9]*.png"):
        old.unlink()
    _text_file(name, "words").write_text(_paged(reading.words), encoding="utf-8")
    _text_file(name, "tags").write_text("\n".join(reading.tags) + "\n", encoding="utf-8")
    for number, picture in enumerate(reading.pictures, 1):
        said = PngInfo()
        said.add_text(_DIGEST, _digest(picture))
        path = KEPT / f"{name}-{number}.png"
        _in_few_greys(picture).save(path, bits=2, optimize=True, pnginfo=said)


def other_words(name: str, words: Sequence[str]) -> list[str]:
    """The lines that are not as kept, each under its page."""
    return _changed(_text_file(name, "words"), _paged(words))


def other_tags(name: str, tags: Sequence[str]) -> list[str]:
    """The elements that are not as kept."""
    return _changed(_text_file(name, "tags"), "\n".join(tags) + "\n")


def other_pictures(name: str, pictures: Sequence[Image.Image]) -> list[int]:
    """The pages of which any pixel is not as kept, or which only one has; from 1."""
    there = sorted(KEPT.glob(f"{name}-[0-9]*.png"), key=lambda path: int(path.stem.split("-")[-1]))
    pairs = enumerate(zip_longest(map(_kept_digest, there), map(_digest, pictures)), 1)
    return [number for number, (kept, now) in pairs if kept != now]


def to_look_at(name: str, pictures: Sequence[Image.Image], pages: Sequence[int]) -> str:
    """Save these pages beside the build, and say where they and the kept ones are."""
    FOUND.mkdir(parents=True, exist_ok=True)
    for page in pages:
        if page <= len(pictures):
            pictures[page - 1].save(FOUND / f"{name}-{page}.png")
    return f"pages {pages} of {name} look different: compare {FOUND} with {KEPT}"


def _text_file(name: str, kind: str) -> Path:
    return KEPT / f"{name}.{kind}.txt"


def _paged(words: Sequence[str]) -> str:
    return "".join(f"=== page {n}\n{text.rstrip()}\n" for n, text in enumerate(words, 1))


def _changed(file: Path, now: str) -> list[str]:
    kept = file.read_text(encoding="utf-8") if file.exists() else ""
    return list(difflib.unified_diff(kept.splitlines(), now.splitlines(), lineterm="", n=0))


def _kept_digest(path: Path) -> str | None:
    with Image.open(path) as picture:
        said: str | None = picture.info.get(_DIGEST)
    return said


def _digest(picture: Image.Image) -> str:
    size = f"{picture.width} {picture.height} ".encode()
    return hashlib.sha256(size + picture.tobytes()).hexdigest()


def _in_few_greys(picture: Image.Image) -> Image.Image:
    step = 256 // _GREYS
    few = Image.frombytes("P", picture.size, picture.point(lambda grey: grey // step).tobytes())
    few.putpalette([grey * 255 // (_GREYS - 1) for grey in range(_GREYS) for _rgb in range(3)])
    return few
