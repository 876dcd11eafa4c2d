"""What stands for a figure on paper is its accessible name on the screen, word for word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from sdm_aid.documents import blocks as b
from sdm_aid.documents.handout.pictures import pictures
from sdm_aid.documents.paper import PaperInput
from sdm_aid.documents.plan import build_plan
from sdm_aid.domain.comparison import table_row
from sdm_aid.domain.pairing import pair_for, picture
from sdm_aid.ui.models.panels import panel_words
from sdm_aid.wording.parties import ink_words
from tests.documents.layouts import paper_about
from tests.documents.paper_text import paper_of
from tests.full_visit import a_session
from tests.shipped.once import loaded


@pytest.mark.parametrize("decision", ["sciatica", "neck-pain", "neuropathic-pain"])
def test_pictures(decision: str) -> None:
    paper = paper_about(loaded(decision))
    printed = {figure.alt for figure in _figures(pictures(paper, {}))}
    assert printed
    assert printed <= set(_names_on_screen(paper))


def _names_on_screen(paper: PaperInput) -> Iterator[str]:
    """The names of the picture view's halves, for every row of numbers and each of its options."""
    content = paper.content
    letters = [option.letter for option in content.decision.options]
    for source in content.decision.rows:
        if source.kind != "number":
            continue
        row = table_row(content, source, letters)
        for pair in {pair_for(row, letter) for letter in letters}:
            halves = picture(content, source.id, *pair)
            both = table_row(content, source, pair)
            for half in (halves.left, halves.right):
                words = panel_words(content, both, half, show_range=True, revealed=False)
                yield words.alt


def test_ink() -> None:
    session = a_session()
    lines = [line for line in _lines(build_plan(paper_of(session)).blocks) if line.strokes]
    named = [ink_words(signature) for signature in session.state.signatures if signature.strokes]
    assert [line.alt for line in lines] == named
    assert named


def _figures(value: object) -> Iterator[b.FigureBlock]:
    return (each for each in _all(value) if isinstance(each, b.FigureBlock))


def _lines(value: object) -> Iterator[b.SignatureLine]:
    return (each for each in _all(value) if isinstance(each, b.SignatureLine))


def _all(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for each in value:
            yield from _all(each)
    elif is_dataclass(value):
        yield value
        if not isinstance(value, b.FigureBlock):
            for field in fields(value):
                yield from _all(getattr(value, field.name))
