"""The sheet that a patient fills in on paper before a visit; its numbers are for typing it in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from sdm_aid.documents.blocks import (
    Block,
    Direction,
    Document,
    FigureBlock,
    Heading,
    KeepTogether,
    MarkedItem,
    MarkedList,
    Newspaper,
    Paragraph,
    Run,
    Running,
    Table,
    TextRole,
    TextSize,
    WritingLines,
    text,
    text_cell,
)
from sdm_aid.documents.blocks import Cell as PaperCell
from sdm_aid.domain.library import DecisionContent
from sdm_aid.drawing.form_boxes import number_box, number_row, numbered_body
from sdm_aid.i18n import _, direction, formats
from sdm_aid.wording.body import view_name
from sdm_aid.wording.pre_visit import Numbered, SheetPart, helped, pre_visit_sheet

BLANK = "______________________________"
_BOX = 1.35
"""Height of a box in lines of its text."""
_ROW, _BODY, _CELL = 120.0, 105.0, 6.5
"""Width of a row of boxes, of the drawing and of a box in a table, in mm."""
LARGER = 1.42
"""How much wider they are in large print."""


def build_pre_visit(
    content: DecisionContent,
    program: str,
    made: date,
    clinic: str = "",
    size: TextSize = TextSize.STANDARD,
) -> Document:
    """The sheet as neutral blocks; it names nobody until somebody writes on it."""
    decision = content.decision
    blocks: list[Block] = [text(_opening(), TextRole.LEAD), who_and_when()]
    for part in pre_visit_sheet(content):
        blocks += _part(part, LARGER if size is TextSize.LARGE else 1.0)
    return Document(
        title=_("Before your visit"),
        language=content.ref.language,
        author=clinic or program,
        subject=content.words("question"),
        header_lines=tuple(line for line in (content.words("title"), clinic) if line),
        running=Running(
            (),
            (
                _("To fill in before the visit"),
                f"{decision.id} {decision.version}",
                formats.date_short(made),
                program,
            ),
            _("Page {page} of {pages}"),
        ),
        blocks=tuple(blocks),
        direction=Direction(direction()),
        text_size=size,
    )


def who_and_when() -> Block:
    """Lines for the name, the date of birth and the day."""
    return Newspaper(
        (
            text(_("Name: {line}").format(line=BLANK)),
            text(_("Born: {line}").format(line=BLANK)),
            text(_("Filled in on: {line}").format(line=BLANK[:12])),
        )
    )


def _opening() -> str:
    return _(
        "You can fill this in at home, alone or with someone. Leave blank what you like. "
        "Bring it with you: we look at it together."
    )


def _part(part: SheetPart, by: float) -> Iterator[Block]:
    make: Callable[[SheetPart, float], tuple[Block, ...]] = {
        "places": _places,
        "pain": _pain,
        "tried": _tried,
    }.get(part.kind, _picks)
    heading = _("{number}. {question}").format(number=part.number, question=part.question)
    hint = (text(part.hint, TextRole.SOFT),) if part.hint else ()
    yield KeepTogether((Heading(2, heading), *hint, *make(part, by)))
    if part.own:
        lines = {"questions": 6, "tried": 2}.get(part.kind, 1)
        yield KeepTogether((text(part.own, TextRole.CAPTION), WritingLines(lines)))


def _picks(part: SheetPart, _by: float) -> tuple[Block, ...]:
    return (Newspaper((boxed(part.answers),)),) if part.answers else ()


def boxed(answers: tuple[Numbered, ...]) -> MarkedList:
    """Answers, each beside a box that holds its number."""
    return MarkedList(
        tuple(
            MarkedItem((number_box(str(one.number)),), (Paragraph((Run(one.words),)),))
            for one in answers
        ),
        _BOX,
    )


def _places(part: SheetPart, by: float) -> tuple[Block, ...]:
    named = "; ".join(f"{one.number} {one.words}" for one in part.answers)
    alt = _("A body from the front and from the back. Places by number: {places}.")
    scene = numbered_body((view_name("front"), view_name("back")))
    note = _("Left and right are your own left and right. The small numbers are for the clinic.")
    return (
        FigureBlock(scene, _BODY * by, alt.format(places=named)),
        text(note, TextRole.CAPTION),
    )


def _pain(part: SheetPart, by: float) -> tuple[Block, ...]:
    found: list[Block] = []
    for one in part.answers:
        found.append(text(one.words, TextRole.STRONG))
        found.append(number_boxes(0, 10, one.words, by))
    return tuple(found)


def number_boxes(low: int, high: int, what: str, by: float = 1.0) -> FigureBlock:
    """A row of boxes, one for each number from ``low`` to ``high``."""
    numbers = tuple(formats.number(n) for n in range(low, high + 1))
    alt = _("{what}: boxes from {low} to {high}").format(
        what=what, low=numbers[0], high=numbers[-1]
    )
    return FigureBlock(number_row(numbers), min(_ROW * len(numbers) / 11, _ROW) * by, alt)


def _tried(part: SheetPart, by: float) -> tuple[Block, ...]:
    """A row for each thing that could be done, a box for each answer."""
    heads = tuple(words for _number, _id, words in helped())
    rows = tuple(
        (
            text_cell(_("{number}. {name}").format(number=one.number, name=one.words)),
            *(box_cell(number, f"{one.words}, {words}", by) for number, _id, words in helped()),
        )
        for one in part.answers
    )
    return (
        Table(
            (text_cell(_("What it was")), *(text_cell(words) for words in heads)),
            rows,
            widths=(0.46, 0.18, 0.18, 0.18),
            caption=part.question,
        ),
    )


def box_cell(number: int, what: str, by: float = 1.0) -> PaperCell:
    """A cell that holds one box."""
    alt = _("Box {number}: {what}").format(number=number, what=what)
    return PaperCell((FigureBlock(number_box(formats.number(number)), _CELL * by, alt),))
