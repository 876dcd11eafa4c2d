"""A published figure on paper: the number first, then everything that belongs to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sdm_aid.documents.blocks import Link, Run
from sdm_aid.domain.library import DecisionContent
from sdm_aid.i18n import _
from sdm_aid.i18n.formats import number
from sdm_aid.wording.figure import FigureWords
from sdm_aid.wording.sentence import sentence


@dataclass(frozen=True, slots=True)
class Shared:
    """What several figures have in common and is said once above them; empty: nothing."""

    horizon: str = ""
    comparator: str = ""
    certainty: str = ""
    scale: str = ""

    def words(self) -> tuple[str, ...]:
        """What is shared, in the order in which a line says it."""
        scale = _("points: {scale}").format(scale=self.scale) if self.scale else ""
        return tuple(
            part for part in (scale, self.horizon, self.comparator, self.certainty) if part
        )


SourceNumbers = Mapping[str, int]
"""The number under which a source stands in the list at the end of the paper."""


def how_sure(figure: FigureWords) -> str:
    """How sure anyone is of a figure; a figure too weak to show says so itself."""
    if not figure.known:
        return ""
    return _("how sure: {words}").format(words=figure.certainty.words)


def in_common(figures: Iterable[FigureWords]) -> Shared:
    """What all of these figures share; a single figure shares nothing but its scale.

    The ends of the scale are those of the scores among them: they are said once, before points.
    """
    each = list(figures)
    scale = _same(figure.scale for figure in each if figure.scale)
    if len(each) < 2:
        return Shared(scale=scale)
    return Shared(
        _same(figure.horizon for figure in each),
        _same(figure.comparator for figure in each),
        _same(how_sure(figure) for figure in each),
        scale,
    )


def mostly(figures: Iterable[FigureWords]) -> Shared:
    """What holds for most of these figures; the others say what holds for them."""
    each = list(figures)
    return Shared(
        _most(figure.horizon for figure in each),
        _most(figure.comparator for figure in each),
        _most(how_sure(figure) for figure in each),
    )


def differs(figure: FigureWords, shared: Shared) -> tuple[str, ...]:
    """Time, comparison and certainty where they are not what most figures share."""
    pairs = (
        (figure.horizon, shared.horizon),
        (figure.comparator, shared.comparator),
        (how_sure(figure), shared.certainty),
    )
    return tuple(own for own, common in pairs if own and own != common)


def unless(shared: Shared) -> str:
    """The line over figures of which most share something; empty where they share nothing."""
    if not shared.words():
        return ""
    return _("Where a line says nothing else: {shared}.").format(shared="; ".join(shared.words()))


def _same(words: Iterable[str]) -> str:
    found = set(words)
    return found.pop() if len(found) == 1 else ""


def _most(words: Iterable[str]) -> str:
    counts = Counter(words)
    if not counts:
        return ""
    commonest, times = counts.most_common(1)[0]
    return commonest if times > 2 and 2 * times > counts.total() else ""


def figure_runs(
    content: DecisionContent,
    figure: FigureWords,
    shared: Shared,
    numbers: SourceNumbers | None = None,
) -> tuple[Run, ...]:
    """The number, and softer what belongs to it and is not ``shared``."""
    lead, said = _lead(content, figure)
    rest = sentence("; ".join(_rest(content, figure, shared, said)))
    tail = (Run(" " + rest, soft=True),) if rest else ()
    return (*lead, *tail, *source_runs(content, figure.estimate, numbers))


def _lead(content: DecisionContent, figure: FigureWords) -> tuple[tuple[Run, ...], bool]:
    """The number with what was counted, and whether that is a sentence of its own."""
    shape = content.estimates[figure.estimate].shape
    if not figure.known or shape == "words":
        return (Run(sentence(figure.headline), strong=True),), True
    if shape == "frequency" and f"evidence.{figure.estimate}.did" in content.text:
        number_first = Run(sentence(figure.headline).removesuffix("."), strong=True)
        return (number_first, Run(f" {figure.outcome}.")), False
    name = sentence(figure.outcome).removesuffix(".")
    return (Run(f"{name}: "), Run(figure.headline, strong=True), Run(".")), False


def _rest(
    content: DecisionContent, figure: FigureWords, shared: Shared, said: bool
) -> tuple[str, ...]:
    mixed = content.estimates[figure.estimate].comparator.mixed
    # the other group's figure names in brackets what that group had
    named = bool(figure.other) and figure.comparator != "" and not mixed
    comparator = "" if named and not said else figure.chip
    # a course says in its number by when it ended
    told = figure.horizon != "" and figure.horizon in figure.headline
    own = replace(figure, comparator=comparator, horizon="" if told else figure.horizon)
    parts = (
        figure.complement,
        figure.range,
        figure.other,
        figure.acute,
        figure.differs,
        "" if figure.scale == shared.scale else figure.scale,
        *differs(own, shared),
    )
    return tuple(part for part in parts if part)


def source_runs(
    content: DecisionContent, estimate: str, numbers: SourceNumbers | None
) -> tuple[Run, ...]:
    """The number of a figure's source in brackets; nothing where no list of sources follows."""
    return source_mark(content.estimates[estimate].source, numbers)


def source_mark(source: str, numbers: SourceNumbers | None) -> tuple[Run, ...]:
    """The number of a source in brackets, which leads to its place in the list."""
    place = None if numbers is None else numbers.get(source)
    if place is None:
        return ()
    link = Link(f"#{source_place(place)}", _("Source {number}").format(number=number(place)))
    return (Run(" "), Run(f"[{number(place)}]", soft=True, link=link))


def source_place(place: int) -> str:
    """The name by which links find an entry of the list of sources."""
    return f"source-{place}"
