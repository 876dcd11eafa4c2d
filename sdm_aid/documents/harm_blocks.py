"""What could go wrong on paper: every line of every option, in short or at length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sdm_aid.documents.blocks import (
    Block,
    KeepTogether,
    OptionTitle,
    Paragraph,
    Run,
    TextRole,
)
from sdm_aid.documents.figure_lines import (
    Shared,
    SourceNumbers,
    differs,
    mostly,
    source_runs,
    unless,
)
from sdm_aid.domain.library import DecisionContent
from sdm_aid.i18n import _
from sdm_aid.wording.figure import FigureWords
from sdm_aid.wording.harms import HarmPanel, HarmWords, panels
from sdm_aid.wording.sentence import paragraph, sentence


def harms_shared(content: DecisionContent, letters: Iterable[str]) -> Shared:
    """What most figures of these options' harms share, to be said once above them.

    Never the time: a line without one says that its source states none.
    """
    shared = mostly(
        line.figure
        for letter in letters
        for panel in _panels(content, letter)
        for line in panel.lines
        if line.figure
    )
    return replace(shared, horizon="")


def before_harms(shared: Shared) -> Paragraph:
    """How to read the lines below: both frames, and what holds where a line says nothing."""
    frames = _(
        "Each number says how many it happened to; to the rest of them it did not happen. "
        "Where a line gives no time, the source states none."
    )
    return Paragraph((Run(paragraph(frames, unless(shared)), soft=True),), TextRole.DETAIL)


def harms_brief(
    content: DecisionContent, letter: str, level: int, shared: Shared
) -> tuple[Block, ...]:
    """Every harm of an option in short: how many, what, how bad; those without a number last."""
    lines = [line for panel in _panels(content, letter) for line in panel.lines]
    told = [*_uncounted(line for line in lines if line.grave)]
    told += [_brief(content, line, shared) for line in lines if line.figure]
    told += _uncounted(line for line in lines if not line.grave)
    return _under(content, letter, level, told)


def _under(
    content: DecisionContent, letter: str, level: int, blocks: Sequence[Block]
) -> tuple[Block, ...]:
    name = content.words(f"treatments.{content.decision.option(letter).treatment}.name")
    return (KeepTogether((OptionTitle(letter, name, level), *blocks[:1])), *blocks[1:])


def _panels(content: DecisionContent, letter: str) -> tuple[HarmPanel, ...]:
    return panels(content, content.treatment_of(letter).id, content.decision.harm_panels)


def _brief(content: DecisionContent, line: HarmWords, shared: Shared) -> Paragraph:
    figure = line.figure
    assert figure is not None
    parts = (figure.range, figure.beside, *_own(content, figure, shared))
    bad = how_bad(line)
    about = "; ".join(part for part in parts if part)
    tail = f"{bad}; {about}." if about else f"{bad}."
    return Paragraph((*_named(line), Run(tail, soft=True)))


def how_bad(line: HarmWords) -> str:
    """How bad a harm is, in brackets behind its name; empty where the name says it itself."""
    name = line.name.casefold()
    if not line.how_bad or line.how_bad in name or name in line.how_bad:
        return ""
    return f" ({line.how_bad})"


def counted_runs(
    content: DecisionContent, line: HarmWords, shared: Shared, numbers: SourceNumbers | None = None
) -> tuple[Run, ...]:
    """How many it happened to and how many not, with all that is not ``shared``.

    Raises:
        ValueError: nobody holds a figure for this line.
    """
    figure = line.figure
    if figure is None:
        raise ValueError(line.id)
    parts = (figure.complement, figure.range, figure.beside, *_own(content, figure, shared))
    rest = sentence("; ".join(part for part in parts if part))
    tail = (Run(f" {rest}", soft=True),) if rest else ()
    marks = source_runs(content, figure.estimate, numbers)
    return (Run(sentence(figure.short), strong=True), *tail, *marks)


def _named(line: HarmWords) -> tuple[Run, Run]:
    """The count and what it counts; what nobody can count is named first."""
    figure = line.figure
    if figure is not None and not figure.known:
        return Run(f"{line.name}: "), Run(figure.short, strong=True)
    count = line.label if figure is None else figure.short
    return Run(sentence(count).removesuffix("."), strong=True), Run(f"  {line.name}")


def _own(content: DecisionContent, figure: FigureWords, shared: Shared) -> tuple[str, ...]:
    """What differs from most; a time only where the source states one."""
    estimate = content.estimates[figure.estimate]
    own = figure if estimate.horizon.relation != "not_stated" else replace(figure, horizon="")
    # the other group's number names one comparison, not that there was more than one kind
    named = bool(figure.beside) and not estimate.comparator.mixed
    told = differs(replace(own, comparator="") if named else own, shared)
    return (*told, figure.differs) if figure.differs else told


def _uncounted(lines: Iterable[HarmWords]) -> Iterator[Paragraph]:
    """Harms that nobody holds a number for, by what that means: none is left out."""
    by_label: dict[str, list[HarmWords]] = {}
    for line in lines:
        if line.figure is None:
            by_label.setdefault(line.label, []).append(line)
    for label, own in by_label.items():
        runs = [Run(f"{label}: ", strong=True)]
        for place, line in enumerate(own):
            end = "." if place == len(own) - 1 else "; "
            runs += [Run(line.name), Run(how_bad(line) + end, soft=True)]
        yield Paragraph(tuple(runs))
