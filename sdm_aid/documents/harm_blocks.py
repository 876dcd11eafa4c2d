"""What could go wrong on paper: every line of every option, in short or at length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sdm_aid.documents.blocks import (
    Block,
    CountedList,
    Heading,
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
    source_mark,
    unless,
)
from sdm_aid.domain.library import DecisionContent
from sdm_aid.i18n import _
from sdm_aid.wording.harms import HarmPanel, HarmWords, panels
from sdm_aid.wording.sentence import paragraph, sentence

_BRIEF_SHARE, _WHOLE_SHARE = 0.33, 0.27


def both_frames() -> str:
    """Stands over harms in short, which leave out how many it did not happen to."""
    return _(
        "Each number says how many people it happened to. To the rest of them it did not happen."
    )


def harms_brief(
    content: DecisionContent,
    letter: str,
    level: int,
    role: TextRole = TextRole.BODY,
    numbers: SourceNumbers | None = None,
) -> tuple[Block, ...]:
    """Every harm of an option in short: how many, what, how bad; those without a number last."""
    lines = [line for panel in _panels(content, letter) for line in panel.lines]
    counted = [line for line in lines if line.figure is not None]
    shared = mostly(line.figure for line in counted if line.figure is not None)
    items = tuple(_brief(content, line, shared, role, numbers) for line in counted)
    name = content.words(f"treatments.{content.decision.option(letter).treatment}.name")
    head: list[Block] = [OptionTitle(letter, name, level), *_unless(shared)]
    uncounted = tuple(_uncounted(lines, role))
    if not items:
        return (KeepTogether((*head, *uncounted[:1])), *uncounted[1:])
    first = CountedList(items[:1], _BRIEF_SHARE)
    rest = (CountedList(items[1:], _BRIEF_SHARE),) if items[1:] else ()
    return (KeepTogether((*head, first)), *rest, *uncounted)


def harms_whole(
    content: DecisionContent, letter: str, level: int, numbers: SourceNumbers | None = None
) -> tuple[Block, ...]:
    """Panels by denominator: did and did not, how bad, how long, what we do."""
    found = _panels(content, letter)
    shared = mostly(line.figure for panel in found for line in panel.lines if line.figure)
    blocks: list[Block] = list(_unless(shared))
    for panel in found:
        rows = tuple(_whole(content, line, shared, numbers) for line in panel.lines)
        head = Heading(level, panel.heading)
        blocks.append(KeepTogether((head, CountedList(rows[:1], _WHOLE_SHARE))))
        if rows[1:]:
            blocks.append(CountedList(rows[1:], _WHOLE_SHARE))
    return tuple(blocks)


def _panels(content: DecisionContent, letter: str) -> tuple[HarmPanel, ...]:
    return panels(content, content.treatment_of(letter).id, content.decision.harm_panels)


def _unless(shared: Shared) -> tuple[Block, ...]:
    line = unless(shared)
    return (Paragraph((Run(line, soft=True),), TextRole.DETAIL),) if line else ()


def _brief(
    content: DecisionContent,
    line: HarmWords,
    shared: Shared,
    role: TextRole,
    numbers: SourceNumbers | None,
) -> tuple[Paragraph, tuple[Paragraph, ...]]:
    figure = line.figure
    assert figure is not None
    count = Paragraph((Run(sentence(figure.short).removesuffix("."), strong=True),), role)
    parts = (line.how_bad, figure.range, *differs(figure, shared))
    about = "; ".join(part for part in parts if part)
    mark = source_mark(content, figure.estimate, numbers)
    soft = f"{about}. {mark}".rstrip()
    return count, (Paragraph((Run(line.name + "  "), Run(soft, soft=True)), role),)


def _uncounted(lines: Iterable[HarmWords], role: TextRole) -> Iterator[Paragraph]:
    """Harms that nobody holds a number for, by what that means: none is left out."""
    by_label: dict[str, list[HarmWords]] = {}
    for line in lines:
        if line.figure is None:
            by_label.setdefault(line.label, []).append(line)
    for label, own in by_label.items():
        runs = [Run(f"{label}: ", strong=True)]
        for place, line in enumerate(own):
            end = "." if place == len(own) - 1 else "; "
            bad = f" ({line.how_bad})" if line.how_bad else ""
            runs += [Run(line.name), Run(bad + end, soft=True)]
        yield Paragraph(tuple(runs), role)


def _whole(
    content: DecisionContent, line: HarmWords, shared: Shared, numbers: SourceNumbers | None
) -> tuple[Paragraph, tuple[Paragraph, ...]]:
    figure = line.figure
    if figure is None:
        count, counted = line.label, ""
    else:
        count = figure.short
        parts = (figure.complement, figure.range, *differs(figure, shared))
        mark = source_mark(content, figure.estimate, numbers)
        counted = f"{sentence('; '.join(part for part in parts if part))} {mark}".strip()
    bad = ", ".join(part for part in (line.how_bad, line.when) if part)
    told = paragraph(bad, line.how_long, line.undone, line.what_we_do, line.note)
    name = Paragraph((Run(line.name, strong=True),))
    detail = Run(" ".join(part for part in (counted, told) if part))
    label = Paragraph((Run(sentence(count).removesuffix("."), strong=True),))
    return label, (name, Paragraph((detail,), TextRole.DETAIL))
