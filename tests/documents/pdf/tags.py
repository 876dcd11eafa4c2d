"""The structure of a file, read back by another library."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pypdf
from pypdf.generic import DictionaryObject, IndirectObject

from sdm_aid.documents import blocks as b
from sdm_aid.documents.pdf.render import render
from tests.documents.sample import CREATED, plan


def rendered(*blocks: b.Block, **changes: object) -> pypdf.PdfReader:
    """The made-up plan with these blocks alone."""
    return pypdf.PdfReader(io.BytesIO(render(plan(blocks=blocks, **changes), CREATED)))


def elements(reader: pypdf.PdfReader) -> list[Any]:
    """Every structure element, depth first."""
    root: Any = reader.root_object
    return list(_below(root["/StructTreeRoot"]["/K"]))


def roles(reader: pypdf.PdfReader) -> list[str]:
    """The roles of all elements in reading order."""
    return [str(node["/S"]).removeprefix("/") for node in elements(reader)]


def kids(node: Any) -> list[Any]:
    """What an element holds: elements, numbers of marked content, references to annotations."""
    held = node["/K"]
    if isinstance(held, IndirectObject):
        held = held.get_object()
    found = held if isinstance(held, list) else [held]
    return [kid.get_object() if isinstance(kid, IndirectObject) else kid for kid in found]


def content(kid: Any) -> list[int]:
    """The numbers of all marked content in an element, or this number."""
    if isinstance(kid, int):
        return [kid]
    return [] if is_reference(kid) else [number for each in kids(kid) for number in content(each)]


def is_reference(kid: Any) -> bool:
    """Whether this is a reference to an annotation."""
    return isinstance(kid, DictionaryObject) and kid.get("/Type") == "/OBJR"


def _below(node: Any) -> Iterator[Any]:
    if isinstance(node, IndirectObject):
        node = node.get_object()
    if isinstance(node, list):
        for each in node:
            yield from _below(each)
    elif isinstance(node, DictionaryObject) and "/S" in node:
        yield node
        yield from _below(node["/K"])
