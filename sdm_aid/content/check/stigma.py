"""P-04: no words that harm."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding


def check(data: CheckInput) -> Iterator[Finding]:
    """Words that harm, in any text (the drawer too: the window is shared)."""
    for prose in data.prose():
        for term, better in data.lexicon.stigma.found_in(prose.words):
            what, remedy = f'"{term}" can hurt', f"Say: {better}"
            yield Finding(prose.file, prose.key, "P-04", "error", what, remedy)
