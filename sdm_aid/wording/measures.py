"""Questionnaires in words: a screening score with its range, who owns it, what follows from it.

A score is given as the published rule gives it. What it means is for the clinician to say: the
program names no band, no illness and no next step.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from sdm_aid.i18n import _
from sdm_aid.i18n.formats import exact as exact_number
from sdm_aid.i18n.formats import number

if TYPE_CHECKING:
    from sdm_aid.domain.measure import ScoreRule
    from sdm_aid.domain.measure_taken import MeasureTaken, ScoreGiven


def heading() -> str:
    """The part of step You with the questionnaires."""
    return _("Short questionnaires")


def score_value(value: Fraction | float) -> str:
    """A score, with one decimal where it is no whole number."""
    rational = Fraction(value)
    if rational.denominator == 1:
        return number(rational.numerator)
    return exact_number(float(round(rational * 10)) / 10)


def score(given: ScoreGiven) -> str:
    """One score with the range it lies in: "PHQ-4 7 (from 0 to 12)"."""
    return _("{name} {value} (from {low} to {high})").format(
        name=given.name,
        value=score_value(given.value),
        low=score_value(given.low),
        high=score_value(given.high),
    )


def result(taken: MeasureTaken) -> str:
    """The screening scores there are, and how many questions are open; empty where none was asked.

    A score whose own questions are all answered stands, though others of the form are open.
    """
    if not taken.answers:
        return ""
    answered, whole = len(taken.answers), taken.questions
    counts = {"n": number(answered), "all": number(whole)}
    if not taken.scores:
        return _("{n} of {all} answered; a score needs every answer.").format(**counts)
    given = ", ".join(score(one) for one in taken.scores)
    said = _("Screening score: {scores}.").format(scores=given)
    return said if answered == whole else f"{said} " + _("{n} of {all} answered.").format(**counts)


def follow_up(taken: MeasureTaken) -> str:
    """What a positive screen for mood says, and nothing more; empty for every other."""
    return _("Clinician to follow up.") if taken.follow_up else ""


def reading_label() -> str:
    """Asks for what no rule can say."""
    return _("What it means, in the clinician’s words")


def source(name: str, owner: str, citation: str, recall: str) -> str:
    """Name, recall window, owner and citation, as the licences ask for."""
    return _("{name}. Time asked about: {recall}. Owner: {owner}. {citation}").format(
        name=name, recall=recall, owner=owner, citation=citation
    )


def permission(words: str) -> str:
    """By what permission the clinic uses an instrument of its own."""
    return _("Used by this clinic with permission: {words}").format(words=words)


def not_in_language(name: str) -> str:
    """Why an instrument is not asked here."""
    return _(
        "{name} is not published in this language, and we do not translate it ourselves."
    ).format(name=name)


def thresholds(rule: ScoreRule, language: str) -> str:
    """What the publication calls a score, for the clinician's drawer only."""
    parts = [
        _("from {n}: {words}").format(n=score_value(band.at_least), words=_in(band.text, language))
        for band in rule.band
    ]
    if rule.positive_from is not None:
        parts.append(_("positive screen from {n}").format(n=score_value(rule.positive_from)))
    if rule.positive_to is not None:
        parts.append(_("positive screen up to {n}").format(n=score_value(rule.positive_to)))
    return _("{name} ({low} to {high}): {said}.").format(
        name=_in(rule.name, language),
        low=score_value(rule.low),
        high=score_value(rule.high),
        said="; ".join(parts) or _("no thresholds published by its authors"),
    )


def licence(terms: str, checked: str) -> str:
    """On what terms an instrument is used, and where its wording and rule were read."""
    said = _("Licence: {terms}").format(terms=terms)
    return f"{said} {checked}".strip()


def _in(spoken: Mapping[str, str], language: str) -> str:
    """Published words in a language, else in English, else in any."""
    return spoken.get(language) or spoken.get("en") or next(iter(spoken.values()), "")


def unusable(problems: Iterable[str]) -> str:
    """Each instrument that cannot be used, with its fault; empty where there is none."""
    return "\n".join(
        _("A questionnaire cannot be used. {problem}").format(problem=problem)
        for problem in problems
    )
