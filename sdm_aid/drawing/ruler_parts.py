"""What rulers are drawn from: the scale, its marks, their words, and brackets under it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from sdm_aid.design.tokens import Role
from sdm_aid.drawing.bracket import text_width
from sdm_aid.drawing.scene import Anchor, Circle, Command, Path, Scene, Shape, TextRun

TEXT = 14.0
SMALL = 12.5
MARGIN = 16.0


def whole(value: float) -> str:
    """Write a figure of the scale without decimals."""
    return f"{value:g}"


@dataclass(frozen=True, slots=True)
class RulerWords:
    """What stands at the ruler; the caller words and formats all of it.

    ``low`` and ``high`` name the ends, ``first`` and ``second`` the marks (control and treated,
    or start and later), ``gap`` the difference, ``smallest`` the smallest change people notice,
    ``none`` the place of no difference.
    """

    low: str = ""
    high: str = ""
    first: str = ""
    second: str = ""
    gap: str = ""
    smallest: str = ""
    none: str = ""
    number: Callable[[float], str] = whole


@dataclass(slots=True)
class Board:
    """Collects shapes and knows where a value lies."""

    width: float
    low: float
    high: float
    rtl: bool
    y: float = 0.0
    shapes: list[Shape] = field(default_factory=list)

    def x(self, value: float) -> float:
        """Horizontal place of a value; the scale runs in reading direction."""
        share = (value - self.low) / (self.high - self.low)
        run = self.width - 2 * MARGIN
        return MARGIN + run * (1 - share if self.rtl else share)

    def line(self, *commands: Command, role: Role = "text", width: float = 1.6) -> None:
        """Draw a line."""
        self.shapes.append(Path(commands, line=role, line_width=width))

    def words(
        self, x: float, text: str, size: float = TEXT, role: Role = "text", bold: bool = False
    ) -> None:
        """Write centred on ``x`` at the current height, pushed inside the ruler's width."""
        if not text:
            return
        half = text_width(text, size) / 2
        anchor: Anchor = "middle"
        if x - half < 0:
            x, anchor = 2.0, "start"
        elif x + half > self.width:
            x, anchor = self.width - 2.0, "end"
        self.shapes.append(TextRun(x, self.y, text, size, role, anchor, bold))

    def scene(self, alt: str) -> Scene:
        """The finished picture."""
        return Scene(self.width, self.y, tuple(self.shapes), alt=alt)


def draw_labels(board: Board, first: float, second: float, words: RulerWords) -> None:
    """Write the two labels over their marks, on two heights where they would touch."""
    a, b = board.x(first), board.x(second)
    room = (text_width(words.first, TEXT) + text_width(words.second, TEXT)) / 2 + 16
    board.y = 18.0
    board.words(a, words.first)
    if abs(a - b) >= room:
        board.words(b, words.second, bold=True)
        return
    stem = board.y + 6
    board.y += 22.0
    board.line(("M", a, stem), ("L", a, board.y + 20), role="line_control", width=1.0)
    half = text_width(words.second, TEXT) / 2
    if b <= a:  # ends before the stem, or it would be struck through
        end = max(min(a - 9, b + half), min(2 * half, a - 9))
        board.shapes.append(TextRun(end, board.y, words.second, TEXT, "text", "end", bold=True))
    else:
        start = min(max(a + 9, b - half), max(board.width - 2 * half, a + 9))
        board.shapes.append(TextRun(start, board.y, words.second, TEXT, "text", "start", bold=True))


def draw_axis(board: Board, words: RulerWords, shown: Callable[[float], float]) -> float:
    """Draw the scale with its figures under the current height; return the axis' height."""
    axis = board.y + 24.0
    board.line(
        ("M", board.x(board.low), axis),
        ("L", board.x(board.high), axis),
        role="line_control",
        width=2.0,
    )
    reach = board.high - board.low
    step = reach / 10 if board.low >= 0 else (5.0 if reach <= 60 else 10.0)
    board.y = axis + 28.0
    for index in range(round(reach / step) + 1):
        value = board.low + index * step
        long = round(value / step) % 2 == 0
        x = board.x(value)
        tick: tuple[Command, Command] = (("M", x, axis), ("L", x, axis + (9 if long else 5)))
        board.line(*tick, role="line_control", width=1.4 if long else 1.0)
        if long:
            board.words(x, words.number(shown(value)), SMALL, "text_soft")
    return axis


def draw_ends(board: Board, words: RulerWords) -> None:
    """Write what the ends of the scale mean, under them."""
    if not words.low and not words.high:
        return
    board.y += 19.0
    left, right = (words.high, words.low) if board.rtl else (words.low, words.high)
    board.shapes.append(TextRun(2.0, board.y, left, SMALL, "text_soft", "start"))
    board.shapes.append(TextRun(board.width - 2.0, board.y, right, SMALL, "text_soft", "end"))


def draw_mark(board: Board, value: float, axis: float, *, filled: bool) -> None:
    fill: Role = "icon_added" if filled else "surface"
    line: Role = "surface" if filled else "text"
    x = board.x(value)
    board.shapes.append(Circle(x, axis, 8.5, fill="surface"))
    board.shapes.append(Circle(x, axis, 7.0, fill=fill, line=line, line_width=2.2))


def draw_span(board: Board, start: float, end: float, label: str, role: Role) -> None:
    """Draw a bracket under the scale with its words beside it."""
    left, right = sorted((board.x(start), board.x(end)))
    board.y += 26.0
    middle = board.y - TEXT * 0.36
    board.line(
        ("M", left, middle - 6),
        ("L", left, middle + 6),
        ("M", left, middle),
        ("L", right, middle),
        ("M", right, middle - 6),
        ("L", right, middle + 6),
        role=role,
        width=2.0,
    )
    room = text_width(label, SMALL) + 12
    after = right + room <= board.width
    before = left - room >= 0
    if after and not (board.rtl and before):
        board.shapes.append(TextRun(right + 10, board.y, label, SMALL, "text", "start"))
    elif before:
        board.shapes.append(TextRun(left - 10, board.y, label, SMALL, "text", "end"))
    else:
        board.y += 20.0
        board.words((left + right) / 2, label, SMALL)
