"""Every CPIC statement that is held: reached, said plainly, printed with its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from sdm_aid.application.gene_library import gene_library, library_of
from sdm_aid.content.check.genes import check_genes
from sdm_aid.documents.blocks import Run
from sdm_aid.documents.paper import PaperInput
from sdm_aid.documents.plan import build_plan
from sdm_aid.documents.plan.genes import genes as printed
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.gene_library import Statement
from sdm_aid.domain.gene_reading import find
from sdm_aid.domain.genes import GeneResult, Genes
from sdm_aid.paths import resources_dir
from sdm_aid.wording.gene_drawer import drawer_lines
from sdm_aid.wording.gene_statements import findings_on_testing, table_words
from sdm_aid.wording.genes import not_known
from sdm_aid.wording.sources import brief_reference
from tests.full_visit import SIGNED, STARTED
from tests.shipped.decisions import DECISIONS, shipped
from tests.shipped.gene_entries import entries_for
from tests.wording.patient_rules import RULES, lexicon_hits

LIBRARY = gene_library("en")
STATEMENTS = LIBRARY.file.statement
PRINTED_AS_FIGURES = {"decimal"}
"""An activity score is the laboratory's own number, with its quarters."""


def a_paper(genes: Genes, decision: str = "neuropathic-pain") -> PaperInput:
    content = shipped(decision)
    state = Consultation(visit_id="b" * 32, content=content.ref, started=STARTED, genes=genes)
    return PaperInput(content, state, SIGNED, "SDM Aid 0.1", genes=library_of(state, "en"))


def runs(part: Any) -> Iterator[str]:
    """The text of every run in some blocks."""
    if isinstance(part, Run):
        yield part.text
    elif isinstance(part, tuple):
        for one in part:
            yield from runs(one)
    elif is_dataclass(part):
        for field in fields(part):
            yield from runs(getattr(part, field.name))


def test_all_of_it_is_there() -> None:
    """What the evidence holds: 71 statements, 12 group figures, tables of three genes."""
    assert len({statement.id for statement in STATEMENTS}) == 71
    assert len(LIBRARY.file.frequency) == 12
    assert [gene.id for gene in LIBRARY.file.gene if gene.source] == ["cyp2d6", "cyp2c19", "cyp2c9"]
    assert list(check_genes(resources_dir())) == []


@pytest.mark.parametrize("statement", STATEMENTS, ids=[s.id for s in STATEMENTS])
def test_every_statement_is_reached_said_and_printed_with_its_source(statement: Statement) -> None:
    source = LIBRARY.sources[statement.source]
    assert source.doi or source.pmid
    ways = entries_for(LIBRARY, statement)
    assert ways
    for way in ways:
        genes = Genes(results=way)
        found = find(LIBRARY, genes)
        assert statement in [match.statement for match in found.matches if not match.by_score]
        table = table_words(shipped("neuropathic-pain"), LIBRARY, found)
        every = [one for column in table.columns for one in column.statements]
        (said,) = {one for one in (*every, *table.elsewhere) if statement.id in one.ids}
        assert str(source.year) in said.original
        kept_back = statement.quote not in said.own_words
        assert kept_back == statement.quote_in_drawer
        paper = "\n".join(runs(printed(a_paper(genes))))
        assert said.plain in paper
        assert said.original in paper
        assert brief_reference(source) in paper
    drawer = "\n".join(line for _head, lines in drawer_lines(LIBRARY, genes) for line in lines)
    assert statement.quote in drawer
    assert statement.place in drawer
    assert (source.doi or source.pmid or "?") in drawer


@pytest.mark.parametrize("name", DECISIONS)
def test_every_column_of_every_table_is_spoken_for(name: str) -> None:
    """A column has its statements, or stands among those for which none is held."""
    everything = Genes(
        results=(
            GeneResult(gene="cyp2d6", score="0"),
            GeneResult(gene="cyp2c19", result="normal"),
            GeneResult(gene="cyp2c9", result="poor"),
            GeneResult(gene="oprm1-comt", result="reported"),
        )
    )
    content = shipped(name)
    table = table_words(content, LIBRARY, find(LIBRARY, everything))
    assert [c.letter for c in table.columns] == [o.letter for o in content.decision.options]
    spoken = {column.letter for column in table.columns if column.statements}
    medicines = {"opioids", "amitriptyline", "duloxetine", "oral-nsaids", "sciatica-medicines"}
    named = {o.letter for o in content.decision.options if o.treatment in medicines}
    assert spoken == named
    listed = table.silent.partition(":")[0].replace(",", "").split()
    assert set(listed) - {"and"} == {c.letter for c in table.columns} - spoken


def test_words_for_both_follow_the_rules_of_patient_text() -> None:
    for statement in STATEMENTS:
        for way in entries_for(LIBRARY, statement)[:1]:
            genes = Genes(results=way, other="HLA-B*57:01")
            found = find(LIBRARY, genes)
            table = table_words(shipped("neuropathic-pain"), LIBRARY, found)
            said = [one for column in table.columns for one in column.statements]
            lines = [one.plain for one in (*said, *table.elsewhere)]
            lines += [*not_known(LIBRARY, found, genes), table.silent]
            for line in lines:
                broken = [name for name, rule in RULES.items() if rule.search(line)]
                assert set(broken) <= PRINTED_AS_FIGURES, line
                assert lexicon_hits(line) == [], line


def test_how_little_testing_is_known_to_do_for_pain_is_said_with_its_sources() -> None:
    lines = findings_on_testing(LIBRARY)
    assert len(lines) == 3
    assert "no clear difference in pain" in lines[0][0]
    assert all("doi:" in source for _words, source in lines)


def test_what_is_not_read_is_kept_and_said() -> None:
    genes = Genes(
        results=(GeneResult(gene="cyp2d6", score="abc"), GeneResult(gene="cyp2d9", result="slow")),
        other="HLA-B*58:01",
        dated="May 2018",
        laboratory="City lab",
    )
    text = "\n".join(runs(build_plan(a_paper(genes)).blocks))
    for part in ("“abc” is not a number", "CYP2D9", "“HLA-B*58:01”", "May 2018", "City lab"):
        assert part in text


def test_entered_with_other_statements_the_plan_says_so() -> None:
    older = LIBRARY.ref.evolve(version="2026.01", digest="0" * 64)
    genes = Genes(results=(GeneResult(gene="cyp2d6", result="poor"),), library=older)
    text = "\n".join(runs(printed(a_paper(genes))))
    assert LIBRARY.ref.digest in text
    assert "Entered with 2026.01, 0000" in text
    same = genes.evolve(library=LIBRARY.ref)
    assert "Entered with" not in "\n".join(runs(printed(a_paper(same))))


def test_with_nothing_entered_nothing_is_read_and_nothing_printed() -> None:
    paper = a_paper(Genes())
    assert paper.genes is None
    assert printed(paper) == ()
