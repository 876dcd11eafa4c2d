"""What matters to the patient, in their words, and how sure they feel."""

from __future__ import annotations

from sdm_aid.documents.blocks import Block, Columns, Paragraph, Run
from sdm_aid.documents.paper import PaperInput, absent, labelled, option_name, quoted, said, section
from sdm_aid.domain.consultation import Consultation
from sdm_aid.i18n import _, formats, ngettext
from sdm_aid.wording import you as words


def matters(paper: PaperInput) -> tuple[Block, ...]:
    """Goals and weights on one side, leanings and the four SURE answers on the other."""
    state = paper.state
    parts = (
        (_("goals"), _goals(state)),
        (_("what is most important"), _weights(paper)),
        (_("what is not wanted"), _unwanted(paper)),
        (_("leaning"), _leanings(paper)),
        (_("how I feel about it (SURE)"), _sure(state)),
    )
    left = tuple(block for _name, blocks in parts[:3] for block in blocks)
    right = tuple(block for _name, blocks in parts[3:] for block in blocks)
    said_of = (Columns(left, right),) if left and right else left or right
    missing = absent(_("Not asked:"), (name for name, blocks in parts if not blocks))
    return section(_("What matters to me"), (*said_of, *missing))


def _goals(state: Consultation) -> tuple[Block, ...]:
    found: list[Block] = []
    if state.you.goal_words:
        found.append(labelled(_("I would like to be able to:"), *quoted(state.you.goal_words)))
    if state.you.goals:
        names = ", ".join(words.goal(goal) for goal in state.you.goals)
        found.append(labelled(_("This is about:"), Run(names)))
    return tuple(found)


def _weights(paper: PaperInput) -> tuple[Block, ...]:
    state = paper.state
    own = {concern.id: concern.text for concern in state.matters.own}
    named: list[Run] = []
    for stone in sorted(state.matters.stones, key=lambda stone: -stone.count):
        count = ngettext("{n} stone", "{n} stones", stone.count)
        named += [*_row_name(paper, stone.row, own), Run(" "), Run("(")]
        named += [Run(count.format(n=formats.number(stone.count))), Run("); ")]
    if not named:
        for row in state.matters.top:
            named += [*_row_name(paper, row, own), Run("; ")]
    if not named:
        return ()
    named[-1] = Run(named[-1].text.replace("; ", "."))
    return (labelled(_("Most important to me:"), *named),)


def _row_name(paper: PaperInput, row: str, own: dict[str, str]) -> tuple[Run, ...]:
    if row in own:
        return quoted(own[row])
    return (Run(paper.content.words(f"values.{row}.name", row)),)


def _unwanted(paper: PaperInput) -> tuple[Block, ...]:
    answers = paper.state.matters
    if answers.nothing_unwanted:
        return (labelled(_("I do not want:"), Run(_("asked, and nothing named"))),)
    if not answers.deal_breakers:
        return ()
    named: list[Run] = []
    for breaker in answers.deal_breakers:
        if breaker.own_words:
            named.append(said(breaker.own_words))
        else:
            key = f"deal_breakers.{breaker.id}"
            named.append(Run(paper.content.words(key, breaker.id)))
        named.append(Run("; "))
    named[-1] = Run(".")
    return (labelled(_("I do not want:"), *named),)


def _leanings(paper: PaperInput) -> tuple[Block, ...]:
    answers = paper.state.matters
    found: list[Block] = []
    for label, leaning in (
        (_("Leaning before we lined things up:"), answers.leaning_before),
        (_("Leaning afterwards:"), answers.leaning_after),
    ):
        if leaning == "unsure":
            found.append(labelled(label, Run(_("not sure"))))
        elif leaning:
            found.append(labelled(label, Run(option_name(paper.content, leaning))))
    if answers.rather_be_advised:
        found.append(Paragraph((Run(_("I would rather be advised by my clinician.")),)))
    if answers.would_change:
        found.append(labelled(_("What I would change:"), *quoted(answers.would_change)))
    return tuple(found)


def _sure(state: Consultation) -> tuple[Block, ...]:
    # short labels for the four questions; their published wording stands on the screen
    labels = (
        (_("sure of the choice"), state.sure.sure),
        (_("know enough"), state.sure.understand),
        (_("clear what matters most"), state.sure.risk),
        (_("enough support"), state.sure.encouragement),
    )
    if all(answer is None for _label, answer in labels):
        return ()
    spoken = {"yes": _("yes"), "no": _("no"), None: _("not asked")}
    line = "; ".join(
        _("{what}: {answer}").format(what=label, answer=spoken[answer]) for label, answer in labels
    )
    return (labelled(_("How I feel about it (SURE):"), Run(line)),)
