"""The plan prints what is good enough and which plan it follows, and nothing where neither is."""

from __future__ import annotations

from sdm_aid.documents.paper import PaperInput
from sdm_aid.documents.plan import build_plan
from sdm_aid.domain import actions as a
from sdm_aid.domain.signing import Follows
from tests.documents.paper_text import text_of
from tests.full_visit import SIGNED, a_session, the_content

FOLLOWS = Follows(visit_id="b" * 32, sealed_at=SIGNED, sha256="ab" * 32)


def test_a_new_version_names_the_plan_it_follows_at_its_top_and_with_the_fingerprint() -> None:
    state = a_session(a.TargetPainSet(score=3)).state.evolve(follows=FOLLOWS)
    text = text_of(build_plan(PaperInput(the_content(), state, SIGNED, "SDM Aid 0.1")))
    top = "A new version. It follows the plan signed on 21 Nov 2026, which stays as it was."
    assert top in text
    assert text.index(top) < text.index("Go with C.")
    assert "This plan follows the plan signed on 21 Nov 2026, fingerprint" in text
    assert FOLLOWS.sha256 in text.replace(" ", "")
    assert "Good enough for me: pain of 3 or less" in text


def test_neither_stands_where_neither_was_said() -> None:
    document = build_plan(PaperInput(the_content(), a_session().state, SIGNED, "SDM Aid 0.1"))
    said = str(document)
    assert "Good enough" not in said
    assert "new version" not in said.lower()
