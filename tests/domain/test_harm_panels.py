"""What could go wrong, lined up by kind and put into panels."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

from sdm_aid.domain.harm_panels import (
    ROW_MOST,
    SEVERITIES,
    harm_lines,
    harm_panels,
    row_count,
    top_harms,
)
from sdm_aid.domain.library import DecisionContent
from tests.content.builders import mini_decision

ALL = ("A", "B", "C")


@lru_cache(maxsize=1)
def mini() -> DecisionContent:
    """The made-up content."""
    return mini_decision(Path(mkdtemp()))


def test_harms_stand_gravest_first_and_none_is_left_out() -> None:
    lines = harm_lines(mini(), ("C",))
    places = [SEVERITIES.index(line.severity) for line in lines]
    assert places == sorted(places, reverse=True)
    listed = {entry.harm.id for line in lines for entry in line.entries if entry}
    assert listed == {harm.id for harm in mini().treatment_of("C").harms}


def test_harms_of_a_kind_stand_in_one_line() -> None:
    line = next(one for one in harm_lines(mini(), ("B", "C")) if one.kind == "more_pain")
    assert [entry.harm.id if entry else None for entry in line.entries] == ["sore", "more-pain"]


def test_panels_go_from_the_most_felt_to_those_without_a_figure() -> None:
    panels = harm_panels(mini(), ("C",))
    assert [panel.denominator for panel in panels] == [None, 100, 100000, None]
    assert {line.severity for line in panels[0].lines} <= {"permanent", "death"}
    assert not {line.severity for line in panels[-1].lines} & {"permanent", "death"}


def test_the_harms_row_has_the_same_lines_for_every_column() -> None:
    lines = top_harms(mini(), ALL)
    assert 0 < len(lines) <= 4
    assert all(len(line.entries) == len(ALL) for line in lines)
    assert "death_or_paralysis" in {line.kind for line in lines}
    assert row_count(lines) == ROW_MOST
