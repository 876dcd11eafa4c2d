"""Tests that need a tool which exists only on Linux: elsewhere they are deselected by name.

On Linux a tool that is missing is a failure; `dev.py test` installs them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol, TypeVar

TOOLS = re.compile(r"\b(libsofthsm2|pdfsig|pdftotext|pdfinfo|verapdf|tests\.cards)\b")
"""Words by which a test file shows that it uses such a tool."""

LINUX_ONLY = (
    "tests/application/test_whole_file.py::test_no_room_in_mid_file",  # a limit on a file's size
    "tests/application/test_whole_file.py::test_a_pipe",  # Windows has none in a folder
    "tests/documents/conformance/",
    "tests/documents/pdf/test_scripts.py::test_page_from_right_to_left",
    "tests/documents/pdf/test_scripts.py::test_pdftotext",
    "tests/documents/seal/test_agreement.py::",
    "tests/documents/seal/test_card.py::",
    "tests/documents/seal/test_seal.py::test_pdfsig",
)
"""How the ids of such tests begin."""


class Named(Protocol):
    """Anything with a test's id."""

    @property
    def nodeid(self) -> str:
        """File and name, as pytest prints them."""
        ...


N = TypeVar("N", bound=Named)


def sorted_out(items: Iterable[N]) -> tuple[list[N], list[N]]:
    """Tests that run anywhere, and those that only Linux can run."""
    anywhere: list[N] = []
    linux: list[N] = []
    for item in items:
        (linux if item.nodeid.startswith(LINUX_ONLY) else anywhere).append(item)
    return anywhere, linux
