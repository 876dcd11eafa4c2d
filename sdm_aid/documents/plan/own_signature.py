"""The place of the clinician's own certificate on the plan, where it signs after the seal."""

from __future__ import annotations

from sdm_aid.documents.blocks import Block, Run, SealField
from sdm_aid.documents.marks import APPROVAL_FIELD
from sdm_aid.documents.paper import PaperInput
from sdm_aid.i18n import _


def own_field(paper: PaperInput) -> tuple[Block, ...]:
    """The field and its words, only where such a signature follows.

    Whose it is stands in the certificate, which nobody has read when the page is made.
    """
    if not paper.own_signature:
        return ()
    words = _(
        "In this file an electronic signature with the clinician’s own certificate may follow the "
        "seal. It stands for the clinician alone: no certificate signs for the patient."
    )
    return (SealField((Run(words),), _("The clinician’s own certificate"), APPROVAL_FIELD),)
