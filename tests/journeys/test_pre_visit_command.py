"""``sdm-aid pre-visit`` as it is run: a PDF, or one sentence with a remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.test_commands import sdm_aid


def test_the_sheet_and_a_questionnaire_are_written(tmp_path: Path) -> None:
    for words in (("--decision", "sciatica"), ("--measure", "peg", "--large-print")):
        out = tmp_path / f"{words[1]}.pdf"
        run = sdm_aid("pre-visit", *words, "--out", str(out), home=tmp_path / "home")
        assert run.returncode == 0, run.stderr
        assert out.read_bytes().startswith(b"%PDF")
        assert str(out) in run.stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--decision", "nope", "--out", "x.pdf"), "there is no such decision"),
        (("--measure", "nope", "--out", "x.pdf"), "There are: "),
        (("--measure", "peg", "--out", "no/such/x.pdf"), "no/such/x.pdf: "),
        (("--measure", "peg", "--language", "xx", "--out", "x.pdf"), "There are: en"),
    ],
)
def test_bad_input_is_one_sentence_and_leaves_nothing(
    tmp_path: Path, words: tuple[str, ...], says: str
) -> None:
    placed = [str(tmp_path / word) if word.endswith(".pdf") else word for word in words]
    run = sdm_aid("pre-visit", *placed, home=tmp_path / "home")
    assert run.returncode == 2
    assert says in run.stderr
    assert "Traceback" not in run.stderr
    assert not list(tmp_path.rglob("*.pdf"))
