"""L-41: what lasts for good or kills stands on the first page of harms, however few it meets."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.domain.harm_panels import GRAVE, harm_lines


def check(data: CheckInput) -> Iterator[Finding]:
    """Grave harms whose panel the decision leaves out."""
    letters = [option.letter for option in data.decision.options]
    shown = data.decision.harm_panels
    for line in harm_lines(data.content, letters):
        if line.severity in GRAVE and line.denominator and line.denominator not in shown:
            what = (
                f"grave harms ({line.kind}) are counted out of {line.denominator}, a panel left out"
            )
            remedy = f"Add {line.denominator} to harm_panels"
            yield data.decision_finding("L-41", "error", "harm_panels", what, remedy)
