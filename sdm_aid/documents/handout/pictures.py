"""The pictures looked at, on paper: the screen's own drawings, two options beside each other."""

from __future__ import annotations

from sdm_aid.documents.blocks import (
    Block,
    Box,
    BoxRole,
    Chip,
    Columns,
    FigureBlock,
    Heading,
    KeepTogether,
    MarkedItem,
    MarkedList,
    OptionTitle,
    Paragraph,
    Run,
    TextRole,
    TextSize,
)
from sdm_aid.documents.figure_lines import (
    SourceNumbers,
    how_sure,
    source_runs,
)
from sdm_aid.documents.paper import PaperInput
from sdm_aid.domain.comparison import TableRow, table_row
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.pairing import Panel, Picture, pair_for, picture
from sdm_aid.drawing.person import person_scene
from sdm_aid.i18n import _, direction
from sdm_aid.wording.cells import CellWords, cell_words, different_studies
from sdm_aid.wording.figure import FigureWords
from sdm_aid.wording.legend import legend
from sdm_aid.wording.scenes import PEOPLE, THOUSAND, panel_scene
from sdm_aid.wording.sentence import paragraph, sentence

MOST_PICTURES = 3
ARRAY_MM, ARRAY_LARGE_MM = 29.0, 60.0
"""Width of an array: beside its legend in half the page, or in the whole."""
RULER_MM = 172.0
"""Width of a ruler, which has the whole page, so that its words are as large as the others."""
RULER, RULER_LARGE = 510.0, 338.0
"""Width of a ruler in units of its scene, in which its smallest words measure 12.5."""
ARRAY_SHARE = 0.42


def pictures(
    paper: PaperInput, numbers: SourceNumbers, size: TextSize = TextSize.STANDARD
) -> tuple[Block, ...]:
    """The rows whose picture was opened, the first few; none opened: the first that can be drawn.

    What is not drawn here stands in words further down, with everything else that was shown.
    """
    content = paper.content
    opened = [
        (seen.row, pair_for(_whole_row(content, seen.row), seen.option))
        for seen in paper.state.seen
        if seen.view == "picture" and _is_number(content, seen.row)
    ]
    opened = [(row, pair) for row, pair in opened if _holds_something(content, row, pair)]
    found: list[Block] = []
    pairs: dict[str, tuple[str, str]] = {}
    for row, pair in opened or _drawable(content)[:1]:
        pairs.setdefault(row, pair)
    for row, (left, right) in list(pairs.items())[:MOST_PICTURES]:
        found += _pair(content, picture(content, row, left, right), numbers, size)
    return tuple(found)


def _holds_something(content: DecisionContent, row: str, pair: tuple[str, str]) -> bool:
    """Whether one half at least has a finding; two that have none stand in words further down."""
    cells = content.decision.row(row).cells
    return any(cell.estimates for cell in cells if cell.option in pair)


def _whole_row(content: DecisionContent, row: str) -> TableRow:
    letters = [option.letter for option in content.decision.options]
    return table_row(content, content.decision.row(row), letters)


def _is_number(content: DecisionContent, row: str) -> bool:
    return any(each.id == row and each.kind == "number" for each in content.decision.rows)


def _drawable(content: DecisionContent) -> list[tuple[str, tuple[str, str]]]:
    """Rows in which A and another hold arrays of one body of evidence, with that pair."""
    found = []
    for row in content.decision.rows:
        if row.kind != "number":
            continue
        for cell in row.cells[1:]:
            pair = picture(content, row.id, "A", cell.option)
            if pair.together and pair.right.counts and pair.left.counts:
                found.append((row.id, ("A", cell.option)))
                break
    return found


def _pair(
    content: DecisionContent, pair: Picture, numbers: SourceNumbers, size: TextSize
) -> tuple[Block, ...]:
    question = content.words(f"rows.{pair.row}.question")
    both = (pair.left, pair.right)
    halves = [_half(content, panel, pair, numbers, size) for panel in both]
    notes = [_soft(_apart_words(content, pair))]
    pretend = dict.fromkeys(line for _half_, line in halves if line)
    notes += [_soft(line) for line in pretend]
    below = tuple(note for note in notes if note.runs[0].text)
    if size is TextSize.LARGE or any(panel.kind.startswith("ruler") for panel in both):
        first, second = (card for card, _line in halves)
        return (KeepTogether((Heading(2, question), first)), KeepTogether((second, *below)))
    columns = Columns((halves[0][0],), (halves[1][0],))
    return (KeepTogether((Heading(2, question), columns, *below)),)


