"""The short face of a row on the quick path: the same facts in fewer lines, so that all fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from sdm_aid.domain.positions import disagree, positions_on
from sdm_aid.i18n import _, ngettext
from sdm_aid.i18n.formats import number
from sdm_aid.ui.models.blocks import Block, BlockKind
from sdm_aid.ui.models.faces import Face, RowFaces, row_faces
from sdm_aid.wording.cells import different_studies_line
from sdm_aid.wording.sentence import paragraph

if TYPE_CHECKING:
    from sdm_aid.domain.comparison import TableRow
    from sdm_aid.domain.library import DecisionContent

_HEADLINES: frozenset[BlockKind] = frozenset(["number", "state", "text"])
_AROUND: frozenset[BlockKind] = frozenset(["chip", "clock"])


def row_faces_on(
    path: Literal["full", "quick"], content: DecisionContent, row: TableRow, letters: Sequence[str]
) -> RowFaces:
    """What a row shows on the way taken through the visit."""
    make = brief_row_faces if path == "quick" else row_faces
    return make(content, row, letters)


def brief_row_faces(content: DecisionContent, row: TableRow, letters: Sequence[str]) -> RowFaces:
    """What a row shows on the quick path; what is said of each cell stays whole."""
    full = row_faces(content, row, letters)
    head = full.head
    if row.kind == "harms":
        head = _harms_head(head)
        cells = tuple(replace(face, blocks=shortened(face.blocks)) for face in full.cells)
    elif row.kind == "experts":
        head = replace(head, blocks=head.blocks[:1])
        cells = tuple(
            replace(face, blocks=(_expert_line(content, letter),))
            for face, letter in zip(full.cells, letters, strict=True)
        )
    else:
        head = _close_head(head)
        cells = tuple(replace(face, blocks=shortened(face.blocks)) for face in full.cells)
    band = different_studies_line() if full.band else ""
    return replace(full, head=head, cells=cells, band=band, brief=True)


def shortened(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Headline with what counts with it; how sure, compared with what and when on one line.

    Nothing is left out but the link: the whole cell can be pressed.
    """
    graded = next((n for n, block in enumerate(blocks) if block.kind == "certainty"), None)
    if graded is None:
        return tuple(block for block in blocks if block.kind not in ("link", "gap"))
    before, after = blocks[:graded], blocks[graded + 1 :]
    beside = [block.text for block in before if block.kind == "soft"]
    around = [block.text for block in before if block.kind in _AROUND]
    around += [block.text for block in after if block.kind == "soft"]
    heads = [_headline(block, beside) for block in before if block.kind in _HEADLINES]
    line = replace(blocks[graded], text=_dotted(blocks[graded].text, *around))
    rest = [block for block in after if block.kind in ("text", "experts")]
    return (*heads, line, *rest)


def _headline(block: Block, beside: Sequence[str]) -> Block:
    if block.kind == "number":
        # the dot parts "95 out of 100" from a number that follows it
        return Block("headed", block.text, tail=_dotted("", *beside) if beside else "")
    if not beside:
        return block
    return replace(block, text=_dotted(block.text, *beside))


def _dotted(*parts: str) -> str:
    return _(" · ").join(part.removesuffix(".") for part in parts).strip()


def _close_head(head: Face) -> Face:
    """The question, and all that is said under it as one paragraph."""
    soft = paragraph(*(block.text for block in head.blocks[1:]))
    return replace(head, blocks=(head.blocks[0], *([Block("soft", soft)] if soft else ())))


def _harms_head(head: Face) -> Face:
    more = _("Touch a box to see all.")
    return replace(
        head, blocks=(*head.blocks, Block("soft", more)), name=paragraph(head.name, more)
    )


def _expert_line(content: DecisionContent, letter: str) -> Block:
    positions = positions_on(content, letter)
    if disagree(positions):
        return Block("experts", _("Experts disagree. See both."))
    if not positions:
        return Block("text", _("We hold no statement by experts on this."))
    n = len(positions)
    line = ngettext(
        "{n} statement by experts. See it.", "{n} statements by experts. See them.", n
    ).format(n=number(n))
    return Block("text", line)
