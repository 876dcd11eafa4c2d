"""Gene results by the published tables: every boundary, every score there is, what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sdm_aid.application.gene_library import gene_library
from sdm_aid.domain.actions import GeneReportWritten, GeneResultSet
from sdm_aid.domain.apply import apply
from sdm_aid.domain.gene_library import GeneLibrary
from sdm_aid.domain.gene_reading import find, read, year_in
from sdm_aid.domain.genes import GeneResult, Genes
from sdm_aid.wording.genes import older_table, problem_sentence
from tests.domain.visits import NOON, a_visit

CYP2D6 = {
    "poor": ["0"],
    "intermediate": ["0.25", "0.5", "0.75", "1"],
    "normal": ["1.25", "1.5", "1.75", "2", "2.25"],
    "ultrarapid": ["2.5", "2.75", "3", "3.25", "3.5", "3.75", "4", "4.25", "4.5", "4.75",
                   "5", "5.25", "5.5", "5.75", "6"],
}  # fmt: skip
CYP2C9 = {"poor": ["0", "0.5"], "intermediate": ["1", "1.5"], "normal": ["2"]}
EVERY_SCORE = [
    (gene, score, result)
    for gene, table in (("cyp2d6", CYP2D6), ("cyp2c9", CYP2C9))
    for result, scores in table.items()
    for score in scores
]
FORMS = [
    ("1.25", "normal"), ("1,25", "normal"), (" 1.250 ", "normal"), ("+1.25", "normal"),
    ("1.00", "intermediate"), ("0.0", "poor"), ("≥3.0", "ultrarapid"), (">= 4", "ultrarapid"),
]  # fmt: skip
WRONG = [
    ("cyp2d6", None, "abc", "not_a_number"), ("cyp2d6", None, "1.25.", "not_a_number"),
    ("cyp2d6", None, "1,2,5", "not_a_number"), ("cyp2d6", None, "*1/*4", "not_a_number"),
    ("cyp2d6", None, "nan", "not_a_number"), ("cyp2d6", None, "1e0", "not_a_number"),
    ("cyp2d6", None, "١", "not_a_number"), ("cyp2d6", None, ">2.25", "not_a_number"),
    ("cyp2d6", None, "-1", "negative"), ("cyp2d6", None, "−0.25", "negative"),
    ("cyp2d6", None, "7", "too_high"), ("cyp2d6", None, "6.25", "too_high"),
    ("cyp2d6", None, "1.1", "not_a_score"), ("cyp2d6", None, "1.2499", "not_a_score"),
    ("cyp2d6", None, "2.2501", "not_a_score"), ("cyp2d6", None, "≥1", "at_least_unclear"),
    ("cyp2d6", "normal", "1", "contradiction"), ("cyp2d6", "indeterminate", "1", "contradiction"),
    ("cyp2c9", None, "1.25", "not_a_score"), ("cyp2c9", None, "2.5", "too_high"),
    ("cyp2c9", "poor", "2", "contradiction"), ("cyp2c19", "poor", "1", "no_scores"),
    ("hla-b-15-02", "present", "1", "no_scores"), ("cyp2d6", "rapid", None, "unknown_result"),
    ("cyp3a4", "poor", None, "unknown_gene"),
]  # fmt: skip


@pytest.fixture(scope="module")
def library() -> GeneLibrary:
    return gene_library("en")


@pytest.mark.parametrize(("gene", "score", "result"), EVERY_SCORE)
def test_every_score_gives_the_result_of_the_table(
    library: GeneLibrary, gene: str, score: str, result: str
) -> None:
    reading = read(library, GeneResult(gene=gene, score=score))
    assert (reading.result, reading.score, reading.problem) == (result, Decimal(score), None)
    agreed = read(library, GeneResult(gene=gene, result=result, score=score))
    assert agreed.problem is None


def test_no_score_is_left_out_above(library: GeneLibrary) -> None:
    known = {(gene, Decimal(score)) for gene, score, _result in EVERY_SCORE}
    there = {(gene.id, score) for gene in library.file.gene for score in gene.possible}
    assert known == there


@pytest.mark.parametrize(("typed", "result"), FORMS)
def test_a_score_may_be_written_in_these_forms(
    library: GeneLibrary, typed: str, result: str
) -> None:
    assert read(library, GeneResult(gene="cyp2d6", score=typed)).result == result


@pytest.mark.parametrize(("gene", "result", "score", "problem"), WRONG)
def test_what_cannot_be_gets_one_sentence_and_no_statement(
    library: GeneLibrary, gene: str, result: str | None, score: str | None, problem: str
) -> None:
    given = GeneResult(gene=gene, result=result, score=score)
    reading = read(library, given)
    assert reading.problem == problem
    sentence = problem_sentence(reading)
    assert sentence.startswith(gene.upper().replace("-15-02", "*15:02"))
    assert sentence.count(".") >= 1 and "{" not in sentence  # noqa: PT018  (field, then remedy)
    found = find(library, Genes(results=(given,)))
    assert (found.matches, found.waiting, found.unsaid) == ((), (), ())


def test_the_sentence_repeats_only_the_start_of_what_was_typed(library: GeneLibrary) -> None:
    typed = "x" * 9_000  # would not break, and the window would grow as wide as that
    reading = read(library, GeneResult(gene="cyp2d6", score=typed))
    assert f"“{'x' * 40}…”" in problem_sentence(reading)
    assert reading.given.score == typed


def test_a_wrong_entry_leaves_the_others_as_they_are(library: GeneLibrary) -> None:
    right = GeneResult(gene="cyp2c9", score="2")
    wrong = GeneResult(gene="cyp2d6", score="abc")
    alone = find(library, Genes(results=(right,))).matches
    assert find(library, Genes(results=(wrong, right))).matches == alone != ()


def test_a_statement_on_two_genes_waits_for_the_other(library: GeneLibrary) -> None:
    found = find(library, Genes(results=(GeneResult(gene="cyp2c19", result="poor"),)))
    assert [(one.medicine, one.genes) for one in found.waiting] == [("amitriptyline", ("cyp2d6",))]
    assert found.matches == ()


def test_statements_for_want_of_a_gene_go_when_it_is_known(library: GeneLibrary) -> None:
    slow = GeneResult(gene="cyp2d6", result="poor")

    def ids(*results: GeneResult) -> set[str]:
        return {m.statement.id for m in find(library, Genes(results=results)).matches}

    assert "ami-cyp2d6-only-pm" in ids(slow)
    assert "ami-cyp2d6-only-pm" in ids(slow, GeneResult(gene="cyp2c19", result="indeterminate"))
    both = ids(slow, GeneResult(gene="cyp2c19", result="normal"))
    assert ("ami-nm-pm" in both, "ami-cyp2d6-only-pm" in both) == (True, False)


def test_without_the_score_every_statement_it_decides_between_stands(library: GeneLibrary) -> None:
    found = find(library, Genes(results=(GeneResult(gene="cyp2c9", result="intermediate"),)))
    by_score = {m.statement.id for m in found.matches if m.by_score}
    assert {"celecoxib-cyp2c9-im15", "celecoxib-cyp2c9-im1"} <= by_score
    known = find(library, Genes(results=(GeneResult(gene="cyp2c9", score="1"),)))
    assert not any(match.by_score for match in known.matches)
    assert "celecoxib-cyp2c9-im15" not in {m.statement.id for m in known.matches}


@pytest.mark.parametrize(
    ("dated", "sure"), [("3 May 2018", True), ("12/2019", True), (None, False), ("spring", False)]
)
def test_reports_read_by_an_older_table_are_named(
    library: GeneLibrary, dated: str | None, sure: bool
) -> None:
    genes = Genes(results=(GeneResult(gene="cyp2d6", result="normal"),), dated=dated)
    words, is_older = older_table(library, genes)
    assert (bool(words), is_older) == (True, sure)
    assert "2020" in words


def test_newer_reports_and_other_genes_have_no_older_table(library: GeneLibrary) -> None:
    newer = Genes(results=(GeneResult(gene="cyp2d6", result="normal"),), dated="7 Jan 2020")
    other = Genes(results=(GeneResult(gene="cyp2c9", result="normal"),), dated="2010")
    assert older_table(library, newer) == older_table(library, other) == ("", False)
    assert year_in("drawn 1998, read 2021") == 2021
    assert year_in("no. 120201") is None


def test_taking_everything_back_leaves_the_visit_as_before(library: GeneLibrary) -> None:
    before = after = a_visit()
    for action in (
        GeneResultSet(result=GeneResult(gene="cyp2d6", result="poor"), library=library.ref),
        GeneReportWritten(field="dated", words="2021"),
        GeneReportWritten(field="dated", words=None),
    ):
        after = apply(after, action, NOON)
    assert after.genes.library == library.ref
    assert apply(after, GeneResultSet(result=GeneResult(gene="cyp2d6")), NOON) == before
