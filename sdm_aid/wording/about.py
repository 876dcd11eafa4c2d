"""What the program is for, what it is not, what it lacks; free of pydantic."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sdm_aid.i18n import _, ngettext
from sdm_aid.i18n.formats import date_short
from sdm_aid.wording.direction import on_its_own


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


def not_reviewed(titles: Sequence[str]) -> str:
    """The decisions that no clinician stands behind; empty where each has a standing sign-off."""
    if not titles:
        return ""
    return _("Review of the content by a clinician: not done for {decisions}.").format(
        decisions=", ".join(titles)
    )


def trials_not_done() -> tuple[str, ...]:
    """Trials with people that good practice asks for and that have not been held.

    Reading by a clinician is not among them: each decision says for itself whether it was done.
    """
    return (
        _("Reading by lay people, patients among them: not done."),
        _("Timed visits in a clinic: not done."),
        _("Reading of the wording of the plan by lawyers: not done."),
        _("Use with screen readers by people who need them: not done."),
    )


def review_state(signed: str = "") -> str:
    """Whether a clinician stands behind the content; ``signed``: by whom, as a sentence."""
    return signed or _("not yet reviewed by a clinician")


def signed_off_by(name: str, role: str, on: date) -> str:
    """Who of this clinic read the content whole and stands behind it."""
    return _("Signed off by {name}, {role}, on {date}.").format(
        name=on_its_own(name), role=on_its_own(role), date=date_short(on)
    )


def due_words(review_due: date) -> str:
    """The band on content that is past the day of its next look."""
    return _(
        "This content was due for another look on {date}. Newer studies may have changed a number."
    ).format(date=date_short(review_due))


def expired_words(expires: date) -> str:
    """The band on content that is past its last day."""
    return _("This content is out of date: its last day was {date}.").format(
        date=date_short(expires)
    )


def home_line(
    things: int, review_due: date | None, expires: date | None, today: date, by: str
) -> str:
    """The soft line of a decision on the home screen: how many things, who stands behind it.

    Past its days it says that too, not instead: both are to be known before it is opened.
    """
    count = ngettext("{n} thing we could do", "{n} things we could do", things).format(n=things)
    line = _("{things} · {state}").format(things=count, state=review_state(by))
    if expires is not None and today > expires:
        age = _("out of date since {date}").format(date=date_short(expires))
    elif review_due is not None and today > review_due:
        age = _("due for another look since {date}").format(date=date_short(review_due))
    else:
        return line
    return _("{things} · {state}").format(things=line, state=age)


def self_assessed(evidenced: int, of: int) -> str:
    """How the aid itself stands against the minimum standards; never a certification."""
    return _("self-assessed against IPDASi v4.0: {n} of {m} items evidenced").format(
        n=evidenced, m=of
    )
