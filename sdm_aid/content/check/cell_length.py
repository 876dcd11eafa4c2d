"""P-07: a cell of the table holds 25 words at most."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.content.readability import count_words

MOST = 25


def check(data: CheckInput) -> Iterator[Finding]:
    """Cells that are too long."""
    cells = data.cell_keys()
    for prose in data.patient_prose():
        finding = prose.key.startswith("evidence.") and prose.key.endswith(".finding")
        count = count_words(prose.words)
        if (prose.key in cells or finding) and count > MOST:
            what, remedy = f"a cell of {count} words", f"Cut it to {MOST}"
            yield Finding(prose.file, prose.key, "P-07", "error", what, remedy)
