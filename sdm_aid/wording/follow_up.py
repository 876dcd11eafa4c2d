"""Words of looking again: the goal, what is still done, how it is overall, what was agreed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sdm_aid.i18n import N_, _
from sdm_aid.i18n.formats import number

GOAL: Mapping[str, str] = MappingProxyType(
    {
        "reached": N_("Yes, I can"),
        "partly": N_("Partly"),
        "not_yet": N_("Not yet"),
        "changed": N_("Something else matters more now"),
    }
)
DOING: Mapping[str, str] = MappingProxyType(
    {
        "still": N_("Still doing it"),
        "finished": N_("Finished"),
        "stopped": N_("Stopped"),
        "not_started": N_("Not started"),
    }
)
# The published grades, to the letter (Guy 1976; Farrar 2001, Pain 94:149-58).
PGIC: Mapping[str, str] = MappingProxyType(
    {
        "very_much_improved": N_("Very much improved"),
        "much_improved": N_("Much improved"),
        "minimally_improved": N_("Minimally improved"),
        "no_change": N_("No change"),
        "minimally_worse": N_("Minimally worse"),
        "much_worse": N_("Much worse"),
        "very_much_worse": N_("Very much worse"),
    }
)
PGIC_SOURCE = N_(
    "Patient Global Impression of Change: Guy W. ECDEU Assessment Manual, 1976; "
    "Farrar JT et al. Pain 2001;94:149-58."
)


def goal_reached(answer: str) -> str:
    """Whether the goal was reached, in the patient's words."""
    return _(GOAL[answer])


def doing(state: str) -> str:
    """Whether something of the plan is still done."""
    return _(DOING[state])


def pgic(grade: str) -> str:
    """A published grade of how it is overall."""
    return _(PGIC[grade])


def good_enough(score: int) -> str:
    """The patient's own mark on the scale of pain, as the plan prints it."""
    if score == 0:
        return _("no pain at all (0 on the scale from 0 to 10)")
    return _("pain of {n} or less (0 none, 10 worst you can imagine)").format(n=number(score))
