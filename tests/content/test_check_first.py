"""A damaged folder of things to check first: every fault is named with its place and remedy."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sdm_aid.content.load import load_decision
from sdm_aid.content.problem import ContentError

SHIPPED = Path(__file__).parents[2] / "resources"
QUESTIONS = "check_first/questions.toml"
WORDS = "text/en/check_first/questions.toml"
RULES = "check_first/medicines.toml"
Damage = tuple[str, str, str]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped content."""
    folder = tmp_path_factory.mktemp("whole") / "resources"
    shutil.copytree(SHIPPED, folder)
    return folder


@pytest.fixture
def damaged(whole: Path) -> Callable[[Damage], str]:
    """Puts one fault in, reads, takes it out again; what was said."""

    def read(damage: Damage) -> str:
        path = whole / damage[0]
        before = path.read_text("utf-8")
        assert damage[1] in before
        path.write_text(before.replace(damage[1], damage[2], 1), "utf-8")
        try:
            with pytest.raises(ContentError) as told:
                load_decision(whole, "sciatica", "en")
        finally:
            path.write_text(before, "utf-8")
        return str(told.value)

    return read


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ((RULES, 'touches = ["tramadol"]', 'touches = ["tramadoll"]'), "no such place"),
        ((RULES, 'facts = ["maoi"]', 'facts = ["maoii"]'), "no answer says this fact"),
        ((QUESTIONS, 'facts = ["diabetes"]', 'facts = ["sugar"]'), "it has no topic"),
        ((QUESTIONS, 'takes = ["tramadol"]', 'takes = ["rest"]'), "no such place"),
        ((QUESTIONS, '"pregnancy.early"', '"pregnancy.soon"'), "no such answer"),
        ((QUESTIONS, 'id = "tramadol"', 'id = "nsaid"'), "stands twice"),
        ((QUESTIONS, "[[questions]]", "[[quesions]]"), "there is no such list"),
        ((RULES, 'severity = "needs-plan"', 'severity = "bad"'), "severity"),
        ((RULES, "check_original = true", 'check_original = "yes"'), "check_original"),
        ((RULES, "[[rules]]", "[[rules]"), "not valid TOML"),
        ((WORDS, 'insulin = "yes, with insulin"', ""), "the text is missing"),
        ((WORDS, "[contradictions]", '[contradictions]\nold = "x"'), "left over"),
        (("check_first/places.toml", '"drg-stimulation" }', '"drg" }'), "no such treatment"),
    ],
)
def test_each_fault_is_named(damaged: Callable[[Damage], str], damage: Damage, words: str) -> None:
    told = damaged(damage)
    assert words in told
    assert "check_first" in told


def test_a_rule_belongs_to_the_digest_of_the_decisions_it_can_show_in(whole: Path) -> None:
    before = {d: load_decision(whole, d, "en").ref.digest for d in ("sciatica", "fibromyalgia")}
    path = whole / "text/en/check_first/injections-implants.toml"
    shipped = path.read_text("utf-8")
    path.write_text(shipped.replace("67 of 2,737", "68 of 2,737"), "utf-8")
    try:
        after = {d: load_decision(whole, d, "en").ref.digest for d in before}
        other = load_decision(whole, "neuropathic-pain", "en").text
    finally:
        path.write_text(shipped, "utf-8")
    assert after == before  # neither shows a stimulator
    assert "68 of 2,737" in other["check_first.rules.scs-infection-rate.statement"]


def test_content_without_the_folder_asks_nothing(whole: Path, tmp_path: Path) -> None:
    shutil.copytree(whole, tmp_path / "bare")
    shutil.rmtree(tmp_path / "bare" / "check_first")
    content = load_decision(tmp_path / "bare", "sciatica", "en")
    assert not content.check_first.questions
    assert not content.check_first.rules
