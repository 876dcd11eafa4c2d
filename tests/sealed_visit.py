"""A whole visit in a sealed plan, made once for all tests that check one."""

from __future__ import annotations

from functools import lru_cache

from sdm_aid.application.export_plan import plan_bytes
from sdm_aid.documents.seal import keys
from sdm_aid.documents.seal.seal import seal
from tests.full_visit import SIGNED, a_quick_session, the_content

CLINIC = "Riverside Pain Clinic"


@lru_cache(maxsize=1)
def clinic_key() -> keys.ClinicKey:
    """The clinic's key."""
    return keys.new_key(CLINIC, SIGNED)


@lru_cache(maxsize=1)
def sealed_plan() -> bytes:
    """The plan of a quick visit, the visit attached."""
    session = a_quick_session()
    plan = plan_bytes(the_content(), session.state, session.journal, SIGNED)
    return seal(plan, clinic_key(), SIGNED, "Agreed plan")
