"""A paper as plain text: every word of it, in reading order, stable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from sdm_aid.documents import blocks as b
from sdm_aid.documents.handout import build_handout
from sdm_aid.documents.plain_text import plan_text
from sdm_aid.documents.plan import build_plan
from sdm_aid.drawing.letter_disc import letter_disc
from tests.documents import sample
from tests.documents.paper_text import even, paper_of
from tests.full_visit import a_session

ALL_KINDS = (
    b.Heading(2, "Head"),
    b.OptionTitle("B", "Walking"),
    b.Paragraph((b.Run("Number  "), b.Run("words", soft=True))),
    b.Chip("a chip"),
    b.BulletList(((b.Run("first"),), (b.Run("two\nlines"),))),
    b.MarkedList((b.MarkedItem((letter_disc("A"), letter_disc("C")), (b.text("both"),)),)),
    b.Newspaper((b.KeepTogether((b.Columns((b.text("left"),), (b.text("right"),)),)),)),
    b.Checklist(
        (b.CheckRow("Walk", "Ann", "soon"), b.CheckRow("Book", done=True)), ("What", "Who", "When")
    ),
    b.Box(b.BoxRole.OUTLINE, (b.text("framed"),)),
    b.Table(
        (b.text_cell("Asked"), b.text_cell("A. Wait"), b.text_cell("B. Walk")),
        ((b.text_cell("Less pain?"), b.text_cell("5 of 10"), b.text_cell("6 of 10")),),
    ),
    b.FigureBlock(letter_disc("A"), 20, "Six of ten"),
    b.KeyValues((("Label", (b.Run("value"),)),)),
    b.Signatures(
        (
            b.SignatureLine(
                "Ann", "patient", "signed on screen 10:57", None, "", (b.Run("seen by Bo"),)
            ),
            b.SignatureLine("Cy", "clinician", "", None, ""),
        )
    ),
    b.SealField((b.Run("sealed"),), "tip"),
    b.WritingLines(1),
    b.PageBreak(),
    b.Spacer(4),
)
AS_TEXT = """\
What we agreed
Maria Rossi
no. 7
Plan

Head
----

B. Walking
Number words
a chip
- first
- two
  lines
A, C: both
left
right
[ ] Walk; Who: Ann; When: soon
[x] Book

framed

Asked

Less pain?
- A. Wait: 5 of 10
- B. Walk: 6 of 10

Six of ten
Label: value

Signed on screen 10:57: Ann, patient
  seen by Bo
Cy, clinician

sealed
________________________________________
"""


def test_each_kind_of_block_has_its_form() -> None:
    running = b.Running(("Maria Rossi", "no. 7"), ("Plan", ""), "Page {page} of {pages}")
    document = sample.plan(blocks=ALL_KINDS, header_lines=("Maria Rossi",), running=running)
    assert plan_text(document) == AS_TEXT


def _words(value: object) -> Iterator[str]:
    """Every word that a block holds for a reader, in the order of its fields."""
    if isinstance(value, b.Run | b.Heading | b.OptionTitle):
        yield value.text
    elif isinstance(value, b.Table):  # the heads of its columns stand before every cell
        yield from _words((value.header[0], value.rows))
    elif isinstance(value, b.CheckRow):
        yield from (value.text, value.who, value.when)
    elif isinstance(value, tuple):
        for one in value:
            yield from _words(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _words(getattr(value, field.name))


def test_every_word_of_both_papers_is_there_in_order() -> None:
    for document in (build_plan(paper_of(a_session())), build_handout(paper_of(a_session()))):
        text, at, missing = even(plan_text(document)), 0, []
        for words in _words(document.blocks):
            found = text.find(even(words).strip(), at)
            if found < 0:
                missing.append(words)
            else:
                at = found
        assert missing == []


def test_same_paper_same_text_and_no_odd_white_space() -> None:
    first, second = (plan_text(build_plan(paper_of(a_session()))) for _turn in range(2))
    assert first == second
    assert first.endswith("\n")
    assert "\n\n\n" not in first
    assert [line for line in first.splitlines() if line != line.rstrip() or "  " in line] == []
