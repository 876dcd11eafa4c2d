"""What the print system of Linux said last: Qt asks it to print and does not read the answer."""

from __future__ import annotations

from ctypes import CDLL

_FIRST_ERROR = 0x0400
"""Status codes of the Internet Printing Protocol from here on mean that it was not done (RFC 8011,
appendix B); those below that it was, perhaps with remarks."""


def refused() -> bool:
    """Whether what this thread asked of CUPS last was refused; False where there is no CUPS."""
    try:
        # the very library that Qt's printing has loaded: it remembers thread by thread
        said = int(CDLL("libcups.so.2").cupsLastError())
    except (OSError, AttributeError):
        return False
    return said >= _FIRST_ERROR
