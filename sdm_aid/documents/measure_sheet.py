"""A questionnaire on paper: the published words to the letter, boxes with points, its source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sdm_aid.documents.blocks import (
    Block,
    Direction,
    Document,
    KeepTogether,
    MarkedItem,
    MarkedList,
    Paragraph,
    Run,
    Running,
    Table,
    TextRole,
    TextSize,
    text,
    text_cell,
)
from sdm_aid.documents.pre_visit import LARGER, box_cell, number_boxes, who_and_when
from sdm_aid.domain.measure import Choice, Item, Measure
from sdm_aid.drawing.form_boxes import number_box
from sdm_aid.i18n import _, direction, formats

WIDEST = 5
"""So many answers stand side by side; more stand below each other."""
_QUESTION = 0.4
"""Share of a table's width that its questions have."""


def build_measure_sheet(
    measure: Measure,
    language: str,
    program: str,
    made: date,
    clinic: str = "",
    size: TextSize = TextSize.STANDARD,
) -> Document:
    """The instrument as it was published; nothing is scored on it.

    Raises:
        KeyError: it has no published wording in this language.
    """
    by = LARGER if size is TextSize.LARGE else 1.0
    return Document(
        title=measure.name,
        language=language,
        author=clinic or program,
        subject=measure.name,
        header_lines=(clinic,) if clinic else (),
        running=Running(
            (),
            (measure.name, measure.version, formats.date_short(made), program),
            _("Page {page} of {pages}"),
        ),
        blocks=(who_and_when(), *_asked(measure, language, by), *_source(measure)),
        direction=Direction(direction()),
        text_size=size,
    )


def _asked(measure: Measure, language: str, by: float) -> Iterator[Block]:
    if measure.lead:
        yield text(measure.lead[language], TextRole.LEAD)
    yield text(_("Put a cross in one box for each question."), TextRole.SOFT)
    if 0 < len(measure.choice) <= WIDEST and not any(item.choice for item in measure.item):
        yield _table(measure, language, by)
        return
    for item in measure.item:
        yield KeepTogether(tuple(_one(measure, item, language, by)))


def _table(measure: Measure, language: str, by: float) -> Table:
    """Questions down, the answers that they share across."""
    heads = [choice.text[language] for choice in measure.choice]
    share = (1 - _QUESTION) / len(heads)
    return Table(
        (text_cell(""), *(text_cell(words) for words in heads)),
        tuple(
            (
                text_cell(item.text[language]),
                *(
                    box_cell(choice.points, f"{item.text[language]} {words}", by)
                    for choice, words in zip(measure.choice, heads, strict=True)
                ),
            )
            for item in measure.item
        ),
        widths=(_QUESTION, *([share] * len(heads))),
        caption=measure.name,
    )


def _one(measure: Measure, item: Item, language: str, by: float) -> Iterator[Block]:
    words = item.text[language]
    yield text(words, TextRole.STRONG)
    choices = measure.choices(item)
    if choices:
        yield _choices(choices, language)
    elif measure.scale is not None:
        low, high = measure.scale.low, measure.scale.high
        yield number_boxes(low, high, words, by)
        ends = ((low, item.low.get(language)), (high, item.high.get(language)))
        said = [
            _("{number} = {meaning}").format(number=formats.number(n), meaning=meaning)
            for n, meaning in ends
            if meaning
        ]
        if said:
            yield text("    ".join(said), TextRole.CAPTION)


def _choices(choices: tuple[Choice, ...], language: str) -> MarkedList:
    return MarkedList(
        tuple(
            MarkedItem(
                (number_box(formats.number(choice.points)),),
                (Paragraph((Run(choice.text[language]),)),),
            )
            for choice in choices
        ),
        1.35,
    )


def _source(measure: Measure) -> Iterator[Block]:
    """Where it is from and by what leave it stands here."""
    lines = [measure.citation, measure.owner, measure.licence]
    if measure.permission:
        lines.append(measure.permission)
    yield text(" · ".join(lines), TextRole.SMALL)
