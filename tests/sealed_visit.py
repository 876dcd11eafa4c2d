"""A whole visit in a sealed plan, made once for all tests that check one."""

from __future__ import annotations

from functools import lru_cache

from sdm_aid.application.export_plan import plan_bytes
from sdm_aid.documents import blocks as b
from sdm_aid.documents.marks import APPROVAL_FIELD
from sdm_aid.documents.pdf.render import render
from sdm_aid.documents.seal import keys
from sdm_aid.documents.seal.approval import by_key
from sdm_aid.documents.seal.seal import seal
from tests.documents.sample import plan, plan_blocks
from tests.full_visit import SIGNED, a_quick_session, the_content

CLINICIAN = "Dr A. Okafor"
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


@lru_cache(maxsize=1)
def approved_paper() -> bytes:
    """A sealed paper that a clinician signed with a certificate of their own."""
    field = b.SealField((), "The clinician's own", APPROVAL_FIELD)
    paper = render(plan(blocks=(*plan_blocks(), field)), SIGNED)
    own = by_key(keys.new_key(CLINICIAN, SIGNED))
    return seal(paper, clinic_key(), SIGNED, "Agreed plan", own)
