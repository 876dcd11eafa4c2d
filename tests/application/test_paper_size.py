"""The sheet of papers: as set, else as is usual in the country the computer names."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from sdm_aid.application.export_plan import handout_bytes, plan_bytes
from sdm_aid.application.paper_size import paper_size, use_paper_size, usual_size
from sdm_aid.application.settings import Settings, load_settings, save_settings
from sdm_aid.documents.roles import PageSize
from tests.full_visit import SIGNED, a_quick_session, the_content


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    use_paper_size("")


@pytest.mark.parametrize(
    ("locales", "sheet"),
    [
        ((), "A4"),
        (("C.UTF-8",), "A4"),
        (("en_US.UTF-8",), "Letter"),
        (("fr_CA", "fr_FR"), "Letter"),
        (("es_MX.UTF-8",), "Letter"),
        (("fil_PH",), "Letter"),
        (("zh_Hant_TW",), "A4"),
        (("en_GB.UTF-8", "en_US.UTF-8"), "A4"),
        (("C", "en_US"), "Letter"),
        (("English_United States.1252",), "Letter"),
        (("Spanish_Mexico",), "Letter"),
        (("German_Germany.1252",), "A4"),
    ],
)
def test_the_usual_sheet_is_that_of_the_first_country_named(
    locales: tuple[str, ...], sheet: str
) -> None:
    assert usual_size(locales).value == sheet


def test_the_clinics_own_word_goes_before_the_country(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert paper_size() is PageSize.LETTER
    use_paper_size("A4")
    assert paper_size() is PageSize.A4
    use_paper_size("")
    for plain in ("de_DE.UTF-8", "C.UTF-8"):
        monkeypatch.setenv("LC_ALL", plain)
        assert paper_size() is PageSize.A4


def test_the_setting_is_kept_and_nothing_else_is_taken_for_a_sheet(tmp_path: Path) -> None:
    save_settings(tmp_path, Settings(paper_size="Letter"))
    assert load_settings(tmp_path).settings.paper_size == "Letter"
    (tmp_path / "settings.json").write_text('{"paper_size": "A5"}', encoding="utf-8")
    loaded = load_settings(tmp_path)
    assert loaded.settings.paper_size == ""
    assert loaded.problem


def test_plan_and_handout_are_laid_out_for_it() -> None:
    session, content = a_quick_session(), the_content()
    use_paper_size("Letter")
    plan = plan_bytes(content, session.state, session.journal, SIGNED)
    for data in (plan, handout_bytes(content, session.state, SIGNED)):
        boxes = {tuple(map(float, page.mediabox)) for page in PdfReader(BytesIO(data)).pages}
        assert boxes == {(0.0, 0.0, 612.0, 792.0)}
