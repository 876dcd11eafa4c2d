"""Plan, quick plan and handout of the made-up visit: word, tag and pixel as they were looked at.

`SDM_AID_UPDATE_GOLDEN=1` takes the new ones for right.
"""

from __future__ import annotations

import copy
import hashlib
import os
import subprocess
import sys
from functools import cache
from types import MappingProxyType

import pytest

from sdm_aid.domain.library import DecisionContent
from tests.documents.golden.kept import (
    UPDATE,
    keep,
    other_pictures,
    other_tags,
    other_words,
    to_look_at,
)
from tests.documents.golden.papers import PAPERS, golden_paper
from tests.documents.golden.reading import Reading, read
from tests.full_visit import the_content

_ON_SCREEN = "sciatica-peul-recovery-1y"
"""A figure that the made-up visit looked at: 95 of 100 with an operation, 95 without."""


@cache
def reading(name: str) -> Reading:
    """A paper as it is now; taken for right first, if that is asked for."""
    now = read(golden_paper(name))
    if UPDATE:
        keep(name, now)
    return now


@pytest.mark.parametrize("name", PAPERS)
def test_words_are_as_kept(name: str) -> None:
    assert other_words(name, reading(name).words) == []


@pytest.mark.parametrize("name", PAPERS)
def test_tags_are_as_kept(name: str) -> None:
    assert other_tags(name, reading(name).tags) == []


@pytest.mark.parametrize("name", PAPERS)
def test_every_pixel_is_as_kept(name: str) -> None:
    pictures = reading(name).pictures
    other = other_pictures(name, pictures)
    assert other == [], to_look_at(name, pictures, other)


def with_one_person_fewer() -> DecisionContent:
    """The shipped content, but 94 of 100 recover with an operation."""
    content = copy.copy(the_content())
    estimate = content.estimates[_ON_SCREEN]
    assert estimate.treated is not None
    fewer = estimate.evolve(treated=estimate.treated.evolve(value=94.0))
    content.estimates = MappingProxyType({**content.estimates, _ON_SCREEN: fewer})
    return content


def test_one_changed_number_is_seen_in_words_tags_and_pixels() -> None:
    assert reading("handout").pictures
    now = read(golden_paper("handout", with_one_person_fewer()))
    lines = other_words("handout", now.words)
    assert any("94" in line for line in lines if line.startswith("+"))
    assert any("94" in line for line in other_tags("handout", now.tags) if line.startswith("+"))
    assert other_pictures("handout", now.pictures)


def test_a_page_that_is_gone_or_new_is_seen() -> None:
    pictures = reading("quick-plan").pictures
    assert len(pictures) in other_pictures("quick-plan", pictures[:-1])
    assert len(pictures) + 1 in other_pictures("quick-plan", (*pictures, pictures[0]))


_DIGESTS = """
import hashlib
from tests.documents.golden.papers import PAPERS, golden_paper
print(*(hashlib.sha256(golden_paper(name)).hexdigest() for name in PAPERS))
"""


def test_another_process_with_other_hashes_writes_the_same_bytes() -> None:
    other = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    environment = {**os.environ, "PYTHONHASHSEED": other}
    done = subprocess.run(
        [sys.executable, "-c", _DIGESTS],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    here = [hashlib.sha256(golden_paper(name)).hexdigest() for name in PAPERS]
    assert done.stdout.split() == here
