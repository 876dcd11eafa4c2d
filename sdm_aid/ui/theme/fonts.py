"""FiraGO regular and bold: Latin, Greek, Cyrillic, Arabic, Hebrew and Devanagari in one family."""

import logging
from zlib import crc32

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from sdm_aid.ui.theme.cache import cache_folder, write_whole

FAMILY = "FiraGO"
# face in pymupdf_fonts 1.0.5 -> length in bytes and CRC-32 of the TrueType file
FACES = {"figo": (804888, 0x8FB4A5F9), "figbo": (807140, 0xDC4B576B)}
_LOADED = "fontsLoaded"
_log = logging.getLogger(__name__)


def font_bytes(face: str) -> bytes:
    """Return the TrueType file of a face of ``FACES``.

    Unpacking takes some 20 ms a face, so the result is kept in the cache folder; a cached file
    is used only while length and checksum are the expected ones. The checksum is against damage:
    a digest by hashlib or by Qt would cost 4 to 8 ms at each start.
    """
    path = cache_folder("fonts") / f"{face}.ttf"
    try:
        data = path.read_bytes()
        if (len(data), crc32(data)) == FACES[face]:
            return data
    except OSError:
        pass
    import pymupdf_fonts

    fresh: bytes = bytes(pymupdf_fonts.fontbuffers[face]())
    try:
        write_whole(path, fresh)
    except OSError as error:
        _log.info("font cache not written: %s", error)
    return fresh


def load_fonts(app: QApplication) -> None:
    """Register the faces with Qt, once per application."""
    if app.property(_LOADED):
        return
    app.setProperty(_LOADED, True)
    for face in FACES:
        if _register(face) < 0:
            _log.warning("font face %s could not be loaded", face)


def _register(face: str) -> int:
    """Qt's number of the face, below 0 where it failed; from the file, which takes no memory."""
    data = font_bytes(face)
    path = cache_folder("fonts") / f"{face}.ttf"
    if path.is_file():
        return QFontDatabase.addApplicationFont(str(path))
    return QFontDatabase.addApplicationFontFromData(QByteArray(data))


def use_font(app: QApplication, pixel_size: int) -> None:
    """Make FiraGO at ``pixel_size`` logical pixels the program's font."""
    load_fonts(app)
    font = QFont(FAMILY)
    font.setPixelSize(pixel_size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(font)
