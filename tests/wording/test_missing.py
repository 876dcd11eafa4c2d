"""A calm line for everything that can be missing."""

from __future__ import annotations

from typing import get_args

import pytest

from sdm_aid.domain.readiness import Missing
from sdm_aid.wording.missing import missing_line, missing_lines


def test_everything_that_can_be_missing_has_its_own_line() -> None:
    codes = get_args(Missing)
    lines = missing_lines(codes)
    assert len(set(lines)) == len(codes)
    assert all(line and "!" not in line for line in lines)


def test_an_unknown_code_has_none() -> None:
    with pytest.raises(KeyError):
        missing_line("tea")
