"""Words of scripts whose letters change shape or place: glyphs by the face's OpenType tables.

HarfBuzz shapes one word at a time; each glyph becomes a code that `fonts` draws where it belongs.
Latin, Greek, Cyrillic and Georgian letters without loose marks, digits and punctuation need none of
it and are drawn as characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

import uharfbuzz as hb  # type: ignore[import-untyped]

from sdm_aid.documents.pdf.bidi import mirrored
from sdm_aid.documents.pdf.fonts import Face, Glyph, data, face

_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_JOINERS = "\u200c\u200d"
_SCRIPTS = {
    "Arab": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "Hebr": "\u0590-\u05ff\ufb1d-\ufb4f",
    "Deva": "\u0900-\u097f\u1cd0-\u1cff\ua8e0-\ua8ff",
    "Thai": "\u0e00-\u0e7f",
}
_WORD = re.compile(
    "|".join(f"(?P<{tag}>[{own}][{own}{_MARKS}{_JOINERS}]*)" for tag, own in _SCRIPTS.items())
    + rf"|(?P<Zyyy>[^\s{_MARKS}][{_MARKS}][{_MARKS}{_JOINERS}]*)"
)
SHAPED = "".join(_SCRIPTS.values())
"""Letters of scripts that are shaped, as the inside of a set in a regular expression."""
_NEEDY = re.compile(f"[{SHAPED}{_MARKS}]")
_ANY_SCRIPT = "Zyyy"
_JOINED = re.compile("[\u094d\u200c\u200d]")
"""After these a word is not cut: the letter before is written as a part of the next."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """A word as codes of `fonts` from left to right, its width in thousandths of the size, and
    the offsets at which it may be cut."""

    text: str
    width: float
    cuts: tuple[int, ...]


def needs_shaping(text: str) -> bool:
    """Whether any letter must be shaped or any mark placed."""
    return _NEEDY.search(text) is not None


def words(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Stretches of `text[start:end]` in order: begin, end, and the script to shape it in or ""."""
    at = start
    for found in _WORD.finditer(text, start, end):
        if found.start() > at:
            yield at, found.start(), ""
        yield found.start(), found.end(), found.lastgroup or ""
        at = found.end()
    if at < end:
        yield at, end, ""


@lru_cache(maxsize=8192)
def shaped(name: str, word: str, script: str, language: str, *, rtl: bool) -> Shaped:
    """One word in the face of this name; `script`: as `words` found it."""
    buffer = hb.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    if script != _ANY_SCRIPT:
        buffer.script = script
    buffer.direction = "rtl" if rtl else "ltr"
    # guessing takes the language of this computer, which must not change a paper
    buffer.language = language or "und"
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    hb.shape(_font(name), buffer)
    glyphs = [
        (info.cluster, Glyph(info.codepoint, place.x_offset, place.y_offset, place.x_advance))
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]
    starts = sorted({cluster for cluster, _ in glyphs})
    ends = dict(zip(starts, [*starts[1:], len(word)], strict=True))
    text = ""
    for start, group in groupby(glyphs, key=lambda each: each[0]):
        letters = word[start if start != starts[0] else 0 : ends[start]]
        text += _dealt(face(name), [glyph for _, glyph in group], letters, rtl=rtl)
    cuts = tuple(at for at in starts[1:] if not _JOINED.match(word[at - 1]))
    return Shaped(text, sum(glyph.advance for _, glyph in glyphs), cuts)


def turned(name: str, char: str) -> str:
    """A character that needs no shaping, as a right-to-left run shows it."""
    shown = face(name).glyph(mirrored(char))
    return face(name).code((shown,), char) if shown else char


def _dealt(own: Face, glyphs: list[Glyph], letters: str, *, rtl: bool) -> str:
    """Codes for the glyphs of one cluster, its letters dealt out among them as they are read.

    Whoever copies the page gets the letters as they were typed, though the glyphs may stand in
    another order: a reader turns round what runs from right to left, and nothing else.
    """
    groups: list[tuple[Glyph, ...]] = [(glyph,) for glyph in glyphs]
    spare = len(groups) - len(letters)
    if spare > 0:  # more glyphs than letters: some are drawn as one
        together = tuple(glyphs[: spare + 1] if rtl else glyphs[-spare - 1 :])
        groups = [together, *groups[spare + 1 :]] if rtl else [*groups[: -spare - 1], together]
    elif rtl:  # readers turn single letters round, not those that one glyph stands for
        groups = [*_shared(own, glyphs[0], 1 - spare), *groups[1:]]
    said = [*letters[: len(groups) - 1], letters[len(groups) - 1 :]]
    if rtl:
        said.reverse()
    return "".join(map(own.code, groups, said))


def _shared(own: Face, glyph: Glyph, count: int) -> list[tuple[Glyph, ...]]:
    """A glyph that stands for several letters, with empty ones to its right that share its width.

    None is without a width: readers take two equal letters in one place for one letter.
    """
    step = glyph.advance // count
    first = glyph._replace(advance=glyph.advance - (count - 1) * step)
    return [(first,), *[(own.blank(step),)] * (count - 1)]


@cache
def _font(name: str) -> hb.Font:
    return hb.Font(hb.Face(data(name)))
