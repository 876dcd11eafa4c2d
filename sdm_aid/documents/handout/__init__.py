"""The handout for the patient alone: pictures, harms, the table, questions, own words, sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sdm_aid.documents.blocks import (
    Block,
    BulletList,
    Direction,
    Document,
    Heading,
    Newspaper,
    Paragraph,
    Run,
    TextRole,
    TextSize,
    WritingLines,
)
from sdm_aid.documents.comparison_blocks import (
    lettered_list,
    number_lists,
    reason_line,
    words_table,
)
from sdm_aid.documents.cost_blocks import published_prices
from sdm_aid.documents.figure_lines import SourceNumbers
from sdm_aid.documents.harm_blocks import before_harms, harms_brief, harms_shared, harms_whole
from sdm_aid.documents.paper import (
    PaperInput,
    quoted,
    reviewed,
    running,
    said,
    section,
    used_past_its_day,
)
from sdm_aid.documents.handout.pictures import natural_course, pictures
from sdm_aid.documents.plan.agreed import get_help
from sdm_aid.documents.provenance import (
    experts,
    shown_estimates,
    source_list,
    source_numbers,
)
from sdm_aid.domain.comparison import ComparisonTable, comparison
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.library import DecisionContent
from sdm_aid.i18n import _, direction, formats
from sdm_aid.wording.direction import on_its_own
from sdm_aid.wording.facts import say
from sdm_aid.wording.sentence import sentence

AT_LENGTH = 2
"""Options whose harms the handout tells at length; the others have theirs in short."""


def build_handout(paper: PaperInput, size: TextSize = TextSize.STANDARD) -> Document:
    """The paper to take home as neutral blocks; ``size``: standard or large print."""
    content, state = paper.content, paper.state
    lines = []
    if state.patient.name:
        lines.append(_("For {name}").format(name=on_its_own(state.patient.name)))
    lines.append(formats.date_long(paper.now.date()))
    return Document(
        title=content.words("title"),
        language=content.ref.language,
        author=state.clinic.name or paper.program,
        subject=content.words("question"),
        header_lines=tuple(lines),
        running=running(paper, _("Handout")),
        blocks=_blocks(paper),
        direction=Direction(direction()),
        text_size=size,
    )


def _blocks(paper: PaperInput) -> tuple[Block, ...]:
    content, state = paper.content, paper.state
    table = comparison(content, state)
    shown = shown_estimates(content, table)
    numbers = source_numbers(content, shown, table)
    reasons = [reason_line(mark.option, content, mark.reason) for mark in state.not_suitable]
    found = number_lists(content, table, 3, TextRole.DETAIL, numbers, notes=True)
    return (
        Paragraph((Run(_opening()),), TextRole.LEAD),
        *_going_on(paper),
        *natural_course(paper, numbers),
        *pictures(paper, numbers),
        *section(_("What studies found"), (Newspaper(found),) if found else ()),
        Heading(2, _("Side by side")),
        words_table(content, table),
        *published_prices(paper),
        *reasons,
        *section(_("The other things we could do"), _standing_by(content, table)),
        *section(_("What could go wrong?"), _harms(paper, table, numbers)),
        *experts(content, table, 2, TextRole.DETAIL, numbers),
        *_own(paper),
        *get_help(paper),
        *_questions(paper),
        *_made_by(paper),
        *_sources(content, numbers, shown),
    )


def _harms(paper: PaperInput, table: ComparisonTable, numbers: SourceNumbers) -> tuple[Block, ...]:
    """At length for what was chosen or looked at most; nothing is left out for the others."""
    content = paper.content
    letters = [column.letter for column in table.columns]
    at_length = looked_at_most(paper.state, letters)
    shared = harms_shared(content, letters)
    long: list[Block] = []
    short: list[Block] = []
    for letter in letters:
        if letter in at_length:
            long += harms_whole(content, letter, 3, shared, numbers)
        else:
            short += harms_brief(content, letter, 3, shared, TextRole.DETAIL, numbers, notes=True)
    row = next((row.id for row in table.rows if row.kind == "harms"), "")
    note = say(content, f"rows.{row}.note", "")
    told = (Paragraph((Run(note),), TextRole.DETAIL),) if note else ()
    return (*told, before_harms(shared), Newspaper((*long, *short)))


def looked_at_most(state: Consultation, letters: Sequence[str]) -> tuple[str, ...]:
    """What was chosen, leaned to or opened most often on the table: two letters at most."""
    opened = Counter(seen.option for seen in state.seen)
    chosen = state.outcome.option if state.outcome else None
    wanted = [chosen, state.matters.leaning_after, *(letter for letter, _n in opened.most_common())]
    found = dict.fromkeys(letter for letter in wanted if letter in letters and letter)
    return tuple(found)[:AT_LENGTH]


def _opening() -> str:
    return _(
        "There is more than one good way forward. Doing nothing new for now is one of them. You "
        "can change your mind."
    )


def _going_on(paper: PaperInput) -> tuple[Block, ...]:
    content = paper.content
    lines = [(Run(say(content, key)),) for key in content.text if key.startswith("going_on.")]
    return section(_("What is going on"), (BulletList(tuple(lines)),) if lines else ())


def _own(paper: PaperInput) -> tuple[Block, ...]:
    state = paper.state
    blocks: list[Block] = []
    if state.you.goal_words:
        line = (Run(_("I would like to be able to:") + " "), *quoted(state.you.goal_words))
        blocks.append(Paragraph(line))
    for concern in state.matters.own:
        blocks.append(Paragraph((Run(_("It matters to me:") + " "), *quoted(concern.text))))
    return section(_("In my own words"), blocks)


def _questions(paper: PaperInput) -> tuple[Block, ...]:
    asked: list[Block] = []
    for question in paper.state.questions:
        answer = said(question.answer) if question.answer else Run(_("not answered yet"))
        asked.append(Paragraph((Run("“"), said(question.text), Run("” "), answer)))
    return section(_("My questions, now and for next time"), (*asked, WritingLines(4)))


def _made_by(paper: PaperInput) -> tuple[Block, ...]:
    content = paper.content
    decision = content.decision
    dates = _("Compiled {compiled}; review due {due}.").format(
        compiled=formats.date_short(decision.compiled), due=formats.date_short(decision.review_due)
    )
    parts = [reviewed(paper), dates, content.words("authors"), content.words("funding")]
    parts.append(content.words("conflicts_of_interest"))
    if paper.self_check:
        parts.append(sentence(paper.self_check))
    lines = [Paragraph((Run(" ".join(parts)),), TextRole.SMALL)]
    if past := used_past_its_day(paper):
        lines.insert(0, Paragraph(past, TextRole.SMALL))
    return section(_("Who made this"), lines)


def _sources(
    content: DecisionContent, numbers: SourceNumbers, shown: Sequence[str]
) -> tuple[Block, ...]:
    return section(
        _("Where the numbers come from"),
        (Newspaper(source_list(content, numbers, shown), dense=True),),
    )


def _standing_by(content: DecisionContent, table: ComparisonTable) -> tuple[Block, ...]:
    """What did not stand side by side this time: it is not gone."""
    named = []
    for column in table.standby:
        prefix = f"treatments.{column.treatment}"
        name = Run(content.words(f"{prefix}.name") + ": ", strong=True)
        named.append((column.letter, (Paragraph((name, Run(say(content, f"{prefix}.short")))),)))
    return (lettered_list(named),) if named else ()
