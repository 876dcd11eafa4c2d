"""What went wrong with the clinician's own signature or the time server, in one sentence each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdm_aid.i18n import N_, _
from sdm_aid.i18n.formats import date_and_time, date_short

if TYPE_CHECKING:
    from sdm_aid.application.own_certificate import OwnSignatureProblem

_OF_CERTIFICATES = {
    "WrongPassphrase": N_(
        "This passphrase does not open the file of your certificate, or the file is damaged: try "
        "again."
    ),
    "NotPkcs12": N_(
        "The file of your certificate is no whole PKCS#12 file (.p12 or .pfx): choose another."
    ),
    "NoKeyInside": N_(
        "The file holds no private key with its certificate: export both into one file."
    ),
    "KindOfKey": N_(
        "A plan cannot be signed with the key of this certificate: it has to be RSA of 2048 bits "
        "or more, or of the curve P-256, P-384 or P-521."
    ),
    "SealProblem": N_(
        "The signature with your certificate did not pass our own check, so it was not used."
    ),
    "NotForSigning": N_(
        "This certificate is not meant for signing: its key usage has neither “nonRepudiation” "
        "nor “digitalSignature”."
    ),
}
_OF_CARDS = {
    "module-gone": N_("The library of the card reader is no longer at its place: choose it again."),
    "module": N_(
        "This file is no library of a card reader (PKCS#11), or not for this computer: choose "
        "another."
    ),
    "stopped": N_(
        "The library of the card reader broke down: put the card in again, then try again."
    ),
    "silent": N_("The card reader does not answer: put the card in again, then try again."),
    "no-card": N_("The card is not in the reader: put it in, then look for it again."),
    "no-certificate": N_(
        "There is no card with a certificate in the reader: put it in, then look for it again."
    ),
    "no-key": N_("The card has no key for this certificate: choose another certificate."),
    "locked": N_("The card is locked after wrong PINs: its issuer can unlock it."),
    "cancelled": N_("The PIN was not given at the reader: try again."),
    "card": N_("The card refused to sign: put it in again, then try again."),
}
_OF_PINS = {
    "none": N_("This PIN is wrong, and the card is now locked: its issuer can unlock it."),
    "one": N_("This PIN is wrong: the card takes one more try, then it is locked."),
    "few": N_("This PIN is wrong, and the card takes only a few tries: check it, then try again."),
    "": N_("This PIN is wrong: check it, then try again."),
}
_OF_SERVERS = {
    "address": N_(
        "“{address}” is no address of a time stamp server: it begins with http:// or https:// and "
        "names a server."
    ),
    "outside": N_(
        "{address} is not on the clinic’s own network, so it is not asked: this program goes "
        "nowhere else."
    ),
    "silent": N_("The time stamp server {address} does not answer."),
    "not-itself": N_(
        "The server at {address} shows a certificate that the clinic has not imported for it."
    ),
    "answer": N_("The server at {address} answers, but not with a time stamp."),
}


def own_sentence(problem: OwnSignatureProblem) -> str:
    """Why the clinician's certificate did not sign, and that nothing is lost by it."""
    words = _own(problem.cause)
    return _(
        "{trouble} The visit is kept; the plan can be saved without your own signature."
    ).format(trouble=words)


def own_trouble(problem: OwnSignatureProblem) -> str:
    """The same while no plan is being sealed: the bare trouble."""
    return _own(problem.cause)


def time_sentence(problem: Exception) -> str:
    """Why there is no time stamp; empty where the problem is of another kind."""
    trouble = getattr(getattr(problem, "trouble", None), "value", "")
    name = type(problem).__name__
    if name == "TimeServerProblem":
        return _(_OF_SERVERS[trouble]).format(address=getattr(problem, "address", ""))
    if name != "StampProblem":
        return ""
    stamped = getattr(problem, "stamped", None)
    if stamped is not None:
        return _(
            "The clocks of the time stamp server and of this computer differ: there it is {time}."
        ).format(time=date_and_time(stamped.astimezone()))
    if trouble == "stranger":
        return _("The time stamp is not by a certificate that the clinic has imported for it.")
    return _("The time stamp server gave an answer that is no time stamp for this plan.")


def _own(cause: Exception) -> str:
    name = type(cause).__name__
    if name in _OF_CERTIFICATES:
        return _(_OF_CERTIFICATES[name])
    if name == "OutOfTime":
        return out_of_time(cause)
    if name == "CardProblem":
        trouble = str(getattr(cause, "trouble").value)  # noqa: B009
        left = str(getattr(cause, "left", ""))
        return _(_OF_PINS[left] if trouble == "pin" else _OF_CARDS[trouble])
    if isinstance(cause, OSError):
        return _("The file of your certificate cannot be read: choose it again.")
    return _("Your certificate could not sign.")


def out_of_time(problem: Exception) -> str:
    """That a certificate does not hold today, and what to do: of a clinic as of a clinician."""
    begins, ends = getattr(problem, "begins"), getattr(problem, "ends")  # noqa: B009
    if getattr(problem, "early", False):
        return _("This certificate holds only from {date} on: use one that holds today.").format(
            date=date_short(begins.astimezone().date())
        )
    return _("This certificate ran out on {date}: ask its issuer for a new one.").format(
        date=date_short(ends.astimezone().date())
    )
