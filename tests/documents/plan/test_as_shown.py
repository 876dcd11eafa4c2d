"""The plan's table against the screen's: every cell of every decision, in the same words."""

from __future__ import annotations

import pytest

from sdm_aid.documents.blocks import Block, Cell, Paragraph, Run, Table
from sdm_aid.documents.plain_text import plan_text
from sdm_aid.documents.plan import build_plan
from sdm_aid.domain import actions as a
from sdm_aid.domain.answers import CellSeen
from sdm_aid.domain.comparison import comparison
from sdm_aid.domain.harm_panels import top_harms
from sdm_aid.ui.models.faces import row_faces
from sdm_aid.wording.figure import describe
from sdm_aid.wording.harms import panels
from tests.documents.paper_text import even
from tests.documents.plan.visits import choice, visit
from tests.full_visit import the_content
from tests.shipped.decisions import DECISIONS

LEFT_OUT = frozenset(("link", "gap"))
"""Blocks of the screen that lead elsewhere."""


def _low(words: str) -> str:
    return even(words).replace("\u00a0", " ").strip().removesuffix(".").lower()


def _text_of(cell: Cell) -> str:
    return _low(" ".join("".join(run.text for run in _runs(block)) for block in cell.blocks))


def _runs(block: Block) -> tuple[Run, ...]:
    runs = getattr(block, "runs", ())
    assert runs, block
    return tuple(runs)


def _table(blocks: tuple[Block, ...]) -> Table:
    return next(block for block in blocks if isinstance(block, Table))


@pytest.mark.parametrize(
    ("name", "quick"),
    [*((name, False) for name in DECISIONS), *((n, True) for n in DECISIONS[::4])],
)
def test_every_cell_says_what_the_screen_says(name: str, *, quick: bool) -> None:
    paper = visit(name, quick=quick)
    content, document = paper.content, build_plan(paper)
    printed = _table(document.blocks)
    key = _low(plan_text(document).split("As on the screen")[1][:600])
    table = comparison(content, paper.state)
    letters = [column.letter for column in table.columns]
    rows = [row for row in table.rows if row.kind != "experts"]
    assert len(printed.rows) == len(rows)
    missing = []
    for row, cells in zip(rows, printed.rows, strict=True):
        faces = row_faces(content, row, letters)
        for face, cell in zip((faces.head, *faces.cells), cells, strict=True):
            told = _text_of(cell)
            for block in face.blocks:
                for words in (block.text, block.tail):
                    if block.kind in LEFT_OUT or not words or "more finding" in words:
                        continue
                    if _low(words).removesuffix(":") not in told and _low(words) not in key:
                        missing.append((row.id, block.kind, words))
    assert [one for one in missing if not _grouped(one)] == []


def _grouped(missing: tuple[str, str, str]) -> bool:
    """Harms without a number stand on paper under what that means, not each with it."""
    _row, kind, words = missing
    return kind == "text" and words.endswith(("found", "studies", "apply"))


def test_both_forms_of_the_plan_say_the_same_of_every_cell() -> None:
    document = build_plan(visit("fibromyalgia"))
    closer = _low(" ".join(_paragraphs(document.close)))
    cells = [cell for row in _table(document.blocks).rows for cell in row]
    lost = [_text_of(cell) for cell in cells if _text_of(cell) not in closer]
    assert lost == []


def _paragraphs(value: object) -> list[str]:
    """The words of every paragraph inside blocks."""
    if isinstance(value, Paragraph):
        return ["".join(run.text for run in value.runs)]
    slots = getattr(value, "__dataclass_fields__", {})
    parts = value if isinstance(value, tuple) else [getattr(value, name) for name in slots]
    return [words for part in parts for words in _paragraphs(part)]


