"""The pictures looked at, on paper: the screen's own drawings, two options beside each other."""

from __future__ import annotations

from sdm_aid.documents.blocks import (
    Block,
    Box,
    BoxRole,
    BulletList,
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
)
from sdm_aid.documents.figure_lines import (
    SourceNumbers,
    figure_runs,
    how_sure,
    in_common,
    source_mark,
)
from sdm_aid.documents.paper import PaperInput
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.pairing import Panel, Picture, picture
from sdm_aid.drawing.person import person_scene
from sdm_aid.i18n import _, direction
from sdm_aid.wording.cells import CellWords, cell_words, different_studies
from sdm_aid.wording.figure import FigureWords, describe
from sdm_aid.wording.legend import legend
from sdm_aid.wording.scenes import panel_scene
from sdm_aid.wording.sentence import paragraph, sentence

MOST_PICTURES = 2
ARRAY_MM, RULER_MM = 29.0, 74.0
ARRAY_SHARE = 0.42


def natural_course(paper: PaperInput, numbers: SourceNumbers) -> tuple[Block, ...]:
    """What tends to happen with nothing new: every figure of the content, each on a line."""
    content = paper.content
    if not content.decision.natural_course:
        return ()
    figures = [
        describe(content, name)
        for name in content.decision.natural_course
        if content.estimates[name].display == "patient"
    ]
    shared = in_common(figures)
    points = []
    for figure in figures:
        people = Run(" " + sentence(figure.people), soft=True)
        points.append((*figure_runs(content, figure, shared, numbers), people))
    about = [_soft(sentence("; ".join(shared.words())))] if shared.words() else []
    title = Heading(2, _("What tends to happen if we do nothing new?"))
    return (title, *about, BulletList(tuple(points)))


def pictures(paper: PaperInput, numbers: SourceNumbers) -> tuple[Block, ...]:
    """The rows whose picture was opened, at most two; none opened: the first that can be drawn."""
    content, state = paper.content, paper.state
    wanted = [
        (seen.row, seen.option)
        for seen in state.seen
        if seen.view == "picture" and _is_number(content, seen.row)
    ]
    pairs: dict[str, tuple[str, str]] = {}
    for row, option in [*wanted, *_drawable(content)]:
        if len(pairs) < MOST_PICTURES and (wanted or not pairs):
            pairs.setdefault(row, ("A", option if option != "A" else _other(content, row)))
    found: list[Block] = []
    for row, (left, right) in pairs.items():
        if row in {seen for seen, _option in wanted} or not wanted:
            found += _pair(content, picture(content, row, left, right), numbers)
    return tuple(found)


def _is_number(content: DecisionContent, row: str) -> bool:
    return any(each.id == row and each.kind == "number" for each in content.decision.rows)


def _drawable(content: DecisionContent) -> list[tuple[str, str]]:
    found = []
    for row in content.decision.rows:
        if row.kind != "number":
            continue
        for cell in row.cells[1:]:
            pair = picture(content, row.id, "A", cell.option)
            if pair.together and pair.right.counts and pair.left.counts:
                found.append((row.id, cell.option))
                break
    return found


def _other(content: DecisionContent, row: str) -> str:
    cells = content.decision.row(row).cells[1:]
    counted = [cell.option for cell in cells if cell.state == "estimate"]
    return counted[0] if counted else cells[0].option


def _pair(content: DecisionContent, pair: Picture, numbers: SourceNumbers) -> tuple[Block, ...]:
    question = content.words(f"rows.{pair.row}.question")
    halves = [_half(content, panel, pair, numbers) for panel in (pair.left, pair.right)]
    notes = [_soft(_apart_words(content, pair))]
    pretend = dict.fromkeys(line for _half_, line in halves if line)
    notes += [_soft(line) for line in pretend]
    columns = Columns((halves[0][0],), (halves[1][0],))
    below = tuple(note for note in notes if note.runs[0].text)
    return (KeepTogether((Heading(2, question), columns, *below)),)


def _apart_words(content: DecisionContent, pair: Picture) -> str:
    if pair.apart == "studies":
        return different_studies(content, content.decision.row(pair.row))
    if pair.apart == "time":
        return _("These numbers hold for different times. They can't be lined up.")
    return ""


def _half(
    content: DecisionContent, panel: Panel, pair: Picture, numbers: SourceNumbers
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
    scene = None
    if not panel.hidden_first:
        rtl = direction() == "rtl"
        scene = panel_scene(content, panel, alt, as_bars=False, show_range=True, rtl=rtl)
    if scene is None:
        return Box(BoxRole.CARD, (title, *lead, *below)), words.figure.blinding
    if panel.counts is None:
        ruler = FigureBlock(scene, RULER_MM, alt)
        return Box(BoxRole.CARD, (title, *lead, ruler, *below)), words.figure.blinding
    shown = FigureBlock(scene, ARRAY_MM, alt)
    beside: tuple[Block, ...] = (*lead, _legend(content, panel))
    body = (Columns((shown,), beside, ARRAY_SHARE), *below)
    return Box(BoxRole.CARD, (title, *body)), words.figure.blinding


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
    mark = source_mark(content, figure.estimate, numbers)
    sure = f"{sentence(how_sure(figure))} {mark}".strip()
    other = "" if panel.counts is not None else sentence(figure.other)  # else the legend says it
    parts = (other, sentence(figure.range), sure, *map(sentence, figure.notes), words.text)
    blocks.append(_detail(" ".join(part for part in parts if part)))
    return tuple(blocks)


def _detail(words: str) -> Paragraph:
    return Paragraph((Run(words),), TextRole.DETAIL)


def _soft(words: str) -> Paragraph:
    return Paragraph((Run(words, soft=True),), TextRole.DETAIL)
