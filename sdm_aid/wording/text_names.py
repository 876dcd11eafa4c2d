"""What the fields for words of a visit are called in its history."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sdm_aid.i18n import N_, _

_TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "aim": N_("What we want from today"),
        "goal_words": N_("Wants to be able to"),
        "quality_words": N_("What the pain is like, in own words"),
        "would_change": N_("What the patient would change"),
        "patient_reason": N_("The patient’s reason"),
        "clinician_view": N_("The clinician’s view"),
        "plan_goal": N_("Goal of the plan"),
        "getting_ready": N_("Getting ready"),
        "the_day": N_("What happens"),
        "afterwards": N_("Afterwards"),
        "hoped": N_("What the patient hopes for"),
        "get_help_words": N_("Get help fast, in own words"),
        "stop_rule": N_("When to stop"),
    }
)


def text_name(field: str) -> str:
    """The name of a field; one of a newer program stands for itself."""
    return _(_TEXTS[field]) if field in _TEXTS else field
