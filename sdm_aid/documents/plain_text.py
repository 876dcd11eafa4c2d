"""A paper as plain text, to copy into a record system that holds words alone.

The same blocks in the same reading order as on paper: nothing is added but the signs that stand for
what text cannot show (a dash for a point, `[ ]` for a box to tick). Lines are not broken: the
system they are put into does that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch

from sdm_aid.documents import blocks as b
from sdm_aid.drawing.scene import Scene, TextRun

_BESIDE = re.compile("[ \t\u00a0]+")
_LINES = re.compile(r"\n{3,}")


def plan_text(document: b.Document) -> str:
    """The whole paper as text that ends with a line feed; equal documents give equal text."""
    running = document.running
    kind = " · ".join(piece for piece in running.footer if piece)
    beside = " ".join(document.header_lines)
    apart = [words for words in running.identifiers if words and words not in beside]
    head = [document.title, *document.header_lines, " · ".join(apart), kind]
    top = (_even(words) for words in head)
    body = "\n".join(_told(document.blocks))
    return _LINES.sub("\n\n", "\n".join(filter(None, top)) + "\n\n" + body).strip() + "\n"


def _told(blocks: Iterable[b.Block]) -> Iterator[str]:
    for block in blocks:
        yield from _lines(block)


@singledispatch
def _lines(block: object) -> Iterator[str]:
    """The lines of one block; an empty one keeps what follows apart."""
    raise TypeError(f"no text for {type(block).__name__}")


@_lines.register
def _(block: b.Heading) -> Iterator[str]:
    yield from _headed(block.text, block.level)


@_lines.register
def _(block: b.OptionTitle) -> Iterator[str]:
    yield from _headed(f"{block.letter}. {block.text}", block.level)


@_lines.register
def _(block: b.Paragraph) -> Iterator[str]:
    yield _joined(block.runs)


@_lines.register
def _(block: b.Chip) -> Iterator[str]:
    yield _even(block.text)


@_lines.register
def _(block: b.BulletList) -> Iterator[str]:
    for runs in block.items:
        yield from _point("-", [_joined(runs)])


@_lines.register
def _(block: b.MarkedList) -> Iterator[str]:
    for item in block.items:
        letters = ", ".join(filter(None, (_written(mark) for mark in item.marks)))
        words = [_joined(paragraph.runs) for paragraph in item.paragraphs]
        yield from _point(f"{letters}:" if letters else "-", words)


@_lines.register(b.Newspaper)
@_lines.register(b.KeepTogether)
def _(block: b.Newspaper | b.KeepTogether) -> Iterator[str]:
    yield from _told(block.blocks)


@_lines.register
def _(block: b.Checklist) -> Iterator[str]:
    for row in block.rows:
        tick = "[x]" if row.done else "[ ]"
        pairs = zip(block.columns[1:], (row.who, row.when), strict=True)
        beside = [f"{head}: {_even(words)}" for head, words in pairs if words]
        yield "; ".join([f"{tick} {_even(row.text)}", *beside])


@_lines.register
def _(block: b.Box) -> Iterator[str]:
    yield ""
    yield from _told(block.blocks)
    yield ""


@_lines.register
def _(block: b.Columns) -> Iterator[str]:
    yield from _told((*block.left, *block.right))


@_lines.register
def _(block: b.Table) -> Iterator[str]:
    """Each row under its head, each cell after the head of its column."""
    heads = [" ".join(_filled(cell.blocks)) for cell in block.header]
    yield ""
    if block.row_head and heads[0]:
        yield heads[0]
    for row in block.rows:
        if block.row_head:
            yield ""
            yield from _filled(row[0].blocks)
        first = 1 if block.row_head else 0
        for head, cell in zip(heads[first:], row[first:], strict=True):
            yield from _point(f"- {head}:" if head else "-", [" ".join(_filled(cell.blocks))])
    yield ""


@_lines.register
def _(block: b.FigureBlock) -> Iterator[str]:
    yield _even(block.alt or block.scene.alt)


@_lines.register
def _(block: b.KeyValues) -> Iterator[str]:
    for label, runs in block.rows:
        yield f"{_even(label)}: {_joined(runs)}"


@_lines.register
def _(block: b.Signatures) -> Iterator[str]:
    yield ""
    for line in block.lines:
        who = ", ".join(filter(None, (_even(line.name), line.role)))
        how = line.method[:1].upper() + line.method[1:]
        yield f"{how}: {who}" if how else who
        if line.note:
            yield f"  {_joined(line.note)}"
    yield ""


@_lines.register
def _(block: b.SealField) -> Iterator[str]:
    yield _joined(block.runs)


@_lines.register
def _(block: b.WritingLines) -> Iterator[str]:
    yield from ["_" * 40] * block.count


@_lines.register(b.PageBreak)
@_lines.register(b.Spacer)
def _(block: b.PageBreak | b.Spacer) -> Iterator[str]:
    yield ""


def _headed(words: str, level: int) -> Iterator[str]:
    """A heading apart from what is above; a line under it where a new part begins."""
    yield ""
    yield _even(words)
    if level <= 2:
        yield "-" * len(_even(words))


def _point(sign: str, lines: Sequence[str]) -> Iterator[str]:
    """Lines that belong to one sign: the others stand a little further in."""
    split = [part for line in lines for part in line.split("\n")]
    yield f"{sign} {split[0]}".rstrip() if split else sign
    for line in split[1:]:
        yield f"  {line}"


def _filled(blocks: Iterable[b.Block]) -> Iterator[str]:
    """The lines of a cell: without those that keep parts of a page apart."""
    return (line for line in _told(blocks) if line)


def _joined(runs: Iterable[b.Run]) -> str:
    return _even("".join(run.text for run in runs))


def _even(words: str) -> str:
    """One space where paper sets wider ones; line feeds that a person typed stay."""
    return "\n".join(_BESIDE.sub(" ", line).strip() for line in words.strip().split("\n"))


def _written(mark: Scene) -> str:
    """The text that is drawn in a mark: the letter of a disc."""
    return " ".join(shape.text for shape in mark.shapes if isinstance(shape, TextRun))
