"""All that a decision shows, on one page: what a clinician reads before signing it off.

Everything the decision refers to stands here once, also what only the clinician's drawer shows, so
that nothing is signed off unread.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sdm_aid.application.review_check_first import check_first_lines
from sdm_aid.application.review_figures import figure_section
from sdm_aid.application.review_lines import FINGERPRINT
from sdm_aid.application.review_lines import ReviewLine as ReviewLine
from sdm_aid.application.review_lines import ReviewPage as ReviewPage
from sdm_aid.application.review_lines import ReviewSection as ReviewSection
from sdm_aid.application.review_settings import field_name, setting_words, settings
from sdm_aid.i18n import _
from sdm_aid.i18n.formats import date_short
from sdm_aid.wording.facts import fact_words, fill, say
from sdm_aid.wording.figure import describe
from sdm_aid.wording.published_costs import published_words
from sdm_aid.wording.sources import reference

if TYPE_CHECKING:
    from sdm_aid.domain.decision import Cell
    from sdm_aid.domain.library import DecisionContent

_DATES = ("compiled", "evidence_to", "review_due", "expires", "version")
_READ = ("quote", "place")


def review_page(content: DecisionContent, before: Mapping[str, str] | None = None) -> ReviewPage:
    """The page for ``content``; with ``before`` (place to words, as last signed off) marks changes.

    Raises nothing for sound content: the loader has refused gaps.
    """
    sections = tuple(part for part in _sections(content) if part.lines)
    page = ReviewPage(content.words("title"), sections)
    return page if before is None else page.marked(before)


def _sections(content: DecisionContent) -> Iterator[ReviewSection]:
    yield ReviewSection(_("About this content"), tuple(_dates(content)))
    yield ReviewSection(_("The decision"), tuple(_own(content)))
    yield ReviewSection(_("What must be right"), tuple(_teach_back(content)))
    yield ReviewSection(_("What stands in each cell"), tuple(_cells(content)))
    for option in content.decision.options:
        name = content.words(f"treatments.{option.treatment}.name")
        title = _("{letter}. {name}").format(letter=option.letter, name=name)
        yield ReviewSection(title, tuple(_option(content, option.letter)))
    yield ReviewSection(
        _("What matters: where each stands"),
        tuple(_value_lines(content)),
    )
    for name in content.estimates:
        yield figure_section(content, name)
    yield ReviewSection(_("Practical figures and prices"), tuple(_facts(content)))
    yield ReviewSection(_("Prices published elsewhere"), tuple(_costs(content)))
    yield ReviewSection(_("What experts say"), tuple(_positions(content)))
    yield ReviewSection(_("Sources"), tuple(_sources(content)))
    if content.check_first.rules:
        yield ReviewSection(_("Things to check first"), tuple(check_first_lines(content)))
    yield ReviewSection(_("Further words"), tuple(_further(content)))


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
    yield ReviewLine(FINGERPRINT, _("Fingerprint of all that follows"), content.ref.digest)


def _own(content: DecisionContent) -> Iterator[ReviewLine]:
    """The decision's own words, then which lists it shows and in which order."""
    for key in content.text:
        if not key.startswith(("treatments.", "evidence.", "check_first.")):
            yield _text_line(content, key)
    decision = content.decision
    for field in type(decision).model_fields:
        value = getattr(decision, field)
        # which files the records lie in is no part of what is signed
        if field not in (*_DATES, "evidence_files") and value != ():
            yield ReviewLine(f"decision.{field}", field_name(field), setting_words(value))


def _text_line(content: DecisionContent, key: str) -> ReviewLine:
    label = key.removeprefix("treatments.").replace(".", " · ").replace("_", " ")
    return ReviewLine(f"text.{key}", label, fill(content, content.text[key]))


def _teach_back(content: DecisionContent) -> Iterator[ReviewLine]:
    for item in content.decision.teach_back:
        yield ReviewLine(f"teach_back.{item.id}", item.id, settings(item, "id"))


