"""Choosing a language."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sdm_aid import i18n
from sdm_aid.i18n import _, ngettext, npgettext, pgettext, use_language


def test_english_needs_no_catalogue(tmp_path: Path) -> None:
    use_language("en-GB", tmp_path)
    assert _("What matters to you") == "What matters to you"
    assert ngettext("{n} week", "{n} weeks", 1) == "{n} week"
    assert i18n.current_language() == "en-GB"


def test_a_catalogue_is_spoken_with_plurals_and_context(catalogues: Path) -> None:
    use_language("de", catalogues)
    assert _("Start") == "Beginn"
    assert pgettext("verb", "Start") == "Anlauf"
    assert ngettext("{n} person", "{n} people", 3) == "{n} Personen"
    assert npgettext("x", "{n} cup", "{n} cups", 3) == "{n} cups"


def test_a_language_without_catalogue_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        use_language("de", tmp_path)
    assert i18n.current_language() == "en"
    assert _("Start") == "Start"


def test_languages_on_offer(catalogues: Path, tmp_path: Path) -> None:
    assert i18n.available_languages(catalogues) == ("en", "ar", "de")
    assert i18n.available_languages(tmp_path / "nothing") == ("en",)


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("en", "ltr"),
        ("de-AT", "ltr"),
        ("ar", "rtl"),
        ("he_IL", "rtl"),
        ("qps", "ltr"),
        ("qpr", "rtl"),
    ],
)
def test_reading_direction(language: str, direction: str) -> None:
    assert i18n.direction_of(language) == direction


def test_direction_follows_the_language_in_use() -> None:
    use_language("qpr")
    assert i18n.direction() == "rtl"


def test_marked_constants_are_themselves() -> None:
    assert i18n.N_("later") == "later"
    assert i18n.NN_("{n} day", "{n} days") == ("{n} day", "{n} days")


def test_the_first_screen_needs_neither_babel_nor_pydantic_nor_qt() -> None:
    code = (
        "import sys, datetime\n"
        "from sdm_aid.wording import steps, outcomes, cells, certainty, figure, harms, sources\n"
        "from sdm_aid.i18n import formats\n"
        "formats.number(10000), formats.date_short(datetime.date(2026, 1, 2))\n"
        "formats.relative(datetime.date(2026, 1, 2), datetime.date(2026, 3, 2))\n"
        "heavy = {'babel', 'pydantic', 'PySide6', 'reportlab'} & set(sys.modules)\n"
        "sys.exit(f'imported: {heavy}' if heavy else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_template_of_messages_is_current() -> None:
    root = Path(__file__).parents[2]
    script = root / "packaging" / "extract_messages.py"
    done = subprocess.run([sys.executable, str(script), "--check"], cwd=root, check=False)
    assert done.returncode == 0, "run: python packaging/extract_messages.py"
