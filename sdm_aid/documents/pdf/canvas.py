"""The sheet all is drawn on: a reportlab canvas that knows the structure of its content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC
from io import BytesIO

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfgen.canvas import Canvas

from sdm_aid.documents.marks import OPENING
from sdm_aid.documents.pdf.archive import Attachment, Metadata, write_archive
from sdm_aid.documents.pdf.fonts import BOLD, REGULAR, face
from sdm_aid.documents.pdf.outline import web_address, write_destinations, write_outline
from sdm_aid.documents.pdf.structure import Content, Node, StructureTree, Widget
from sdm_aid.documents.pdf.theme import rgb
from sdm_aid.documents.text_blocks import Link

rl_config.useA85 = 0
_format = PDFStream.format


def _format_with_line_end(self: PDFStream, document: PDFDocument) -> bytes:
    """Archival PDF wants a line end before `endstream`, which reportlab leaves out."""
    written: bytes = _format(self, document)
    return written.removesuffix(b"endstream\n") + b"\nendstream\n"


PDFStream.format = _format_with_line_end

_LIBRARY_OPENING = b"ReportLab Generated PDF document (opensource)"

_PRINTED = 4
"""Annotation flag (bit 3) that archival files want of everything that shows."""

_PRINTED_AND_LOCKED = 132
"""Annotation flags of a form field (bits 3 and 8)."""


Box = tuple[float, float, float, float]
"""Left, bottom, width and height in points."""


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """Pages with marked content, fields and everything an archival file carries.

    The same calls give the same bytes: dates come from `metadata`.
    """

    def __init__(
        self,
        size: tuple[float, float],
        root: Node,
        metadata: Metadata,
        attachments: tuple[Attachment, ...],
    ) -> None:
        for name in (REGULAR, BOLD):
            face(name)
        self._buffer = BytesIO()
        super().__init__(
            self._buffer,
            pagesize=size,
            invariant=1,
            pageCompression=1,
            pdfVersion=(1, 7),
            initialFontName=REGULAR,
            lang=metadata.language,
        )
        self._root, self._metadata, self._attachments = root, metadata, attachments
        self._owners: list[list[Node]] = [[]]
        self._widgets: list[tuple[PDFDictionary, Node]] = []
        self._fields: dict[str, PDFDictionary] = {}
        self._leads: list[tuple[PDFDictionary, str]] = []
        self._noted: list[Node] = []
        self._marked = 0
        self._symbols: dict[str, str] = {}

    @property
    def page_index(self) -> int:
        """The page being drawn, from 0."""
        return len(self._owners) - 1

    @property
    def marking(self) -> bool:
        """Whether what is drawn now belongs to a mark already."""
        return self._marked > 0

    @contextmanager
    def mark(self, node: Node | None, *, artifact: str = "/Artifact BMC") -> Iterator[None]:
        """What is drawn inside belongs to `node`, or is decoration (an `artifact`) for None.

        Inside another mark it stays with the outer one.
        """
        if self._marked:
            yield
            return
        if node is None or (node.once and node.drawn()):
            self._code.append(artifact)
        else:
            owners = self._owners[-1]
            self._code.append(f"/{node.role} <</MCID {len(owners)}>> BDC")
            node.kids.append(Content(self.page_index, len(owners)))
            owners.append(node)
        self._marked += 1
        try:
            yield
        finally:
            self._marked -= 1
            self._code.append("EMC")

    def operators(self, *code: str) -> None:
        """Add raw content operators."""
        self._code.extend(code)

    def symbol(self, name: str, box: tuple[float, float, float, float], code: str) -> str:
        """Keep a repeated drawing once, and give the operator that paints it on this page."""
        if code not in self._symbols:
            self._symbols[code] = f"{name}.{len(self._symbols)}"
            entries = {
                "Type": PDFName("XObject"),
                "Subtype": PDFName("Form"),
                "BBox": PDFArray(list(box)),
                "Resources": PDFDictionary(),
            }
            stream = PDFStream(PDFDictionary(entries), code, [PDFZCompress])
            self._doc.Reference(stream, self._doc.getXObjectName(self._symbols[code]))
        own = self._symbols[code]
        if own not in self._formsinuse:
            self._formsinuse.append(own)
        return f"/{self._doc.getXObjectName(own)} Do"

    def signature_field(
        self, name: str, tooltip: str, rect: tuple[float, float, float, float], node: Node
    ) -> None:
        """An empty tagged signature field, with an empty appearance, for a certificate to fill.

        Raises `ValueError` if the document has a field of this name already.
        """
        if name in self._fields:
            raise ValueError(f"two signature fields are named {name}")
        entries = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Form"),
            "BBox": PDFArray([0, 0, rect[2] - rect[0], rect[3] - rect[1]]),
            "Resources": PDFDictionary(),
        }
        appearance = self._doc.Reference(PDFStream(PDFDictionary(entries), b"", []))
        widget = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Widget"),
                "FT": PDFName("Sig"),
                "T": PDFString(name),
                "TU": PDFString(tooltip),
                "F": _PRINTED_AND_LOCKED,
                "Rect": PDFArray([round(edge, 2) for edge in rect]),
                "P": self._doc.thisPageRef(),
                "AP": PDFDictionary({"N": appearance}),
            }
        )
        self._annotate(widget, node)
        self._fields[name] = widget

    def link(self, node: Node, link: Link, boxes: Sequence[Box]) -> None:
        """A link over its words, one box a line; where a place is on paper is known at the end."""
        edges = [(x, y, x + across, y + high) for x, y, across, high in boxes]
        around = [min(e[0] for e in edges), min(e[1] for e in edges)]
        around += [max(e[2] for e in edges), max(e[3] for e in edges)]
        corners = [(x1, y2, x2, y2, x1, y1, x2, y1) for x1, y1, x2, y2 in edges]
        annotation = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": PDFArray([round(edge, 2) for edge in around]),
                "QuadPoints": PDFArray([round(n, 2) for quad in corners for n in quad]),
                "Border": PDFArray([0, 0, 0]),
                "F": _PRINTED,
                "Contents": PDFString(link.says),
                "P": self._doc.thisPageRef(),
            }
        )
        if link.to.startswith("#"):
            self._leads.append((annotation, link.to[1:]))
        else:
            entries = {"S": PDFName("URI"), "URI": PDFString(web_address(link.to))}
            annotation["A"] = PDFDictionary(entries)
        self._annotate(annotation, node)

    def _annotate(self, annotation: PDFDictionary, node: Node) -> None:
        self._addAnnotation(annotation)
        self._widgets.append((annotation, node))
        node.kids.append(Widget(self.page_index, annotation))

    def note(self, node: Node, top: float) -> None:
        """Keep where a node with a place or a bookmark stands, the first time it is drawn."""
        if node.at is None:
            node.at = (self.page_index, top)
            self._noted.append(node)

    def end_page(self) -> None:
        """Finish the page and begin the next."""
        self.showPage()
        page = self._doc.Pages.pages[-1]
        page.StructParents, page.Tabs = self.page_index, PDFName("S")
        self._owners.append([])

    def finished(self) -> bytes:
        """The whole file."""
        document, metadata = self._doc, self._metadata
        self.setTitle(metadata.title)
        self.setAuthor(metadata.author)
        self.setSubject(metadata.subject)
        self.setCreator(metadata.tool)
        self.setProducer(metadata.tool)
        self.setViewerPreference("DisplayDocTitle", "true")
        moment = metadata.created.astimezone(UTC)
        stamp = document._timeStamp
        stamp.YMDhms, stamp.dhh, stamp.dmm = moment.timetuple()[:6], 0, 0
        StructureTree(self._root, self._owners, self._widgets).write(document)
        write_archive(document, metadata, self._attachments)
        write_destinations(document, self._leads, self._noted)
        write_outline(document, self._noted)
        if self._fields:
            fields = [document.Reference(widget) for widget in self._fields.values()]
            document.Catalog.AcroForm = PDFDictionary({"Fields": PDFArray(fields), "SigFlags": 1})
        data: bytes = self.getpdfdata()
        # of equal length, or every offset in the file would be wrong
        return data.replace(_LIBRARY_OPENING, OPENING.ljust(len(_LIBRARY_OPENING)), 1)

    def _make_preamble(self) -> None:
        """No drawing state of reportlab's own: every mark sets what it needs."""
        self._preamble = f"{rgb('text')} rg {rgb('text')} RG"
