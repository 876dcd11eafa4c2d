"""The yardstick of export: the plan's words and figures by platypus, untagged; one signature."""

from __future__ import annotations

import io
from functools import singledispatchmethod
from xml.sax.saxutils import escape

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives import serialization
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    HRFlowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

from sdm_aid.documents import blocks as b
from sdm_aid.documents.pdf.fonts import BOLD, REGULAR, face
from sdm_aid.documents.seal.keys import ClinicKey
from tests.bench.bare_flowables import Drawing, Ink

MARGIN = 15 * mm
WIDTH = A4[0] - 2 * MARGIN


class Story:
    """A neutral document as platypus flowables: every word and figure, no structure."""

    def __init__(self) -> None:
        self.dense = False
        self.styles = {
            (size, strong): ParagraphStyle(
                f"{size}-{strong}",
                fontName=BOLD if strong else REGULAR,
                fontSize=size,
                leading=1.2 * size,
            )
            for size in (8.0, 9.5, 12.0, 18.0)
            for strong in (False, True)
        }

    def words(self, text: str, size: float = 9.5, *, strong: bool = False) -> Flowable:
        """One paragraph."""
        return Paragraph(escape(text).replace("\n", "<br/>"), self.styles[size, strong])

    def runs(self, runs: tuple[b.Run, ...]) -> Flowable:
        """One paragraph of several weights."""
        marked = (
            f'<font name="{BOLD}">{escape(run.text)}</font>' if run.strong else escape(run.text)
            for run in runs
        )
        style = self.styles[8.0 if self.dense else 9.5, False]
        return Paragraph("".join(marked).replace("\n", "<br/>"), style)

    def all(self, blocks: tuple[b.Block, ...]) -> list[Flowable]:
        """The flowables of several blocks."""
        return [made for block in blocks for made in self.of(block)]

    def table(self, rows: list[list[object]], widths: list[float], **more: object) -> Flowable:
        """A table that breaks between and inside its rows."""
        return Table(rows, colWidths=widths, splitInRow=1, **more)

    @singledispatchmethod
    def of(self, block: b.Block) -> list[Flowable]:
        """The flowables of one block."""
        raise TypeError(f"no flowable for {type(block).__name__}")

    @of.register
    def _(self, block: b.Heading) -> list[Flowable]:
        return [self.words(block.text, 12.0, strong=True)]

    @of.register
    def _(self, block: b.OptionTitle) -> list[Flowable]:
        return [self.words(f"{block.letter}  {block.text}", 12.0, strong=True)]

    @of.register
    def _(self, block: b.Paragraph) -> list[Flowable]:
        return [self.runs(block.runs)]

    @of.register
    def _(self, block: b.Chip) -> list[Flowable]:
        return [self.words(block.text, 8.0)]

    @of.register
    def _(self, block: b.BulletList) -> list[Flowable]:
        return [self.runs(item) for item in block.items]

    @of.register
    def _(self, block: b.MarkedList) -> list[Flowable]:
        rows: list[list[object]] = [
            [[Drawing(m, 12.0) for m in item.marks], self.all(item.paragraphs)]
            for item in block.items
        ]
        return [self.table(rows, [40.0, WIDTH / 2 - 40.0])] if rows else []

    @of.register
    def _(self, block: b.Newspaper) -> list[Flowable]:
        self.dense = block.dense
        made = self.all(block.blocks)
        self.dense = False
        return made

    @of.register(b.Box)
    @of.register(b.KeepTogether)
    def _(self, block: b.Box | b.KeepTogether) -> list[Flowable]:
        return self.all(block.blocks)

    @of.register
    def _(self, block: b.Checklist) -> list[Flowable]:
        rows: list[list[object]] = [[self.words(c, 8.0, strong=True) for c in block.columns]]
        rows += [[self.words(w) for w in (row.text, row.who, row.when)] for row in block.rows]
        return [self.table(rows, [0.5 * WIDTH, 0.25 * WIDTH, 0.25 * WIDTH])]

    @of.register
    def _(self, block: b.Columns) -> list[Flowable]:
        return self.all((*block.left, *block.right))

    @of.register
    def _(self, block: b.Table) -> list[Flowable]:
        rows: list[list[object]] = [
            [self.all(cell.blocks) for cell in row] for row in (block.header, *block.rows)
        ]
        shares = block.widths or (1 / len(block.header),) * len(block.header)
        return [self.table(rows, [share * WIDTH for share in shares], repeatRows=1)]

    @of.register
    def _(self, block: b.FigureBlock) -> list[Flowable]:
        return [Drawing(block.scene, min(block.width_mm * mm, WIDTH / 4))]

    @of.register
    def _(self, block: b.KeyValues) -> list[Flowable]:
        rows: list[list[object]] = [
            [self.words(k, strong=True), self.runs(v)] for k, v in block.rows
        ]
        return [self.table(rows, [block.share * WIDTH, (1 - block.share) * WIDTH])] if rows else []

    @of.register
    def _(self, block: b.Signatures) -> list[Flowable]:
        made: list[Flowable] = []
        for line in block.lines:
            made += [Ink(line.strokes or ()), *(self.words(word) for word in _texts(line))]
        return made

    @of.register
    def _(self, block: b.SealField) -> list[Flowable]:
        return [self.runs(block.runs)]

    @of.register
    def _(self, block: b.WritingLines) -> list[Flowable]:
        return [HRFlowable(spaceBefore=18) for _line in range(block.count)]

    @of.register
    def _(self, block: b.PageBreak) -> list[Flowable]:
        return [PageBreak()]

    @of.register
    def _(self, block: b.Spacer) -> list[Flowable]:
        return [Spacer(1, block.points)]


def _texts(line: b.SignatureLine) -> list[str]:
    """The words of a signature line, whatever its fields are called."""
    found = (getattr(line, name) for name in type(line).__slots__)
    return [value for value in found if isinstance(value, str) and value]


def write(document: b.Document) -> bytes:
    """The document's words and figures on pages with the same running lines."""
    for name in (REGULAR, BOLD):
        face(name)
    out = io.BytesIO()
    running = document.running

    def foot(canvas: Canvas, _template: object) -> None:
        canvas.setFont(REGULAR, 8)
        canvas.drawString(MARGIN, MARGIN / 2, " · ".join(running.identifiers))
        canvas.drawString(MARGIN, MARGIN / 3, " · ".join(running.footer))
        canvas.drawRightString(A4[0] - MARGIN, MARGIN / 2, str(canvas.getPageNumber()))

    story = Story()
    flowables = [story.words(document.title, 18.0, strong=True)]
    flowables += [story.words(line, 8.0) for line in document.header_lines]
    flowables += story.all(document.blocks)
    edges = dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), MARGIN)
    SimpleDocTemplate(out, pagesize=A4, **edges).build(flowables, foot, foot)
    return out.getvalue()


def sign(pdf: bytes, key: ClinicKey) -> bytes:
    """One signature by pyHanko with what it does by itself."""
    private = key.private_key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    signer = SimpleSigner(
        asn1_x509.Certificate.load(key.certificate.public_bytes(serialization.Encoding.DER)),
        asn1_keys.PrivateKeyInfo.load(private),
        SimpleCertificateStore(),  # type: ignore[no-untyped-call]
    )
    metadata = PdfSignatureMetadata(
        field_name="Seal", md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES, certify=True
    )
    field = SigFieldSpec("Seal", on_page=0, box=(0, 0, 100, 20))
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    out = PdfSigner(metadata, signer, new_field_spec=field).sign_pdf(writer)
    signed: bytes = out.getvalue()
    return signed
