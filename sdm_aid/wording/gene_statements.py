"""What CPIC says about the results entered: plain words, original meaning, strength, guideline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from sdm_aid.i18n import N_, _
from sdm_aid.wording.facts import say
from sdm_aid.wording.genes import listed, range_words
from sdm_aid.wording.sources import brief_reference

if TYPE_CHECKING:
    from sdm_aid.domain.gene_library import GeneLibrary, Meaning, Statement, Strength
    from sdm_aid.domain.gene_reading import Found, Match
    from sdm_aid.domain.library import DecisionContent

MEANINGS: Mapping[Meaning, str] = MappingProxyType(
    {
        "avoid": N_("avoid"),
        "usual": N_("use as usual"),
        "usual_then_switch": N_("use as usual, then another if it does not help"),
        "reduce": N_("lower start"),
        "avoid_or_reduce": N_("avoid, or lower start"),
        "lowest_start": N_("lowest start"),
        "reduce_or_other": N_("lower start, or another medicine"),
        "alternative": N_("another medicine"),
        "caution": N_("with caution"),
        "monitor": N_("with closer watching"),
        "inform": N_("for information"),
        "none": N_("no recommendation"),
    }
)
STRENGTHS: Mapping[Strength, str] = MappingProxyType(
    {
        "strong": N_("strong"),
        "moderate": N_("moderate"),
        "optional": N_("optional"),
        "none": N_("none given"),
        "stated": N_("stated in the guideline, not graded"),
    }
)


@dataclass(frozen=True, slots=True)
class StatementWords:
    """One statement, or several that say the same of several medicines.

    ``plain`` holds the condition it stands under and what must stand beside it; ``original`` the
    guideline's own words or where they stand, its meaning, strength and year.
    """

    ids: tuple[str, ...]
    plain: str
    original: str
    own_words: str
    source: str
    """The reference in print; several statements share one."""


@dataclass(frozen=True, slots=True)
class ColumnWords:
    """What is said of one column of the table; ``statements`` empty: nothing is held for it."""

    letter: str
    name: str
    statements: tuple[StatementWords, ...]


@dataclass(frozen=True, slots=True)
class TableWords:
    """Every column, and statements on medicines that are not on this table."""

    columns: tuple[ColumnWords, ...]
    elsewhere: tuple[StatementWords, ...]
    readable: bool
    """Whether any result could be read at all."""

    @property
    def silent(self) -> str:
        """The columns nothing is held for, as a sentence; empty where there is none."""
        letters = [column.letter for column in self.columns if not column.statements]
        if not letters or not self.readable:
            return ""
        return _("{letters}: we hold no CPIC statement for these results.").format(
            letters=listed(letters)
        )


def table_words(content: DecisionContent, library: GeneLibrary, found: Found) -> TableWords:
    """The statements at the columns that contain such a medicine; every column is there."""
    columns = []
    placed: set[str] = set()
    for option in content.decision.options:
        here = [m for m in found.matches if option.treatment in library.treatments_of(m.statement)]
        placed |= {match.statement.id for match in here}
        name = say(content, f"treatments.{option.treatment}.name")
        columns.append(ColumnWords(option.letter, name, statements_words(library, here)))
    rest = [match for match in found.matches if match.statement.id not in placed]
    readable = any(reading.result is not None for reading in found.readings)
    return TableWords(tuple(columns), statements_words(library, rest), readable)


def statements_words(library: GeneLibrary, matches: Sequence[Match]) -> tuple[StatementWords, ...]:
    """Statements in the order of the library; the same words about several medicines are one."""
    grouped: dict[tuple[object, ...], list[Match]] = {}
    for match in matches:
        s = match.statement
        scores = tuple(need.scores for need in s.needs) if match.by_score else ()
        key = (s.says, s.when, s.note, scores, s.meaning, s.strength, s.source, _own_words(s))
        grouped.setdefault(key, []).append(match)
    return tuple(_words(library, group) for group in grouped.values())


def _words(library: GeneLibrary, group: Sequence[Match]) -> StatementWords:
    first = group[0].statement
    names = [name for match in group for name in match.statement.medicines]
    medicines = [library.words(f"medicines.{name}") for name in dict.fromkeys(names)]
    says = library.words(f"says.{first.says}").replace("{medicine}", listed(medicines))
    parts = [
        _if_score(group[0]),
        library.words(f"when.{first.when}") if first.when else "",
        says,
        library.words(f"notes.{first.note}") if first.note else "",
    ]
    return StatementWords(
        ids=tuple(match.statement.id for match in group),
        plain=" ".join(part for part in parts if part),
        original=original(library, first),
        own_words=_own_words(first),
        source=brief_reference(library.sources[first.source]),
    )


def _if_score(match: Match) -> str:
    if not match.by_score:
        return ""
    ranges = [need.scores for need in match.statement.needs if need.scores is not None]
    return _("If the activity score is {scores}:").format(
        scores=" ".join(range_words(scores) for scores in ranges)
    )


def original(library: GeneLibrary, statement: Statement) -> str:
    """Guideline and year, what its sentence means, how strongly it is meant."""
    source = library.sources[statement.source]
    first = (source.authors or source.title).split(",")[0]
    return _(
        "CPIC guideline {year}, {author}. Original meaning: {meaning}. Strength: {how}."
    ).format(
        year=source.year or "",
        author=first,
        meaning=_(MEANINGS[statement.meaning]),
        how=_(STRENGTHS[statement.strength]),
    )


def _own_words(statement: Statement) -> str:
    if statement.quote_in_drawer:
        return _("CPIC’s own words name amounts or times: they stand in the clinician’s drawer.")
    return _("CPIC’s own words: “{quote}”").format(quote=statement.quote)


def columns_line(table: TableWords) -> str:
    """Which columns contain a medicine with a statement, in one sentence."""
    letters = [column.letter for column in table.columns if column.statements]
    if not table.readable:
        return _("Gene results: nothing follows from what is entered so far.")
    if not letters:
        return _("Gene results: we hold no CPIC statement on anything on this table.")
    return _("Gene results: CPIC has statements on medicines in {letters}.").format(
        letters=listed(letters)
    )


def findings_on_testing(library: GeneLibrary) -> tuple[tuple[str, str], ...]:
    """What testing does for pain: each finding with its caveat, and where it was published."""
    lines = []
    for name, estimate in library.evidence.items():
        finding = library.words(f"evidence.{name}.finding")
        caveat = library.words(f"evidence.{name}.caveat")
        lines.append((f"{finding} {caveat}", brief_reference(library.sources[estimate.source])))
    return tuple(lines)
