"""P-03: clinicians' words stand only where the glossary explains them, never in a heading."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding

_HEADINGS = ("title", ".question", ".short", ".swing")
_NAMES = (".clinical_name", ".who")


def check(data: CheckInput) -> Iterator[Finding]:
    """Jargon, with the plain word to say."""
    explained = {
        words.lower()
        for key, words in data.content.text.items()
        if key.startswith("glossary.") and key.endswith(".clinical")
    }
    for prose in data.patient_prose():
        if prose.key.endswith(_NAMES) or prose.key.startswith("glossary."):
            continue
        heading = prose.key.endswith(_HEADINGS) or prose.key == "question"
        for term, plain in data.lexicon.jargon.found_in(prose.words):
            if heading or term.lower() not in explained:
                what, remedy = f'"{term}" is a clinician\'s word', f"Say: {plain}"
                yield Finding(prose.file, prose.key, "P-03", "error", what, remedy)
