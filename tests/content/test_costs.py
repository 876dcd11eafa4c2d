"""The published costs that ship: all carried over, none a price of the clinic, all reachable."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdm_aid.content.costs import load_costs
from sdm_aid.content.load import load_decision
from sdm_aid.content.problem import ContentError
from sdm_aid.paths import resources_dir
from sdm_aid.ui.models.cost_blocks import cost_sections
from sdm_aid.wording.published_costs import published_words
from tests.content.builders import mini_content, write_content
from tests.content.cost_faults import COSTS, cost_files
from tests.shipped.once import entries, loaded

NO_COLUMN = {"mri-lumbar-us-2026", "mri-lumbar-us-2025"}
"""A scan is no treatment of a decision: it stands on the screen of prices alone."""


def test_every_cost_is_reached_from_the_cost_row_of_a_decision() -> None:
    every, _text = load_costs(resources_dir(), "en")
    said: set[str] = set()
    for entry in entries("en"):
        content = loaded(entry.id)
        row = next(row.id for row in content.decision.rows if row.group == "cost")
        for option in content.decision.options:
            sections = cost_sections(content, row, option.letter)
            shared = {block.text for one in sections for block in one.blocks}
            drawer = {block.text for one in sections for block in one.clinician}
            for cost in content.costs.values():
                name = published_words(cost, content.text).name
                if cost.belongs_to(content.decision.id, content.treatment_of(option.letter).id):
                    assert (name in shared) == (cost.shown == "patient"), cost.id
                    assert name in drawer
                    said.add(cost.id)
    assert len(every) == 63
    assert set(every) - said == NO_COLUMN


def test_each_price_is_shown_with_country_year_payer_and_source() -> None:
    every, text = load_costs(resources_dir(), "en")
    for cost in every.values():
        words = published_words(cost, text)
        assert cost.country in words.where
        assert str(cost.price_year or "year not stated") in words.where
        assert words.who
        assert cost.citation.rstrip(".") in words.source
        assert (cost.doi or cost.url or "?") in words.source
        assert ("not verified" in words.source) == bool(cost.missing)


@pytest.mark.parametrize(
    ("cost", "amount", "exact"),
    [
        ("esi-interlaminar-us-office-2025", "USD 247", "USD 246.80"),
        ("esi-us-patient-share-2026", "USD 140 to 210", "USD 140 to 210"),
        ("pgx-us-claims-paid", "all 46 %; panels 74 %; single genes 43 %", None),
        ("startback-uk-10yr", "GBP -135", "GBP -135.19"),
    ],
)
def test_amounts_are_said_whole_and_to_the_last_coin_in_the_drawer(
    cost: str, amount: str, exact: str | None
) -> None:
    every, text = load_costs(resources_dir(), "en")
    words = published_words(every[cost], text)
    assert words.amount == amount
    assert words.exact == (exact or amount)


def test_a_cost_changes_the_fingerprint_of_its_decisions_alone(tmp_path: Path) -> None:
    files = mini_content()
    before = load_decision(write_content(tmp_path / "0", files), "mini", "en").ref.digest
    cost_files(files, treatments=["noodle"])
    elsewhere = load_decision(write_content(tmp_path / "1", files), "mini", "en").ref.digest
    cost_files(files)
    own = load_decision(write_content(tmp_path / "2", files), "mini", "en").ref.digest
    cost_files(files, amounts=[{"low": 121.5}])
    other = load_decision(write_content(tmp_path / "3", files), "mini", "en").ref.digest
    assert elsewhere == before
    assert len({before, own, other}) == 3


def test_a_cost_that_stands_twice_is_told(tmp_path: Path) -> None:
    files = mini_content()
    cost_files(files)
    files[COSTS]["cost"] *= 2
    with pytest.raises(ContentError, match="the id stands twice"):
        load_decision(write_content(tmp_path, files), "mini", "en")
