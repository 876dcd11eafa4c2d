"""Gene results on the plan: what the report says, what CPIC says of it, what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sdm_aid.documents.blocks import Block, BulletList, Heading, Newspaper, Paragraph, Run
from sdm_aid.documents.paper import PaperInput, labelled, said, section, soft
from sdm_aid.domain.gene_library import GeneLibrary
from sdm_aid.domain.gene_reading import find, read
from sdm_aid.i18n import _
from sdm_aid.wording.gene_names import gene_name, result_name
from sdm_aid.wording.gene_statements import StatementWords, findings_on_testing, table_words
from sdm_aid.wording.genes import meaning, not_known, older_table, result_given


def genes(paper: PaperInput) -> tuple[Block, ...]:
    """Nothing at all where no report was entered."""
    if not paper.state.genes.entered:
        return ()
    library = paper.genes
    inside = [*_report(paper)]
    if library is None:
        inside.append(soft(_("The statements on these results could not be read for this paper.")))
    else:
        inside += [*_statements(paper, library), *_about(paper, library)]
    return section(_("Gene results"), (Newspaper(tuple(inside), dense=True),))


def _report(paper: PaperInput) -> Iterator[Block]:
    report, library = paper.state.genes, paper.genes
    made: list[Run] = []
    for label, words in ((_("Date:"), report.dated), (_("Laboratory:"), report.laboratory)):
        if words:
            made += [Run(label + " "), said(words.strip()), Run("  ")]
    if made:
        yield labelled(_("The report."), *made)
    for given in report.results:
        if library is None:
            result = result_name(given.result) if given.result else ""
            score = f" {given.score}" if given.score else ""
            yield Paragraph((said(f"{gene_name(given.gene)}: {result}{score}"),))
            continue
        reading = read(library, given)
        yield labelled(result_given(reading) + ".", Run(meaning(library, reading)))


def _statements(paper: PaperInput, library: GeneLibrary) -> Iterator[Block]:
    found = find(library, paper.state.genes)
    table = table_words(paper.content, library, found)
    for column in table.columns:
        if column.statements:
            heading = _("{letter}. {name}").format(letter=column.letter, name=column.name)
            yield from _listed(heading, _lines(column.statements))
    yield from _listed(_("Medicines that are not on this table"), _lines(table.elsewhere))
    every = [one for column in table.columns for one in column.statements]
    sources = dict.fromkeys(one.source for one in (*every, *table.elsewhere))
    yield from _listed(_("Where CPIC says so"), ((Run(source),) for source in sources))
    unknown = (*not_known(library, found, paper.state.genes), table.silent)
    older, _sure = older_table(library, paper.state.genes)
    lines = ((Run(line),) for line in (*unknown, older) if line)
    yield from _listed(_("What is not known"), lines)


def _listed(heading: str, lines: Iterable[tuple[Run, ...]]) -> Iterator[Block]:
    """A small heading with its points; nothing where there are none."""
    points = tuple(lines)
    if points:
        yield Heading(3, heading)
        yield BulletList(points)


def _lines(statements: Iterable[StatementWords]) -> Iterator[tuple[Run, ...]]:
    for one in statements:
        yield (Run(one.plain + " "), Run(one.original, soft=True))


def _about(paper: PaperInput, library: GeneLibrary) -> Iterator[Block]:
    findings = (
        (Run(words + " "), Run(source, soft=True)) for words, source in findings_on_testing(library)
    )
    yield from _listed(library.words("testing.heading"), findings)
    for note in library.file.notes:
        yield Paragraph((Run(library.words(f"notes.{note}")),))
    version = _("Gene statements {version}, SHA-256 {digest}; read from {data}.").format(
        version=library.ref.version, digest=library.ref.digest, data=library.file.read_from
    )
    begun = paper.state.genes.library
    if begun is not None and begun.digest != library.ref.digest:
        version += " " + _("Entered with {version}, {digest}.").format(
            version=begun.version, digest=begun.digest
        )
    yield soft(f"{library.words('incomplete')} {version}")
