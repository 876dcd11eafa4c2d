"""How many pages a plan takes, for every decision, and that none of them ends half empty."""

from __future__ import annotations

import pytest

from sdm_aid.documents.blocks import Document
from sdm_aid.documents.pdf import render as rendering
from sdm_aid.documents.pdf.printable import with_replacements
from sdm_aid.documents.plan import build_plan
from sdm_aid.domain import actions as a
from tests.documents.paper_text import pages_of
from tests.documents.plan.visits import much, visit
from tests.full_visit import SIGNED, signed
from tests.shipped.decisions import DECISIONS
from tests.shipped.once import loaded

REASON = a.TextWritten(field="patient_reason", words="I want to walk to work again. " * 60)
SIGNED_FOR = (
    a.SignatureCleared(party="patient"),
    signed("representative", "Luca Rossi", relation="husband", why="she cannot hold a pen"),
    signed("witness", "Nurse Bell"),
    signed("interpreter", "Ana Lima"),
)


def laid(document: Document) -> tuple[list[float], float, bool]:
    """How full each page is, the size of the text in points, and whether the closer form stands.

    Laid out as for print, and not drawn.
    """
    pages = rendering._fitted(with_replacements(document), SIGNED, ())
    fill = [page.height / pages.room for page in pages.laid]
    return fill, pages.theme.unit, pages.document.blocks == document.close


@pytest.mark.parametrize("name", DECISIONS)
def test_a_whole_visit_takes_four_pages_with_the_table_and_a_quick_one_two(name: str) -> None:
    fill, size, close = laid(build_plan(visit(name)))
    assert len(fill) <= 4
    assert min(fill[:-1]) > 0.7
    assert size >= 9.5
    assert not close
    quick, _size, _close = laid(build_plan(visit(name, quick=True)))
    assert len(quick) <= 2


@pytest.mark.parametrize("name", ["sciatica", "osteoarthritis-joint-pain"])
def test_much_that_was_typed_still_takes_four_pages(name: str) -> None:
    typed = [one for one in much(loaded(name)) if not isinstance(one, a.MeasureSet)]
    for more in (
        [one for one in typed if isinstance(one, a.GeneResultSet)],
        [one for one in typed if isinstance(one, a.FactToggled | a.TopicMarked)],
        [one for one in typed if isinstance(one, a.TextWritten | a.PlanStepSet | a.TeamMemberSet)],
        list(SIGNED_FOR),
    ):
        fill, size, _close = laid(build_plan(visit(name, *more)))
        assert len(fill) <= 4, more
        assert size >= 9


def test_words_that_do_not_fit_take_more_pages_at_full_size_and_none_is_lost() -> None:
    document = build_plan(visit("sciatica", REASON, *much(loaded("sciatica"))))
    fill, size, close = laid(document)
    assert len(fill) > 4
    assert (size, close) == (10, False)
    assert min(fill[:-1]) > 0.7


def test_signatures_share_their_page_with_what_they_are_for() -> None:
    for quick in (False, True):
        page = pages_of(build_plan(visit("sciatica", quick=quick)))[-1]
        assert "signed on screen" in page
        assert "About this paper, and signatures" in page
        assert "The signatures are for the whole of this plan, every page of it." in page


def test_no_page_ends_with_a_heading_or_with_how_to_read_the_table() -> None:
    for name in ("sciatica", "neck-pain"):
        for page in pages_of(build_plan(visit(name)))[:-1]:
            words = page.split("Maria Rossi · born")[0] if page.count("born") == 1 else page
            assert not words.rstrip().endswith(("talked about", "What do experts say?"))
            assert "lined up against each other. Maria" not in page
