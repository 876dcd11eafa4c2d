"""What a paper says, read back from its bytes."""

from __future__ import annotations

import io
import re

import pypdfium2
from pypdf import PdfReader

from sdm_aid.application.session import Session
from sdm_aid.documents.blocks import Document
from sdm_aid.documents.paper import PaperInput
from sdm_aid.documents.pdf.render import render
from tests.full_visit import SIGNED, the_content


def paper_of(session: Session) -> PaperInput:
    """The input of a paper about a visit."""
    return PaperInput(the_content(), session.state, SIGNED, "SDM Aid 0.1")


def pages_of(document: Document) -> list[str]:
    """The text of each page, white space and line breaks evened out."""
    data = render(document, SIGNED, replace_unprintable=True)
    return [even(page.extract_text()) for page in PdfReader(io.BytesIO(data)).pages]


def text_of(document: Document) -> str:
    """The text of all pages."""
    return " ".join(pages_of(document))


def even(text: str) -> str:
    """One space between words, none after a hyphen where a line broke."""
    return re.sub(r"(?<=\w)- (?=\w)", "-", re.sub(r"\s+", " ", text))


def read_out(document: Document) -> str:
    """The text as PDFium reads it, one line feed a line."""
    pages = pypdfium2.PdfDocument(render(document, SIGNED))
    return "\n".join(page.get_textpage().get_text_range() for page in pages)
