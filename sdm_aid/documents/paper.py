"""What every paper of a visit shares: who, when, which content, and small forms of text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sdm_aid.documents.blocks import Block, Heading, Paragraph, Run, Running, TextRole
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.library import DecisionContent
from sdm_aid.i18n import _, formats


@dataclass(frozen=True, slots=True)
class PaperInput:
    """What a paper is made from: the content, the visit, the moment (aware), the program."""

    content: DecisionContent
    state: Consultation
    now: datetime
    program: str
    """Name and version, as printed."""


def said(words: str) -> Run:
    """Words that a person typed: laid out on their own, whatever their direction."""
    return Run(words, isolated=True)


def quoted(words: str) -> tuple[Run, ...]:
    """A person's own words in quotation marks."""
    return (Run("“"), said(words), Run("”"))


def labelled(label: str, *runs: Run) -> Paragraph:
    """A strong label with what belongs to it."""
    return Paragraph((Run(label, strong=True), Run(" "), *runs))


def section(title: str, blocks: Iterable[Block], level: int = 2) -> tuple[Block, ...]:
    """A heading with its blocks; nothing at all where there are none."""
    inside = tuple(blocks)
    return (Heading(level, title), *inside) if inside else ()


def soft(words: str) -> Paragraph:
    """A quiet line."""
    return Paragraph((Run(words),), TextRole.SOFT)


def identifiers(state: Consultation) -> tuple[str, ...]:
    """What tells this patient from every other, for the top of every page."""
    found = []
    if state.patient.name:
        found.append(state.patient.name)
    if state.patient.born:
        born = formats.date_short(state.patient.born)
        found.append(_("born {date}").format(date=born))
    if state.patient.number:
        found.append(_("no. {number}").format(number=state.patient.number))
    return tuple(found)


def running(paper: PaperInput, kind: str) -> Running:
    """Identifiers, content version and page number of every page."""
    decision = paper.content.decision
    pieces = [
        kind,
        f"{decision.id} {decision.version}",
        _("evidence to {date}").format(date=formats.date_short(decision.evidence_to)),
        _("not yet reviewed by a clinician"),
    ]
    if paper.state.made_up:
        pieces.insert(0, _("MADE-UP PATIENT"))
    return Running(
        identifiers=identifiers(paper.state),
        footer=tuple(pieces),
        page_label=_("Page {page} of {pages}"),
    )


def option_name(content: DecisionContent, letter: str) -> str:
    """The letter and the name of one thing we could do: "C. Steroid injection near the nerve"."""
    name = content.words(f"treatments.{content.decision.option(letter).treatment}.name")
    return _("{letter}. {name}").format(letter=letter, name=name)


def local(moment: datetime) -> datetime:
    """The moment in the clinic's own time."""
    return moment.astimezone()