def _apart_words(content: DecisionContent, pair: Picture) -> str:
    if pair.apart == "studies":
        return different_studies(content, content.decision.row(pair.row))
    if pair.apart == "time":
        return _("These numbers hold for different times. They can't be lined up.")
    return ""


def _half(
    content: DecisionContent, panel: Panel, pair: Picture, numbers: SourceNumbers, size: TextSize
) -> tuple[Block, str]:
    """One option's card, and its line about a pretend treatment."""
    letter = panel.cell.option
    treatment = content.decision.option(letter).treatment
    name = content.words(f"treatments.{treatment}.name")
    title = OptionTitle(letter, name, 3)
    source = next(cell for cell in content.decision.row(pair.row).cells if cell.option == letter)
    words = cell_words(content, source, denominator=pair.denominator)
    if words.figure is None:
        label = Paragraph((Run(words.label, strong=True),))
        return Box(BoxRole.CARD, (title, label, _detail(words.text or words.meaning))), ""
    named = _("{letter}, {name}").format(letter=letter, name=name)
    alt = paragraph(named, words.alt)
    lead = [Paragraph((Run(sentence(words.figure.headline), strong=True),), TextRole.LEAD)]
    if panel.cell.has_number and words.figure.known:
        lead = _lead(words.figure)
    below = _below(content, panel, words, numbers)
    drawn = _drawn(content, panel, alt, size)
    if drawn is None:
        body: tuple[Block, ...] = (*lead, *below)
    elif panel.counts is None:
        body = (*lead, drawn, *below)
    else:
        beside: tuple[Block, ...] = (*lead, _legend(content, panel))
        body = (Columns((drawn,), beside, ARRAY_SHARE), *below)
    return Box(BoxRole.CARD, (title, *body)), words.figure.blinding


def _drawn(content: DecisionContent, panel: Panel, alt: str, size: TextSize) -> FigureBlock | None:
    """The screen's picture; none where evidence is too weak to lead with one, or allows none."""
    large = size is TextSize.LARGE
    scene = panel_scene(
        content,
        panel,
        alt,
        as_bars=False,
        show_range=True,
        rtl=direction() == "rtl",
        ruler=RULER_LARGE if large else RULER,
    )
    if scene is None or panel.hidden_first:
        return None
    if panel.counts is None:
        return FigureBlock(scene, RULER_MM, alt)
    # a bracket at its side makes the scene wider: people stay as large as in the other array
    people = PEOPLE if panel.counts.total == 100 else THOUSAND
    array = ARRAY_LARGE_MM if large else ARRAY_MM
    return FigureBlock(scene, array * scene.width / people, alt)


def _lead(figure: FigureWords) -> list[Paragraph]:
    number = Run(sentence(figure.headline).removesuffix("."), strong=True)
    timed = _("{outcome}, {when}").format(outcome=figure.outcome, when=figure.horizon)
    return [Paragraph((number,), TextRole.LEAD), Paragraph((Run(timed + "."),))]


def _legend(content: DecisionContent, panel: Panel) -> MarkedList:
    """What the people stand for, each beside one of them."""
    estimate, counts = panel.cell.estimate, panel.counts
    assert estimate is not None
    assert counts is not None
    split = panel.kind == "paired_arrays" and panel.cell.arm == "treated"
    return MarkedList(
        tuple(
            MarkedItem((person_scene(line.state, 19.0),), (Paragraph((Run(line.words),)),))
            for line in legend(content, estimate, counts, split=split)
        ),
        0.95,
    )


def _below(
    content: DecisionContent, panel: Panel, words: CellWords, numbers: SourceNumbers
) -> tuple[Block, ...]:
    """What it was compared with, how sure anyone is, the range, and further findings."""
    figure = words.figure
    assert figure is not None
    blocks: list[Block] = [Chip(figure.comparator)] if figure.comparator else []
    blocks += [Chip(words) for words in (figure.acute, figure.differs) if words]
    other = "" if panel.counts is not None else sentence(figure.other)  # else the legend says it
    sure = (sentence(figure.range), sentence(how_sure(figure)))
    told = (other, *sure, *map(sentence, figure.notes), words.text)
    runs = (Run(" ".join(part for part in told if part)),)
    blocks.append(Paragraph((*runs, *source_runs(content, figure.estimate, numbers))))
    return tuple(blocks)


def _detail(words: str) -> Paragraph:
    return Paragraph((Run(words),), TextRole.DETAIL)


def _soft(words: str) -> Paragraph:
    return Paragraph((Run(words, soft=True),), TextRole.DETAIL)
