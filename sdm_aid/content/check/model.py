"""What a rule of the content check gets and what it gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sdm_aid.content.lexicon import Lexicon
from sdm_aid.content.load import Reading
from sdm_aid.content.prose import PLACEHOLDER
from sdm_aid.content.text_keys import cell_texts
from sdm_aid.domain.decision import Cell, Decision, Row
from sdm_aid.domain.evidence import Estimate
from sdm_aid.domain.library import DecisionContent

Severity = Literal["error", "warn"]
STANDS_FOR = "some days"
"""Put for a placeholder, so that ids are not read as words and lengths are about right."""

ABOUT_THE_AUTHORS = frozenset(
    {"authors", "funding", "conflicts_of_interest", "update_policy", "method"}
)
"""Keys about the content itself, not about the things we could do."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing a rule found. ``key``: the text key or field, whole; waivers name it."""

    file: str
    key: str
    rule: str
    severity: Severity
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.severity} {self.rule} {self.file}: {self.key}: {self.what}. {self.remedy}."


@dataclass(frozen=True, slots=True)
class Prose:
    """One text with where it stands; ``key`` is the full key, placeholders are ``STANDS_FOR``."""

    key: str
    file: str
    words: str


@dataclass(frozen=True, slots=True)
class CheckInput:
    """One decision in one language, with the lexicon of that language."""

    reading: Reading
    lexicon: Lexicon
    language: str

    @property
    def content(self) -> DecisionContent:
        """The decision with all it refers to."""
        return self.reading.content

    @property
    def decision(self) -> Decision:
        """The decision itself."""
        return self.reading.content.decision

    @property
    def decision_file(self) -> str:
        """The decision's file, as findings name it."""
        return f"decisions/{self.decision.id}.toml"

    def prose(self) -> Iterator[Prose]:
        """Every text."""
        for key, words in self.content.text.items():
            plain = PLACEHOLDER.sub(STANDS_FOR, words)
            yield Prose(key, self.reading.words.origin[key][0], plain)

    def patient_prose(self) -> Iterator[Prose]:
        """Texts that stand on the shared window and on paper: no drawer, nothing about authors."""
        for prose in self.prose():
            about = ".drawer" in prose.key or prose.key in ABOUT_THE_AUTHORS
            if not about and not self._of_clinician(prose.key):
                yield prose

    def _of_clinician(self, key: str) -> bool:
        """A text about a figure or a rule that only the clinician's drawer shows."""
        if key.startswith(("check_first.rules.", "check_first.places.")):
            return True
        if not key.startswith("evidence."):
            return False
        estimate = self.content.estimates.get(key.removeprefix("evidence.").rpartition(".")[0])
        return estimate is not None and estimate.display != "patient"

    def cell_keys(self) -> frozenset[str]:
        """Keys of texts that fill a cell of the table."""
        return frozenset(cell_texts(self.decision))

    def figures(self) -> Iterator[tuple[Row, Cell, Estimate]]:
        """Every cell with a figure and the estimate that gives its number."""
        for row in self.decision.rows:
            for cell in row.cells:
                if cell.estimates:
                    yield row, cell, self.content.estimates[cell.estimates[0]]

    def shown(self) -> dict[str, Estimate]:
        """Every estimate a patient meets: cells, natural course, harms, values, conflicts."""
        found = self.content.estimates.items()
        return {name: item for name, item in found if item.display == "patient"}

    def evidence_file(self, name: str) -> str:
        """The evidence file a record stands in."""
        shelf = self.reading.shelf
        kind = shelf.kinds_of(name)[0]
        return shelf.places[kind, name].file

    def decision_finding(
        self, rule: str, severity: Severity, key: str, what: str, remedy: str
    ) -> Finding:
        """A finding in the decision's own file."""
        return Finding(self.decision_file, key, rule, severity, what, remedy)

    def estimate_finding(
        self, rule: str, severity: Severity, name: str, what: str, remedy: str
    ) -> Finding:
        """A finding about one estimate, fact or position."""
        return Finding(self.evidence_file(name), name, rule, severity, what, remedy)
