"""Paragraphs with parts of their own: links, and phrases in another language.

Each part becomes an element inside the paragraph's, and what stands between parts stays the
paragraph's own, all in reading order, whatever the order in which a line shows them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sdm_aid.documents.pdf.canvas import Box
from sdm_aid.documents.pdf.pen import Pen, baseline_below
from sdm_aid.documents.pdf.spans import Line, Part, Span
from sdm_aid.documents.pdf.structure import Node
from sdm_aid.documents.pdf.theme import TextStyle

_DESCENT = 0.25
"""Share of the size that letters reach below the baseline."""


@dataclass(slots=True)
class _Stretch:
    """Neighbouring spans of one part in one line, and their left edge."""

    part: Part | None
    left: float
    spans: list[Span]

    @property
    def start(self) -> int:
        return min(span.start for span in self.spans)

    @property
    def end(self) -> int:
        return max(span.end for span in self.spans)

    def words(self) -> str:
        """What a line that is drawn in another order says here."""
        return "".join(span.words for span in sorted(self.spans, key=lambda each: each.start))


def parted(line: Line) -> bool:
    """Whether a line has any link, phrase in another language or word from right to left."""
    return any(span.part is not None or span.level for span in line.spans)


def paint(
    pen: Pen, node: Node, placed: Sequence[tuple[float, Line]], top: float, style: TextStyle
) -> None:
    """Lines downward from `top`, as `Pen.lines`, with an element for every part."""
    if not pen.live or (node.once and node.drawn()):
        with pen.mark(node):
            pen.lines(placed, top, style)
        return
    boxes: dict[Part, list[Box]] = {}
    for row, (left, line) in enumerate(placed):
        baseline = baseline_below(top - row * style.leading, style)
        stretches = sorted(_stretches(pen, node, line, left), key=lambda each: each.start)
        for stretch in stretches:
            ending = " " if stretch is stretches[-1] and row < len(placed) - 1 else ""
            element = _element(pen, node, stretch.part)
            words = stretch.words() if line.words else ""
            if any(span.level for span in stretch.spans):
                element, words = element.add("Span", spoken=words + ending), ""
            with pen.mark(element):
                pen.stretch(stretch.spans, stretch.left, baseline, style.size, words, ending)
            if stretch.part and stretch.part.link and pen.leads(stretch.part.link):
                across = sum(span.width for span in stretch.spans)
                box = (stretch.left, baseline - _DESCENT * style.size, across, 1.1 * style.size)
                boxes.setdefault(stretch.part, []).append(box)
    for part, each in boxes.items():
        if part.link:
            pen.canvas.link(node.parts[part], part.link, each)


def _stretches(pen: Pen, node: Node, line: Line, left: float) -> Iterator[_Stretch]:
    """A line's stretches from left to right; one never holds what is read apart."""
    current: _Stretch | None = None
    for span in line.spans:
        part = span.part if _tells(pen, node, span.part) else None
        near = current is not None and (span.start == current.end or span.end == current.start)
        if current is not None and near and current.part is part:
            current.spans.append(span)
        else:
            if current is not None:
                yield current
            current = _Stretch(part, left, [span])
        left += span.width
    if current is not None:
        yield current


def _tells(pen: Pen, node: Node, part: Part | None) -> bool:
    """Whether a part says more than its paragraph does."""
    if part is None:
        return False
    return part.language not in ("", node.language) or bool(part.link and pen.leads(part.link))


def _element(pen: Pen, node: Node, part: Part | None) -> Node:
    """The element of a part inside the paragraph's, made when it is first drawn."""
    if part is None:
        return node
    if part not in node.parts:
        role = "Link" if part.link and pen.leads(part.link) else "Span"
        node.parts[part] = node.add(role, language=part.language)
    return node.parts[part]
