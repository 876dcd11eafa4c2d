"""Pages of a PDF as pictures: shape, ink and words."""

from __future__ import annotations

import pytest

from sdm_aid.application.export_plan import plan_bytes
from sdm_aid.domain.journal import Journal
from sdm_aid.ui.preview import page_pictures
from tests.domain.visits import NOON
from tests.ui.pages.real_content import the_content
from tests.ui.pages.signed import a_signed_visit


def test_every_page_is_a_sheet_with_ink_and_words() -> None:
    state = a_signed_visit()
    pdf = plan_bytes(the_content(), state, Journal(begun=state), NOON)
    pages = page_pictures(pdf, 700)
    assert len(pages) > 1
    for page in pages:
        assert page.image.width() == 700
        assert page.image.height() > page.image.width()
        corner = page.image.pixelColor(2, 2)
        assert (corner.red(), corner.green(), corner.blue()) == (255, 255, 255)
        darkest = min(
            page.image.pixelColor(x, y).lightness()
            for x in range(0, 700, 3)
            for y in range(0, page.image.height(), 3)
        )
        assert darkest < 100
        assert "Maria Rossi" in page.words


def test_what_is_no_pdf_is_said_so() -> None:
    with pytest.raises(ValueError, match="not a PDF"):
        page_pictures(b"hello", 700)
    with pytest.raises(ValueError, match="width"):
        page_pictures(b"hello", 0)
