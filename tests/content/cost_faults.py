"""Faults against the published costs, with the rule that finds each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from tests.content.builders import Files

COSTS = "costs/published.toml"
WORDS = "text/en/costs.toml"


def cost_files(files: Files, **fields: Any) -> None:
    """One price of the needle, sound but for what is given."""
    cost = {
        "id": "needle-price",
        "treatments": ["needle"],
        "shown": "patient",
        "basis": "list_price",
        "amounts": [{"low": 120.5}],
        "currency": "EUR",
        "price_year": 2026,
        "country": "Nowhere",
        "citation": "Made up",
        "url": "https://example.org/price",
        "place": "https://example.org/price",
        "quote": "it costs 120.50",
    }
    files[COSTS] = {"cost": [{**cost, **fields}]}
    files[WORDS] = {"needle-price": {"name": "One needle", "who": "Patients"}}


def contradicted(files: Files) -> None:
    cost_files(files)
    fact = {
        "id": "needle-said",
        "source": "made-up-trial",
        "place": "https://example.org/price",
        "quote": "it costs 99",
        "treatments": ["needle"],
        "low": 99.0,
        "unit": "money",
        "currency": "EUR",
    }
    files["evidence/mini-needle.toml"].setdefault("fact", []).append(fact)
    files["text/en/treatments/needle.toml"]["involves"] = "You pay {fact:needle-said}."


def words(end: str, said: str, files: Files) -> None:
    cost_files(files)
    files[WORDS]["needle-price"][end] = said


def fields(files: Files, **changed: Any) -> None:
    cost_files(files, **changed)


Fault = tuple[str, str, str, Callable[[Files], None]]
COST_FAULTS: list[Fault] = [
    ("C-01", "needle-said", "error", contradicted),
    ("C-02", "needle-price", "warn", partial(fields, quote="a lot")),
    ("C-03", "needle-price", "error", partial(fields, url="example.org")),
    ("C-03", "needle-price", "error", partial(fields, doi="doi:10.1/x")),
    ("C-03", "needle-price", "error", partial(fields, treatments=["needle", "noodle"])),
    ("C-03", "needle-price", "error", partial(fields, only_in=["mini", "minni"])),
    ("L-07", "costs.needle-price.note", "error", partial(words, "note", "It is often more.")),
    ("P-05", "costs.needle-price.name", "error", partial(words, "name", "All 3 needles")),
    ("LOAD", "needle-price.who_else", "error", partial(words, "who_else", "Nobody")),
    ("LOAD", 'cost[1] "needle-price"', "error", partial(fields, basis="ratio")),
    ("LOAD", 'cost[1] "needle-price"', "error", partial(fields, amounts=[{"low": -5.0}])),
    ("LOAD", 'cost[1] "needle-price"', "error", partial(fields, currency=None)),
]
