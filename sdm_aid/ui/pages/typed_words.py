"""What a text field hands over, as the visit keeps it."""

from __future__ import annotations

LONGEST = 20_000
"""Characters kept of one field; the domain refuses more."""


def kept(typed: str) -> str | None:
    """To the letter up to :data:`LONGEST`; nothing but blanks is nothing said."""
    return typed[:LONGEST] if typed.strip() else None
