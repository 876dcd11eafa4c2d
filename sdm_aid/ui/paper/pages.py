"""A PDF for the screen and the printer: page sizes, words, any part of a page as a picture."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, QSizeF
from PySide6.QtGui import QImage

_PDFIUM = Lock()
"""The library may be used by one thread at a time."""
_RIM = 8
"""Pixels drawn around a part and cut off: letters that its edge cuts are drawn a little apart."""


class PaperPages:
    """The pages of one PDF. ``sizes``: each in points; ``words``: what each says.

    Holds the bytes alone and opens them for every picture: nothing of the library's outlives a
    call, so it does not matter who lets these pages go, when and on which thread.

    Raises:
        ValueError: the bytes are no PDF that can be shown.
    """

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        with _opened(pdf) as document:
            self.sizes = tuple(QSizeF(*document.get_page_size(n)) for n in range(len(document)))
            self.words = tuple(_words(document[n]) for n in range(len(document)))

    def __len__(self) -> int:
        return len(self.sizes)

    def picture(self, number: int, whole: QSize, part: QRect | None = None) -> QImage:
        """Page ``number`` (from 0) as ``whole`` pixels; of that only ``part``, if given.

        Raises:
            ValueError: there is nothing to draw.
        """
        area = QRect(0, 0, whole.width(), whole.height()) if part is None else part
        if whole.isEmpty() or area.isEmpty():
            raise ValueError("a page picture needs a size")
        with _opened(self._pdf) as document:
            return _drawn(document, number, whole, area)


def page_count(pdf: bytes) -> int:
    """How many pages it has.

    Raises:
        ValueError: the bytes are no PDF that can be shown.
    """
    with _opened(pdf) as document:
        return len(document)


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    import pypdfium2

    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as problem:
            raise ValueError("not a PDF that can be shown") from problem
        try:
            document.init_forms()
            yield document
        finally:
            document.close()


def _drawn(document: Any, number: int, whole: QSize, area: QRect) -> QImage:
    from pypdfium2 import PdfBitmap, raw

    drawn = area.adjusted(-_RIM, -_RIM, _RIM, _RIM).intersected(QRect(QPoint(), whole))
    page = document[number]
    # blue, green, red, unused: the order in which Qt keeps a picture of 32 bits
    bitmap = PdfBitmap.new_native(drawn.width(), drawn.height(), raw.FPDFBitmap_BGRx)
    try:
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, drawn.width(), drawn.height())
        place = (-drawn.x(), -drawn.y(), whole.width(), whole.height(), 0, raw.FPDF_ANNOT)
        raw.FPDF_RenderPageBitmap(bitmap, page, *place)
        if document.formenv is not None:
            raw.FPDF_FFLDraw(document.formenv, bitmap, page, *place)
        shape = QImage.Format.Format_RGB32
        pixels = memoryview(bitmap.buffer)
        view = QImage(pixels, drawn.width(), drawn.height(), bitmap.stride, shape)
        return view.copy(area.translated(-drawn.topLeft()))  # the buffer is the library's
    finally:
        bitmap.close()
        page.close()


def _words(page: Any) -> str:
    text = page.get_textpage()
    try:
        words: str = text.get_text_bounded()
        return words
    finally:
        text.close()
        page.close()
