"""What went wrong while a plan was sealed, in one sentence each; the visit stays open."""

from __future__ import annotations

import errno
from pathlib import Path

from sdm_aid.i18n import _
from sdm_aid.ui.pages.sign.seal_job import RecordBehind, SealKeyUnusable
from sdm_aid.wording.refusals import refusal_sentence


def failure_sentence(problem: Exception, folder: Path) -> str:
    """One sentence for what went wrong; empty where it is nothing we know of."""
    from sdm_aid.application.unprintable import unprintable_sentence
    from sdm_aid.documents.pdf.printable import UnprintableText
    from sdm_aid.documents.seal.keys import DamagedKey, WrongPassphrase
    from sdm_aid.documents.seal.seal import SealProblem
    from sdm_aid.domain.refusal import Refused

    if isinstance(problem, WrongPassphrase):
        return _("This passphrase does not open the seal. Nothing is lost: try again.")
    if isinstance(problem, DamagedKey):
        return _("The file of the clinic’s seal is damaged. Bring it back from a copy.")
    if isinstance(problem, SealKeyUnusable):
        return str(problem)
    if isinstance(problem, RecordBehind):
        return _(
            "The record has not taken all of this visit yet, so nothing was sealed. Try again."
        )
    if isinstance(problem, UnprintableText):
        return unprintable_sentence(problem.found)
    if isinstance(problem, Refused):
        return refusal_sentence(problem.code)
    if isinstance(problem, SealProblem):
        return _("The seal did not pass our own check, so nothing was saved.")
    if isinstance(problem, OSError):
        return _disk(problem, folder)
    from sdm_aid.wording.record import trouble_sentence

    return _of_extras(problem) or trouble_sentence(problem)


def _of_extras(problem: Exception) -> str:
    """What a plan can do without: the clinician's own signature, the time stamp."""
    from sdm_aid.application.own_certificate import OwnSignatureProblem
    from sdm_aid.application.signature_words import own_sentence, time_sentence

    if isinstance(problem, OwnSignatureProblem):
        return own_sentence(problem)
    trouble = time_sentence(problem)
    kept = _("{trouble} The visit is kept, and the plan can be sealed without a time stamp.")
    return kept.format(trouble=trouble) if trouble else ""


def _disk(problem: OSError, folder: Path) -> str:
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return _("There is no room left in {folder}. Choose another folder.").format(folder=folder)
    return _("{folder} cannot be written. Choose another folder.").format(folder=folder)
