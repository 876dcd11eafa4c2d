"""A paper as plain steps that any PDF engine can follow: headings, paragraphs, points, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import singledispatch

from sdm_aid.documents import blocks as b

Step = Sequence[object]
"""``[kind, words]`` with the kinds h, p and li, or ``["table", rows of cells]``."""


def story(document: b.Document) -> list[Step]:
    """Every word of the paper in order; drawings and ink are left out."""
    head: list[Step] = [["h", document.title], *(["p", line] for line in document.header_lines)]
    return [*head, *(step for block in document.blocks for step in _steps(block))]


@singledispatch
def _steps(value: object) -> Iterator[Step]:
    """Of one block; of what has no case of its own, the steps of its parts."""
    parts: Iterable[object] = ()
    if isinstance(value, tuple):
        parts = value
    elif is_dataclass(value):
        parts = (getattr(value, field.name) for field in fields(value))
    for part in parts:
        yield from _steps(part)


@_steps.register(b.Heading)
@_steps.register(b.OptionTitle)
def _(block: b.Heading | b.OptionTitle) -> Iterator[Step]:
    yield ["h", block.text]


@_steps.register(b.Paragraph)
@_steps.register(b.SealField)
def _(block: b.Paragraph | b.SealField) -> Iterator[Step]:
    yield ["p", _joined(block.runs)]


@_steps.register
def _(block: b.BulletList) -> Iterator[Step]:
    yield from (["li", _joined(item)] for item in block.items)


@_steps.register
def _(block: b.Table) -> Iterator[Step]:
    yield ["table", [[_cell(cell) for cell in row] for row in (block.header, *block.rows)]]


@_steps.register
def _(block: b.Checklist) -> Iterator[Step]:
    rows = [[row.text, row.who, row.when] for row in block.rows]
    yield ["table", [list(block.columns), *rows]]


@_steps.register
def _(block: b.KeyValues) -> Iterator[Step]:
    yield ["table", [[label, _joined(runs)] for label, runs in block.rows]]


@_steps.register
def _(block: b.Chip) -> Iterator[Step]:
    yield ["p", block.text]


@_steps.register
def _(block: b.SignatureLine) -> Iterator[Step]:
    yield ["p", " ".join((block.name, block.role, block.method))]


@_steps.register
def _(_block: b.FigureBlock) -> Iterator[Step]:
    yield from ()


def _joined(runs: tuple[b.Run, ...]) -> str:
    return "".join(run.text for run in runs)


def _cell(cell: b.Cell) -> str:
    return " ".join(str(step[1]) for step in _steps(cell.blocks) if step[0] != "table")
