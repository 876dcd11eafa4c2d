"""A made-up clinic whose record lies encrypted on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kept_clinic import KeptClinic


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[KeptClinic]:
    """The clinic with its record open."""
    made = KeptClinic(tmp_path)
    yield made
    made.desk.close()
