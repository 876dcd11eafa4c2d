"""Faults planted into the real renderer, each of which the validator must find.

A fault is a function that patches one thing that the renderer does right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any

import pytest
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream

from sdm_aid.documents.pdf import canvas, render, structure, tables
from sdm_aid.documents.pdf.archive import Attachment, Metadata, write_archive
from sdm_aid.documents.pdf.compose import Composer
from sdm_aid.documents.pdf.pen import Pen
from sdm_aid.documents.pdf.structure import Node


@dataclass(frozen=True, slots=True)
class Fault:
    """How it is planted, and the clause of a standard that it breaks."""

    plant: Callable[[pytest.MonkeyPatch], None]
    flavour: str
    clause: str


def _figure_without_words(patch: pytest.MonkeyPatch) -> None:
    describe = structure._describe

    def silent(entry: object, node: Node) -> None:
        node.alt = ""
        describe(entry, node)

    patch.setattr(structure, "_describe", silent)


def _skipped_level(patch: pytest.MonkeyPatch) -> None:
    heading = Composer._heading

    def lower(self: Composer, *details: Any) -> Node:
        node = heading(self, *details)
        node.role = {"H2": "H3"}.get(node.role, node.role)
        return node

    patch.setattr(Composer, "_heading", lower)


def _unmarked_footer(patch: pytest.MonkeyPatch) -> None:
    running = render._Pages._running

    def bare(self: render._Pages, pen: Pen, page: int, pages: int) -> None:
        with pytest.MonkeyPatch.context() as inner:
            inner.setattr(self.canvas, "mark", lambda node, **_kind: nullcontext())
            running(self, pen, page, pages)

    patch.setattr(render._Pages, "_running", bare)


def _unembedded_font(patch: pytest.MonkeyPatch) -> None:
    running = render._Pages._running

    def lettered(self: render._Pages, pen: Pen, page: int, pages: int) -> None:
        running(self, pen, page, pages)
        with pen.mark(None):
            self.canvas.setFont("Helvetica", 8)
            self.canvas.drawString(30, 30, "SDM")

    patch.setattr(render._Pages, "_running", lettered)


def _head_without_scope(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(tables, "_scoped", lambda line, scope: line.add("TH"))


def _catalogue_without(name: str) -> Callable[[pytest.MonkeyPatch], None]:
    """The file's catalogue loses one entry."""

    def plant(patch: pytest.MonkeyPatch) -> None:
        def lossy(document: PDFDocument, meta: Metadata, files: tuple[Attachment, ...]) -> None:
            write_archive(document, meta, files)
            delattr(document.Catalog, name)

        patch.setattr("sdm_aid.documents.pdf.canvas.write_archive", lossy)

    return plant


def _no_line_end(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(PDFStream, "format", canvas._format)


def _silent_field(patch: pytest.MonkeyPatch) -> None:
    field = canvas.TaggedCanvas.signature_field
    patch.setattr(
        canvas.TaggedCanvas,
        "signature_field",
        lambda self, name, tooltip, rect, node: field(self, name, "", rect, node),
    )


FAULTS = {
    "figure without words": Fault(_figure_without_words, "ua1", "7.3-1"),
    "skipped heading level": Fault(_skipped_level, "ua1", "7.4.2-1"),
    "unmarked footer": Fault(_unmarked_footer, "ua1", "7.1-3"),
    "unembedded font": Fault(_unembedded_font, "3a", "6.2.11.4.1-1"),
    "head cell without scope": Fault(_head_without_scope, "ua1", "7.5-1"),
    "no language": Fault(_catalogue_without("Lang"), "ua1", "7.2-34"),
    "no output intent": Fault(_catalogue_without("OutputIntents"), "3a", "6.2.4.3-2"),
    "no tags": Fault(_catalogue_without("StructTreeRoot"), "3a", "6.7.3.3-1"),
    "no line end before endstream": Fault(_no_line_end, "3a", "6.1.7.1-2"),
    "field that says nothing": Fault(_silent_field, "ua1", "7.18.1-3"),
}


@contextmanager
def planted(name: str) -> Iterator[None]:
    """The renderer with this fault."""
    with pytest.MonkeyPatch.context() as patch:
        FAULTS[name].plant(patch)
        yield
