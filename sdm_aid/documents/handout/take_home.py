"""The empty handout of a decision: to take home and think, before anybody has said anything.

It belongs to nobody: no name and no number of a patient, and nothing that a visit has said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sdm_aid.documents.blocks import (
    Block,
    Cell,
    Direction,
    Document,
    Heading,
    KeepTogether,
    PageSize,
    Paragraph,
    Run,
    Spacer,
    Table,
    TextRole,
    TextSize,
    WritingLines,
    text,
    text_cell,
)
from sdm_aid.documents.handout.body import looked_at
from sdm_aid.documents.handout.closing import made_by
from sdm_aid.documents.handout.findings import more_findings
from sdm_aid.documents.handout.opening import (
    get_help_early,
    going_on,
    past_its_day,
    things_we_could_do,
)
from sdm_aid.documents.handout.sources import Sources, source_list
from sdm_aid.documents.paper import PaperInput, option_name, running
from sdm_aid.documents.pre_visit import LARGER, number_boxes
from sdm_aid.domain.comparison import comparison
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.governance import SignOff
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.room import Clinic
from sdm_aid.i18n import _, direction, formats
from sdm_aid.wording.facts import say
from sdm_aid.wording.pre_visit import SheetPart, pre_visit_sheet

NOBODY = "0" * 32
"""The visit number of a paper that comes from no visit; it is printed nowhere."""
_LINES = 2
_QUESTIONS = 6
_ROOM = 30.0
"""Points of free height in a cell to write in."""


@dataclass(frozen=True, slots=True)
class TakeHome:
    """What an empty handout is made from; ``now``: aware.

    ``clinic``: its name and the numbers to call; ``sign_off``: who stands behind this content, if
    anybody does.
    """

    content: DecisionContent
    now: datetime
    program: str
    clinic: Clinic
    sign_off: SignOff | None = None
    self_check: str = ""


def build_take_home(
    wanted: TakeHome, size: TextSize = TextSize.STANDARD, page: PageSize = PageSize.A4
) -> Document:
    """The empty handout as neutral blocks; ``size``: standard or large print."""
    content = wanted.content
    nobody = Consultation(
        visit_id=NOBODY,
        content=content.ref,
        sign_off=wanted.sign_off,
        started=wanted.now,
        clinic=wanted.clinic,
    )
    paper = PaperInput(content, nobody, wanted.now, wanted.program, wanted.self_check)
    made = formats.date_long(wanted.now.date())
    return Document(
        title=content.words("title"),
        language=content.ref.language,
        author=wanted.clinic.name or wanted.program,
        subject=content.words("question"),
        header_lines=tuple(line for line in (wanted.clinic.name, made) if line),
        running=running(paper, _("To take home and think")),
        blocks=tuple(_blocks(paper, size)),
        direction=Direction(direction()),
        page_size=page,
        text_size=size,
    )


def _blocks(paper: PaperInput, size: TextSize) -> Iterator[Block]:
    content = paper.content
    table = comparison(content, paper.state)
    sources = Sources(content, table)
    yield text(_opening(), TextRole.LEAD)
    yield text(_("Nothing is decided yet. Write on it what you like, and bring it with you."))
    yield from past_its_day(paper)
    yield from get_help_early(paper, size)
    yield from going_on(paper)
    yield from things_we_could_do(paper, table)
    if table.standby:
        yield text(_those_in_short())
    yield from looked_at(paper, table, sources, size)
    yield from _to_write_on(content, LARGER if size is TextSize.LARGE else 1.0)
    yield from more_findings(content, table, sources.numbers)
    yield from made_by(paper)
    yield from source_list(sources, visit=False)


def _opening() -> str:
    return _(
        "This paper is for you to take home and think. There is more than one good way forward. "
        "Doing nothing new for now is one of them."
    )


def _those_in_short() -> str:
    return _(
        "Only so many fit side by side. Those that stand here in short are not less good: "
        "ask us, and we look at them in the same way."
    )


def _to_write_on(content: DecisionContent, by: float) -> Iterator[Block]:
    """Own words, scores, what speaks for and against each, and questions."""
    parts = {part.kind: part for part in pre_visit_sheet(content)}
    goals, pain, asked = parts["goals"], parts["pain"], parts["questions"]
    yield Heading(2, _("My own words and scores"))
    yield KeepTogether((Heading(3, goals.question), WritingLines(_LINES)))
    hint = _("0 is no pain, 10 the worst you can imagine. Put a cross in one box of each row.")
    yield KeepTogether((Heading(3, pain.question), text(hint, TextRole.SOFT), *_boxes(pain, by)))
    yield from _matters(content, parts["matters"], by)
    yield from _for_and_against(content)
    yield KeepTogether((Heading(3, asked.question), WritingLines(_QUESTIONS)))


def _boxes(part: SheetPart, by: float) -> Iterator[Block]:
    for one in part.answers:
        yield text(one.words, TextRole.STRONG)
        yield number_boxes(0, 10, one.words, by)


def _matters(content: DecisionContent, part: SheetPart, by: float) -> Iterator[Block]:
    """How much each of the rows matters; a row for something of one's own."""
    hint = _("0 is not at all, 10 is as much as can be.")
    rows: list[Block] = []
    for one in part.answers:
        swing = Run(" " + say(content, f"values.{one.id}.swing"), soft=True)
        row = (Paragraph((Run(one.words, strong=True), swing)), number_boxes(0, 10, one.words, by))
        rows.append(KeepTogether(row))
    yield KeepTogether((Heading(3, _("How much does it matter to me?")), text(hint, TextRole.SOFT)))
    yield from rows
    yield KeepTogether((text(part.own, TextRole.CAPTION), WritingLines(1)))


def _for_and_against(content: DecisionContent) -> Iterator[Block]:
    """Room to write, the same for each thing we could do."""
    room = Cell((Spacer(_ROOM),))
    letters = [option.letter for option in content.decision.options]
    rows = tuple((text_cell(option_name(content, letter)), room, room) for letter in letters)
    heads = (_("The things we could do"), _("What I like about it"), _("What I do not like"))
    header = tuple(text_cell(words) for words in heads)
    yield Heading(3, _("What do I think of each?"))
    yield Table(header, rows, widths=(0.3, 0.35, 0.35), caption=_("What do I think of each?"))
