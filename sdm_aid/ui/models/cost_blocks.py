"""Prices published elsewhere, as they stand in the drawer: for both people, and the clinician."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdm_aid.i18n import _
from sdm_aid.ui.models.blocks import Block
from sdm_aid.ui.models.source_blocks import SourceSection, figure_section
from sdm_aid.wording.costs import prices_named
from sdm_aid.wording.facts import fact_price
from sdm_aid.wording.published_costs import (
    PublishedWords,
    fact_where,
    not_ours,
    published_for,
    published_words,
)
from sdm_aid.wording.sentence import sentence
from sdm_aid.wording.sources import reference

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sdm_aid.domain.costs import PublishedCost
    from sdm_aid.domain.evidence import Fact
    from sdm_aid.domain.library import DecisionContent


def has_published(content: DecisionContent, row: str, letter: str) -> bool:
    """Whether others published anything about what this cell's treatment costs."""
    return bool(published_for(content, letter) or _further_facts(content, row, letter))


def sections_behind(
    content: DecisionContent, row: str, letter: str, estimates: Sequence[str]
) -> list[SourceSection]:
    """Where the numbers of a cell come from; on the cost row what others published."""
    if content.decision.row(row).group == "cost":
        return cost_sections(content, row, letter)
    return [figure_section(content, one) for one in estimates]


def cost_sections(content: DecisionContent, row: str, letter: str) -> list[SourceSection]:
    """All that was published about one treatment; results of studies in the clinician's part."""
    costs = published_for(content, letter)
    shown = [_cost_section(content, cost) for cost in costs if cost.shown == "patient"]
    shown += [_fact_section(content, fact) for fact in _further_facts(content, row, letter)]
    head = Block("text", not_ours() if shown else _("No checked price found."))
    rest = [_of_clinician(content, cost) for cost in costs if cost.shown == "clinician"]
    return [SourceSection((head,), ()), *shown, *rest]


def _further_facts(content: DecisionContent, row: str, letter: str) -> tuple[Fact, ...]:
    """The prices that the cell names and that the list of costs does not hold."""
    cells = content.decision.row(row).cells
    key = next((cell.text for cell in cells if cell.option == letter), None)
    listed = {cost.place for cost in published_for(content, letter)}
    facts = [content.facts[name] for name in prices_named(content, key)] if key else []
    return tuple(fact for fact in facts if fact.place not in listed)


def _cost_section(content: DecisionContent, cost: PublishedCost) -> SourceSection:
    words = published_words(cost, content.text)
    pairs = (
        (_("Published in"), words.where),
        (_("Paid by"), words.who),
        (_("What this figure is"), sentence(words.basis)),
        (_("Take care"), words.note),
        (_("Source"), words.source),
    )
    blocks = [Block("number", words.name), Block("lead", words.amount), *_told(pairs)]
    return SourceSection(tuple(blocks), tuple(_exact(cost, words)))


def _fact_section(content: DecisionContent, fact: Fact) -> SourceSection:
    pairs = (
        (_("Published in"), fact_where(fact)),
        (_("Paid by"), fact.payer or ""),
        (_("Source"), reference(content.sources[fact.source])),
    )
    price = fact_price(fact)
    blocks = [Block("number", _("The price in the table")), Block("lead", price), *_told(pairs)]
    exact = (Block("strong", price), *_pairs(((_("Words found"), _quoted(fact.quote)),)))
    return SourceSection(tuple(blocks), exact)


def _of_clinician(content: DecisionContent, cost: PublishedCost) -> SourceSection:
    words = published_words(cost, content.text)
    return SourceSection((), tuple(_exact(cost, words, whole=True)))


def _exact(cost: PublishedCost, words: PublishedWords, *, whole: bool = False) -> Iterator[Block]:
    about = ((_("Paid by"), words.who), (_("What this figure is"), words.basis))
    pairs = (
        (_("Amount"), words.exact),
        (_("Published in"), words.where if whole else ""),
        *(about if whole else ()),
        (_("Billing code"), cost.code or ""),
        (_("Worked out"), cost.derived or ""),
        (_("Note"), words.drawer),
        (_("Words found"), _quoted(cost.quote)),
        (_("Read at"), cost.place if cost.printable else ""),
        (_("Source"), words.source if whole else ""),
    )
    yield Block("strong", words.name)
    yield from _pairs(pairs)


def _told(pairs: tuple[tuple[str, str], ...]) -> list[Block]:
    found: list[Block] = []
    for label, text in pairs:
        if text:
            found += [Block("gap"), Block("soft", label), Block("text", text)]
    return found


def _pairs(pairs: tuple[tuple[str, str], ...]) -> Iterator[Block]:
    for label, text in pairs:
        if text:
            yield Block("lined", f"{label}:", tail=text)


def _quoted(words: str) -> str:
    return _("“{quote}”").format(quote=words)
