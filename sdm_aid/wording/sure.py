"""What follows from the four SURE questions, in plain words; the questions are a measure's own."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sdm_aid.i18n import N_, _

_AFTER_NO: Mapping[str, str] = MappingProxyType(
    {
        "sure": N_("That is fine. You can take more time, and we can talk again."),
        "understand": N_("Thank you for saying so. Let us look at the table again."),
        "risk": N_("Thank you for saying so. Let us look again at what matters to you."),
        "encouragement": N_("Thank you for saying so. Who could help you to think it through?"),
    }
)


def after_no(question: str) -> str:
    """What a "no" asks of us, said kindly; never of the patient.

    Raises:
        KeyError: there is no such question.
    """
    return _(_AFTER_NO[question])


def all_answered(conflict: bool) -> str:
    """What the four answers mean together; a count is not for the patient's screen."""
    if conflict:
        return _("It is fine to need more time. We do not have to choose today.")
    return _("You sound ready to choose. You can still change your mind.")


def yes_no(answer: str) -> str:
    """The two answers."""
    return _("Yes") if answer == "yes" else _("No")


def no_wording() -> str:
    """What stands where the questions are not published in the visit's language."""
    return _(
        "Four questions often follow here. They are not published in this language, "
        "and we do not translate them ourselves."
    )
