"""What somebody enters so that a gene statement is about it, in the table's own terms."""

from __future__ import annotations

from sdm_aid.domain.gene_library import GeneLibrary, Need, Statement
from sdm_aid.domain.genes import GeneResult


def entries_for(library: GeneLibrary, statement: Statement) -> tuple[tuple[GeneResult, ...], ...]:
    """Every way to meet the needs: each result, and each score where scores decide."""
    ways: list[tuple[GeneResult, ...]] = [()]
    for need in statement.needs:
        ways = [(*way, one) for way in ways for one in _meeting(library, need)]
    return tuple(ways)


def _meeting(library: GeneLibrary, need: Need) -> list[GeneResult]:
    gene = library.gene(need.gene)
    assert gene is not None
    if need.scores is not None:
        held = [score for score in gene.possible if need.scores.holds(score)]
        return [GeneResult(gene=gene.id, score=str(score)) for score in held]
    results = need.results or tuple(row.result for row in gene.rows)
    return [GeneResult(gene=gene.id, result=result) for result in results]
