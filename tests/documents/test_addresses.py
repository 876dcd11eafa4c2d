"""Addresses in printed words lead where they say."""

from __future__ import annotations

import pytest

from sdm_aid.documents.addresses import addressed


@pytest.mark.parametrize(
    ("words", "shown", "target"),
    [
        (
            "Review, 2020, doi:10.1002/x.pub2.",
            "doi:10.1002/x.pub2",
            "https://doi.org/10.1002/x.pub2",
        ),
        (
            "(doi:10.1016/S0140(15)60-4).",
            "doi:10.1016/S0140(15)60-4",
            "https://doi.org/10.1016/S0140(15)60-4",
        ),
        ("See PMID 123456; 2019", "PMID 123456", "https://pubmed.ncbi.nlm.nih.gov/123456/"),
        ("at https://a.example/b?c=1, today", "https://a.example/b?c=1", "https://a.example/b?c=1"),
    ],
)
def test_address_is_a_link_and_all_else_is_not(words: str, shown: str, target: str) -> None:
    runs = addressed(words, soft=True)
    (link,) = (run for run in runs if run.link)
    assert link.text == shown
    assert link.link is not None
    assert link.link.to == target
    assert shown in link.link.says
    assert "".join(run.text for run in runs) == words
    assert all(run.soft for run in runs)


def test_two_addresses_and_none() -> None:
    assert [run.link is not None for run in addressed("doi:10.1/a, doi:10.1/b")] == [
        True,
        False,
        True,
    ]
    assert [run.link for run in addressed("doi: none, 10.1/a")] == [None]
    assert addressed("") == ()
