"""Roles that a team of pain care often has."""

from __future__ import annotations

from sdm_aid.i18n import N_, _

ROLES: tuple[str, ...] = (
    N_("Family doctor"),
    N_("Pain doctor"),
    N_("Nurse"),
    N_("Physiotherapist"),
    N_("Psychologist"),
    N_("Pharmacist"),
    N_("Surgeon"),
    N_("Occupational therapist"),
    N_("Family or friend"),
)
"""In the order offered; any other role is typed."""


def roles() -> tuple[str, ...]:
    """The roles in the language in use."""
    return tuple(_(role) for role in ROLES)
