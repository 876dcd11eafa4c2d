"""A visit that both signed, ready to be sealed."""

from __future__ import annotations

from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.signing import Point, Signature, Stroke
from sdm_aid.domain.terms import Party
from tests.domain.visits import NOON
from tests.ui.pages.real_content import a_visit_to_sign

INK = (Stroke(points=tuple(Point(x=n / 20, y=0.1, pressure=0.5, ms=9 * n) for n in range(12))),)


def a_signed_visit(**changes: object) -> Consultation:
    """Signed by patient and clinician in ink."""
    signatures = (_ink("patient", "Maria Rossi"), _ink("clinician", "Dr A. Okafor"))
    return a_visit_to_sign(signatures=signatures).evolve(**changes)


def _ink(party: Party, name: str) -> Signature:
    return Signature(party=party, method="drawn", name=name, at=NOON, strokes=INK)
