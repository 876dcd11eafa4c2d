"""One published figure on the page read before a sign-off: its words, its source, its settings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sdm_aid.application.review_lines import ReviewLine, ReviewSection
from sdm_aid.application.review_settings import settings
from sdm_aid.i18n import _
from sdm_aid.wording.facts import fill
from sdm_aid.wording.figure import NotForPatients, describe
from sdm_aid.wording.sources import drawer, explain

if TYPE_CHECKING:
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.wording.figure import FigureWords

_TOLD = ("quote", "place", "derived")


def figure_section(content: DecisionContent, name: str) -> ReviewSection:
    """Everything that is said about a figure anywhere, each thing once."""
    lines = tuple(
        ReviewLine(f"figure.{name}.{place}", label, words)
        for place, label, words in _lines(content, name)
        if words
    )
    title = content.words(f"evidence.{name}.outcome", name)
    return ReviewSection(_("Figure: {outcome}").format(outcome=title), lines)


def _lines(content: DecisionContent, name: str) -> Iterator[tuple[str, str, str]]:
    yield from _read_by_patients(content, name)
    prefix = f"evidence.{name}."
    for key, words in content.text.items():
        end = key.removeprefix(prefix)
        if key.startswith(prefix) and end not in ("people", "caveat", "drawer"):
            yield f"text.{end}", end.replace("_", " "), fill(content, words)
    for label, words in explain(content, name).lines():
        yield f"source.{label}", label, words
    exact = drawer(content, name)
    other = " ".join(part for part in (exact.control, exact.control_interval) if part)
    yield "exact", _("Exact"), exact.value
    yield "interval", _("Interval"), exact.interval
    yield "other", _("Other group"), other
    yield "needed", _("Number needed"), exact.number_needed
    yield "drawer", _("Clinician's note"), exact.note
    yield "settings", _("Settings"), settings(content.estimates[name], *_TOLD)


def _read_by_patients(content: DecisionContent, name: str) -> Iterator[tuple[str, str, str]]:
    try:
        figure = describe(content, name)
    except NotForPatients:
        yield "display", _("For the clinician only"), content.estimates[name].display
        return
    yield "alt", _("As the patient reads it"), figure.alt
    yield from _beside(figure, "treated")
    if _as_control(content, name):
        control = describe(content, name, arm="control")
        yield "control.alt", _("As the patient reads it, for those who went without"), control.alt
        yield from _beside(control, "control")


def _beside(figure: FigureWords, arm: str) -> Iterator[tuple[str, str, str]]:
    """What stands beside the number, or behind it, where the sentence does not say it already."""
    said = (
        ("others", _("The others"), figure.complement),
        ("beside", _("The other group, in few words"), figure.beside),
        ("short", _("In few words"), figure.short),
        ("differs", _("Beside the number"), figure.differs),
        *((f"note-{n}", _("Note"), note) for n, note in enumerate(figure.notes, 1)),
        ("behind", _("Shown when asked for"), figure.behind),
    )
    for place, label, words in said:
        if words and words not in figure.alt:
            yield f"{arm}.{place}", label, words


def _as_control(content: DecisionContent, name: str) -> bool:
    """Whether a column of the table is the group that went without in this study."""
    return any(
        cell.arm == "control" and cell.estimates[:1] == (name,)
        for row in content.decision.rows
        for cell in row.cells
    )
