"""Going through the blocks of a paper, for tests that need no page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from sdm_aid.documents import blocks as b


def within(blocks: tuple[b.Block, ...]) -> Iterator[b.Block]:
    """Every block, also those inside others."""
    for block in blocks:
        yield block
        if isinstance(block, b.Box | b.KeepTogether | b.Newspaper):
            yield from within(block.blocks)
        elif isinstance(block, b.Columns):
            yield from within((*block.left, *block.right))
        elif isinstance(block, b.Table):
            for cells in (block.header, *block.rows):
                for cell in cells:
                    yield from within(cell.blocks)


def words(value: object) -> str:
    """All that is said in blocks, in reading order, run by run."""
    if isinstance(value, b.Run | b.Heading | b.OptionTitle | b.Chip):
        return value.text
    if isinstance(value, tuple):
        return " ".join(filter(None, map(words, value)))
    if is_dataclass(value) and not isinstance(value, type):
        inside = (getattr(value, each.name) for each in fields(value) if each.name != "scene")
        return " ".join(filter(None, map(words, (part for part in inside if part))))
    return ""
