"""Prices on paper: the chosen treatment's in the plan, and published ones that were looked at."""

from __future__ import annotations

from sdm_aid.documents.addresses import addressed
from sdm_aid.documents.blocks import Block, Paragraph, Run, TextRole
from sdm_aid.documents.comparison_blocks import lettered_list
from sdm_aid.documents.paper import PaperInput, said, section
from sdm_aid.domain.prices import Price, PriceList
from sdm_aid.i18n import _
from sdm_aid.wording.costs import price_words
from sdm_aid.wording.published_costs import (
    PublishedWords,
    not_ours,
    published_for,
    published_words,
)
from sdm_aid.wording.sentence import sentence


def chosen_price(paper: PaperInput) -> tuple[Block, ...]:
    """What the clinic says that the chosen treatment costs, with the sum and the list's date."""
    state, outcome = paper.state, paper.state.outcome
    if state.prices is None or outcome is None or outcome.option is None:
        return ()
    price = state.prices.of(paper.content.treatment_of(outcome.option).id)
    return () if price is None else (_own(price, state.prices),)


def _own(price: Price, prices: PriceList) -> Paragraph:
    words = price_words(price, prices)
    label = Run(_("What it costs:"), strong=True)
    return Paragraph((label, Run(" "), said(" ".join(words.lines()))))


def published_prices(paper: PaperInput) -> tuple[Block, ...]:
    """Prices published elsewhere, for the columns whose sources were opened together."""
    content, decision = paper.content, paper.content.decision
    rows = {row.id for row in decision.rows if row.group == "cost"}
    opened = {one.option for one in paper.state.seen if one.row in rows and one.view == "source"}
    each = []
    for option in decision.options:
        costs = published_for(content, option.letter) if option.letter in opened else ()
        lines = [published_words(one, content.text) for one in costs if one.shown == "patient"]
        if lines:
            each.append((option.letter, tuple(_line(one) for one in lines)))
    if not each:
        return ()
    head = Paragraph((Run(not_ours(), soft=True),), TextRole.DETAIL)
    return section(_("Prices published elsewhere"), (head, lettered_list(each)))


def _line(words: PublishedWords) -> Paragraph:
    source = addressed(f" {sentence(words.brief)}", soft=True)
    return Paragraph((Run(words.line()), *source), TextRole.DETAIL)
