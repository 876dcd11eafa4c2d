"""What every paper of a visit shares: who, when, which content, and small forms of text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sdm_aid.documents.blocks import Block, Heading, Paragraph, Run, Running, TextRole
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.gene_library import GeneLibrary
from sdm_aid.domain.governance import ExpiredUse, SignOff, freshness
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.signing import RecordHead
from sdm_aid.i18n import _, formats
from sdm_aid.wording.about import expired_words, signed_off_by
from sdm_aid.wording.direction import on_its_own


@dataclass(frozen=True, slots=True)
class PaperInput:
    """What a paper is made from: the content, the visit, the moment (aware), the program."""

    content: DecisionContent
    state: Consultation
    now: datetime
    program: str
    """Name and version, as printed."""
    self_check: str = ""
    """How the decision aid stands against the minimum standards, in words."""
    record: RecordHead | None = None
    """Where the clinic's record stood."""
    genes: GeneLibrary | None = None
    """What gene results are read with; None where the visit has none."""
    own_signature: bool = False
    """Whether the clinician's own certificate signs after the seal: then its field is there."""
    time_stamped: bool = False
    """Whether a time-stamp server confirms when the plan is sealed; else the clock is our own."""


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


def absent(label: str, missing: Iterable[str]) -> tuple[Block, ...]:
    """A small line that names what is not here: a record says so, rather than leave a gap."""
    named = "; ".join(missing)
    if not named:
        return ()
    return (Paragraph((Run(f"{label} ", strong=True), Run(f"{named}.")), TextRole.DETAIL),)


def soft(words: str) -> Paragraph:
    """A quiet line."""
    return Paragraph((Run(words),), TextRole.SOFT)


def identifiers(state: Consultation) -> tuple[str, ...]:
    """What tells this patient from every other, for the top of every page."""
    found = []
    if state.patient.name:
        found.append(on_its_own(state.patient.name))
    if state.patient.born:
        born = formats.date_short(state.patient.born)
        found.append(_("born {date}").format(date=born))
    if state.patient.number:
        found.append(_("no. {number}").format(number=on_its_own(state.patient.number)))
    return tuple(found)


def running(paper: PaperInput, kind: str) -> Running:
    """Identifiers, content version and page number of every page."""
    decision = paper.content.decision
    pieces = [
        kind,
        f"{decision.id} {decision.version}",
        _("evidence to {date}").format(date=formats.date_short(decision.evidence_to)),
        _reviewed_short(paper),
    ]
    if _past_its_day(paper) or _taken_on(paper) is not None:
        pieces.insert(0, _("OUT OF DATE"))
    if paper.state.made_up:
        pieces.insert(0, _("MADE-UP PATIENT"))
    return Running(
        identifiers=identifiers(paper.state),
        footer=tuple(pieces),
        page_label=_("Page {page} of {pages}"),
    )


def standing(paper: PaperInput) -> SignOff | None:
    """The sign-off of the content this paper is made from; one of other content is none."""
    sign_off = paper.state.sign_off
    if sign_off is None or not sign_off.holds_for(paper.content.ref.digest):
        return None
    return sign_off


def reviewed(paper: PaperInput) -> str:
    """Who stands behind the content, as a sentence."""
    by = standing(paper)
    if by is None:
        return _("Compiled from published sources, not yet reviewed by a clinician.")
    return signed_off_by(by.name, by.role, by.on)


def used_past_its_day(paper: PaperInput) -> tuple[Run, ...]:
    """That this content is past its last day, and who used it all the same, why and when.

    Empty where it is not: who took on other content, before an update, says nothing about this.
    """
    expires = paper.content.decision.expires
    used = _taken_on(paper)
    if used is None:
        return (Run(expired_words(expires)),) if _past_its_day(paper) else ()
    day = formats.date_short(local(used.at).date())
    expired = expired_words(used.expires or expires)
    return (
        Run(expired + " " + _("Used all the same on {date} by").format(date=day) + " "),
        said(used.name),
        Run(", " + _("because:") + " "),
        said(used.reason),
    )


def _taken_on(paper: PaperInput) -> ExpiredUse | None:
    """Who took on the content this paper is made from."""
    used, content = paper.state.expired_use, paper.content
    if used is None or not used.holds_for(content.ref.digest, content.decision.expires):
        return None
    return used


def _past_its_day(paper: PaperInput) -> bool:
    """Whether the paper is made past the last day, so that it says so though nobody was asked."""
    decision = paper.content.decision
    today = local(paper.now).date()
    return freshness(decision.review_due, decision.expires, today) == "expired"


def _reviewed_short(paper: PaperInput) -> str:
    by = standing(paper)
    if by is None:
        return _("not yet reviewed by a clinician")
    return _("content signed off {date}").format(date=formats.date_short(by.on))


def option_name(content: DecisionContent, letter: str) -> str:
    """The letter and the name of one thing we could do: "C. Steroid injection near the nerve"."""
    name = content.words(f"treatments.{content.decision.option(letter).treatment}.name")
    return _("{letter}. {name}").format(letter=letter, name=name)


def local(moment: datetime) -> datetime:
    """The moment in the clinic's own time."""
    return moment.astimezone()
