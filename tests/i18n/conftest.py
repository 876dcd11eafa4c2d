"""Every test begins and ends in English."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from sdm_aid.i18n import use_language


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    use_language("en")
    yield
    use_language("en")


@pytest.fixture
def catalogues(tmp_path: Path) -> Path:
    """A folder with a small German and a small Arabic catalogue."""
    for language, word in (("de", "{n} Personen"), ("ar", "{n} شخص")):
        folder = tmp_path / language / "LC_MESSAGES"
        folder.mkdir(parents=True)
        catalog = Catalog(locale=language)
        forms = catalog.num_plurals
        catalog.add(("{n} person", "{n} people"), tuple([word] * forms))
        catalog.add("Start", "Beginn")
        catalog.add("Start", "Anlauf", context="verb")
        with (folder / "sdm_aid.mo").open("wb") as stream:
            write_mo(stream, catalog)
    return tmp_path
