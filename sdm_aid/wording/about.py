"""What the program is for, what it is not, what it lacks; free of pydantic."""

from __future__ import annotations

from sdm_aid.i18n import _


def intended_use() -> tuple[str, ...]:
    """For whom and for what."""
    return (
        _(
            "A clinician and an adult patient with long-lasting pain look at it together, in the "
            "room, to talk about the things they could do."
        ),
        _(
            "It shows published figures with their sources, helps the patient say what matters, "
            "and writes down what was agreed or not agreed."
        ),
    )


def what_it_is_not() -> tuple[str, ...]:
    """The limits, plainly."""
    return (
        _("It does not recommend, rank or rule out anything, and it works out no one’s own risk."),
        _("It is not for emergencies, and not for people who cannot decide this now."),
        _(
            "The PDF records a talk. It is not by itself consent to a treatment: "
            "your clinic’s own consent form is still needed."
        ),
        _("No clinic or authority has tested or approved it."),
    )


def known_gaps() -> tuple[str, ...]:
    """What this version cannot do."""
    return (
        _("No encrypted record yet: a visit is kept only in a file that you save yourself."),
        _("No follow-up of earlier visits yet."),
        _("One language so far: English."),
    )


def trials_not_done() -> tuple[str, ...]:
    """Trials with people that good practice asks for and that have not been held."""
    return (
        _("Review of the content by a clinician: not done."),
        _("Reading by lay people, patients among them: not done."),
        _("Timed visits in a clinic: not done."),
        _("Reading of the wording of the plan by lawyers: not done."),
        _("Use with screen readers by people who need them: not done."),
    )


def review_state(reviewed: str) -> str:
    """Whether a clinician stands behind the content."""
    if reviewed == "not_reviewed":
        return _("not yet reviewed by a clinician")
    return _("signed off by a clinician")
