"""The comparison, what was tried before: one soft line under the column it is about, else nothing.

The same look at every column, whatever came of it; no column is moved, marked or left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sdm_aid.domain.tried_at import tried_at
from sdm_aid.ui.models.blocks import Block
from sdm_aid.ui.models.faces import Face, column_name
from sdm_aid.wording.assessment_said import tried_before
from sdm_aid.wording.sentence import paragraph

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.library import DecisionContent


def shown_by(state: Consultation) -> tuple[object, ...]:
    """What of a visit the heads of the table depend on."""
    return (state.path, state.columns, state.not_suitable, state.you.tried)


def with_tried(
    content: DecisionContent, state: Consultation, letters: Sequence[str], faces: Sequence[Face]
) -> list[Face]:
    """The column heads, each with what was tried of it."""
    return [
        _with(face, _lines(content, state, letter))
        for letter, face in zip(letters, faces, strict=True)
    ]


def _lines(content: DecisionContent, state: Consultation, letter: str) -> list[str]:
    treatment = content.decision.option(letter).treatment
    found = tried_at(state.you.tried, treatment, column_name(content, letter))
    return [tried_before(one) for one in found]


def _with(face: Face, lines: list[str]) -> Face:
    if not lines:
        return face
    blocks = (*face.blocks, *(Block("soft", line) for line in lines))
    return replace(face, blocks=blocks, name=paragraph(face.name, *lines))
