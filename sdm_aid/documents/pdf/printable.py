"""Text made fit for print, and the characters that the face cannot show, found before rendering."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar

from sdm_aid.documents.blocks import (
    Document,
    FigureBlock,
    Heading,
    MarkedItem,
    OptionTitle,
    Paragraph,
    Run,
    SealField,
    SignatureLine,
    Table,
)
from sdm_aid.documents.pdf.fonts import covers

_PLAIN = re.compile(r"[ -~\n]*\Z")
_LOOK_ALIKE = {
    "\t": " ",
    "\r": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\u2007": "\u00a0",
    "\u2009": "\u00a0",
    "\u200a": "\u00a0",
    "\u202f": "\u00a0",
    "\u2010": "-",
    "\u2011": "-",
    "\u200b": "",
}
_NOT_SHAPED = re.compile("[\u0700-\u074f\u0780-\u07bf\u0980-\u0dff\u0f00-\u109f\u1780-\u18af]")
_SYMBOLS = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")
_EXCERPT = 40
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Unprintable:
    """Characters of one text that cannot be printed, and the text's beginning."""

    characters: tuple[str, ...]
    where: str


class UnprintableText(ValueError):
    """The document holds characters that the embedded face cannot show."""

    def __init__(self, found: tuple[Unprintable, ...]) -> None:
        self.found = found
        self.characters = tuple(dict.fromkeys(c for each in found for c in each.characters))
        self.where = tuple(each.where for each in found)
        codes = ", ".join(f"U+{ord(char):04X}" for char in self.characters)
        super().__init__(f"characters that cannot be printed: {codes}")


def clean(text: str) -> str:
    """Composed text without control characters and with spaces that the face holds."""
    if _PLAIN.match(text):
        return text
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    return "".join(_LOOK_ALIKE.get(char, char) for char in text if not _invisible(char))


def _invisible(char: str) -> bool:
    """Controls, direction marks and selectors, which carry nothing that paper can show."""
    category = unicodedata.category(char)
    return (category in ("Cc", "Cf") and char not in "\n\t\r\u200b\u200c\u200d") or (
        "\ufe00" <= char <= "\ufe0f"
    )


def unprintable_in(text: str) -> tuple[str, ...]:
    """The characters of a text that would come out as boxes or as broken syllables."""
    if _PLAIN.match(text):
        return ()
    return tuple(dict.fromkeys(char for char in clean(text) if not _printable(char)))


def _printable(char: str) -> bool:
    if char in "\n\u200c\u200d":
        return True
    return not _NOT_SHAPED.match(char) and covers(char)


def unprintable(document: Document) -> tuple[Unprintable, ...]:
    """Every text of the document with characters that cannot be printed; empty when all can."""
    found = ((text, unprintable_in(text)) for text in _texts(document))
    return tuple(
        Unprintable(characters, clean(text)[:_EXCERPT])
        for text, characters in dict(found).items()
        if characters
    )


def with_replacements(document: Document) -> Document:
    """The same document with a readable stand-in for each character that cannot be printed."""
    return _mapped(document)


def replaced(text: str) -> str:
    """The text with stand-ins such as "[emoji U+1F600]" or "[U+6F22 U+5B57]"."""
    bad = set(unprintable_in(text))
    if not bad:
        return text
    out: list[str] = []
    waiting: list[str] = []
    for char in clean(text):
        if char in bad:
            waiting.append(char)
            continue
        if char == "\u200d" and waiting:
            continue
        out += [_stand_in(waiting), char] if waiting else [char]
        waiting = []
    return "".join(out) + (_stand_in(waiting) if waiting else "")


def _stand_in(chars: Iterable[str]) -> str:
    chars = list(chars)
    word = "emoji " if all(_SYMBOLS.match(char) for char in chars) else ""
    return f"[{word}{' '.join(f'U+{ord(char):04X}' for char in chars)}]"


def _texts(value: object) -> Iterator[str]:
    """Every text that is drawn, in reading order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for name in _drawn_fields(value):
            yield from _texts(getattr(value, name))


def _mapped(value: _Value) -> _Value:
    if isinstance(value, str):
        return replaced(value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(_mapped(part) for part in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        changed = {name: _mapped(getattr(value, name)) for name in _drawn_fields(value)}
        return replace(value, **changed)
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


def _drawn_fields(value: object) -> list[str]:
    """Fields that can hold drawn text: not metadata, alternative text, drawings or roles."""
    undrawn = _UNDRAWN.get(type(value), frozenset())
    return [
        field.name
        for field in fields(value)  # type: ignore[arg-type]
        if field.name not in undrawn
    ]
