"""Pages of a PDF as pictures for the screen, made off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

from PySide6.QtGui import QImage

_PDFIUM = Lock()
"""The library may be used by one thread at a time."""


@dataclass(frozen=True)
class PagePicture:
    """One page: its picture, and its words for screen readers."""

    image: QImage
    words: str


def page_pictures(pdf: bytes, width: int) -> tuple[PagePicture, ...]:
    """Every page of ``pdf``, ``width`` pixels wide.

    Raises:
        ValueError: the bytes are no PDF, or the width is not positive.
    """
    import pypdfium2

    if width <= 0:
        raise ValueError("a page picture needs a width")
    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as problem:
            raise ValueError("not a PDF that can be shown") from problem
        try:
            document.init_forms()
            return tuple(_picture(page, width) for page in document)
        finally:
            document.close()


def _picture(page: object, width: int) -> PagePicture:
    from pypdfium2 import PdfPage

    assert isinstance(page, PdfPage)
    # rev_byteorder: pixels as red, green, blue, the order QImage wants
    bitmap = page.render(scale=width / page.get_width(), rev_byteorder=True)
    shape = QImage.Format.Format_RGB888 if bitmap.n_channels == 3 else QImage.Format.Format_RGBX8888
    view = QImage(memoryview(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, shape)
    words = page.get_textpage()
    try:
        # a copy, as the buffer belongs to the library
        return PagePicture(view.copy(), words.get_text_bounded())
    finally:
        words.close()
        bitmap.close()
        page.close()
