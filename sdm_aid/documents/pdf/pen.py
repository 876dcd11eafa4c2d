"""Drawing primitives in page coordinates: lines of text, rules, frames, ink."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate

from sdm_aid.design.tokens import Role
from sdm_aid.documents.pdf.canvas import TaggedCanvas
from sdm_aid.documents.pdf.fonts import ASCENT, face
from sdm_aid.documents.pdf.spans import Line, Span
from sdm_aid.documents.pdf.structure import Node
from sdm_aid.documents.pdf.theme import TextStyle, rgb
from sdm_aid.documents.text_blocks import Link

_KAPPA = 0.5523
"""Control-point distance at which a cubic curve comes closest to a quarter circle."""

_FOOTER = "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC"


class Pen:
    """Draws on one canvas; y grows upward, as in PDF.  `places`: where links inside may lead."""

    def __init__(
        self, canvas: TaggedCanvas, *, rtl: bool, places: frozenset[str] = frozenset()
    ) -> None:
        self.canvas = canvas
        self.rtl = rtl
        self.places = places
        self._decoration = 0

    @contextmanager
    def mark(self, node: Node | None) -> Iterator[None]:
        """Content of a structure node, or decoration."""
        with self.canvas.mark(None if self._decoration else node):
            yield

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """Whatever is drawn inside is decoration, whatever node it names."""
        self._decoration += 1
        try:
            yield
        finally:
            self._decoration -= 1

    @contextmanager
    def footer(self) -> Iterator[None]:
        """Whatever is drawn inside belongs to the page, not to the paper."""
        with self.canvas.mark(None, artifact=_FOOTER):
            yield

    @property
    def live(self) -> bool:
        """Whether what is drawn now is content of its own: not decoration, nor inside a mark."""
        return not self._decoration and not self.canvas.marking

    def leads(self, link: Link) -> bool:
        """Whether there is anything where a link leads."""
        return not link.to.startswith("#") or link.to[1:] in self.places

    def lines(self, lines: Iterable[tuple[float, Line]], top: float, style: TextStyle) -> None:
        """Lines of text downward from `top`; each comes with its left edge."""
        code = ["BT"]
        baseline = baseline_below(top, style)
        rows = list(lines)
        colours: list[Role] = []
        for at, (x, line) in enumerate(rows):
            # a real space at the line's end, or reading aloud runs two words together
            ending = " " if at < len(rows) - 1 else ""
            # readers turn round what runs from right to left, whatever is said to stand there
            words = line.words + " " if line.words and not line.turned else ""
            code += self._row(line.spans, (x, baseline), style.size, ending, words, colours)
            baseline -= style.leading
        code.append("ET")
        self.canvas.operators(*code)

    def stretch(
        self, spans: Sequence[Span], x: float, baseline: float, size: float, words: str, ending: str
    ) -> None:
        """Spans of a line from `x`, read out as `words` where these differ, then `ending`."""
        words = words + ending if words else ""
        code = self._row(spans, (x, baseline), size, ending, words, [])
        self.canvas.operators("BT", *code, "ET")

    def _row(
        self,
        spans: Sequence[Span],
        at: tuple[float, float],
        size: float,
        ending: str,
        words: str,
        colours: list[Role],
    ) -> list[str]:
        """Operators for spans side by side from `at`; `colours`: ends with the one in force.

        Where directions mix, spans are written in reading order, each to its own place: readers
        that follow the file rather than the places then get the words in order.
        """
        x, baseline = at
        code = [f"1 0 0 1 {x:.2f} {baseline:.2f} Tm"]
        if words:
            code.append(_said(words))
        mixed = any(span.level for span in spans)
        lefts = accumulate((span.width for span in spans), initial=x)
        placed = list(zip(spans, lefts, strict=False))
        if mixed:
            placed.sort(key=lambda each: each[0].start)
        for i, (span, left) in enumerate(placed):
            if span.colour not in colours[-1:]:
                code.append(f"{rgb(span.colour)} rg")
                colours.append(span.colour)
            if mixed and (i or left != x):
                code.append(f"1 0 0 1 {left:.2f} {baseline:.2f} Tm")
            last = i == len(placed) - 1
            code += self.shown(span, span.text + ending if last else span.text, size)
        return [*code, "EMC"] if words else code

    def shown(self, span: Span, text: str, size: float) -> list[str]:
        """Operators that show a span's text at the current text position."""
        font, document = face(span.face), self.canvas._doc
        return [
            f"{font.getSubsetInternalName(subset, document)} {size:g} Tf"
            f" ({self.canvas._escape(part)}) Tj"
            for subset, part in font.splitString(text, document)
        ]

    def rule(self, x: float, y: float, length: float, role: Role, weight: float) -> None:
        """A horizontal line."""
        self.canvas.operators(
            f"{rgb(role)} RG {weight:g} w {x:.2f} {y:.2f} m {x + length:.2f} {y:.2f} l S"
        )

    def upright(self, x: float, top: float, bottom: float, role: Role, weight: float) -> None:
        """A vertical line."""
        self.canvas.operators(
            f"{rgb(role)} RG {weight:g} w {x:.2f} {top:.2f} m {x:.2f} {bottom:.2f} l S"
        )

    def rectangle(
        self,
        box: tuple[float, float, float, float],
        edge: Role | None,
        ground: Role | None,
        weight: float,
        radius: float = 0.0,
    ) -> None:
        """A frame (x, y, width, height), round-cornered if `radius`, with edge and ground."""
        if edge is None and ground is None:
            return
        paint = "B" if edge and ground else "S" if edge else "f"
        head = f"{rgb(ground)} rg " if ground else ""
        head += f"{rgb(edge)} RG {weight:g} w " if edge else ""
        self.canvas.operators(f"{head}{rounded(box, radius)} {paint}")

    def disc(self, x: float, y: float, radius: float, edge: Role, ground: Role) -> None:
        """A circle round (x, y)."""
        box = (x - radius, y - radius, 2 * radius, 2 * radius)
        self.rectangle(box, edge, ground, 0.8, radius)


def rounded(box: tuple[float, float, float, float], radius: float, *, places: int = 2) -> str:
    """Path operators of a rectangle with round corners, numbers with so many decimal places."""
    x, y, width, height = box
    if radius <= 0:
        return f"{x:.{places}f} {y:.{places}f} {width:.{places}f} {height:.{places}f} re"
    r = min(radius, width / 2, height / 2)
    k = r * (1 - _KAPPA)
    right, top = x + width, y + height
    path: tuple[tuple[str, tuple[float, ...]], ...] = (
        ("m", (x + r, y)),
        ("l", (right - r, y)),
        ("c", (right - k, y, right, y + k, right, y + r)),
        ("l", (right, top - r)),
        ("c", (right, top - k, right - k, top, right - r, top)),
        ("l", (x + r, top)),
        ("c", (x + k, top, x, top - k, x, top - r)),
        ("l", (x, y + r)),
        ("c", (x, y + k, x + k, y, x + r, y)),
    )
    drawn = (
        " ".join((*(f"{number:.{places}f}" for number in numbers), operator))
        for operator, numbers in path
    )
    return " ".join((*drawn, "h"))


def baseline_below(top: float, style: TextStyle) -> float:
    """Where letters stand in a line whose pitch begins at `top`."""
    return top - (style.leading - style.size) / 2 - ASCENT * style.size - 0.05 * style.size


def _said(words: str) -> str:
    """Opens a sequence that is read out as these words."""
    return f"/Span <</ActualText <FEFF{words.encode('utf-16-be').hex().upper()}>>> BDC"
