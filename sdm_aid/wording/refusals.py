"""One plain sentence for each thing that the visit does not accept; free of pydantic."""

from __future__ import annotations

from sdm_aid.i18n import N_, _

_SENTENCES = {
    "sealed": N_("This plan is sealed, so nothing in it can change. Start a new visit instead."),
    "too_many_stones": N_("All ten stones are out. Take one back from another line first."),
    "too_many_top": N_("You have picked three already. Let one go first."),
    "none_with_choice": N_(
        "An answer is chosen here, so “None of these” cannot stand. Take that answer back first."
    ),
    "not_ready_to_seal": N_("Something is still missing before the plan can be sealed."),
}


def refusal_sentence(code: str) -> str:
    """What to show when an action was refused with ``code``; nothing was changed."""
    return _(_SENTENCES.get(code, N_("That could not be done. Nothing was changed.")))
