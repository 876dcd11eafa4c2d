"""The top of a handout: what it is, what is going on, and the things we could do with letters."""

from __future__ import annotations

from sdm_aid.documents.blocks import (
    Block,
    Box,
    BoxRole,
    BulletList,
    KeepTogether,
    Paragraph,
    Run,
    TextRole,
    TextSize,
)
from sdm_aid.documents.comparison_blocks import lettered_list, reason_line
from sdm_aid.documents.paper import PaperInput, section, used_past_its_day
from sdm_aid.documents.plan.agreed import get_help
from sdm_aid.domain.comparison import Column, ComparisonTable
from sdm_aid.domain.library import DecisionContent
from sdm_aid.i18n import _
from sdm_aid.wording.facts import say


def what_it_is() -> tuple[Block, ...]:
    """What the patient holds in hand, in three sentences."""
    first = _(
        "There is more than one good way forward. Doing nothing new for now is one of them. You "
        "can change your mind."
    )
    then = _(
        "This paper is yours to keep. It shows what we looked at together. The last pages are "
        "there to look things up: more findings, and where the numbers come from."
    )
    return (Paragraph((Run(first),), TextRole.LEAD), Paragraph((Run(then),)))


def get_help_early(paper: PaperInput, size: TextSize) -> tuple[Block, ...]:
    """The box to find in a hurry; in large print it may go on over the page."""
    box = get_help(paper)
    if size is not TextSize.LARGE:
        return box
    return tuple(
        inside
        for block in box
        for inside in (block.blocks if isinstance(block, KeepTogether) else (block,))
    )


def past_its_day(paper: PaperInput) -> tuple[Block, ...]:
    """That the content is out of date, before anything is read in it; nothing where it is not."""
    past = used_past_its_day(paper)
    if not past:
        return ()
    label = Run(_("OUT OF DATE") + ". ", strong=True)
    return (Box(BoxRole.CAUTION, (Paragraph((label, *past)),)),)


def going_on(paper: PaperInput) -> tuple[Block, ...]:
    """The story of the content, as on the screen."""
    content = paper.content
    lines = [(Run(say(content, key)),) for key in content.text if key.startswith("going_on.")]
    return section(_("What is going on"), (BulletList(tuple(lines)),) if lines else ())


def things_we_could_do(paper: PaperInput, table: ComparisonTable) -> tuple[Block, ...]:
    """The letters that this paper uses, in one form for all; then what did not stand side by side.

    One that is not right for this person stays in its place, with the reason.
    """
    content = paper.content
    reasons = [reason_line(mark.option, content, mark.reason) for mark in paper.state.not_suitable]
    here = (_lettered(content, table.columns), *reasons)
    other = (_lettered(content, table.standby),) if table.standby else ()
    return (
        *section(_("The things we could do"), here),
        *section(_("The other things we could do"), other, 3),
    )


def _lettered(content: DecisionContent, columns: tuple[Column, ...]) -> Block:
    named = []
    for column in columns:
        prefix = f"treatments.{column.treatment}"
        name = Run(content.words(f"{prefix}.name") + ": ", strong=True)
        named.append((column.letter, (Paragraph((name, Run(say(content, f"{prefix}.short")))),)))
    return lettered_list(named)
