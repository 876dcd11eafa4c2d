"""What went wrong with the record or the clinic's seal, in one sentence each."""

from __future__ import annotations

from sdm_aid.i18n import _
from sdm_aid.i18n.formats import date_short
from sdm_aid.wording.record import trouble_sentence


def sentence_of(problem: Exception) -> str:
    """One sentence: what, where, what to do. Empty where it is a fault of the program."""
    if type(problem).__module__.startswith("sdm_aid.records"):
        return trouble_sentence(problem)
    return seal_sentence(problem) or _of_file(problem)


def seal_sentence(problem: Exception) -> str:
    """What is wrong with a key file or an own certificate; by name, as the room is heavy."""
    from sdm_aid.documents.seal import own_key
    from sdm_aid.documents.seal.keys import DamagedKey, WrongPassphrase

    if isinstance(problem, own_key.OutOfTime):
        return _out_of_time(problem)
    for kind, words in (
        (
            WrongPassphrase,
            _("This passphrase does not open the file, or the file is damaged. Try again."),
        ),
        (
            own_key.NotPkcs12,
            _("This is no whole PKCS#12 file (.p12 or .pfx). Choose another file."),
        ),
        (
            own_key.NoKeyInside,
            _("The file holds no private key with its certificate. Export both into one file."),
        ),
        (
            own_key.KindOfKey,
            _(
                "Plans cannot be sealed with this kind of key. Ask for RSA of 2048 bits or more, "
                "or for the curve P-256, P-384 or P-521."
            ),
        ),
        (
            own_key.NotForSigning,
            _(
                "This certificate is not meant for signing: its key usage has neither "
                "“nonRepudiation” nor “digitalSignature”. Ask its issuer for one that has."
            ),
        ),
        (DamagedKey, _("The clinic’s seal on this computer is damaged. Use a copy of it.")),
    ):
        if isinstance(problem, kind):
            return words
    if type(problem).__name__ == "CannotSeal":
        return _("A plan sealed with this certificate did not pass our own check. Use another.")
    if type(problem).__name__ == "SealExists":
        return _("The clinic has a seal already. It is never written over.")
    return ""


def _out_of_time(problem: Exception) -> str:
    begins, ends = getattr(problem, "begins"), getattr(problem, "ends")  # noqa: B009
    if getattr(problem, "early", False):
        return _("This certificate holds only from {date} on. Use one that holds today.").format(
            date=date_short(begins.astimezone().date())
        )
    return _("This certificate ran out on {date}. Ask its issuer for a new one.").format(
        date=date_short(ends.astimezone().date())
    )


def _of_file(problem: Exception) -> str:
    if not isinstance(problem, OSError):
        return ""
    where = problem.filename or _("the file")
    if isinstance(problem, FileNotFoundError):
        return _("{file} is not there. Check the place, then try again.").format(file=where)
    return _("{file} cannot be read or written. Choose another place.").format(file=where)
