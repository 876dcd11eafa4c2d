"""A paper of the program: its bytes, what it is called, and the file name offered for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Given = Literal["printed", "saved", "copied"]


@dataclass(frozen=True)
class Paper:
    """``kind``: ``plan``, ``handout``, ``form`` ...; ``title``: for people, without a patient's
    name, as it also stands in the printer's queue; ``name``: the file name that is offered."""

    kind: str
    title: str
    name: str
    pdf: bytes
    text: Callable[[], str] | None = None
    """The same as plain text, made by a job; None: there is none to copy."""
    given: Callable[[Given], None] | None = None
    """Writes down, on the thread of a job, that it is handed out; what it raises keeps it here."""
    draft: bool = False
    """May only be looked at: it is not signed yet."""
