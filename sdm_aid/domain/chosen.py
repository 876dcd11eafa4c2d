"""Which column of the table the plan is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.library import DecisionContent


def chosen_letter(content: DecisionContent, state: Consultation) -> str | None:
    """The letter agreed on; going on with nothing new is a choice as well.

    None: nothing was chosen, or a column that this content does not have.
    """
    outcome = state.outcome
    if outcome is None:
        return None
    for option in content.decision.options:
        if outcome.option == option.letter:
            return option.letter
        if outcome.kind == "nothing_new" and content.treatment_of(option.letter).nothing_new:
            return option.letter
    return None
