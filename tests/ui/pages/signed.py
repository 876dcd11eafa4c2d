"""A visit that both signed, ready to be sealed, and the page it is signed on."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.signing import Point, Signature, Stroke
from sdm_aid.domain.terms import Party
from sdm_aid.ui.pages.sign import SignPage
from tests.domain.visits import NOON
from tests.ui.page_law import context_for
from tests.ui.pages.real_content import a_visit_to_sign, the_content

INK = (Stroke(points=tuple(Point(x=n / 20, y=0.1, pressure=0.5, ms=9 * n) for n in range(12))),)


def a_signed_visit(**changes: object) -> Consultation:
    """Signed by patient and clinician in ink."""
    signatures = (_ink("patient", "Maria Rossi"), _ink("clinician", "Dr A. Okafor"))
    return a_visit_to_sign(signatures=signatures).evolve(**changes)


def _ink(party: Party, name: str) -> Signature:
    return Signature(party=party, method="drawn", name=name, at=NOON, strokes=INK)


def open_sign(qtbot: QtBot, home: Path, state: Consultation) -> SignPage:
    """The page on a visit, kept true, in its first view."""
    context = context_for(the_content(), state, home)
    page = SignPage(context)
    context.bridge.changed.connect(page.render_state)
    page.render_state(context.bridge.state)
    page.reset_view()
    qtbot.addWidget(page)
    page.resize(1300, 900)
    page.show()
    return page
