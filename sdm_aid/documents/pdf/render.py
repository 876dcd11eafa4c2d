"""A neutral document into the bytes of a tagged, archival PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial

from sdm_aid import __version__
from sdm_aid.documents import blocks as b
from sdm_aid.documents.marks import TOOL
from sdm_aid.documents.pdf.archive import Attachment, Metadata
from sdm_aid.documents.pdf.canvas import TaggedCanvas
from sdm_aid.documents.pdf.compose import Composer
from sdm_aid.documents.pdf.flow import TextFlow
from sdm_aid.documents.pdf.laid import Fixed, Item, Laid, Lines, Stack
from sdm_aid.documents.pdf.pen import Pen
from sdm_aid.documents.pdf.printable import (
    Unprintable,
    UnprintableText,
    speakable,
    unprintable,
    with_replacements,
)
from sdm_aid.documents.pdf.structure import Node
from sdm_aid.documents.pdf.theme import MARGIN, SHEETS, SMALLER, PrintTheme, TextStyle

__all__ = ["Attachment", "Unprintable", "UnprintableText", "render", "unprintable"]

_RUNNING_LINES = 2
"""Lines of the footer that identifiers and content may each take before they are cut short."""
_LEAST_PIECE = 12
"""Characters of a piece of the footer that are not cut any further."""


def render(
    document: b.Document,
    created: datetime,
    attachments: tuple[Attachment, ...] = (),
    *,
    replace_unprintable: bool = False,
) -> bytes:
    """The document as PDF bytes; equal inputs give equal bytes.

    `created` must be aware.  Raises `UnprintableText` if the face lacks a character, unless
    `replace_unprintable` asks for readable stand-ins.
    """
    if created.tzinfo is None:
        raise ValueError("the moment of creation needs a time zone")
    if found := unprintable(document):
        if not replace_unprintable:
            raise UnprintableText(found)
        document = with_replacements(document)
    document = speakable(document)
    return _fitted(document, created, attachments).drawn()


def _fitted(document: b.Document, created: datetime, attachments: tuple[Attachment, ...]) -> _Pages:
    """The pages in the document's own form; smaller or closer where that keeps to `most_pages`.

    The roomiest form that does; the document's own where none does.
    """
    own = _Pages(document, created, attachments)
    most = document.most_pages
    if not most or len(own.laid) <= most:
        return own
    smaller = SMALLER.get(document.text_size, ())
    close = replace(document, blocks=document.close or document.blocks)
    for tried, sizes in ((document, smaller), (close, (*smaller, 0.0))):
        found = None
        for body in sizes:  # the smallest tells whether it can be done at all
            pages = _Pages(tried, created, attachments, body)
            if len(pages.laid) > most:
                break
            found = pages
        if found is not None:
            return found
    return own


class _Pages:
    """One rendering: the footer, the pages, and the canvas they are drawn on.

    `body`: size of the text in points; 0: the document's own.
    """

    def __init__(
        self,
        document: b.Document,
        created: datetime,
        attachments: tuple[Attachment, ...],
        body: float = 0.0,
    ) -> None:
        self.document = document
        self.rtl = document.direction is b.Direction.RTL
        self.sheet = SHEETS[document.page_size]
        self.width = self.sheet[0] - 2 * MARGIN
        self.theme = PrintTheme(document.text_size, body)
        self.root = Node("Document")
        metadata = Metadata(
            document.title,
            document.author,
            document.subject,
            document.language,
            f"{TOOL} {__version__}",
            created,
        )
        self.canvas = TaggedCanvas(self.sheet, self.root, metadata, attachments)
        self.footer = self._footer()
        self.room = self.sheet[1] - 2 * MARGIN - self.footer.height - self.theme.unit
        composer = Composer(self.theme, self.room, rtl=self.rtl, language=document.language)
        self.laid = list(self._broken(composer))  # all of them, so that every place is known
        self.places = frozenset(composer.places)

    def drawn(self) -> bytes:
        pen = Pen(self.canvas, rtl=self.rtl, places=self.places)
        for number, page in enumerate(self.laid, 1):
            page.paint(pen, MARGIN, self.sheet[1] - MARGIN)
            self._running(pen, number, len(self.laid))
            self.canvas.end_page()
        return self.canvas.finished()

    def _broken(self, composer: Composer) -> Iterator[Laid]:
        """The pages' contents."""
        for i, blocks in enumerate(_chapters(self.document.blocks)):
            body = composer.stack(blocks, self.width, self.root) if i else None
            rest: Laid | None = body or self._first(composer, blocks)
            while rest is not None:
                head, rest = rest.split(self.room, force=False)
                if head is None and rest is not None:
                    head, rest = rest.split(self.room, force=True)
                if head is not None:
                    yield head

    def _first(self, composer: Composer, blocks: tuple[b.Block, ...]) -> Stack:
        """The first chapter under title, header lines and rule."""
        document, theme = self.document, self.theme
        side = [
            self._line_at_end(composer, words) for words in document.header_lines if words.strip()
        ]
        beside = max((lines.width for lines in side), default=0.0)
        node = self.root.add("H1", bookmark=document.title)
        room = self.width - beside - (theme.unit if side else 0.0)
        title = min(
            (composer.text((b.Run(document.title),), style, room, node) for style in theme.titles),
            key=lambda lines: len(lines.lines),
        )
        notes = [self.root.add("P") for _ in side]
        column: list[Item] = [
            Item(Lines(lines.lines, lines.style, beside, note, at_end=True))
            for lines, note in zip(side, notes, strict=True)
        ]
        parts: list[tuple[float, Laid]] = [(title.width, title)]
        if column:
            parts.append((beside, Stack(tuple(column))))
        row = composer.beside(parts, self.width)
        rule = Fixed(theme.gap, partial(_rule, width=self.width, at=theme.gap, weight=1.6))
        body = composer.stack(blocks, self.width, self.root)
        rest = tuple(
            Item(item.laid, item.gap if i else theme.unit, item.keep_next)
            for i, item in enumerate(body.items)
        )
        return Stack((Item(row, keep_next=True), Item(rule, keep_next=True), *rest))

    def _line_at_end(self, composer: Composer, words: str) -> Lines:
        """A header line, as wide as it needs up to 60 % of the page."""
        style = self.theme.header_line
        runs = (b.Run(words),)
        natural = TextFlow(runs, style, int(self.rtl)).natural_width()
        return composer.text(runs, style, min(natural + 0.1, 0.6 * self.width), None)

    def _footer(self) -> Stack:
        """Identifiers of the patient, then what this paper is; without the page number."""
        running, style = self.document.running, self.theme.running
        room = self.width - self._label_width(style)
        items = []
        for words, strong in ((running.identifiers, True), (running.footer, False)):
            if pieces := [piece for piece in words if piece.strip()]:
                items.append(Item(self._cut_short(pieces, style, room, strong=strong)))
                room = self.width
        return Stack(tuple(items)) if items else Stack((Item(Fixed(style.leading, _blank)),))

    def _cut_short(
        self, pieces: list[str], style: TextStyle, room: float, *, strong: bool
    ) -> Lines:
        """The pieces beside each other, the longest ones cut until all have their place."""
        colour = "text" if strong else style.colour
        look = TextStyle(style.size, style.leading, colour, bold=strong)
        while len(lines := self._joined(pieces, look).lines(room)) > _RUNNING_LINES:
            longest = max(pieces, key=len)
            if len(longest) > _LEAST_PIECE:
                kept = max(_LEAST_PIECE - 1, len(longest) * 9 // 10)
                cut = longest[:kept].rstrip(" …") + "…"
                pieces = [cut if piece is longest else piece for piece in pieces]
            else:  # many short ones
                pieces = [*[piece for piece in pieces if piece != "…"][:-1], "…"]
        return Lines(lines, look, room, None)

    def _joined(self, pieces: list[str], look: TextStyle) -> TextFlow:
        """Pieces with a middle dot between two, none of which can reorder another."""
        runs = [b.Run(pieces[0], isolated=True)]
        for piece in pieces[1:]:
            runs += [b.Run(" · "), b.Run(piece, isolated=True)]
        return TextFlow(tuple(runs), look, int(self.rtl))

    def _label_width(self, style: TextStyle) -> float:
        label = self.document.running.page_label.format(page=888, pages=888)
        return TextFlow((b.Run(label),), style, int(self.rtl)).natural_width() + style.size

    def _running(self, pen: Pen, page: int, pages: int) -> None:
        """The footer of one page, all of it decoration to a screen reader."""
        style = self.theme.running
        top = MARGIN + self.footer.height
        label = self.document.running.page_label.format(page=page, pages=pages)
        line = TextFlow((b.Run(label),), style, int(self.rtl)).lines(1e9)[0]
        with pen.footer():
            pen.rule(MARGIN, top + 0.5 * style.size, self.width, "line_rule", 0.8)
            shift = self._label_width(style) if self.rtl else 0.0
            for i, item in enumerate(self.footer.items):
                x = MARGIN + (shift if i == 0 else 0.0)
                item.laid.paint(pen, x, top)
                top -= item.laid.height
            x = MARGIN if self.rtl else MARGIN + self.width - line.width
            pen.lines([(x, line)], MARGIN + self.footer.height, style)


def _chapters(blocks: tuple[b.Block, ...]) -> Iterator[tuple[b.Block, ...]]:
    """Blocks between page breaks."""
    chapter: list[b.Block] = []
    for block in blocks:
        if isinstance(block, b.PageBreak):
            yield tuple(chapter)
            chapter = []
        else:
            chapter.append(block)
    yield tuple(chapter)


def _rule(pen: Pen, x: float, top: float, *, width: float, at: float, weight: float) -> None:
    with pen.mark(None):
        pen.rule(x, top - at, width, "accent", weight)


def _blank(pen: Pen, x: float, top: float) -> None:
    """A footer that says nothing but the page number."""