def _cells(content: DecisionContent) -> Iterator[ReviewLine]:
    for row in content.decision.rows:
        shape = [row.group, row.kind, _("on the quick path") if row.quick else ""]
        shape.append("" if row.comparable else _("different studies"))
        shape.append(", ".join(cell.option for cell in row.cells))
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
        yield f"{say(content, cell.text)} [{cell.text}]"
    rest = settings(cell, "option", "state", "estimates", "text")
    if rest:
        yield f"[{rest}]"


def _option(content: DecisionContent, letter: str) -> Iterator[ReviewLine]:
    option, treatment = content.decision.option(letter), content.treatment_of(letter)
    yield ReviewLine(f"option.{letter}", _("As a choice here"), settings(option))
    prefix = f"treatments.{treatment.id}."
    for key in content.text:
        if key.startswith(prefix):
            yield _text_line(content, key)
    rest = settings(treatment, "evidence_files")
    yield ReviewLine(f"treatment.{treatment.id}", _("Settings"), rest)
    for harm in treatment.harms:
        words = content.words(f"{prefix}harms.{harm.id}.name")
        yield ReviewLine(f"harms.{treatment.id}.{harm.id}", words, settings(harm, "id"))


def _value_lines(content: DecisionContent) -> Iterator[ReviewLine]:
    for row in content.decision.values:
        where = [f"{setting_words(row.low)} - {setting_words(row.high)}"]
        where[0] += f" ({setting_words(row.mid)}) {row.unit}"
        where += [_("more is better") if row.better == "higher" else _("less is better")]
        where += [settings(row, "id", "low", "high", "mid", "unit", "better")]
        yield ReviewLine(f"values.{row.id}", row.id, " · ".join(where))
        for option in row.options:
            yield ReviewLine(
                f"values.{row.id}.{option.option}",
                _("{letter}: {row}").format(letter=option.option, row=row.id),
                f"{settings(option, 'option', 'arm')} ({option.arm})".strip(),
            )


def _facts(content: DecisionContent) -> Iterator[ReviewLine]:
    for name, fact in content.facts.items():
        words = f"{fact_words(fact)} · “{fact.quote}” · {fact.place} · {settings(fact, *_READ)}"
        yield ReviewLine(f"fact.{name}", name, words)


def _costs(content: DecisionContent) -> Iterator[ReviewLine]:
    for name, cost in content.costs.items():
        said = published_words(cost, content.text)
        told = (
            f"{said.line()} {said.note} {said.drawer} {said.exact} · {said.basis} · {said.source}"
        )
        rest = settings(cost, *_READ, "citation", "amounts")
        yield ReviewLine(f"cost.{name}", name, f"{told} “{cost.quote}” {cost.place} · {rest}")


def _positions(content: DecisionContent) -> Iterator[ReviewLine]:
    for name, position in content.positions.items():
        prefix = f"evidence.{name}"
        who = say(content, f"{prefix}.who")
        says = f"{say(content, f'{prefix}.says')} {say(content, f'{prefix}.because')}"
        told = f"{who} ({position.stance}, {position.year}): {says}"
        extra = " ".join(say(content, f"{prefix}.{end}", "") for end in ("note", "drawer"))
        words = f"{told} {extra} “{position.quote}” {position.place}"
        rest = settings(position, *_READ, "stance", "year")
        yield ReviewLine(f"position.{name}", name, f"{words} · {rest}")


def _sources(content: DecisionContent) -> Iterator[ReviewLine]:
    for name, source in content.sources.items():
        rest = settings(source, "authors", "title", "journal", "year")
        yield ReviewLine(f"source.{name}", name, f"{reference(source)} · {rest}")


def _further(content: DecisionContent) -> Iterator[ReviewLine]:
    """Words of the content that belong to none of the above; the fingerprint covers them too."""
    options = {option.treatment for option in content.decision.options}
    told = (
        *(f"treatments.{name}." for name in options),
        *(f"evidence.{name}." for name in content.estimates),
        *(f"evidence.{name}." for name in content.positions),
    )
    for key in content.text:
        if key.startswith(("treatments.", "evidence.")) and not key.startswith(told):
            yield _text_line(content, key)
