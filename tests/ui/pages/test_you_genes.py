"""The gene card: quiet until asked; every statement comes up by its controls; wrong entries."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.application.gene_library import gene_library
from sdm_aid.content.problem import ContentError, Problem
from sdm_aid.domain.actions import GeneReportWritten, GeneResultSet
from sdm_aid.domain.gene_reading import find
from sdm_aid.domain.genes import GeneResult, Genes
from sdm_aid.ui.pages.you import YouPage, genes
from sdm_aid.ui.theme.apply import apply_theme
from sdm_aid.wording.gene_statements import StatementWords, table_words
from tests.shipped.gene_entries import entries_for
from tests.shipped.once import loaded
from tests.ui.page_law import context_for
from tests.ui.pages.reach import (
    ROOM,
    nameless,
    one,
    press,
    put,
    shown_page,
    small,
    strike,
)
from tests.ui.pages.reach import the_mini as mini

LIBRARY = gene_library("en")


@pytest.fixture
def page(qtbot: QtBot) -> YouPage:
    return shown_page(qtbot, YouPage, mini())


def texts(page: QWidget) -> list[str]:
    QApplication.sendPostedEvents()  # what was made just now comes into view
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def wrong(page: YouPage, gene: str) -> str:
    label = one(page, QLabel, f"gene-{gene}-wrong")
    return label.text() if label.isVisibleTo(page) else ""


def test_it_is_closed_and_empty_until_somebody_asks(page: YouPage) -> None:
    assert page.genes.form is None
    assert not [words for words in texts(page) if "CYP2D6" in words]
    press(page, "genes-open")
    assert page.genes.form is not None
    assert page.state.genes == Genes()
    press(page, "genes-open")
    assert page.genes.form is None


def test_opened_and_left_with_nothing_entered_it_is_closed_again(page: YouPage) -> None:
    strike(page, "genes-open")
    page.leaving()
    page.reset_view()
    assert page.genes.form is None
    assert page.state.genes == Genes()


def test_every_statement_comes_up_by_the_controls(qtbot: QtBot) -> None:
    """Results by chips, scores typed; each statement stands there, and goes when taken back."""
    context = context_for(loaded("neuropathic-pain"))
    page = YouPage(context)
    qtbot.addWidget(page)
    context.bridge.changed.connect(page.genes.render_state)
    page.genes.open.click()
    wanted: dict[tuple[GeneResult, ...], list[str]] = {}
    for statement in LIBRARY.file.statement:
        wanted.setdefault(entries_for(LIBRARY, statement)[0], []).append(statement.id)
    for way, ids in wanted.items():
        enter(page, way)
        assert set(page.state.genes.results) == set(way)
        shown = "\n".join(label.text() for label in page.genes.findChildren(QLabel))
        assert [one for one in words_of(page) if one.plain not in shown] == []
        assert [one for one in words_of(page) if one.original not in shown] == []
        assert set(ids) <= {name for one in words_of(page) for name in one.ids}
        for given in way:
            page.dispatch(GeneResultSet(result=GeneResult(gene=given.gene)))
    page.genes.open.click()


def enter(page: YouPage, way: tuple[GeneResult, ...]) -> None:
    for given in way:
        if given.result:
            group = one(page, QWidget, f"gene-{given.gene}-results")
            one(group, QAbstractButton, f"chip-{given.result}").click()
        if given.score:
            put(page, f"gene-{given.gene}-score", given.score)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def words_of(page: YouPage) -> list[StatementWords]:
    table = table_words(page.content, LIBRARY, find(LIBRARY, page.state.genes))
    return [*(s for column in table.columns for s in column.statements), *table.elsewhere]


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("abc", "not a number"),
        ("-1", "below zero"),
        ("7", "higher than any CPIC lists"),
        ("1.1", "steps of 0.25"),
    ],
)
def test_an_impossible_score_is_kept_and_named(page: YouPage, typed: str, part: str) -> None:
    press(page, "genes-open")
    put(page, "gene-cyp2d6-score", typed)
    assert page.state.genes.results == (GeneResult(gene="cyp2d6", score=typed),)
    sentence = wrong(page, "cyp2d6")
    assert sentence.startswith("CYP2D6, activity score")
    assert part in sentence
    put(page, "gene-cyp2d6-score", "1,25")
    assert wrong(page, "cyp2d6") == ""
    assert "normal by CPIC’s table" in one(page, QLabel, "gene-cyp2d6-meaning").text()


def test_result_and_score_that_disagree_are_both_kept_until_one_goes(page: YouPage) -> None:
    press(page, "genes-open")
    press(page, "chip-normal", "gene-cyp2d6-results")
    put(page, "gene-cyp2d6-score", "1")
    assert page.state.genes.given("cyp2d6") == GeneResult(gene="cyp2d6", result="normal", score="1")
    assert "means “intermediate”" in wrong(page, "cyp2d6")
    assert not [words for words in texts(page) if "CPIC: use" in words]
    press(page, "chip-normal", "gene-cyp2d6-results")
    assert wrong(page, "cyp2d6") == ""
    assert [words for words in texts(page) if "CPIC: use" in words]


def test_a_score_taken_away_takes_the_entry_back(page: YouPage) -> None:
    press(page, "genes-open")
    put(page, "gene-cyp2c9-score", "2")
    assert page.state.genes.library == LIBRARY.ref
    put(page, "gene-cyp2c9-score", "  ")
    assert page.state.genes == Genes()


def test_an_allele_without_a_statement_is_kept_and_said(page: YouPage) -> None:
    press(page, "genes-open")
    put(page, "genes-other", "HLA-B*57:01")
    put(page, "genes-laboratory", "City lab")
    assert page.state.genes == Genes(other="HLA-B*57:01", laboratory="City lab")
    assert any("“HLA-B*57:01”: we hold no table" in words for words in texts(page))


def test_no_dose_and_no_share_stands_on_the_shared_screen(qtbot: QtBot) -> None:
    done = [
        GeneResultSet(result=GeneResult(gene="cyp2c9", score="0.5")),
        GeneResultSet(result=GeneResult(gene="cyp2d6", result="poor")),
        GeneResultSet(result=GeneResult(gene="cyp2c19", result="poor")),
        GeneResultSet(result=GeneResult(gene="hla-b-15-02", result="present")),
    ]
    page = shown_page(qtbot, YouPage, loaded("neuropathic-pain"), *done)
    shown = " ".join(texts(page.genes))
    assert "carbamazepine" in shown
    assert "CPIC’s own words: “Avoid codeine" in shown
    for part in ("%", "titrat", "reduction of", "days"):
        assert part not in shown


def test_damaged_statements_are_named_and_the_page_stands(
    page: YouPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(language: str) -> None:
        raise ContentError((Problem("genes/cpic.toml", "version", "missing", "Add it"),))

    monkeypatch.setattr(genes, "gene_library", damaged)
    press(page, "genes-open")
    assert any("genes/cpic.toml: version" in words for words in texts(page))
    page.dispatch(GeneReportWritten(field="dated", words="2021"))
    page.leaving()


def test_open_it_is_named_large_enough_and_fits_at_double_size(
    page: YouPage, qapp: QApplication
) -> None:
    apply_theme(qapp, "light")
    press(page, "genes-open")
    put(page, "gene-cyp2d6-score", "0,5")
    assert nameless(page) == []
    QApplication.processEvents()
    assert small(page) == []
    field = one(page, QLineEdit, "gene-cyp2d6-score")
    assert (field.text(), field.accessibleName()) == ("0,5", "CYP2D6: Activity score")
    apply_theme(qapp, "light", 2.0)
    try:
        assert page.minimumSizeHint().width() <= ROOM
    finally:
        apply_theme(qapp, "light", 1.0)
