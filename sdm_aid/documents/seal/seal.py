"""One certification signature by the clinic over a finished plan, checked before it leaves."""

from __future__ import annotations

import io
from datetime import datetime

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives import serialization
from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from sdm_aid.documents.marks import SEAL_FIELD
from sdm_aid.documents.seal.keys import ClinicKey
from sdm_aid.documents.seal.verify import Status, Verdict, verify

_CONTAINER = 8192
"""Hex digits kept free for the signature: two or three times what one by P-256 needs."""


class SealProblem(Exception):
    """The plan could not be sealed, or the sealed file did not pass our own check."""

    def __init__(self, message: str, verdict: Verdict | None = None) -> None:
        super().__init__(message)
        self.verdict = verdict


class _SignerAt(PdfSigner):
    """Signs with a given moment instead of the clock's."""

    moment: datetime

    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        """The session of the parent class, its time set."""
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.moment
        return session


def seal(pdf: bytes, key: ClinicKey, when: datetime, reason: str) -> bytes:
    """The plan with the clinic's signature (PAdES B-B, no later change allowed).

    `pdf` must hold the empty seal field that `SealField` makes; `when` is aware.  Raises
    SealProblem if it does not, or if the result does not read as intact.
    """
    if when.tzinfo is None:
        raise ValueError("the moment of sealing needs a time zone")
    metadata = PdfSignatureMetadata(
        field_name=SEAL_FIELD,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
        reason=reason or None,
        name=key.clinic,
    )
    signer = _SignerAt(metadata, _signer(key), stamp_style=_unseen())
    signer.moment = when
    try:
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        out = signer.sign_pdf(writer, existing_fields_only=True, bytes_reserved=_CONTAINER)
    except (PdfError, SigningError) as problem:
        raise SealProblem(f"the plan could not be sealed: {problem}") from problem
    sealed: bytes = out.getvalue()
    verdict = verify(sealed, (key.root,))
    if verdict.status is not Status.INTACT:
        raise SealProblem("the sealed plan did not pass its check", verdict)
    return sealed


def _signer(key: ClinicKey) -> SimpleSigner:
    private = key.private_key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    certificate = key.certificate.public_bytes(serialization.Encoding.DER)
    # the root stays out: the signature would not cover it, and every byte of a plan must count
    return SimpleSigner(
        asn1_x509.Certificate.load(certificate),
        asn1_keys.PrivateKeyInfo.load(private),
        SimpleCertificateStore(),  # type: ignore[no-untyped-call]
        embed_roots=False,
    )


def _unseen() -> StaticStampStyle:
    """An empty appearance: ink and words are part of the page, not of the field."""
    empty = RawContent(b"", box=BoxConstraints(100, 20))
    return StaticStampStyle(border_width=0, background=empty)
