"""P-01: a page of text reads at grade 6, and never above 8."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from sdm_aid.content.check.model import CheckInput, Finding, Severity
from sdm_aid.content.readability import grade

WARN_ABOVE = 6.0
ERROR_ABOVE = 8.0
_NOT_SENTENCES = (
    ".outcome",
    ".people",
    ".name",
    ".clinical_name",
    ".short",
    ".compared_with",
    ".who",
)


def check(data: CheckInput) -> Iterator[Finding]:
    """Joined texts of a hundred words or more: the decision, each treatment, the evidence."""
    if data.lexicon.formula != "english":
        return
    pages: dict[str, list[str]] = {}
    for prose in data.patient_prose():
        if not prose.key.endswith(_NOT_SENTENCES) and ".choices." not in prose.key:
            pages.setdefault(prose.file, []).append(prose.words)
    exempt = data.lexicon.exempt | _names(data)
    for file, texts in pages.items():
        found = grade("\n".join(texts), exempt)
        if found is None or found.worst <= WARN_ABOVE:
            continue
        severity: Severity = "error" if found.worst > ERROR_ABOVE else "warn"
        what = f"reading grade {found.flesch_kincaid:.1f} (FK), {found.smog:.1f} (SMOG)"
        yield Finding(file, _page(file), "P-01", severity, what, "Shorter sentences, shorter words")


def _page(file: str) -> str:
    """``page:treatments.needle`` for ``text/en/treatments/needle.toml``."""
    path = PurePosixPath(file)
    return f"page:{path.parent.name}.{path.stem}"


def _names(data: CheckInput) -> frozenset[str]:
    """Words of the treatments' names and of the glossary's terms."""
    text = data.content.text
    named = [words for key, words in text.items() if re.fullmatch(r"treatments\..+\.name", key)]
    named += [key.split(".")[1].replace("-", " ") for key in text if key.startswith("glossary.")]
    return frozenset(word.lower() for name in named for word in re.findall(r"[^\W\d_]+", name))
