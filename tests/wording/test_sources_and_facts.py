"""Where a figure comes from, and practical figures in prose."""

from __future__ import annotations

from typing import Any

import pytest

from sdm_aid.domain.evidence import Comparator, Fact
from sdm_aid.wording import facts, sources
from tests.wording.content_builder import SOURCE, content, estimate, level

SHAM = Comparator(kind="sham_procedure")


def fact(name: str = "time", **fields: Any) -> Fact:
    """A fact with quiet defaults."""
    place = "https://example.org/leaflet"
    return Fact(id=name, source="trial", place=place, quote="as found", **fields)


def test_a_reference_names_doi_then_pmid_then_address() -> None:
    assert sources.reference(SOURCE) == (
        "Author A, Author B. A trial of needles. Journal of Trials. 2021. doi:10.1000/trial"
    )
    by_pmid = SOURCE.evolve(doi=None, pmid="123")
    assert sources.reference(by_pmid).endswith("2021. PMID 123")
    by_address = SOURCE.evolve(doi=None, url="https://example.org/x", year=None, authors=None)
    assert sources.reference(by_address) == (
        "A trial of needles. Journal of Trials. https://example.org/x"
    )


def test_an_incomplete_reference_says_what_is_missing() -> None:
    partial = SOURCE.evolve(complete=False, missing=("year", "authors"))
    assert sources.reference(partial).endswith("(incomplete: year, authors not verified)")


def test_paper_prints_no_incomplete_reference_and_says_so() -> None:
    address = "https://example.org/x"
    partial = SOURCE.evolve(
        complete=False, missing=("year", "doi"), year=None, doi=None, url=address
    )
    line = sources.brief_reference(partial)
    assert line.endswith(
        ": “A trial of needles”. Not all of its reference is checked (year, doi), "
        "so the rest is not printed"
    )
    assert "example.org" not in line
    assert "Author A" not in line
    assert sources.brief_reference(SOURCE).endswith("doi:10.1000/trial")


def test_the_source_drawer_tells_the_whole_story() -> None:
    one = content(
        estimate(
            treated=level(58.0, 51.0, 65.0, events=58, total=1000),
            control=level(40.0),
            comparator=SHAM,
            blinded="yes",
        ),
        text={"evidence.e1.caveat": "Only two trials."},
    )
    said = sources.explain(one, "e1")
    assert said.blinding == "People did not know which one they had."
    assert said.counted == "58 of 1,000 people"
    assert said.time == "by 1 year"
    assert said.certainty == "fairly sure"
    assert said.funding == "not stated in what we read"
    assert said.quote == "“as found in the trial”"
    lines = dict(said.lines())
    assert lines["Take care"] == "Only two trials."
    assert lines["Source"].endswith("doi:10.1000/trial")
    assert "Worked out" not in lines


def test_people_without_events_and_without_total() -> None:
    one = content(estimate(treated=level(58.0, total=120)))
    assert sources.explain(one, "e1").counted == "120 people"
    assert sources.explain(content(estimate(treated=level(58.0))), "e1").counted == ""


@pytest.mark.parametrize("kind", ["none", "before_after"])
def test_nobody_knew_which_one_where_there_was_only_one(kind: Any) -> None:
    alone = estimate(treated=level(58.0), comparator=Comparator(kind=kind))
    said = sources.explain(content(alone), "e1")
    assert said.blinding == ""
    assert "Did people know" not in dict(said.lines())
    mixed = estimate(treated=level(58.0), comparator=Comparator(kind="usual_care", mixed=True))
    known = sources.explain(content(mixed), "e1").blinding
    assert known == "People knew which one they had."


def test_injections_are_not_counted_as_people() -> None:
    figure = estimate(
        treated=level(1.0, events=52, total=501509), per=10000, counted="procedures", kind="harm"
    )
    one = content(figure, text={"evidence.e1.counted": "injections"})
    assert sources.explain(one, "e1").counted == "52 of 501,509 injections"
    assert sources.explain(content(figure), "e1").counted == "52 of 501,509 times it is done"


def test_the_clinicians_drawer_has_exact_figures_and_number_needed() -> None:
    one = content(
        estimate(treated=level(58.4, 51.2, 65.0), control=level(40.0)),
        text={"evidence.e1.drawer": "Risk ratio 1.4."},
    )
    drawer = sources.drawer(one, "e1")
    assert drawer.value == "58.4 per 100"
    assert drawer.interval == "95% CI 51.2 to 65"
    assert drawer.control == "40 per 100"
    assert drawer.number_needed == "NNT 6 (both arms of the same study)"
    assert drawer.note == "Risk ratio 1.4."


def test_no_number_needed_without_both_arms() -> None:
    alone = sources.drawer(content(estimate(treated=level(58.0))), "e1")
    assert alone.number_needed == ""
    assert alone.control == ""
    harm = estimate(treated=level(5.0), control=level(1.0), kind="harm", better="lower")
    assert (
        sources.drawer(content(harm), "e1").number_needed
        == "Number needed to harm or spare one: 25"
    )


def test_ratios_stand_in_the_drawer_alone() -> None:
    ratio = estimate("relative", difference=level(1.4, 1.1, 1.8), display="clinician")
    assert sources.drawer(content(ratio), "e1").value == "1.4"
    score = estimate("score", treated=level(None, 2.0, 3.0))
    drawer = sources.drawer(content(score), "e1")
    assert (drawer.value, drawer.interval) == ("", "range 2 to 3")
    point = estimate("score", treated=level(2.5))
    assert sources.drawer(content(point), "e1").value == "2.5 on 0 to 10"


def test_prose_gets_its_figures() -> None:
    one = content(
        facts=(fact(low=15.0, high=30.0, unit="minutes"),),
        text={"rows.r1.a": "It takes {fact:time}. You go home after."},
    )
    assert facts.say(one, "rows.r1.a") == "It takes 15 to 30 minutes. You go home after."
    assert facts.say(one, "rows.r1.b", "") == ""
    with pytest.raises(KeyError):
        facts.say(one, "rows.r1.b")
    with pytest.raises(KeyError):
        facts.fill(one, "{fact:other}")


@pytest.mark.parametrize(
    ("where", "words"),
    [
        (
            {"country": "the United States", "price_year": 2026},
            "USD 247 (published in the United States, 2026)",
        ),
        ({"country": "Spain"}, "USD 247 (published in Spain, year not stated)"),
        ({"price_year": 2020}, "USD 247 (published in 2020)"),
        ({}, "USD 247"),
    ],
)
def test_a_price_names_country_and_year(where: dict[str, Any], words: str) -> None:
    price = fact(low=246.8, unit="money", currency="USD", **where)
    assert facts.fact_words(price) == words


def test_who_paid() -> None:
    assert facts.payer_line(fact(low=1.0, unit="visits")) == ""
    paid = fact(low=1.0, unit="money", currency="USD", payer="Medicare")
    assert facts.payer_line(paid) == "Paid by: Medicare"
