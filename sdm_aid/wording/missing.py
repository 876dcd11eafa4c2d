"""One calm line for each thing that is missing before a plan can be sealed; free of pydantic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from sdm_aid.i18n import N_, _

_LINES: Mapping[str, str] = MappingProxyType(
    {
        "patient_name": N_("The patient’s name"),
        "patient_identifier": N_("The patient’s date of birth or clinic number"),
        "clinician_name": N_("The clinician’s name"),
        "outcome": N_("What comes next, on the page before: every answer there is a full one"),
        "read_together": N_("The tick that you read the plan together"),
        "patient_signature": N_("The patient’s side: sign, make a mark, agree aloud or say no"),
        "witness": N_("The name of the witness"),
        "representative_details": N_("For whoever signs for the patient: relation, and why"),
        "clinician_signature": N_("The clinician’s signature"),
    }
)


def missing_line(code: str) -> str:
    """The words for one thing that is missing.

    Raises:
        KeyError: there is no such thing.
    """
    return _(_LINES[code])


def missing_lines(codes: Iterable[str]) -> tuple[str, ...]:
    """The words for all that is missing, in the order given."""
    return tuple(missing_line(code) for code in codes)
