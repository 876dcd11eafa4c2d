"""``sdm-aid handout`` as it is run: the empty paper as a PDF, or one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.journeys.test_commands import sdm_aid


def test_the_empty_handout_is_written_over_an_older_one(tmp_path: Path) -> None:
    out = tmp_path / "sciatica.pdf"
    out.write_bytes(b"older")
    words = ("--decision", "sciatica", "--large-print", "--page", "letter", "--out", str(out))
    run = sdm_aid("handout", *words, home=tmp_path / "home")
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == str(out)
    page = PdfReader(out).pages[0]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == (612.0, 792.0)
    assert "Leg pain from the back" in page.extract_text()
    assert [path.name for path in tmp_path.glob("*.p*")] == ["sciatica.pdf"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--decision", "nope", "--out", "x.pdf"), "there is no such decision"),
        (("--decision", "sciatica", "--out", "no/such/x.pdf"), "no/such/x.pdf: "),
    ],
)
def test_bad_input_is_one_sentence_and_leaves_nothing(
    tmp_path: Path, words: tuple[str, ...], says: str
) -> None:
    placed = [str(tmp_path / word) if word.endswith(".pdf") else word for word in words]
    run = sdm_aid("handout", *placed, home=tmp_path / "home")
    assert run.returncode == 2
    assert says in run.stderr
    assert len(run.stderr.strip().splitlines()) == 1
    assert not list(tmp_path.rglob("*.pdf"))
