"""Which things tried before belong to which treatment on the table: a fact, never a reason."""

from __future__ import annotations

from collections.abc import Iterable

from sdm_aid.domain.answers import Tried


def tried_at(tried: Iterable[Tried], treatment: str, name: str) -> tuple[Tried, ...]:
    """What was picked as this treatment, or written down under its very name, in order said."""
    return tuple(
        one
        for one in tried
        if one.treatment == treatment or (one.treatment is None and _same(one.what, name))
    )


def _same(said: str, name: str) -> bool:
    return said.strip().casefold() == name.strip().casefold()
