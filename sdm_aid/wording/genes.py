"""Gene results in words: what was entered, what it means by the table, what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from sdm_aid.domain.gene_reading import year_in
from sdm_aid.i18n import N_, _
from sdm_aid.wording.gene_names import gene_name, result_name

if TYPE_CHECKING:
    from sdm_aid.domain.gene_library import GeneLibrary, ScoreRange
    from sdm_aid.domain.gene_reading import Found, Problem, Reading
    from sdm_aid.domain.genes import Genes

QUOTED = 40
"""Letters of what was typed that a sentence about it repeats."""
_PROBLEMS: Mapping[Problem, str] = MappingProxyType(
    {
        "unknown_gene": N_(
            "{gene}: this version of the program holds no table for it. Update the program, or "
            "write the result under “another gene”."
        ),
        "unknown_result": N_(
            "{gene}, result: “{result}” is not a result of its table. Choose one of those offered."
        ),
        "no_scores": N_(
            "{gene}, activity score: CPIC uses none for it. Take the score away and choose the "
            "result."
        ),
        "not_a_number": N_(
            "{gene}, activity score: “{score}” is not a number. Type the number alone, such as "
            "{example}, or choose the result."
        ),
        "negative": N_(
            "{gene}, activity score: “{score}” lies below zero. Type a number from 0 to {most}."
        ),
        "too_high": N_(
            "{gene}, activity score: “{score}” is higher than any CPIC lists. Type a number from "
            "0 to {most}."
        ),
        "not_a_score": N_(
            "{gene}, activity score: “{score}” cannot come up, for it goes in steps of {step}. "
            "Read the report again."
        ),
        "at_least_unclear": N_(
            "{gene}, activity score: “{score}” fits more than one result. Type the number alone, "
            "or choose the result."
        ),
        "contradiction": N_(
            "{gene}: the score {number} means “{by_score}” by CPIC’s table, but “{result}” is "
            "chosen. Ask the lab which holds, and take one of the two away."
        ),
    }
)


def problem_sentence(reading: Reading) -> str:
    """One sentence that names field and remedy; empty where all is well."""
    if reading.problem is None:
        return ""
    gene, given = reading.gene, reading.given
    possible = gene.possible if gene else ()
    return _(_PROBLEMS[reading.problem]).format(
        gene=gene_name(given.gene),
        result=result_name(given.result) if given.result else "",
        score=_shortened(given.score or ""),
        number=score_words(reading.score) if reading.score is not None else "",
        by_score=result_name(reading.by_score) if reading.by_score else "",
        most=score_words(possible[-1]) if possible else "",
        step=score_words(gene.step) if gene and gene.step is not None else "",
        example=score_words(possible[len(possible) // 4]) if possible else "",
    )


def _shortened(typed: str) -> str:
    """The start of what was typed: a line that never breaks would widen the window."""
    return typed if len(typed) <= QUOTED else f"{typed[:QUOTED]}…"


def score_words(score: Decimal) -> str:
    """A score without trailing zeros: 1.25, 2."""
    text = f"{score:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def range_words(scores: ScoreRange) -> str:
    """Scores from here to there."""
    low, high = scores.at_least, scores.at_most
    if low is not None and low == high:
        return score_words(low)
    parts = (
        (_("above {score}"), scores.above),
        (_("from {score}"), low),
        (_("below {score}"), scores.below),
        (_("up to {score}"), high),
    )
    ends = [form.format(score=score_words(end)) for form, end in parts if end is not None]
    return listed(ends) if scores.above is not None else " ".join(ends)


def result_given(reading: Reading) -> str:
    """What the report says of one gene: "CYP2D6: intermediate, activity score 1"."""
    given, parts = reading.given, []
    if given.result:
        parts.append(result_name(given.result))
    if given.score:
        parts.append(_("activity score {score}").format(score=given.score.strip()))
    if reading.problem is None and not given.result and reading.result:
        by_table = _("{result} by CPIC’s table").format(result=result_name(reading.result))
        parts.append(by_table)
    return _("{what}: {value}").format(what=gene_name(given.gene), value=", ".join(parts))


def meaning(library: GeneLibrary, reading: Reading) -> str:
    """What the result means, in plain words; what is wrong, where something is."""
    if reading.problem is not None:
        return problem_sentence(reading)
    return library.words(f"meaning.{reading.result}") if reading.result else ""


def report_line(genes: Genes) -> str:
    """When and where the report was made, in the words that were typed."""
    pairs = ((_("date: {words}"), genes.dated), (_("laboratory: {words}"), genes.laboratory))
    return "; ".join(form.format(words=words.strip()) for form, words in pairs if words)


def older_table(library: GeneLibrary, genes: Genes) -> tuple[str, bool]:
    """A caution about reports read by an older table, and whether this is such a report.

    Empty where no gene with an older table was entered, or the report is newer.
    """
    for given in genes.results:
        gene = library.gene(given.gene)
        if gene is None or gene.older_before is None:
            continue
        year = year_in(genes.dated)
        if year is not None and year >= gene.older_before:
            continue
        named = {"gene": gene_name(gene.id), "year": gene.older_before}
        again = _("Ask the lab to read it again by the table that CPIC uses now.")
        if year is None:
            words = _("{gene}: if the report is from before {year}, it may use an older table.")
            return f"{words.format(**named)} {again}", False
        words = _("{gene}: the report is from before {year}, so it may use an older table.")
        return f"{words.format(**named)} {again}", True
    return "", False


def not_known(library: GeneLibrary, found: Found, genes: Genes) -> tuple[str, ...]:
    """What does not follow from what was entered, each a sentence."""
    lines = [problem_sentence(one) for one in found.readings if one.problem == "unknown_gene"]
    lines += [*_waiting(library, found), *_by_score(found), *_unsaid(library, found)]
    if genes.other:
        sentence = _(
            "“{words}”: we hold no table and no statement on a pain medicine for it. It is kept "
            "as you typed it. For star alleles choose the result the lab gives."
        )
        lines.append(sentence.format(words=genes.other.strip()))
    return tuple(lines)


def _waiting(library: GeneLibrary, found: Found) -> list[str]:
    grouped: dict[tuple[str, ...], list[str]] = {}
    for one in found.waiting:
        grouped.setdefault(one.genes, []).append(library.words(f"medicines.{one.medicine}"))
    form = _("{medicines}: CPIC has a statement that also needs {genes}, which is not entered.")
    return [
        form.format(medicines=listed(names), genes=listed([gene_name(gene) for gene in genes]))
        for genes, names in grouped.items()
    ]


def _by_score(found: Found) -> list[str]:
    genes = [
        need.gene
        for match in found.matches
        if match.by_score
        for need in match.statement.needs
        if need.scores is not None
    ]
    form = _("{gene}: which of the statements holds depends on the activity score. Ask the lab.")
    return [form.format(gene=gene_name(gene)) for gene in dict.fromkeys(genes)]


def _unsaid(library: GeneLibrary, found: Found) -> list[str]:
    grouped: dict[tuple[str, str], list[str]] = {}
    for one in found.unsaid:
        name = library.words(f"medicines.{one.medicine}")
        grouped.setdefault((one.gene, one.result), []).append(name)
    form = _("{medicines}: we hold no CPIC statement for {gene} {result}.")
    return [
        form.format(medicines=listed(names), gene=gene_name(gene), result=result_name(result))
        for (gene, result), names in grouped.items()
    ]


def listed(names: list[str]) -> str:
    """ "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return _("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])
