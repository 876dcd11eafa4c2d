"""The clinician’s own signature after the clinic’s seal; locks that leave room for it alone.

Certification and locks say before anything is signed what may still come: the one field of the
clinician.  Nothing is ever signed in the patient's name: the patient's part is ink.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.sign.fields import FieldMDPAction, FieldMDPSpec, MDPPerm
from pyhanko.sign.signers import Signer

from sdm_aid.documents.marks import APPROVAL_FIELD, SEAL_FIELD
from sdm_aid.documents.seal.keys import ClinicKey
from sdm_aid.documents.seal.signature import Wanted, key_signer, sign

if TYPE_CHECKING:
    from pyhanko.sign.timestamps import TimeStamper


@dataclass(frozen=True, slots=True)
class Approval:
    """Who signs after the clinic: the certificate, what signs with its key, and why.

    `reason` stands in the signature, in the language of the visit.
    """

    certificate: x509.Certificate
    signer: Signer
    reason: str = ""

    @property
    def name(self) -> str:
        """The clinician as the certificate names them."""
        return name_of(self.certificate)


def by_key(key: ClinicKey, reason: str = "") -> Approval:
    """An approval by a key in memory: that of a PKCS#12 file."""
    return Approval(key.certificate, key_signer(key), reason)


def name_of(certificate: x509.Certificate) -> str:
    """The person a certificate names; where it names none, all of its subject."""
    for kind in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
        if found := certificate.subject.get_attributes_for_oid(kind):
            return str(found[0].value)
    return certificate.subject.rfc4514_string()


def lock_all_but_approval(writer: IncrementalPdfFileWriter) -> None:
    """Say in both fields what their signatures lock; to be written before the first of them.

    The seal locks every field but the clinician's; the clinician's signature locks everything and
    allows no further change (the entry P of its lock, ISO 32000-2, 12.7.5.5).

    Raises:
        PdfReadError: one of the two fields is not there.
    """
    fields = {str(field["/T"]): field for field in _fields(writer)}
    if not {SEAL_FIELD, APPROVAL_FIELD} <= fields.keys():
        raise PdfReadError("no field for the clinician's own signature")
    but_one = FieldMDPSpec(FieldMDPAction.EXCLUDE, [APPROVAL_FIELD]).as_sig_field_lock()
    everything = FieldMDPSpec(FieldMDPAction.ALL).as_sig_field_lock()
    no_changes = MDPPerm.NO_CHANGES.value
    everything["/P"] = generic.NumberObject(no_changes)  # type: ignore[no-untyped-call]
    for name, lock in ((SEAL_FIELD, but_one), (APPROVAL_FIELD, everything)):
        fields[name]["/Lock"] = writer.add_object(lock)
        writer.update_container(fields[name])


class _BareWriter(IncrementalPdfFileWriter):
    """Writes what the signature needs and nothing else: no new date of change in title and XMP."""

    def _update_meta(self) -> None:
        pass


def add_approval(
    sealed: bytes, approval: Approval, when: datetime, stamper: TimeStamper | None = None
) -> bytes:
    """The sealed file with the clinician's signature in its field.

    Raises what :func:`sdm_aid.documents.seal.signature.sign` raises.
    """
    wanted = Wanted(APPROVAL_FIELD, approval.name, approval.reason)
    writer = _BareWriter(io.BytesIO(sealed))
    return sign(writer, wanted, approval.signer, when, stamper)


def _fields(writer: IncrementalPdfFileWriter) -> list[generic.DictionaryObject]:
    try:
        array = writer.root["/AcroForm"]["/Fields"]
        return [array[i] for i in range(len(array))]
    except KeyError:
        return []
