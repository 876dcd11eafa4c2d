"""Where the numbers come from: one entry a source, in plain words.

What is needed to read a number stands at the number. Here stands whose work it is: what kind of
study, who made it, how many people it counted, when, who paid, and where to find it.
"""

from __future__ import annotations

from functools import cached_property

from sdm_aid.documents.addresses import addressed
from sdm_aid.documents.blocks import Block, Newspaper, Paragraph, Run, TextRole
from sdm_aid.documents.figure_lines import SourceNumbers, source_place
from sdm_aid.documents.paper import section
from sdm_aid.documents.provenance import shown_estimates, source_numbers
from sdm_aid.domain.comparison import ComparisonTable
from sdm_aid.domain.evidence import Estimate
from sdm_aid.domain.library import DecisionContent
from sdm_aid.i18n import _, ngettext
from sdm_aid.i18n.formats import number
from sdm_aid.wording.counted import counted_noun
from sdm_aid.wording.sources import brief_reference


class Sources:
    """The sources of one handout, numbered as its figures meet them."""

    def __init__(self, content: DecisionContent, table: ComparisonTable) -> None:
        self.content = content
        self.shown = shown_estimates(content, table)
        self._table = table

    @cached_property
    def numbers(self) -> SourceNumbers:
        """The number in brackets of each source."""
        return source_numbers(self.content, self.shown, self._table)


def source_list(sources: Sources, *, visit: bool) -> tuple[Block, ...]:
    """Each source once; before it, where all that stands behind a figure can be read.

    ``visit``: the paper comes from one, so that its file names the content.
    """
    content, numbers = sources.content, sources.numbers
    if not numbers:
        return ()
    entries = tuple(
        Paragraph(_entry(sources, source, place), TextRole.SMALL, source_place(place))
        for source, place in numbers.items()
    )
    return section(
        _("Where the numbers come from"),
        (Paragraph((Run(_how_to_look_up(content, visit=visit)),)), Newspaper(entries)),
    )


def _how_to_look_up(content: DecisionContent, *, visit: bool) -> str:
    words = _(
        "The numbers in square brackets lead to this list. Where it does not say who paid, what we "
        "read does not say it. Everything behind a figure – who was studied, how it was counted, "
        "who graded it, what to take care with – stands in the program: ask us to open its source."
    )
    if not visit:
        return words
    named = _("The foot of each page names the exact content.")
    return f"{words} {named}"


def _entry(sources: Sources, source: str, place: int) -> tuple[Run, ...]:
    content = sources.content
    found = content.sources[source]
    told = []
    own = [content.estimates[name] for name in sources.shown]
    if counted := _most_counted(content, [one for one in own if one.source == source]):
        told.append(counted)
    if found.funding:
        told.append(_("Paid for by: {who}.").format(who=found.funding.rstrip(".")))
    rest = (Run(" " + " ".join(told)),) if told else ()
    reference = addressed(brief_reference(found) + ".")
    return (Run(f"[{number(place)}] ", strong=True), *reference, *rest)


def _most_counted(content: DecisionContent, estimates: list[Estimate]) -> str:
    """The largest count of people behind a figure of this source; empty where none is stated."""
    counts = [(_total(one), one) for one in estimates if _total(one)]
    if not counts:
        return ""
    total, estimate = max(counts, key=lambda pair: pair[0])
    if estimate.counted != "people":
        noun = counted_noun(content, estimate)
        return _("{n} {counted} counted.").format(n=number(total), counted=noun)
    return ngettext("{n} person counted.", "{n} people counted.", total).format(n=number(total))


def _total(estimate: Estimate) -> int:
    """Everybody counted for one figure, in both groups where the source states both."""
    if estimate.difference is not None and estimate.difference.total:
        return estimate.difference.total
    groups = (estimate.treated, estimate.control)
    return sum(group.total for group in groups if group is not None and group.total)
