"""Who was there, what the talk was about, where it hurts and what was tried before."""

from __future__ import annotations

from sdm_aid.documents.blocks import Block, KeyValues, Newspaper, Run
from sdm_aid.documents.paper import PaperInput, said, section
from sdm_aid.documents.plan.assessment import about_days, about_pain
from sdm_aid.documents.plan.check_first import asked_first
from sdm_aid.domain.answers import Tried
from sdm_aid.domain.consultation import Consultation
from sdm_aid.i18n import _, formats
from sdm_aid.wording import assessment
from sdm_aid.wording import you as words
from sdm_aid.wording.body import region_name

_LABELS = 0.3
Rows = list[tuple[str, tuple[Run, ...]]]


def who(paper: PaperInput, *, close: bool = False) -> tuple[Block, ...]:
    """Fields 1, 2 and 6: people, question, this person's own situation; ``close``: set dense."""
    state, content = paper.state, paper.content
    rows: Rows = [
        (_("The question"), (Run(f"{content.words('title')}: {content.words('question')}"),)),
    ]
    if state.aim:
        rows.append((_("What we wanted from today"), (said(state.aim),)))
    rows += _people(state)
    situation = [*_pain(state), *about_pain(state), *_tried(state), *about_days(state)]
    rows += situation or [(_("Pain and daily life"), (Run(_("Not asked.")),))]
    rows.append((_("Warning signs"), (Run(_red_flags(paper)),)))
    rows += asked_first(paper)
    if state.capacity_concern:
        concern = Run(_("Concern noted:") + " ")
        rows.append((_("Ability to decide"), (concern, said(state.capacity_concern))))
    else:
        rows.append((_("Ability to decide"), (Run(_("presumed; no concern noted")),)))
    return section(_("Who and what"), (Newspaper((KeyValues(tuple(rows), _LABELS),), dense=close),))


def _people(state: Consultation) -> Rows:
    clinician = [said(state.clinician.name or _("not named"))]
    if state.clinician.role:
        clinician += [Run(", "), said(state.clinician.role)]
    clinician += [Run("; "), Run(_("also in the room:") + " ")]
    others: list[Run] = []
    for person in state.present:
        if others:
            others.append(Run("; "))
        others += [said(person.name), Run(f" ({words.role(person.role)})")]
    nobody = [Run(_("nobody else named"))]
    unnamed = [
        name
        for name, words in ((_("patient"), state.patient.name), (_("clinic"), state.clinic.name))
        if not words
    ]
    rows: Rows = [(_("Clinician"), (*clinician, *(others or nobody)))]
    return [*rows, (_("Not named"), (Run(", ".join(unnamed)),))] if unnamed else rows


def _pain(state: Consultation) -> Rows:
    you = state.you
    rows: Rows = []
    if you.regions:
        names = ", ".join(_region(region) for region in you.regions)
        rows.append((_("Where it hurts"), (Run(names),)))
    scores = [
        _("{when}: {score}").format(when=when, score=formats.number(score))
        for when, score in (
            (_("now"), you.pain_now),
            (_("average of the past 7 days"), you.pain_average),
            (_("worst of the past 7 days"), you.pain_worst),
        )
        if score is not None
    ]
    if scores:
        text = _("{scores} (0 none, 10 worst you can imagine)").format(scores="; ".join(scores))
        rows.append((_("Pain"), (Run(text),)))
    like: list[Run] = []
    if you.qualities:
        like.append(Run(", ".join(words.quality(quality) for quality in you.qualities)))
    if you.quality_words:
        like += [Run("; ") if like else Run(""), said(you.quality_words)]
    if like:
        rows.append((_("What it is like"), tuple(like)))
    return rows


def _region(region: str) -> str:
    """The name of a region; a record may hold one that this version has no name for."""
    try:
        return region_name(region)
    except KeyError:
        return region


def _tried(state: Consultation) -> Rows:
    runs: list[Run] = []
    for tried in state.you.tried:
        if runs:
            runs.append(Run("; "))
        runs.append(said(tried.what))
        if came_of_it := _came_of_it(tried):
            runs.append(Run(f" ({came_of_it})"))
        if tried.trouble:
            runs += [Run(", " + _("trouble:") + " "), said(tried.trouble)]
    return [(_("Tried before"), tuple(runs))] if runs else []


def _came_of_it(tried: Tried) -> str:
    """What kind of thing it was, and whether it helped; empty where neither was asked."""
    kind = assessment.kind(tried.tried_kind).lower() if tried.tried_kind else ""
    return ", ".join(one for one in (kind, words.helped(tried.helped)) if one)


def _red_flags(paper: PaperInput) -> str:
    state = paper.state
    if state.no_red_flags:
        return _("Asked together: none of them.")
    yes = [flag.flag for flag in state.red_flags if flag.answer == "yes"]
    if yes:
        named = "; ".join(paper.content.words(f"red_flags.{flag}", flag) for flag in yes)
        sentence = _("Said yes to: {signs}.").format(signs=named.rstrip("?."))
        return sentence + " " + _("The clinician looked into this before going on.")
    asked = len(state.red_flags)
    total = len(paper.content.decision.red_flags)
    if not asked:
        return _("Not asked.")
    return _("{asked} of {total} asked, none of those present.").format(
        asked=formats.number(asked), total=formats.number(total)
    )
