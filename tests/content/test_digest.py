"""The fingerprint: blind to order and white space, awake to every value and word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdm_aid.content.load import load_decision
from tests.content.builders import Files, mini_content, mini_decision, write_content
from tests.content.faults import DECISION, NEEDLE


def _reorder(value: Any, rank: Callable[[str], int]) -> Any:
    if isinstance(value, dict):
        return {key: _reorder(value[key], rank) for key in sorted(value, key=rank)}
    if isinstance(value, list):
        return [_reorder(item, rank) for item in value]
    return value


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**31), spaces=st.text(" \n\t", max_size=5))
def test_digest_ignores_order_and_white_space(
    tmp_path_factory: pytest.TempPathFactory, seed: int, spaces: str
) -> None:
    plain = mini_decision(tmp_path_factory.mktemp("plain"))

    def rank(key: str) -> int:
        return hash((seed, key))

    files = _reorder(mini_content(), rank)
    for topic in ("evidence/mini-needle.toml", "evidence/mini-stretch.toml"):
        files[topic]["estimate"].sort(key=lambda item: rank(item["id"]))
    resources = write_content(tmp_path_factory.mktemp("mixed"), files)
    for path in resources.rglob("*.toml"):
        path.write_text(path.read_text("utf-8") + spaces, "utf-8")
    assert load_decision(resources, "mini", "en").ref.digest == plain.ref.digest


def _word(files: Files) -> None:
    files["text/en/treatments/needle.toml"]["harms"]["weak"]["name"] = "Weak for a while"


def _number(files: Files) -> None:
    files[NEEDLE]["estimate"][0]["treated"]["high"] = 71


def _source_year(files: Files) -> None:
    files[NEEDLE]["source"][0]["year"] = 2021


def _fact_value(files: Files) -> None:
    files["evidence/mini-stretch.toml"]["fact"][0]["high"] = 9


def _row_order(files: Files) -> None:
    files[DECISION]["rows"].reverse()


@pytest.mark.parametrize("change", [_word, _number, _source_year, _fact_value, _row_order])
def test_digest_changes_with_any_value_or_word(
    tmp_path: Path, change: Callable[[Files], None]
) -> None:
    files = mini_content()
    change(files)
    changed = mini_decision(tmp_path / "changed", files)
    assert changed.ref.digest != mini_decision(tmp_path / "plain").ref.digest
