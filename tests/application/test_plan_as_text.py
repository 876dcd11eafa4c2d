"""A sealed plan as plain text: the words of its pages, and none where no seal stands by them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from sdm_aid.application.clinic_key import make_key
from sdm_aid.application.export_plan import PROGRAM, ExportRequest, export, plan_bytes
from sdm_aid.application.gene_library import library_of
from sdm_aid.application.plan_as_text import NoPlanText, kept_plan_as_text, plan_as_text
from sdm_aid.documents.paper import PaperInput
from sdm_aid.documents.plain_text import plan_text
from sdm_aid.documents.plan import build_plan
from sdm_aid.domain.signing import RecordHead
from sdm_aid.paths import resources_dir
from tests.full_visit import SIGNED, a_quick_session, the_content
from tests.ui.pages.reach import the_mini


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan sealed out of a record."""
    folder = tmp_path_factory.mktemp("sealed")
    session = a_quick_session()
    key = make_key(folder / "home", "Riverside Pain Clinic", "copper lantern field", SIGNED)
    head = RecordHead(seq=12, hash="ab" * 32)
    request = ExportRequest(
        the_content(), session.state, session.journal, key, SIGNED, folder, "", record=head
    )
    return export(request, lambda _sentence: None).plan


def test_the_text_is_that_of_the_sealed_plan(sealed: Path) -> None:
    text = plan_as_text(sealed.read_bytes(), the_content())
    state = a_quick_session().state
    genes = library_of(state, "en")
    head = RecordHead(seq=12, hash="ab" * 32)
    paper = PaperInput(the_content(), state, SIGNED, PROGRAM, record=head, genes=genes)
    assert text == plan_text(build_plan(paper))
    assert "ab" * 32 in text
    first = PdfReader(sealed).pages[0].extract_text()
    for words in ("Maria Rossi", "Book the injection", "walk"):
        assert words in text
        assert words in first


def test_a_plan_whose_visit_is_not_open_gives_the_same_words(sealed: Path, tmp_path: Path) -> None:
    data = sealed.read_bytes()
    assert kept_plan_as_text(data, resources_dir()) == plan_as_text(data, the_content())
    with pytest.raises(NoPlanText, match="other content"):
        kept_plan_as_text(data, tmp_path)


def test_other_content_gives_no_words(sealed: Path) -> None:
    with pytest.raises(NoPlanText, match="other content"):
        plan_as_text(sealed.read_bytes(), the_mini())


def test_no_seal_no_words() -> None:
    session = a_quick_session()
    plain = plan_bytes(the_content(), session.state, session.journal, SIGNED)
    with pytest.raises(NoPlanText, match="seal"):
        plan_as_text(plain, the_content())
