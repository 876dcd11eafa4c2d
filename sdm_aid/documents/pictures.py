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
    OptionTitle,
    Paragraph,
    Run,
    TextRole,
)
from sdm_aid.documents.comparison_blocks import figure_line
from sdm_aid.documents.paper import PaperInput
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.pairing import Panel, Picture, picture
from sdm_aid.drawing.icon_array import icon_array
from sdm_aid.i18n import _, direction
from sdm_aid.wording.cells import cell_words, different_studies
from sdm_aid.wording.figure import FigureWords, describe
from sdm_aid.wording.legend import legend

MOST_PICTURES = 2
ARRAY_MM = 34.0


def natural_course(paper: PaperInput) -> tuple[Block, ...]:
    """What tends to happen with nothing new: every figure of the content, each on a line."""
    content = paper.content
    if not content.decision.natural_course:
        return ()
    lines = [
        figure_line(describe(content, name), own_time=True)
        for name in content.decision.natural_course
        if content.estimates[name].display == "patient"
    ]
    return (Heading(2, _("What tends to happen if we do nothing new?")), *lines)


def pictures(paper: PaperInput) -> tuple[Block, ...]:
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
            found += _pair(content, picture(content, row, left, right))
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


def _pair(content: DecisionContent, pair: Picture) -> tuple[Block, ...]:
    question = content.words(f"rows.{pair.row}.question")
    note: tuple[Block, ...] = ()
    if not pair.together:
        band = different_studies(content, content.decision.row(pair.row))
        plain = _("These numbers come from different studies. They can't be lined up.")
        note = (Paragraph((Run(band or plain),), TextRole.SOFT),)
    halves = [_half(content, panel, pair) for panel in (pair.left, pair.right)]
    return (KeepTogether((Heading(2, question), Columns((halves[0],), (halves[1],)), *note)),)


def _half(content: DecisionContent, panel: Panel, pair: Picture) -> Block:
    letter = panel.cell.option
    treatment = content.decision.option(letter).treatment
    title = OptionTitle(letter, content.words(f"treatments.{treatment}.name"), 3)
    source = next(cell for cell in content.decision.row(pair.row).cells if cell.option == letter)
    words = cell_words(content, source, denominator=pair.denominator)
    if words.figure is None:
        lines = (Paragraph((Run(words.label, strong=True),)), _small(words.text or words.meaning))
        return Box(BoxRole.CARD, (title, *lines))
    said = _figure_words(content, words.figure, panel)
    drawn = _drawn(panel, words.figure)
    body: tuple[Block, ...] = said if drawn is None else (Columns((drawn,), said, 0.42),)
    return Box(BoxRole.CARD, (title, *body))


def _drawn(panel: Panel, words: FigureWords) -> FigureBlock | None:
    total = panel.cell.denominator
    if panel.counts is None or total is None or panel.hidden_first:
        return None
    scene = icon_array(panel.counts, total, rtl=direction() == "rtl", alt=words.alt)
    return FigureBlock(scene, ARRAY_MM, words.alt)


def _figure_words(content: DecisionContent, words: FigureWords, panel: Panel) -> tuple[Block, ...]:
    blocks: list[Block] = [Paragraph((Run(words.headline, strong=True),), TextRole.LEAD)]
    if words.known:
        blocks.append(_small(words.outcome + ". " + words.complement))
    estimate = panel.cell.estimate
    if panel.counts is not None and estimate is not None:
        split = panel.kind == "paired_arrays" and panel.cell.arm == "treated"
        lines = legend(content, estimate, panel.counts, split=split)
        blocks += [_small(line.words) for line in lines]
    if words.comparator:
        blocks.append(Chip(words.comparator))
    parts = (words.range, words.horizon, words.certainty.words, words.blinding, words.acute)
    blocks.append(_small("; ".join(part for part in parts if part) + "."))
    return tuple(blocks)


def _small(words: str) -> Paragraph:
    return Paragraph((Run(words),), TextRole.SMALL)
