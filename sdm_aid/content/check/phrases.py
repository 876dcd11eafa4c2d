"""The shared part of rules that look for words in prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sdm_aid.content.check.model import Finding, Prose, Severity
from sdm_aid.content.lexicon import Patterns, hits


def find_phrases(
    texts: Iterable[Prose],
    patterns: Patterns,
    rule: str,
    what: str,
    remedy: str,
    severity: Severity = "error",
) -> Iterator[Finding]:
    """One finding for each text and matching phrase; ``what`` names it by ``{phrase}``."""
    for prose in texts:
        for phrase in hits(patterns, prose.words):
            said = what.replace("{phrase}", phrase)
            yield Finding(prose.file, prose.key, rule, severity, said, remedy)
