"""What is not read at all when a plan is checked: what never ends, and what is far too large."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sdm_aid.application.check_plan import LARGEST, TooLarge, check_plan_file


def test_a_device_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="not an ordinary file"):
        check_plan_file(Path(os.devnull), (), tmp_path)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "plan.pdf"
    with huge.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(TooLarge, match=r"plan\.pdf"):
        check_plan_file(huge, (), tmp_path)
