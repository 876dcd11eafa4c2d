"""Who signs, as a paper and a history name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdm_aid.i18n import _

if TYPE_CHECKING:
    from sdm_aid.domain.signing import Signature
    from sdm_aid.domain.terms import Party


def party_words(party: Party) -> str:
    """In which part somebody signs."""
    words: dict[Party, str] = {
        "patient": _("patient"),
        "representative": _("for the patient"),
        "clinician": _("clinician"),
        "witness": _("witness"),
        "interpreter": _("interpreter"),
    }
    return words[party]


def ink_words(signature: Signature) -> str:
    """What stands for the ink of a signature, on screen and on paper; empty without ink."""
    if signature.method == "drawn":
        return _("Handwritten signature of {name}").format(name=signature.name)
    if signature.method == "mark":
        return _("Mark made by {name}").format(name=signature.name)
    return ""
