"""Text made fit for print, and the characters that the face cannot show, found before rendering."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from typing import TypeVar

from sdm_aid.documents.blocks import (
    Document,
    FigureBlock,
    Heading,
    KeyValues,
    MarkedItem,
    OptionTitle,
    Paragraph,
    Run,
    SealField,
    SignatureLine,
    Table,
)
from sdm_aid.documents.pdf.fonts import covers
from sdm_aid.documents.pdf.shaping import SHAPED
from sdm_aid.documents.pdf.stand_ins import kind_of, legible, stand_in
from sdm_aid.wording.direction import paired

_PLAIN = re.compile(r"[ -~\n]*\Z")
_LOOK_ALIKE = {
    "\t": " ",
    "\r": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\u2010": "-",
    "\u2011": "-",
    "\u200b": "",
}
_FIXED_SPACES = "\u00a0\u2007\u2009\u200a\u202f"
"""Spaces that hold two things together; every other one may end a line."""
_JOINERS = "\u200c\u200d"
_ISOLATES = "\u2068\u2069"
_KEPT = f"\n{_JOINERS}"
_LOOSE_JOINER = re.compile(f"(?<![{SHAPED}])[{_JOINERS}]|[{_JOINERS}](?![{SHAPED}])")
_AFTER_NOTHING = re.compile(r"(?:^|(?<=\s))\S")
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef\u180b-\u180d]")
_UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NOT_SHAPED = re.compile("[\u0700-\u074f\u0780-\u07bf\u0980-\u0dff\u0f00-\u109f\u1780-\u18af]")
_EXCERPT = 40
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Unprintable:
    """Characters of one text that cannot be printed, and where it stands; fit to be shown.

    `where`: the text's beginning.  `words`: those that hold such a character.  `place`: the label
    or heading they stand under, "" at the top of the paper.  `instead`: what would be printed for
    `words`.  `kind`: what the characters are, in the plural ("Chinese characters"), "" if unknown.
    """

    characters: tuple[str, ...]
    where: str
    words: str = ""
    place: str = ""
    instead: str = ""
    kind: str = ""


class UnprintableText(ValueError):
    """The document holds characters that the embedded face cannot show."""

    def __init__(self, found: tuple[Unprintable, ...]) -> None:
        self.found = found
        self.characters = tuple(dict.fromkeys(c for each in found for c in each.characters))
        self.where = tuple(each.where for each in found)
        codes = ", ".join(f"U+{ord(char):04X}" for char in self.characters)
        super().__init__(f"characters that cannot be printed: {codes}")


def clean(text: str, *, isolates: bool = False) -> str:
    """Composed text without control characters and with spaces that the face holds.

    `isolates`: those stay that the program has put round typed words in a sentence of its own.
    """
    if _PLAIN.match(text):
        return text
    if isolates:
        text = paired(text)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    kept = _KEPT + _ISOLATES if isolates else _KEPT
    text = "".join(_seen(char, kept) for char in text)
    return _LOOSE_JOINER.sub("", text)


@lru_cache(maxsize=4096)
def _seen(char: str, kept: str) -> str:
    """What is left of a character: nothing of controls, direction marks and selectors, which carry
    nothing that paper can show."""
    if char in _LOOK_ALIKE:
        return _LOOK_ALIKE[char]
    category = unicodedata.category(char)
    if category == "Zs" and char != " ":
        return "\u00a0" if char in _FIXED_SPACES else " "
    if category in ("Cc", "Cf") and char not in kept:
        return ""
    return "" if _SELECTORS.match(char) else char


def unprintable_in(text: str) -> tuple[str, ...]:
    """The characters of a text that would come out as boxes, or as marks without a letter."""
    if _PLAIN.match(text):
        return ()
    cleaned = clean(text)
    bad = [cleaned[at] for at in sorted(_bad_places(cleaned))]
    return tuple(dict.fromkeys(bad))


def _bad_places(cleaned: str) -> set[int]:
    bad = {at for at, char in enumerate(cleaned) if not _printable(char)}
    first = {found.start() for found in _AFTER_NOTHING.finditer(cleaned)}
    return bad | {at for at in first if unicodedata.category(cleaned[at])[0] == "M"}


@lru_cache(maxsize=4096)
def _printable(char: str) -> bool:
    if char in _KEPT + _ISOLATES:
        return True
    # the face has signs of its own under some private and unassigned codes
    if unicodedata.category(char) in ("Co", "Cn", "Cs"):
        return False
    return not _NOT_SHAPED.match(char) and covers(char)


def unprintable(document: Document) -> tuple[Unprintable, ...]:
    """Every text of the document with characters that cannot be printed; empty when all can."""
    found: dict[str, Unprintable] = {}
    for text, place in _Places().texts(document):
        if text not in found and (characters := unprintable_in(text)):
            found[text] = _described(text, place, characters)
    return tuple(found.values())


def _described(text: str, place: str, characters: tuple[str, ...]) -> Unprintable:
    bad = set(characters)
    words = " ".join(word for word in clean(text).split() if bad.intersection(word))
    kinds = set(map(kind_of, characters))
    return Unprintable(
        characters,
        legible(clean(text)[:_EXCERPT]),
        legible(words),
        legible(replaced(place)).strip(" :"),
        replaced(words),
        kinds.pop() if len(kinds) == 1 else "",
    )


def with_replacements(document: Document) -> Document:
    """The same document with a readable stand-in for each character that cannot be printed."""
    return _each(document, replaced, drawn=True)


def replaced(text: str) -> str:
    """The text with stand-ins such as "[emoji U+1F600]" or "[Chinese characters U+6F22 U+5B57]"."""
    if _PLAIN.match(text):
        return text
    cleaned = clean(text, isolates=True)
    bad = _bad_places(cleaned)
    if not bad:
        return text
    out, waiting = "", ""
    for at, char in enumerate(cleaned):
        if at in bad:
            waiting += char
        elif waiting:
            out, waiting = out + stand_in(waiting) + char, ""
        else:
            out += char
    return out + (stand_in(waiting) if waiting else "")


def speakable(document: Document) -> Document:
    """The same document without what no file can hold: control characters, halves of characters.

    For what is said but not drawn: title, author, alternative texts.
    """
    return _each(document, _without_controls)


def _without_controls(text: str) -> str:
    return _UNSPEAKABLE.sub("", text) if _UNSPEAKABLE.search(text) else text


class _Places:
    """Walks through a document in reading order and knows the label each text stands under."""

    def __init__(self) -> None:
        self.place = ""

    def texts(self, value: object) -> Iterator[tuple[str, str]]:
        """Every text that is drawn, and where it stands."""
        if isinstance(value, str):
            yield value, self.place
        elif isinstance(value, tuple):
            for part in value:
                yield from self.texts(part)
        elif isinstance(value, KeyValues):
            for label, runs in value.rows:
                yield from self.texts(label)
                yield from self._under(label, runs)
        elif isinstance(value, Paragraph) and len(value.runs) > 1 and value.runs[0].strong:
            yield from self._under(value.runs[0].text, value.runs)
        else:
            for name in _fields(type(value)):
                yield from self.texts(getattr(value, name))
            if isinstance(value, Heading | OptionTitle):
                self.place = value.text

    def _under(self, label: str, inside: object) -> Iterator[tuple[str, str]]:
        outer, self.place = self.place, label
        yield from self.texts(inside)
        self.place = outer


def _each(value: _Value, change: Callable[[str], str], *, drawn: bool = False) -> _Value:
    """The same with the texts changed: those that are drawn, or those that are said as well."""
    if isinstance(value, str):
        return change(value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        parts = tuple(_each(part, change, drawn=drawn) for part in value)
        same = all(new is old for new, old in zip(parts, value, strict=True))
        return value if same else parts  # type: ignore[return-value]
    if names := _fields(type(value), drawn=drawn):
        old = {name: getattr(value, name) for name in names}
        new = {name: _each(part, change, drawn=drawn) for name, part in old.items()}
        changed = {name: part for name, part in new.items() if part is not old[name]}
        return replace(value, **changed) if changed else value  # type: ignore[type-var]
    return value


_UNDRAWN: dict[type, frozenset[str]] = {
    Document: frozenset(("language", "author", "subject", "direction", "page_size", "text_size")),
    Run: frozenset(("language", "link")),
    Heading: frozenset(("language", "place")),
    OptionTitle: frozenset(("language", "place")),
    Paragraph: frozenset(("role", "place")),
    FigureBlock: frozenset(("alt", "scene")),
    MarkedItem: frozenset(("marks",)),
    SignatureLine: frozenset(("alt", "strokes")),
    SealField: frozenset(("tooltip", "name")),
    Table: frozenset(("widths", "caption")),
}


_DRAWINGS = frozenset(("scene", "marks", "strokes"))
"""Fields without texts of their own: the painter sees to what is written in a drawing."""


_known: dict[tuple[type, bool], tuple[str, ...]] = {}


def _fields(kind: type, *, drawn: bool = True) -> tuple[str, ...]:
    """Fields that can hold text that is drawn, or text of any use; none of what is no record."""
    if (names := _known.get((kind, drawn))) is None:
        left_out = _UNDRAWN.get(kind, frozenset()) if drawn else _DRAWINGS
        every = fields(kind) if is_dataclass(kind) else ()
        names = tuple(field.name for field in every if field.name not in left_out)
        _known[kind, drawn] = names
    return names
