"""Around the steps of a plan: hopes beside what studies saw, the team, days to look again."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.documents.blocks import Block, CheckRow, Run
from sdm_aid.documents.paper import PaperInput, labelled, option_name, quoted, said
from sdm_aid.domain.chosen import chosen_letter
from sdm_aid.domain.comparison import comparison
from sdm_aid.domain.readiness import talked_about
from sdm_aid.domain.team import TeamMember
from sdm_aid.i18n import _, formats
from sdm_aid.wording.expectation import hoped_change, of_groups, scale_help, studies_saw


def looks(paper: PaperInput) -> tuple[CheckRow, ...]:
    """The first day to look again, and the later ones in one line."""
    first, later = paper.state.plan.look_again, paper.state.plan.further_looks
    rows = []
    if first is not None:
        rows.append(CheckRow(_("Look again together"), _("both"), formats.date_short(first)))
    if later:
        days = ", ".join(formats.date_short(day) for day in later)
        rows.append(CheckRow(_("And again: {days}").format(days=days), _("both")))
    return tuple(rows)


def hopes(paper: PaperInput) -> tuple[Block, ...]:
    """The patient's hope, and what the table says of the choice; nothing where none was said."""
    plan = paper.state.plan
    if not plan.hoped and plan.target_pain is None:
        return ()
    found: list[Block] = []
    if plan.hoped:
        found.append(labelled(_("What I hope for:"), *quoted(plan.hoped)))
    if change := hoped_change(paper.state):
        found.append(labelled(_("On the scale from 0 to 10."), Run(change)))
    found += _studies(paper)
    return tuple(found)


def team(paper: PaperInput) -> tuple[Block, ...]:
    """Who is on the team and who does what."""
    runs: list[Run] = []
    for one in paper.state.plan.team:
        runs += [Run(" ") if runs else Run(""), *_member(one)]
    return (labelled(_("Who is on the team:"), *runs),) if runs else ()


def _studies(paper: PaperInput) -> Iterator[Block]:
    """All of it, or its first line where the whole of it stands further on as shown."""
    letter = chosen_letter(paper.content, paper.state)
    lines = studies_saw(paper.content, paper.state)
    if letter is None or not lines:
        return
    further = _shown_later(paper, letter) and len(lines) > 1
    lines = lines[:1] if further else lines
    name = option_name(paper.content, letter)
    said_of = [Run(of_groups() + " ")]
    for line in lines:
        said_of += [Run(line.question + " ", soft=True), Run(line.found + " ")]
    if help_words := scale_help(lines):
        said_of.append(Run(help_words + " "))
    if further:
        said_of.append(Run(_("The other findings stand under “What we talked about”.")))
    yield labelled(_("What studies saw. {option}:").format(option=name), *said_of)


def _shown_later(paper: PaperInput, letter: str) -> bool:
    if not talked_about(paper.state, "compare"):
        return False
    columns = comparison(paper.content, paper.state).columns
    return letter in [column.letter for column in columns]


def _member(one: TeamMember) -> Iterator[Run]:
    yield said(one.role)
    parts = [part for part in (one.name, one.does, one.phone) if part]
    for place, part in enumerate(parts):
        yield Run(", " if place else ": ")
        yield said(part)
    yield Run(".")
