"""A paper of the program: its bytes, what it is called, and the file name offered for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Paper:
    """``kind``: ``plan``, ``handout``, ``form`` ...; ``title``: for people, without a patient's
    name, as it also stands in the printer's queue; ``name``: the file name that is offered."""

    kind: str
    title: str
    name: str
    pdf: bytes
