"""The eight steps of a visit, in order; free of pydantic, as the frame needs it at start."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdm_aid.domain.terms import StepName

STEPS: tuple[StepName, ...] = (
    "start",
    "you",
    "understand",
    "compare",
    "matters",
    "words",
    "next",
    "sign",
)
"""Any of them can be skipped and entered again, in any order."""
