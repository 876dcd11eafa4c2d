"""All that a decision shows, on one page: what a clinician reads before signing it off.

Everything the decision refers to stands here once, also what only the clinician's drawer shows, so
that nothing is signed off unread.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sdm_aid.i18n import _
from sdm_aid.i18n.formats import date_short
from sdm_aid.wording.facts import fact_words, fill, say
from sdm_aid.wording.figure import NotForPatients, describe
from sdm_aid.wording.sources import drawer, explain, reference

if TYPE_CHECKING:
    from sdm_aid.domain.decision import Cell
    from sdm_aid.domain.library import DecisionContent

Change = Literal["same", "new", "changed", "gone"]


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One thing to read. ``place``: its stable name; ``before``: what it said when signed off."""

    place: str
    label: str
    words: str
    change: Change = "same"
    before: str = ""


@dataclass(frozen=True, slots=True)
class ReviewSection:
    """A heading and what stands under it."""

    title: str
    lines: tuple[ReviewLine, ...]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The whole page; ``changes`` counts lines that are new, changed or gone since ``since``."""

    title: str
    sections: tuple[ReviewSection, ...]

    def lines(self) -> dict[str, str]:
        """Place to words of everything on the page."""
        return {line.place: line.words for part in self.sections for line in part.lines}

    @property
    def changes(self) -> int:
        """How many lines differ from what was signed off."""
        return sum(line.change != "same" for part in self.sections for line in part.lines)


def review_page(content: DecisionContent, before: Mapping[str, str] | None = None) -> ReviewPage:
    """The page for ``content``; with ``before`` (place to words, as last signed off) marks changes.

    Raises nothing for sound content: the loader has refused gaps.
    """
    sections = tuple(_sections(content))
    page = ReviewPage(content.words("title"), sections)
    return page if before is None else _marked(page, before)


def _sections(content: DecisionContent) -> Iterator[ReviewSection]:
    yield ReviewSection(_("About this content"), tuple(_dates(content)))
    own = tuple(
        _text_line(content, key)
        for key in content.text
        if not key.startswith(("treatments.", "evidence."))
    )
    yield ReviewSection(_("The decision"), own)
    yield ReviewSection(_("What stands in each cell"), tuple(_cells(content)))
    for option in content.decision.options:
        prefix = f"treatments.{option.treatment}."
        name = content.words(f"{prefix}name")
        lines = [_text_line(content, key) for key in content.text if key.startswith(prefix)]
        harms = tuple(_harms(content, option.letter))
        title = _("{letter}. {name}").format(letter=option.letter, name=name)
        yield ReviewSection(title, (*lines, *harms))
    yield ReviewSection(
        _("What matters: where each stands"),
        tuple(_value_lines(content)),
    )
    for name in content.estimates:
        yield _figure(content, name)
    yield ReviewSection(_("Practical figures and prices"), tuple(_facts(content)))
    yield ReviewSection(_("What experts say"), tuple(_positions(content)))
    yield ReviewSection(_("Sources"), tuple(_sources(content)))


def _dates(content: DecisionContent) -> Iterator[ReviewLine]:
    decision = content.decision
    for name, label, day in (
        ("compiled", _("Compiled"), decision.compiled),
        ("evidence_to", _("Evidence looked for until"), decision.evidence_to),
        ("review_due", _("Next look due"), decision.review_due),
        ("expires", _("Out of date after"), decision.expires),
    ):
        yield ReviewLine(f"decision.{name}", label, date_short(day))
    yield ReviewLine("decision.version", _("Version"), decision.version)
    yield ReviewLine("decision.digest", _("Fingerprint of all that follows"), content.ref.digest)


def _text_line(content: DecisionContent, key: str) -> ReviewLine:
    label = key.removeprefix("treatments.").replace(".", " · ").replace("_", " ")
    return ReviewLine(f"text.{key}", label, fill(content, content.text[key]))


def _cells(content: DecisionContent) -> Iterator[ReviewLine]:
    for row in content.decision.rows:
        shape = [row.group, row.kind, _("on the quick path") if row.quick else ""]
        shape.append("" if row.comparable else _("different studies"))
        words = " · ".join(part for part in shape if part)
        yield ReviewLine(f"rows.{row.id}", row.id, words)
        for cell in row.cells:
            place = f"rows.{row.id}.{cell.option}"
            label = _("{letter}: {row}").format(letter=cell.option, row=row.id)
            yield ReviewLine(place, label, " · ".join(_cell(content, cell)))


def _cell(content: DecisionContent, cell: Cell) -> Iterator[str]:
    """The state of a cell, each figure as its sentence with its id, and the words beside it."""
    yield cell.state
    for number, name in enumerate(cell.estimates):
        arm = cell.arm if number == 0 else "treated"
        yield f"{describe(content, name, arm=arm).sentence} [{name}, {arm}]"
    if cell.text:
        yield say(content, cell.text)
    if cell.said_by:
        yield f"[{cell.said_by}]"


def _harms(content: DecisionContent, letter: str) -> Iterator[ReviewLine]:
    treatment = content.treatment_of(letter)
    for harm in treatment.harms:
        parts = [harm.kind, harm.state, harm.estimate or harm.said_by or "", harm.severity]
        parts += [harm.reversible, harm.timing]
        place = f"harms.{treatment.id}.{harm.id}"
        words = content.words(f"treatments.{treatment.id}.harms.{harm.id}.name")
        yield ReviewLine(place, words, " · ".join(part for part in parts if part))


def _value_lines(content: DecisionContent) -> Iterator[ReviewLine]:
    for row in content.decision.values:
        where = [f"{row.low:g} - {row.high:g} ({row.mid:g}) {row.unit}", row.range_source]
        yield ReviewLine(f"values.{row.id}", row.id, " · ".join(where))
        for option in row.options:
            given = option.estimate or option.fact
            if given is None:
                given = "unknown" if option.unknown else f"{option.given or 0:g}"
            yield ReviewLine(
                f"values.{row.id}.{option.option}",
                _("{letter}: {row}").format(letter=option.option, row=row.id),
                f"{given} ({option.arm})",
            )


def _figure(content: DecisionContent, name: str) -> ReviewSection:
    estimate = content.estimates[name]
    lines = []
    try:
        figure = describe(content, name)
        lines.append((_("As the patient reads it"), figure.alt))
    except NotForPatients:
        lines.append((_("For the clinician only"), estimate.display))
    lines += [
        (end, fill(content, words))
        for end, words in _own_texts(content, name)
        if end not in ("people", "caveat", "drawer")  # told below in their places
    ]
    lines += list(explain(content, name).lines())
    exact = drawer(content, name)
    lines += [
        (_("Exact"), exact.value),
        (_("Interval"), exact.interval),
        (_("Other group"), " ".join(p for p in (exact.control, exact.control_interval) if p)),
        (_("Clinician's note"), exact.note),
        (_("Read at"), estimate.place),
    ]
    title = content.words(f"evidence.{name}.outcome", name)
    return ReviewSection(
        _("Figure: {outcome}").format(outcome=title),
        tuple(
            ReviewLine(f"figure.{name}.{label}", label, words) for label, words in lines if words
        ),
    )


def _own_texts(content: DecisionContent, name: str) -> Iterator[tuple[str, str]]:
    prefix = f"evidence.{name}."
    for key, words in content.text.items():
        if key.startswith(prefix):
            yield key.removeprefix(prefix), words


def _facts(content: DecisionContent) -> Iterator[ReviewLine]:
    for name, fact in content.facts.items():
        words = f"{fact_words(fact)} · “{fact.quote}” · {fact.place}"
        yield ReviewLine(f"fact.{name}", name, words)


def _positions(content: DecisionContent) -> Iterator[ReviewLine]:
    for name, position in content.positions.items():
        prefix = f"evidence.{name}"
        who = content.words(f"{prefix}.who")
        says = f"{content.words(f'{prefix}.says')} {content.words(f'{prefix}.because')}"
        told = f"{who} ({position.stance}, {position.year}): {says}"
        extra = " ".join(content.words(f"{prefix}.{end}", "") for end in ("note", "drawer"))
        words = f"{told} {extra} “{position.quote}” {position.place}"
        yield ReviewLine(f"position.{name}", name, words)


def _sources(content: DecisionContent) -> Iterator[ReviewLine]:
    for name, source in content.sources.items():
        yield ReviewLine(f"source.{name}", name, reference(source))


def _marked(page: ReviewPage, before: Mapping[str, str]) -> ReviewPage:
    """The page with each line compared; what is gone stands at the end."""
    sections = [
        ReviewSection(part.title, tuple(_compared(line, before) for line in part.lines))
        for part in page.sections
    ]
    now = page.lines()
    gone = tuple(
        ReviewLine(place, place, "", "gone", words)
        for place, words in before.items()
        if place not in now
    )
    if gone:
        sections.append(ReviewSection(_("No longer there"), gone))
    return ReviewPage(page.title, tuple(sections))


def _compared(line: ReviewLine, before: Mapping[str, str]) -> ReviewLine:
    if line.place not in before:
        return ReviewLine(line.place, line.label, line.words, "new")
    was = before[line.place]
    if was == line.words:
        return line
    return ReviewLine(line.place, line.label, line.words, "changed", was)
