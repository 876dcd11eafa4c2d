"""The clinic's certification over a finished plan, then the clinician's own signature if wanted.

What comes out was checked before it leaves.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from cryptography import x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.general import SigningError

from sdm_aid.documents.marks import SEAL_FIELD
from sdm_aid.documents.seal.approval import Approval, add_approval, lock_all_but_approval
from sdm_aid.documents.seal.keys import ClinicKey
from sdm_aid.documents.seal.signature import Wanted, key_signer, sign
from sdm_aid.documents.seal.verdict import Change
from sdm_aid.documents.seal.verify import Status, Verdict, verify

if TYPE_CHECKING:
    from pyhanko.sign.timestamps import TimeStamper


class SealProblem(Exception):
    """The plan could not be sealed, or the sealed file did not pass our own check."""

    def __init__(self, message: str, verdict: Verdict | None = None) -> None:
        super().__init__(message)
        self.verdict = verdict

    @property
    def of_approval(self) -> bool:
        """True where the clinic's seal is whole and the clinician's signature is not."""
        found = [] if self.verdict is None else [each.change for each in self.verdict.signatures]
        return found[:1] == [Change.NONE] and Change.BROKEN in found[1:]


def seal(
    pdf: bytes,
    key: ClinicKey,
    when: datetime,
    reason: str,
    approval: Approval | None = None,
    stamper: TimeStamper | None = None,
) -> bytes:
    """The plan with the clinic's signature: no later change allowed, or the `approval` alone.

    `pdf` must hold the empty field of the seal, and with an `approval` the clinician's; `when` is
    aware.  The level is PAdES B-B: the time is that of this computer's clock.  With a `stamper`,
    which is a time stamp server of the clinic's own, it is B-T.  Raises SealProblem if a field is
    missing, or if the result does not read as intact; and what the approval's signer and the
    stamper raise.
    """
    if when.tzinfo is None:
        raise ValueError("the moment of sealing needs a time zone")
    allowed = MDPPerm.NO_CHANGES if approval is None else MDPPerm.FILL_FORMS
    wanted = Wanted(SEAL_FIELD, key.clinic, reason, allowed)
    try:
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        if approval is not None:
            lock_all_but_approval(writer)
        sealed = sign(writer, wanted, key_signer(key), when, stamper)
        if approval is not None:
            sealed = add_approval(sealed, approval, when, stamper)
    except (PdfError, SigningError) as problem:
        raise SealProblem(f"the plan could not be sealed: {problem}") from problem
    _check(sealed, [key.root] if approval is None else [key.root, approval.certificate], approval)
    return sealed


def _check(sealed: bytes, roots: Sequence[x509.Certificate], approval: Approval | None) -> None:
    """Raise SealProblem unless our own check finds every signature there, and intact."""
    verdict = verify(sealed, roots)
    expected = 1 if approval is None else 2
    if verdict.status is not Status.INTACT or len(verdict.signatures) != expected:
        raise SealProblem("the sealed plan did not pass its check", verdict)
