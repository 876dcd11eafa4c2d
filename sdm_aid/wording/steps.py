"""Names of the eight steps; free of pydantic, as the frame shows them at start."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sdm_aid.i18n import N_, _

_SHORT: Mapping[str, str] = MappingProxyType(
    {
        "start": N_("Start"),
        "you": N_("You"),
        "understand": N_("Understand"),
        "compare": N_("Compare"),
        "matters": N_("What matters"),
        "words": N_("In your words"),
        "next": N_("What next"),
        "sign": N_("Plan and sign"),
    }
)
_LONG: Mapping[str, str] = MappingProxyType(
    {
        "start": N_("Who is here, and what we are here for"),
        "you": N_("About you and your pain"),
        "understand": N_("What is going on, and the things we could do"),
        "compare": N_("The things we could do, side by side"),
        "matters": N_("What matters to you"),
        "words": N_("Did we explain it well?"),
        "next": N_("What to do next"),
        "sign": N_("The plan, read together and signed"),
    }
)


def step_name(step: str) -> str:
    """The short name, for the row of steps.

    Raises:
        KeyError: there is no such step.
    """
    return _(_SHORT[step])


def step_title(step: str) -> str:
    """The long name, for the head of the page and the plan.

    Raises:
        KeyError: there is no such step.
    """
    return _(_LONG[step])


def not_discussed() -> str:
    """What is printed for a step that was left out."""
    return _("not discussed")
