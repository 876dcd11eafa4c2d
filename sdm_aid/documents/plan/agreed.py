"""The top of the plan: the outcome and its reason, the steps, and when to get help fast."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.documents.blocks import (
    Block,
    Box,
    BoxRole,
    BulletList,
    Checklist,
    CheckRow,
    KeepTogether,
    Newspaper,
    Paragraph,
    Run,
    TextRole,
)
from sdm_aid.documents.cost_blocks import chosen_price
from sdm_aid.documents.paper import (
    PaperInput,
    absent,
    labelled,
    local,
    option_name,
    quoted,
    said,
    section,
)
from sdm_aid.documents.plan.around import hopes, looks, team
from sdm_aid.documents.plan.check_first import ready_first
from sdm_aid.domain.answers import Outcome
from sdm_aid.i18n import _, formats
from sdm_aid.wording.facts import say
from sdm_aid.wording.follow_up import good_enough
from sdm_aid.wording.outcomes import outcome_recorded


def agreed(paper: PaperInput) -> tuple[Block, ...]:
    """The outcome in a frame, with the patient's reason and the clinician's view, each labelled."""
    state = paper.state
    inside: list[Block] = []
    if state.outcome is None:
        inside.append(Paragraph((Run(_("Nothing was agreed yet."), strong=True),), TextRole.LEAD))
    else:
        sentence = _outcome(paper, state.outcome)
        inside.append(Paragraph((Run(sentence, strong=True),), TextRole.LEAD))
    if state.patient_reason:
        inside.append(
            labelled(_("Because, in the patient’s words:"), *quoted(state.patient_reason))
        )
    if state.clinician_view:
        inside.append(labelled(_("The clinician’s view:"), said(state.clinician_view)))
    return (*_new_version(paper), Box(BoxRole.OUTLINE, tuple(inside)))


def _new_version(paper: PaperInput) -> tuple[Block, ...]:
    """Names the plan that this one follows; nothing where it is the first."""
    follows = paper.state.follows
    if follows is None:
        return ()
    day = formats.date_short(local(follows.sealed_at).date())
    words = _("It follows the plan signed on {date}, which stays as it was.").format(date=day)
    return (labelled(_("A new version."), Run(words)),)


def _outcome(paper: PaperInput, outcome: Outcome) -> str:
    option = option_name(paper.content, outcome.option) if outcome.option else ""
    return outcome_recorded(outcome.kind, option, outcome.until)


def next_steps(paper: PaperInput) -> tuple[Block, ...]:
    """Who does what by when, when to look again, what would make us change course."""
    plan = paper.state.plan
    rows = [CheckRow(step.what, step.who or "", step.when or "") for step in plan.steps]
    rows += looks(paper)
    blocks: list[Block] = []
    if plan.goal:
        blocks.append(labelled(_("The goal:"), said(plan.goal)))
    if plan.target_pain is not None:
        blocks.append(labelled(_("Good enough for me:"), Run(good_enough(plan.target_pain))))
    blocks += hopes(paper)
    if rows:
        blocks.append(Checklist(tuple(rows), (_("What"), _("Who"), _("By when"))))
    for label, words in (
        (_("Getting ready:"), plan.getting_ready),
        (_("What happens:"), plan.the_day),
        (_("Afterwards:"), plan.afterwards),
        (_("We stop or change course if:"), plan.stop_rule),
    ):
        if words:
            blocks.append(labelled(label, said(words)))
    blocks += ready_first(paper)
    blocks += team(paper)
    blocks += chosen_price(paper)
    if not plan.steps:
        blocks.append(Paragraph((Run(_("No steps were written down.")),), TextRole.SOFT))
    unset = (
        (_("a day to look again"), plan.look_again is None),
        (_("when we stop or change course"), not plan.stop_rule),
    )
    blocks += absent(_("Not set:"), (name for name, open_ in unset if open_))
    return section(_("What happens next"), blocks)


def get_help(paper: PaperInput) -> tuple[Block, ...]:
    """The box to find in a hurry: the signs and the numbers to call."""
    signs = tuple((Run(sign),) for sign in help_signs(paper))
    state = paper.state
    inside: list[Block] = []
    if signs or state.plan.get_help_words:
        inside.append(Paragraph((Run(_("Get help the same day if:"), strong=True),)))
    if len(signs) > 4:
        inside.append(Newspaper((BulletList(signs),)))
    elif signs:
        inside.append(BulletList(signs))
    if state.plan.get_help_words:
        inside.append(Paragraph((said(state.plan.get_help_words),)))
    inside.append(Paragraph(tuple(_numbers(paper))))
    return (KeepTogether((Box(BoxRole.CAUTION, tuple(inside)),)),)


def help_signs(paper: PaperInput) -> tuple[str, ...]:
    """The signs as sentences: those chosen, or all that the content offers."""
    offered = dict(offered_signs(paper))
    chosen = paper.state.plan.get_help
    keys = offered if chosen is None else [key for key in chosen if key in offered]
    return tuple(dict.fromkeys(offered[key] for key in keys))


def offered_signs(paper: PaperInput) -> tuple[tuple[str, str], ...]:
    """Signs that hold whatever is chosen, then those of the chosen treatment: (id, sentence)."""
    content, outcome = paper.content, paper.state.outcome
    found = [(sign, say(content, f"get_help.{sign}")) for sign in content.decision.get_help]
    if outcome is not None and outcome.option is not None:
        treatment = content.treatment_of(outcome.option)
        found += [
            (f"{treatment.id}.{sign}", say(content, f"treatments.{treatment.id}.get_help.{sign}"))
            for sign in treatment.get_help
        ]
    return tuple(found)


def _numbers(paper: PaperInput) -> Iterator[Run]:
    clinic = paper.state.clinic
    if clinic.phone:
        yield Run(_("Clinic:"), strong=True)
        yield Run(" ")
        yield said(clinic.phone)
        yield Run("   ")
    if clinic.out_of_hours:
        yield Run(_("At night and at weekends:"), strong=True)
        yield Run(" ")
        yield said(clinic.out_of_hours)
    if not clinic.phone and not clinic.out_of_hours:
        yield Run(_("No clinic number was entered. Write it here before you go: ________________"))
    # some of the signs cannot wait for the clinic's telephone
    yield Run("   " + _("If your life may be in danger:"), strong=True)
    yield Run(" " + _("call the emergency number at once."))
