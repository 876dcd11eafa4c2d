"""What went wrong with the record or the clinic's seal, in one sentence each."""

from __future__ import annotations

from sdm_aid.i18n import N_, _
from sdm_aid.wording.record import trouble_sentence

_OF_SEALS = {
    "WrongPassphrase": N_(
        "This passphrase does not open the file, or the file is damaged. Try again."
    ),
    "NotPkcs12": N_("This is no whole PKCS#12 file (.p12 or .pfx). Choose another file."),
    "NoKeyInside": N_(
        "The file holds no private key with its certificate. Export both into one file."
    ),
    "KindOfKey": N_(
        "Plans cannot be sealed with this kind of key. Ask for RSA of 2048 bits or more, or for "
        "the curve P-256, P-384 or P-521."
    ),
    "NotForSigning": N_(
        "This certificate is not meant for signing: its key usage has neither “nonRepudiation” "
        "nor “digitalSignature”. Ask its issuer for one that has."
    ),
    "DamagedKey": N_("The clinic’s seal on this computer is damaged. Use a copy of it."),
    "CannotSeal": N_(
        "A plan sealed with this certificate did not pass our own check. Use another."
    ),
    "NotACertificate": N_("This file holds no certificate (PEM or DER). Choose another."),
    "SealExists": N_("The clinic has a seal already. It is never written over."),
}


def sentence_of(problem: Exception) -> str:
    """One sentence: what, where, what to do. Empty where it is a fault of the program."""
    if type(problem).__module__.startswith("sdm_aid.records"):
        return trouble_sentence(problem)
    return seal_sentence(problem) or _of_time(problem) or _of_file(problem)


def seal_sentence(problem: Exception) -> str:
    """What is wrong with a key file or an own certificate; empty where it is nothing of the kind.

    By the names of the troubles: the room they come from is heavy to import.
    """
    name = type(problem).__name__
    if name == "OutOfTime":
        from sdm_aid.application.signature_words import out_of_time

        return out_of_time(problem)
    words = _OF_SEALS.get(name, "")
    return _(words) if words else ""


def _of_time(problem: Exception) -> str:
    from sdm_aid.application.signature_words import time_sentence

    words = time_sentence(problem)
    kept = _("{trouble} Nothing was changed.")
    return kept.format(trouble=words) if words else ""


def _of_file(problem: Exception) -> str:
    if not isinstance(problem, OSError):
        return ""
    where = problem.filename or _("the file")
    if isinstance(problem, FileNotFoundError):
        return _("{file} is not there. Check the place, then try again.").format(file=where)
    return _("{file} cannot be read or written. Choose another place.").format(file=where)
