"""One PAdES signature into a field that stands empty in the file: what seal and approval share."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer, SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from sdm_aid.documents.seal.canonical import canonical
from sdm_aid.documents.seal.container import ROOM, ROOM_OF_ANYBODY, ROOM_OF_STAMP
from sdm_aid.documents.seal.keys import ClinicKey
from sdm_aid.documents.seal.names import take_every_name

if TYPE_CHECKING:
    from pyhanko.sign.timestamps import TimeStamper

take_every_name()

_LONG = 1500
"""Bytes of a certificate that is not of our making: ours have 700."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One signature: into which field, by what name, why, and what it allows afterwards.

    `permits`: None for an approval, which follows a certification and allows nothing on its own.
    """

    field: str
    name: str
    reason: str
    permits: MDPPerm | None = None


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


def sign(
    writer: IncrementalPdfFileWriter,
    wanted: Wanted,
    signer: Signer,
    when: datetime,
    stamper: TimeStamper | None = None,
) -> bytes:
    """The file with one more signature (PAdES B-B; with a `stamper` B-T).

    Raises pyhanko's PdfError and SigningError, and what the signer and the stamper raise.
    """
    metadata = PdfSignatureMetadata(
        field_name=wanted.field,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=wanted.permits is not None,
        docmdp_permissions=wanted.permits or MDPPerm.NO_CHANGES,
        reason=wanted.reason or None,
        name=wanted.name,
    )
    at = _SignerAt(metadata, signer, timestamper=stamper, stamp_style=_unseen())
    at.moment = when
    long = wanted.permits is None or len(_certificate_of(signer)) > _LONG
    room = ROOM_OF_ANYBODY if long else ROOM
    room += 0 if stamper is None else ROOM_OF_STAMP
    out = at.sign_pdf(writer, existing_fields_only=True, bytes_reserved=room)
    if not isinstance(out, io.BytesIO):  # as it is where nothing else is asked for
        raise TypeError(type(out).__name__)
    return out.getvalue()


def _certificate_of(signer: Signer) -> bytes:
    found = signer.signing_cert
    return b"" if found is None else bytes(found.dump())


class _CanonicalSigner(SimpleSigner):
    """Signs with a key in memory, in the one form that our check takes."""

    async def async_sign_raw(
        self, data: bytes, digest_algorithm: str, dry_run: bool = False
    ) -> bytes:
        """The raw signature over the signed attributes."""
        signature = await super().async_sign_raw(data, digest_algorithm, dry_run)
        if dry_run or self.signing_cert is None:
            return signature
        return canonical(signature, self.signing_cert)


def key_signer(key: ClinicKey) -> SimpleSigner:
    """Signs with a key in memory; its certificate is the only one that goes into the file."""
    private = key.private_key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    # the root stays out: the signature would not cover it, and every byte of a plan must count
    return _CanonicalSigner(
        for_pyhanko(key.certificate),
        asn1_keys.PrivateKeyInfo.load(private),
        SimpleCertificateStore(),  # type: ignore[no-untyped-call]
        embed_roots=False,
    )


def for_pyhanko(certificate: x509.Certificate) -> asn1_x509.Certificate:
    """The same certificate as pyhanko takes it."""
    return asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))


def _unseen() -> StaticStampStyle:
    """An empty appearance: ink and words are part of the page, not of the field."""
    empty = RawContent(b"", box=BoxConstraints(100, 20))
    return StaticStampStyle(border_width=0, background=empty)
