"""A paper as another program reads it: the words, the tags and the pixels of each page."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdf
import pypdfium2
from PIL import Image
from pypdf.generic import DictionaryObject, IndirectObject

DOTS_PER_INCH = 60
_TOLD = ("/Alt", "/ActualText", "/Lang", "/T")
"""What an element says of itself besides its role."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, page by page; `tags` is the whole structure, one element a line."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    pictures: tuple[Image.Image, ...]


def read(data: bytes) -> Reading:
    """Words and pixels by PDFium, of the one locked version; tags by pypdf."""
    document = pypdfium2.PdfDocument(data)
    words, pictures = [], []
    for page in document:
        words.append(page.get_textpage().get_text_range().replace("\r\n", "\n"))
        bitmap = page.render(scale=DOTS_PER_INCH / 72, grayscale=True)
        pictures.append(bitmap.to_pil().convert("L"))
    document.close()
    return Reading(tuple(words), tuple(_tags(pypdf.PdfReader(io.BytesIO(data)))), tuple(pictures))


def _tags(reader: pypdf.PdfReader) -> Iterator[str]:
    numbers = {
        page.indirect_reference.idnum: number
        for number, page in enumerate(reader.pages, 1)
        if page.indirect_reference
    }
    root: Any = reader.root_object
    yield from _elements(root["/StructTreeRoot"]["/K"], numbers, "")


def _elements(kids: Any, numbers: dict[int, int], indent: str) -> Iterator[str]:
    """One line for each element: role, pages of its content, and what it says of itself."""
    for kid in _list(kids):
        if not isinstance(kid, DictionaryObject) or "/S" not in kid:
            continue
        pages = sorted({numbers[place] for place in _pages(kid)})
        line = indent + str(kid["/S"]).lstrip("/")
        line += f" p{'+'.join(map(str, pages))}" if pages else ""
        line += "".join(f" {key[1:]}={kid[key]!r}" for key in _TOLD if key in kid)
        attributes = kid.get("/A", {})
        line += f" {attributes['/Scope'][1:]}" if "/Scope" in attributes else ""
        yield line
        yield from _elements(kid["/K"], numbers, indent + " ")


def _pages(element: DictionaryObject) -> Iterator[int]:
    """Object numbers of the pages that an element's own content stands on."""
    for kid in _list(element["/K"]):
        if isinstance(kid, DictionaryObject) and "/S" in kid:
            continue
        holder = kid if isinstance(kid, DictionaryObject) else element
        yield holder.raw_get("/Pg").idnum


def _list(kids: Any) -> list[Any]:
    whole = kids.get_object() if isinstance(kids, IndirectObject) else kids
    each = whole if isinstance(whole, list) else [whole]
    return [kid.get_object() if isinstance(kid, IndirectObject) else kid for kid in each]
