"""P-06: abbreviations other than those everybody knows are written out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding

_CAPITALS = re.compile(r"(?<![\w-])[A-Z]{2,}(?=s?(?![\w]))")


def check(data: CheckInput) -> Iterator[Finding]:
    """Abbreviations; names of bodies of experts and doctors' names of treatments aside."""
    for prose in data.patient_prose():
        if prose.key.endswith((".who", ".clinical_name")):
            continue
        for short in dict.fromkeys(_CAPITALS.findall(prose.words)):
            if short not in data.lexicon.abbreviations:
                what, remedy = f'the abbreviation "{short}"', "Write it out"
                yield Finding(prose.file, prose.key, "P-06", "error", what, remedy)
