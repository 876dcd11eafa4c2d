"""Who made a handout, and whether anybody has reviewed it."""

from __future__ import annotations

from sdm_aid.documents.blocks import Block, Paragraph, Run
from sdm_aid.documents.paper import PaperInput, reviewed, section
from sdm_aid.i18n import _, formats
from sdm_aid.wording.sentence import sentence


def made_by(paper: PaperInput) -> tuple[Block, ...]:
    """The review, the dates, and who had something to gain."""
    content = paper.content
    decision = content.decision
    dates = _("Compiled {compiled}; review due {due}.").format(
        compiled=formats.date_short(decision.compiled), due=formats.date_short(decision.review_due)
    )
    parts = [reviewed(paper), dates, content.words("authors"), content.words("funding")]
    parts.append(content.words("conflicts_of_interest"))
    if paper.self_check:
        parts.append(sentence(paper.self_check))
    return section(_("Who made this"), (Paragraph((Run(" ".join(parts)),)),))