def test_what_was_opened_stands_in_full_and_what_was_not_is_named() -> None:
    content = the_content()
    text = even(plan_text(build_plan(visit("sciatica"))))
    row = next(row for row in content.decision.rows if row.kind == "number")
    letter = choice(content)
    opened = next(cell for cell in row.cells if cell.option == letter)
    for name in opened.estimates:
        figure = describe(content, name)
        for words in (figure.headline, figure.complement, figure.range):
            assert words.lower() in text.lower()
    for panel in panels(content, content.treatment_of(letter).id, content.decision.harm_panels):
        for line in panel.lines:
            assert line.name in text
    closed = [one.letter for one in content.decision.options if one.letter != letter]
    assert f"{letter} (agreed on)" not in text
    assert f"could go wrong was not opened for: {', '.join(closed)}." in text


def test_a_harm_that_was_not_opened_is_counted_and_not_told() -> None:
    content = the_content()
    text = plan_text(build_plan(visit("sciatica", quick=True)))
    letter = choice(content)
    place = ["A", "C", "D"].index(letter)
    shown = {entry.harm.id for line in top_harms(content, "ACD") if (entry := line.entries[place])}
    harms = content.treatment_of(letter).harms
    prefix = f"treatments.{content.treatment_of(letter).id}.harms"
    hidden = [content.words(f"{prefix}.{one.id}.name") for one in harms if one.id not in shown]
    assert f"({len(hidden)} more)" in text.replace("\u00a0", " ")
    assert len([name for name in hidden if name in text]) < len(hidden) / 4


def test_experts_and_sources_that_were_opened_are_told_with_their_reasons() -> None:
    content = the_content()
    rows = content.decision.rows
    experts = next(row.id for row in rows if row.kind == "experts")
    number = next(row.id for row in rows if row.kind == "number")
    seen = [
        a.CellOpened(cell=CellSeen(row=row, option="C", view="source")) for row in (experts, number)
    ]
    text = even(plan_text(build_plan(visit("sciatica", *seen))))
    for position in content.positions.values():
        if content.treatment_of("C").id in position.treatments:
            assert content.words(f"evidence.{position.id}.because") in text
    assert "Looked at where it comes from: " + content.words(f"rows.{number}.question") in text


def test_what_was_opened_and_then_made_room_is_still_told() -> None:
    content = the_content()
    rows = content.decision.rows
    harms = next(row.id for row in rows if row.kind == "harms")
    later = next(row for row in rows if row.kind == "number" and not row.quick)
    cell = next(cell for cell in later.cells if cell.estimates)
    seen: list[a.Action] = [
        a.CellOpened(cell=CellSeen(row=harms, option="E", view="harms")),
        a.CellOpened(cell=CellSeen(row=later.id, option=cell.option, view="picture")),
        a.ColumnsChosen(columns=("A", "B")),
    ]
    text = even(plan_text(build_plan(visit("sciatica", *seen, quick=True))))
    for panel in panels(content, content.treatment_of("E").id, content.decision.harm_panels):
        for line in panel.lines:
            assert line.name in text
    assert describe(content, cell.estimates[0]).headline.lower() in text.lower()
    assert "E (opened earlier)" in text
    asked = content.words(f"rows.{later.id}.question")
    assert asked not in text.split("Left out on the quick way:")[1]


def test_what_was_agreed_on_is_never_left_out_of_the_harms_not_opened() -> None:
    seen = a.ColumnsChosen(columns=("A", "B"))
    text = even(plan_text(build_plan(visit("sciatica", seen, quick=True))))
    assert "C (agreed on" in text.split("at the end:")[1].split("go wrong")[0]
    assert "could go wrong was not opened for: A, B, C (agreed on)." in text


def test_where_the_screen_says_here_the_plan_quotes_it() -> None:
    row = next(row for row in the_content().decision.rows if row.kind == "experts")
    note = the_content().words(f"rows.{row.id}.note")
    assert "here" in note
    for quick in (True, False):
        text = even(plan_text(build_plan(visit("sciatica", quick=quick))))
        assert f"On the screen: “{note}”" in text
