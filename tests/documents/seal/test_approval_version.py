"""What a stranger could bring along with a signature in the field that the seal leaves open."""

# mypy: disable-error-code="no-untyped-call"
from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from cryptography import x509
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.sign.fields import MDPPerm

from sdm_aid.documents.marks import APPROVAL_FIELD, SEAL_FIELD
from sdm_aid.documents.seal.approval import _BareWriter, lock_all_but_approval
from sdm_aid.documents.seal.keys import ClinicKey
from sdm_aid.documents.seal.signature import Wanted, key_signer, sign
from sdm_aid.documents.seal.verdict import Change, Reason, Status, Trust
from sdm_aid.documents.seal.verify import verify
from tests.documents.sample import CREATED, VISIT

Roots = Sequence[x509.Certificate]
Bringing = Callable[[_BareWriter], None]
Made = Callable[[Bringing], bytes]


@pytest.fixture(scope="module")
def begun(with_room: bytes, clinic_key: ClinicKey) -> bytes:
    """Sealed, the clinician's field still empty: what anybody can cut out of a finished plan."""
    writer = _BareWriter(io.BytesIO(with_room))
    lock_all_but_approval(writer)
    wanted = Wanted(SEAL_FIELD, "A", "", MDPPerm.FILL_FORMS)
    return sign(writer, wanted, key_signer(clinic_key), CREATED)


@pytest.fixture
def approved(begun: bytes, stranger_key: ClinicKey) -> Made:
    def make(change: Bringing) -> bytes:
        writer = _BareWriter(io.BytesIO(begun))
        change(writer)
        return sign(writer, Wanted(APPROVAL_FIELD, "B", ""), key_signer(stranger_key), CREATED)

    return make


def _stream(data: bytes, **entries: Any) -> generic.StreamObject:
    named = {pdf_name(f"/{name}"): pdf_name(f"/{value}") for name, value in entries.items()}
    return generic.StreamObject(named, stream_data=data)


def another_title(writer: _BareWriter) -> None:
    info = writer.prev.trailer["/Info"]
    info[pdf_name("/Title")] = generic.TextStringObject("The operation is agreed")
    writer.update_container(info)


def another_xmp(writer: _BareWriter) -> None:
    other = writer.root["/Metadata"].data.replace(b"What we agreed", b"The operation")
    made = writer.add_object(_stream(other, Type="Metadata", Subtype="XML"))
    writer.root[pdf_name("/Metadata")] = made
    writer.update_root()


def drawn_over_the_page(writer: _BareWriter) -> None:
    fields = writer.root["/AcroForm"]["/Fields"]
    (field,) = (fields[i] for i in range(len(fields)) if fields[i]["/T"] == APPROVAL_FIELD)
    red = _stream(b"1 0 0 rg 0 0 500 700 re f", Type="XObject", Subtype="Form")
    red[pdf_name("/BBox")] = generic.ArrayObject(map(generic.NumberObject, (0, 0, 500, 700)))
    field[pdf_name("/AP")] = generic.DictionaryObject({pdf_name("/N"): writer.add_object(red)})
    writer.update_container(field)


def kept_for_later(writer: _BareWriter) -> None:
    writer.add_object(_stream(b"q 1 0 0 1 0 0 cm Q"))


def certificates_for_later(writer: _BareWriter) -> None:
    held = generic.DictionaryObject({pdf_name("/Certs"): generic.ArrayObject()})
    writer.root[pdf_name("/DSS")] = writer.add_object(held)
    writer.update_root()


@pytest.mark.parametrize(
    "change",
    [another_title, another_xmp, drawn_over_the_page, kept_for_later, certificates_for_later],
)
def test_what_comes_with_an_approval_is_a_change(
    approved: Made, change: Bringing, trusted: Roots
) -> None:
    verdict = verify(approved(change), trusted)
    assert (verdict.status, verdict.reason) == (Status.CHANGED, Reason.CONTENT_ADDED)
    assert verdict.signatures[0].change is Change.ADDED
    assert verdict.visit == VISIT


def test_an_object_that_no_table_names_is_a_change(
    begun: bytes, stranger_key: ClinicKey, trusted: Roots
) -> None:
    """Another program that mends a table by itself would find it, and show it."""
    hidden = b"6 0 obj\n<<\n/Type /Page\n>>\nendobj\n"
    for more in (hidden, b"% a word\n"):
        writer = _BareWriter(io.BytesIO(begun + more))
        wanted = Wanted(APPROVAL_FIELD, "B", "")
        data = sign(writer, wanted, key_signer(stranger_key), CREATED)
        assert more in data
        assert verify(data, trusted).status is Status.CHANGED


def test_the_approval_alone_is_none(approved: Made, trusted: Roots) -> None:
    verdict = verify(approved(lambda _writer: None), trusted)
    assert (verdict.status, verdict.reason) == (Status.INTACT, Reason.SEALED)
    assert [each.trust for each in verdict.signatures] == [Trust.KNOWN, Trust.UNKNOWN]
