"""What stands in one line of the harms view: how many, how bad, how long, what we do (D-40)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from sdm_aid.i18n import _
from sdm_aid.ui.models.blocks import Block, Glyph
from sdm_aid.ui.models.faces import lettered
from sdm_aid.wording.cells import state_meaning
from sdm_aid.wording.harms import HarmWords, harm_words
from sdm_aid.wording.sentence import paragraph, sentence

if TYPE_CHECKING:
    from sdm_aid.domain.harm_panels import HarmLine, OptionHarm
    from sdm_aid.domain.library import DecisionContent


@dataclass(frozen=True, slots=True)
class HarmEntry:
    """One harm of one option: its count, what it means, and where the number comes from."""

    option: str
    count: tuple[Block, ...]
    meaning: tuple[Block, ...]
    name: str
    estimate: str | None


def harm_entry(
    content: DecisionContent, line: HarmLine, letter: str, entry: OptionHarm | None
) -> HarmEntry:
    """The blocks of one option's part of a line."""
    if entry is None:
        said = _("Not on the list for this one")
        blocks = (Block("state", said, glyph="no_figure"),)
        return HarmEntry(letter, blocks, (), paragraph(lettered(content, letter), said), None)
    treatment = content.treatments[entry.treatment]
    words = harm_words(content, treatment, entry.harm, denominator=line.denominator)
    return HarmEntry(
        letter,
        (Block("number", words.name), *_count(content, words)),
        _meaning(words),
        paragraph(lettered(content, letter), words.alt),
        entry.harm.estimate,
    )


def _count(content: DecisionContent, words: HarmWords) -> list[Block]:
    figure = words.figure
    if figure is None:
        meaning = Block("soft", state_meaning(words.state))
        return [Block("state", words.label, glyph=cast(Glyph, words.state)), meaning]
    kind = "state" if words.state == "none_seen" else "strong"
    glyph: Glyph = "none_seen" if words.state == "none_seen" else ""
    blocks = [Block("strong", sentence(figure.headline).rstrip("."))]
    if kind == "state":
        blocks = [Block("state", figure.headline, glyph=glyph)]
    beside = sentence(figure.beside).removesuffix(".") if figure.beside else ""
    blocks += [Block("soft", text) for text in (figure.complement, beside) if text]
    blocks += [Block("soft", sentence(text)) for text in (figure.range, figure.behind) if text]
    # the other group's number names one comparison, not that there was more than one kind
    named = bool(beside) and not content.estimates[figure.estimate].comparator.mixed
    chips = (figure.horizon, "" if named else figure.comparator, figure.differs)
    blocks += [Block("chip", chip) for chip in chips if chip]
    blocks.append(Block("certainty", figure.certainty.words, dots=figure.certainty.dots))
    return blocks


def _meaning(words: HarmWords) -> tuple[Block, ...]:
    if not words.how_bad:
        return ()
    bad = _("{how_bad}, {when}").format(how_bad=words.how_bad, when=words.when)
    lines = (words.how_long, words.undone, words.what_we_do, words.note)
    return (
        Block("severity", bad, dots=words.severity_place),
        *(Block("text", line) for line in lines if line),
    )
