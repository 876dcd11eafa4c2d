"""Published tables and statements on genes and medicines: what a laboratory's result is read with.

Words lie under ``says.<key>``, ``when.<key>``, ``notes.<key>`` and ``meaning.<gene>.<result>`` of
the library's prose; quotes stay here in the language of the source.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Literal, Self

from pydantic import Field, model_validator

from sdm_aid.domain.base import Frozen, Id
from sdm_aid.domain.evidence import Estimate
from sdm_aid.domain.genes import GeneLibraryRef
from sdm_aid.domain.publication import Source

Strength = Literal["strong", "moderate", "optional", "none", "stated"]
"""As the guideline grades it; ``none``: it gives no recommendation; ``stated``: not graded."""
Meaning = Literal[
    "avoid", "usual", "usual_then_switch", "reduce", "avoid_or_reduce", "lowest_start",
    "reduce_or_other", "alternative", "caution", "monitor", "inform", "none",
]  # fmt: skip
"""What the guideline's own sentence asks for, without its dose."""


class ScoreRange(Frozen):
    """Activity scores from here to there; the ends are as published, open or closed."""

    above: Decimal | None = None
    at_least: Decimal | None = None
    below: Decimal | None = None
    at_most: Decimal | None = None

    def holds(self, score: Decimal) -> bool:
        """Whether this score lies within."""
        return (
            (self.above is None or score > self.above)
            and (self.at_least is None or score >= self.at_least)
            and (self.below is None or score < self.below)
            and (self.at_most is None or score <= self.at_most)
        )


class GeneRow(Frozen):
    """One result that a laboratory gives, with its scores where the table has them."""

    result: Id
    scores: ScoreRange | None = None


class Gene(Frozen):
    """One gene or allele that can be entered, and the published table its result is read with.

    ``step`` and ``most``: activity scores go in such steps from 0 up to that; None: the table has
    no scores. ``older``: reports may have used an older table.
    """

    id: Id
    rows: tuple[GeneRow, ...] = Field(min_length=1)
    step: Decimal | None = Field(default=None, gt=0)
    most: Decimal | None = Field(default=None, gt=0)
    older_before: int | None = None
    """Reports made before this year may have been translated by an older table."""
    source: Id | None = None
    place: str | None = None
    quote: str | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        scored = [row.scores is not None for row in self.rows]
        if (self.step is None) != (self.most is None) or any(scored) != (self.step is not None):
            raise ValueError("scores need a step, a highest score and a row that holds them")
        if len({row.result for row in self.rows}) != len(self.rows):
            raise ValueError("a result stands in two rows")
        for score in self.possible:
            if sum(row.scores is not None and row.scores.holds(score) for row in self.rows) != 1:
                raise ValueError(f"the score {score} does not lie in exactly one row")
        return self

    @property
    def possible(self) -> tuple[Decimal, ...]:
        """Every score the table knows, lowest first."""
        if self.step is None or self.most is None:
            return ()
        return tuple(self.step * n for n in range(int(self.most / self.step) + 1))

    def result_of(self, score: Decimal) -> str | None:
        """The result that the table gives this score."""
        holding = (row for row in self.rows if row.scores is not None and row.scores.holds(score))
        return next((row.result for row in holding), None)


class Medicine(Frozen):
    """A medicine, and the treatments of the decisions whose column contains it.

    Words: ``medicines.<id>``.
    """

    id: Id
    treatments: tuple[Id, ...] = ()


class Need(Frozen):
    """One gene whose result a statement is about; no result named: any will do."""

    gene: Id
    results: tuple[Id, ...] = ()
    scores: ScoreRange | None = None


class Statement(Frozen):
    """What a guideline says of some medicines for some results.

    ``says``: the plain words; ``when``: for whom, where the result alone does not say; ``note``:
    what must stand beside it on the shared screen; ``drawer``: the clinician's extra.
    ``quote_in_drawer``: the quote names doses, times or shares, so the shared screen leaves it out.
    """

    id: Id
    medicines: tuple[Id, ...] = Field(min_length=1)
    needs: tuple[Need, ...] = Field(min_length=1)
    unknown: tuple[Id, ...] = ()
    """Holds only where the results of these genes are not known."""
    meaning: Meaning
    strength: Strength
    says: Id
    when: Id | None = None
    note: Id | None = None
    drawer: tuple[Id, ...] = ()
    quote_in_drawer: bool = False
    source: Id
    place: str = Field(min_length=4)
    quote: str = Field(min_length=4)


class GeneFrequency(Frozen):
    """How many of a group have a result, as published; for the clinician's drawer."""

    id: Id
    gene: Id
    result: Id
    percent: str = Field(min_length=1)
    population: str = Field(min_length=3)
    note: str | None = None
    source: Id
    place: str = Field(min_length=4)
    quote: str = Field(min_length=4)


class GeneFile(Frozen):
    """The file of ``resources/genes``."""

    version: str = Field(pattern=r"^\d{4}\.\d{2}(\.\d+)?$")
    read_from: str = Field(min_length=10)
    """Which state of which data the statements were read from."""
    evidence_files: tuple[Id, ...] = ()
    evidence: tuple[Id, ...] = ()
    """Findings on what testing does for pain, from ``resources/evidence``."""
    notes: tuple[Id, ...] = ()
    """Sentences that hold for every result: ``notes.<id>``."""
    drawer_notes: tuple[Id, ...] = ()
    source: tuple[Source, ...] = ()
    gene: tuple[Gene, ...] = Field(min_length=1)
    medicine: tuple[Medicine, ...] = Field(min_length=1)
    statement: tuple[Statement, ...] = Field(min_length=1)
    frequency: tuple[GeneFrequency, ...] = ()


class GeneLibrary:
    """Read-only join of the tables, the findings on testing, the sources and the words."""

    def __init__(
        self,
        ref: GeneLibraryRef,
        file: GeneFile,
        evidence: Mapping[str, Estimate],
        sources: Mapping[str, Source],
        text: Mapping[str, str],
    ) -> None:
        self.ref = ref
        self.file = file
        self.evidence = MappingProxyType(dict(evidence))
        self.sources = MappingProxyType(dict(sources))
        self.text = MappingProxyType(dict(text))
        self._genes = {gene.id: gene for gene in file.gene}
        self._medicines = {medicine.id: medicine for medicine in file.medicine}

    def gene(self, name: str) -> Gene | None:
        """The gene of this id; None where this library does not know it."""
        return self._genes.get(name)

    def treatments_of(self, statement: Statement) -> frozenset[str]:
        """The treatments whose column contains a medicine of the statement."""
        named = (self._medicines[name].treatments for name in statement.medicines)
        return frozenset(treatment for treatments in named for treatment in treatments)

    def words(self, key: str) -> str:
        """The prose under ``key``.

        Raises:
            KeyError: there is none; the loader refuses a library with gaps.
        """
        return self.text[key]
