"""Ways to change a sealed plan, each bytes to bytes, as a careless or a hostile hand would."""

# mypy: disable-error-code="no-untyped-call"
from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import cast

import pypdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pypdf.generic import ArrayObject, DictionaryObject

Tamper = Callable[[bytes], bytes]


def _updated(data: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def note_added(data: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        note = generic.DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Annot"),
                pdf_name("/Subtype"): pdf_name("/Text"),
                pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (50, 50, 70, 70))),
                pdf_name("/Contents"): generic.TextStringObject("I never said this"),
            }
        )
        page = writer.root["/Pages"]["/Kids"][1]
        page[pdf_name("/Annots")] = generic.ArrayObject([writer.add_object(note)])
        writer.update_container(page)

    return _updated(data, change)


def page_added(data: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        pages = writer.root["/Pages"]
        page = generic.DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Page"),
                pdf_name("/Parent"): writer.root.raw_get("/Pages"),
                pdf_name("/MediaBox"): generic.ArrayObject(
                    map(generic.NumberObject, (0, 0, 200, 200))
                ),
            }
        )
        pages["/Kids"].append(writer.add_object(page))
        pages[pdf_name("/Count")] = generic.NumberObject(len(pages["/Kids"]))
        writer.update_container(pages)
        writer.update_container(pages["/Kids"])

    return _updated(data, change)


def form_filled(data: bytes) -> bytes:
    """A text field with a value, in the form that holds the seal's field."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        field = generic.DictionaryObject(
            {
                pdf_name("/FT"): pdf_name("/Tx"),
                pdf_name("/T"): generic.TextStringObject("more"),
                pdf_name("/V"): generic.TextStringObject("I agree to everything"),
            }
        )
        fields = writer.root["/AcroForm"]["/Fields"]
        fields.append(writer.add_object(field))
        writer.update_container(fields)

    return _updated(data, change)


def file_attached(data: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        other = generic.DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Filespec"),
                pdf_name("/UF"): generic.TextStringObject("letter.txt"),
            }
        )
        files = writer.root["/AF"]
        files.append(writer.add_object(other))
        writer.update_container(files)

    return _updated(data, change)


def signature_taken_off(data: bytes) -> bytes:
    """The value of the last signature's field removed by an update."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        fields = writer.root["/AcroForm"]["/Fields"]
        field = fields[len(fields) - 1]
        del field["/V"]
        writer.update_container(field)

    return _updated(data, change)


def nothing_changed(data: bytes) -> bytes:
    """An update that writes one object again as it was."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        writer.update_container(writer.root["/Pages"])

    return _updated(data, change)


def red_box(data: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        page = writer.root["/Pages"]["/Kids"][0]
        box = writer.add_object(generic.StreamObject(stream_data=b"1 0 0 rg 60 600 400 90 re f"))
        page[pdf_name("/Contents")] = generic.ArrayObject([page.raw_get("/Contents"), box])
        writer.update_container(page)

    return _updated(data, change)


def page_removed(data: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        pages = writer.root["/Pages"]
        del pages["/Kids"][-1]
        pages[pdf_name("/Count")] = generic.NumberObject(len(pages["/Kids"]))
        writer.update_container(pages)
        writer.update_container(pages["/Kids"])

    return _updated(data, change)


def attachment_replaced(data: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        files = writer.root["/AF"][0]["/EF"]
        forged = b'{"schema_id": "sdm-aid.visit/1", "patient": "Somebody Else"}'
        new = writer.add_object(generic.StreamObject(stream_data=forged))
        files[pdf_name("/F")] = files[pdf_name("/UF")] = new
        writer.update_container(files)

    return _updated(data, change)


def title_changed(data: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        writer.root[pdf_name("/Lang")] = generic.TextStringObject("fr")
        writer.update_root()

    return _updated(data, change)


def rewritten(data: bytes) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def seal_stripped(data: bytes) -> bytes:
    """The signature's value taken out of its field, by a full rewrite."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    form = cast(DictionaryObject, writer.root_object["/AcroForm"])
    for field in cast(ArrayObject, form["/Fields"]):
        field.get_object().pop("/V", None)
    writer.root_object.pop("/Perms", None)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def field_and_seal_stripped(data: bytes) -> bytes:
    """The whole form gone; only the attachment shows that this is a plan of ours."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    for key in ("/AcroForm", "/Perms", "/Metadata"):
        writer.root_object.pop(key, None)
    writer.metadata = None
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def back_to_unsealed(data: bytes) -> bytes:
    """Everything after the revision that was there before sealing cut off."""
    return data[: data.index(b"%%EOF") + 6]


def attachment_and_seal_stripped(data: bytes) -> bytes:
    """The visit removed and the seal taken out, while the field remains."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(seal_stripped(data)))
    for key in ("/AF", "/Names"):
        writer.root_object.pop(key, None)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _flipped(data: bytes, at: int, bit: int = 1) -> bytes:
    return data[:at] + bytes([data[at] ^ bit]) + data[at + 1 :]


def page_byte_flipped(data: bytes) -> bytes:
    return _flipped(data, data.index(b"stream\n") + 60)


def metadata_byte_flipped(data: bytes) -> bytes:
    return _flipped(data, data.index(b"Maria") if b"Maria" in data else data.index(b"/Author") + 12)


def seal_byte_flipped(data: bytes) -> bytes:
    """A digit of the signature that is another digit then, not a sign that ends it."""
    digit = re.compile(rb"[0-9]").search(data, _contents(data).start(1) + 900)
    assert digit is not None
    return _flipped(data, digit.start())


def seal_case_flipped(data: bytes) -> bytes:
    """A hexadecimal letter of the signature in lower case: the same value, another byte."""
    inside = _contents(data)
    letter = re.compile(rb"[A-F]").search(data, inside.start(1))
    assert letter is not None
    return _flipped(data, letter.start(), 0x20)


def seal_room_used(data: bytes) -> bytes:
    """Something hidden in the unused room behind the signature."""
    return _flipped(data, _contents(data).end(1) - 10)


def _contents(data: bytes) -> re.Match[bytes]:
    found = re.search(rb"/Contents <([0-9A-F]+)>", data)
    assert found is not None
    return found


def truncated(data: bytes) -> bytes:
    return data[:-600]


def truncated_to_half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def junk_appended(data: bytes) -> bytes:
    return data + b"\n% and another thing\n"


def line_end_appended(data: bytes) -> bytes:
    return data + b"\n"


ALL: tuple[Tamper, ...] = (
    note_added,
    red_box,
    page_added,
    page_removed,
    form_filled,
    file_attached,
    nothing_changed,
    attachment_replaced,
    title_changed,
    rewritten,
    seal_stripped,
    field_and_seal_stripped,
    back_to_unsealed,
    attachment_and_seal_stripped,
    page_byte_flipped,
    metadata_byte_flipped,
    seal_byte_flipped,
    seal_case_flipped,
    seal_room_used,
    truncated,
    truncated_to_half,
    junk_appended,
    line_end_appended,
)
