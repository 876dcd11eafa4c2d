"""The neutral description of a paper: what a plan or handout says, not how a page is drawn.

Frozen plain dataclasses, so that a document can be compared and handed to another thread. All
words arrive already translated and all numbers already formatted; the renderer adds nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdm_aid.documents.marks import SEAL_FIELD
from sdm_aid.documents.roles import BoxRole as BoxRole
from sdm_aid.documents.roles import Direction as Direction
from sdm_aid.documents.roles import PageSize as PageSize
from sdm_aid.documents.roles import TextRole as TextRole
from sdm_aid.documents.roles import TextSize as TextSize
from sdm_aid.documents.signature_blocks import SignatureLine as SignatureLine
from sdm_aid.documents.signature_blocks import Signatures as Signatures
from sdm_aid.documents.signature_blocks import Stroke as Stroke
from sdm_aid.documents.text_blocks import Chip as Chip
from sdm_aid.documents.text_blocks import Heading as Heading
from sdm_aid.documents.text_blocks import Link as Link
from sdm_aid.documents.text_blocks import OptionTitle as OptionTitle
from sdm_aid.documents.text_blocks import Paragraph as Paragraph
from sdm_aid.documents.text_blocks import Run as Run

if TYPE_CHECKING:
    from sdm_aid.drawing.scene import Scene


@dataclass(frozen=True, slots=True)
class BulletList:
    """Points of equal rank."""

    items: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, slots=True)
class MarkedItem:
    """What stands beside one or more small drawings, for example the discs of letters."""

    marks: tuple[Scene, ...]
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class MarkedList:
    """Marks at the start side, words beside them, without rules; all words begin at one place.

    `height`: of the marks, in lines of the text.
    """

    items: tuple[MarkedItem, ...]
    height: float = 1.0


@dataclass(frozen=True, slots=True)
class Newspaper:
    """Blocks that flow through two equal columns a page (one in large print).

    `dense`: set in the smallest size that paper may have.
    """

    blocks: tuple[Block, ...]
    dense: bool = False


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One step: what, who does it, by when (empty text where not agreed)."""

    text: str
    who: str = ""
    when: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Checklist:
    """Steps with a box to tick.

    `columns`: heads for what, who and when.  `done_word`: said for a box that is ticked.
    """

    rows: tuple[CheckRow, ...]
    columns: tuple[str, str, str]
    done_word: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A frame round other blocks; splits over pages when it must."""

    role: BoxRole
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Two stacks side by side, the first at the start side; `share` is its width, 0 to 1."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    share: float = 0.5


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell: blocks, or use `text_cell`."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row (repeated on each page) and, if `row_head`, a head cell a row.

    `widths`: fractions of the full width, one a column, summing to 1; empty means equal columns.
    `caption`: spoken description, not printed.  `dense`: set in the smallest size that paper may
    have.  `head_above`: a row's head stands over its other cells, which share the whole width
    (`widths` without the first column); in large print every row is then a block of its own.
    """

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    row_head: bool = True
    widths: tuple[float, ...] = ()
    caption: str = ""
    dense: bool = False
    head_above: bool = False


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """A drawing, `width_mm` wide (or less, to fit), and the words that stand for it.

    Raises `ValueError` if the scene says something else of itself: on the screen that is its name.
    """

    scene: Scene
    width_mm: float
    alt: str

    def __post_init__(self) -> None:
        if self.scene.alt not in ("", self.alt):
            raise ValueError(f"two texts for one figure: {self.alt!r} and {self.scene.alt!r}")


@dataclass(frozen=True, slots=True)
class KeyValues:
    """Label and value pairs, label at the start side."""

    rows: tuple[tuple[str, tuple[Run, ...]], ...]
    share: float = 0.32


@dataclass(frozen=True, slots=True)
class SealField:
    """Where a certificate signs: an empty signature field over this text, or over nothing.

    `tooltip`: what a screen reader says for the field.  `name`: SEAL_FIELD or APPROVAL_FIELD, each
    at most once in a document.  A field may stay unsigned, so the words must not promise that
    anybody signs in it.
    """

    runs: tuple[Run, ...]
    tooltip: str
    name: str = SEAL_FIELD


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Ruled lines for handwriting on paper."""

    count: int


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Spacer:
    """Empty height in points."""

    points: float


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that stay on one page if one page can hold them."""

    blocks: tuple[Block, ...]


Block = (
    Heading
    | OptionTitle
    | Paragraph
    | Chip
    | BulletList
    | MarkedList
    | Newspaper
    | Checklist
    | Box
    | Columns
    | Table
    | FigureBlock
    | KeyValues
    | Signatures
    | SealField
    | WritingLines
    | PageBreak
    | Spacer
    | KeepTogether
)


@dataclass(frozen=True, slots=True)
class Running:
    """What stands on every page.

    `identifiers`: what tells this patient from every other, or none for a paper that belongs to
    nobody.  `footer`: pieces joined by a middle dot.  `page_label`: with {page} and {pages}.
    """

    identifiers: tuple[str, ...]
    footer: tuple[str, ...]
    page_label: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper.  `header_lines` stand at the end side of the title on page 1.

    `most_pages`: pages it should take; where it takes more and that helps, its text is set smaller,
    never below what is legible, and then `close`, the same content in forms that take less room,
    stands for `blocks` (0: as many as it takes; empty: no such forms).
    """

    title: str
    language: str
    author: str
    subject: str
    header_lines: tuple[str, ...]
    running: Running
    blocks: tuple[Block, ...]
    direction: Direction = Direction.LTR
    page_size: PageSize = PageSize.A4
    text_size: TextSize = TextSize.STANDARD
    most_pages: int = 0
    close: tuple[Block, ...] = ()


def text(words: str, role: TextRole = TextRole.BODY, *, isolated: bool = False) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph((Run(words, isolated=isolated),), role)


def text_cell(words: str, role: TextRole = TextRole.BODY, *, isolated: bool = False) -> Cell:
    """A table cell that holds one paragraph."""
    return Cell((text(words, role, isolated=isolated),))


def bullets(items: Sequence[str]) -> BulletList:
    """A bullet list of plain texts."""
    return BulletList(tuple((Run(item),) for item in items))
