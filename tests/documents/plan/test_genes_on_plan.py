"""Gene results on the plan where the statements on them cannot be read."""

from __future__ import annotations

from sdm_aid.documents.plan import build_plan
from sdm_aid.domain import actions as a
from sdm_aid.domain.genes import GeneResult
from tests.documents.paper_text import paper_of, text_of
from tests.full_visit import a_session


def test_without_the_statements_a_result_still_bears_the_name_the_laboratory_uses() -> None:
    allele = a.GeneResultSet(result=GeneResult(gene="hla-b-15-02", result="present"))
    plan = text_of(build_plan(paper_of(a_session(allele, whole=False))))
    assert "HLA-B*15:02: present (positive)" in plan
    assert "The statements on these results could not be read" in plan
