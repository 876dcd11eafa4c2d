"""Names of what a visit can end with; all of them are full outcomes. Free of pydantic."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from sdm_aid.i18n import N_, _
from sdm_aid.i18n.formats import date_short

OUTCOMES: tuple[str, ...] = (
    "go_with",
    "try_until",
    "more_time",
    "second_opinion",
    "advise_me",
    "nothing_new",
    "no_agreement",
)
"""In the order shown; none of them comes chosen."""
_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "go_with": N_("Go with one of these"),
        "try_until": N_("Try one of these until a date"),
        "more_time": N_("I need more time"),
        "second_opinion": N_("I want to ask someone else too"),
        "advise_me": N_("I would like you to advise me"),
        "nothing_new": N_("Nothing new for now"),
        "no_agreement": N_("We do not agree yet"),
    }
)
_EXPLAINED: Mapping[str, str] = MappingProxyType(
    {
        "go_with": N_("You can still change your mind."),
        "try_until": N_("We look together at how it went, then we talk again."),
        "more_time": N_("It's fine to need more time. What would help?"),
        "second_opinion": N_("That is a good thing to do. We help you to find someone."),
        "advise_me": N_("The clinician says what they think and why. You have the last word."),
        "nothing_new": N_(
            "Keep going with what you do now, and check again. You are not giving up."
        ),
        "no_agreement": N_("We write down what each of us thinks, and when we talk again."),
    }
)
_RECORDED: Mapping[str, str] = MappingProxyType(
    {
        "more_time": N_("The patient takes more time before choosing."),
        "second_opinion": N_("The patient wants a second opinion before choosing."),
        "nothing_new": N_("Nothing new for now: keep going as before, and look again."),
        "no_agreement": N_("No agreement was reached in this visit."),
    }
)


def outcome_name(kind: str) -> str:
    """The words to pick.

    Raises:
        KeyError: there is no such outcome.
    """
    return _(_NAMES[kind])


def outcome_explained(kind: str) -> str:
    """One kind sentence under it.

    Raises:
        KeyError: there is no such outcome.
    """
    return _(_EXPLAINED[kind])


def outcome_recorded(kind: str, option: str = "", until: date | None = None) -> str:
    """The outcome as the plan states it; ``option``: letter and name of what was chosen.

    Raises:
        KeyError: there is no such outcome.
    """
    if kind in ("go_with", "try_until") and not option:
        return outcome_name(kind)
    if kind == "go_with":
        return _("Go with {option}.").format(option=option)
    if kind == "try_until":
        if until is None:
            return _("Try {option}; the date is not set yet.").format(option=option)
        return _("Try {option} until {date}.").format(option=option, date=date_short(until))
    if kind == "advise_me":
        if option:
            return _("The patient asked for advice; agreed: {option}.").format(option=option)
        return _("The patient asked the clinician to advise.")
    return _(_RECORDED[kind])
