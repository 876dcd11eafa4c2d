"""Gene results for the clinician: quotes with doses, tables, group figures, sources, how read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sdm_aid.domain.gene_reading import find
from sdm_aid.i18n import _
from sdm_aid.wording.gene_names import gene_name, result_name
from sdm_aid.wording.gene_statements import original
from sdm_aid.wording.genes import listed, meaning, range_words, result_given
from sdm_aid.wording.sources import reference

if TYPE_CHECKING:
    from sdm_aid.domain.gene_library import Gene, GeneLibrary, Statement
    from sdm_aid.domain.genes import Genes

Lines = tuple[tuple[str, tuple[str, ...]], ...]
"""Headings, each with its lines."""


def drawer_lines(library: GeneLibrary, genes: Genes) -> Lines:
    """Everything that is held about the results entered."""
    found = find(library, genes)
    sections: list[tuple[str, tuple[str, ...]]] = []
    for reading in found.readings:
        lines = [meaning(library, reading)]
        if reading.gene is not None:
            lines += _table(library, reading.gene)
        sections.append((result_given(reading), tuple(line for line in lines if line)))
    for match in found.matches:
        s = match.statement
        names = listed([library.words(f"medicines.{name}") for name in s.medicines])
        sections.append((f"{names} ({_needs(s)})", tuple(_statement(library, s))))
    notes = [library.words(f"drawer.{note}") for note in library.file.drawer_notes]
    read = _("Read from {data}. Version {version}, {digest}.").format(
        data=library.file.read_from, version=library.ref.version, digest=library.ref.digest
    )
    sections.append((_("About these statements"), (*notes, read)))
    sections.append((library.words("testing.heading"), tuple(_testing(library))))
    return tuple(sections)


def _table(library: GeneLibrary, gene: Gene) -> Iterator[str]:
    scored = [
        _("{what}: {value}").format(what=result_name(row.result), value=range_words(row.scores))
        for row in gene.rows
        if row.scores is not None
    ]
    if scored:
        yield _("Activity scores: {rows}").format(rows="; ".join(scored))
    if gene.source is not None:
        yield _quote(gene.quote or "")
        yield reference(library.sources[gene.source])
    for one in library.file.frequency:
        if one.gene == gene.id:
            yield (
                _("{result}: {percent}% ({population}). {note} {source}")
                .format(
                    result=result_name(one.result),
                    percent=one.percent,
                    population=one.population,
                    note=one.note or "",
                    source=reference(library.sources[one.source]),
                )
                .replace("  ", " ")
            )


def _needs(statement: Statement) -> str:
    parts = []
    for need in statement.needs:
        results = [result_name(result) for result in need.results]
        what = _(" or ").join(results) if results else _("any result")
        scores = f" {range_words(need.scores)}" if need.scores is not None else ""
        parts.append(f"{gene_name(need.gene)} {what}{scores}")
    parts += [_("{gene} not known").format(gene=gene_name(gene)) for gene in statement.unknown]
    return "; ".join(parts)


def _statement(library: GeneLibrary, statement: Statement) -> Iterator[str]:
    if statement.when:
        yield library.words(f"when.{statement.when}")
    yield _quote(statement.quote)
    yield original(library, statement)
    for note in statement.drawer:
        yield library.words(f"drawer.{note}")
    yield reference(library.sources[statement.source])
    yield _("Read at {place}").format(place=statement.place)


def _testing(library: GeneLibrary) -> Iterator[str]:
    for name, estimate in library.evidence.items():
        yield library.words(f"evidence.{name}.drawer")
        yield reference(library.sources[estimate.source])


def _quote(words: str) -> str:
    return _("“{quote}”").format(quote=words)
