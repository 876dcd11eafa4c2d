"""What could go wrong, as panels by denominator: how many, how bad, how long, what we do (D-40)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from sdm_aid.domain import risk
from sdm_aid.domain.harm_panels import SEVERITIES
from sdm_aid.i18n import N_, _
from sdm_aid.wording.cells import state_label
from sdm_aid.wording.facts import say
from sdm_aid.wording.figure import FigureWords, describe
from sdm_aid.wording.sentence import paragraph
from sdm_aid.wording.shapes import difference_sizes

if TYPE_CHECKING:
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.domain.treatment import CellState, Harm, HarmKind, Severity, Treatment

_SEVERITY: Mapping[Severity, str] = MappingProxyType(
    {
        "nuisance": N_("a nuisance"),
        "needs_treatment": N_("needs treatment"),
        "hospital": N_("needs a hospital"),
        "permanent": N_("can last for good"),
        "death": N_("can end in death"),
    }
)
_UNDONE: Mapping[str, str] = MappingProxyType(
    {
        "yes": N_("It can be undone."),
        "mostly": N_("It can mostly be undone."),
        "no": N_("It cannot be undone."),
        "unknown": N_("Nobody knows whether it can be undone."),
    }
)
_NOTHING_TO_UNDO: frozenset[HarmKind] = frozenset(["no_effect", "repeat_procedure"])
_PASSING: frozenset[str] = frozenset(["during", "days", "weeks"])
_TIMING: Mapping[str, str] = MappingProxyType(
    {
        "during": N_("during the treatment"),
        "days": N_("in the first days"),
        "weeks": N_("in the first weeks"),
        "later": N_("later on"),
        "any": N_("at any time"),
    }
)
_HEADINGS: Mapping[int, str] = MappingProxyType(
    {
        100: N_("Out of every 100 (one hundred) people"),
        1000: N_("Out of every 1,000 (one thousand) people"),
        10000: N_("Out of every 10,000 (ten thousand) people"),
        100000: N_("Out of every 100,000 (one hundred thousand) people"),
    }
)
_HEADINGS_DONE: Mapping[int, str] = MappingProxyType(
    {
        100: N_("Out of every 100 (one hundred) times it is done"),
        1000: N_("Out of every 1,000 (one thousand) times it is done"),
        10000: N_("Out of every 10,000 (ten thousand) times it is done"),
        100000: N_("Out of every 100,000 (one hundred thousand) times it is done"),
    }
)
_HEADINGS_MIXED: Mapping[int, str] = MappingProxyType(
    {
        100: N_("Out of every 100 (one hundred) people, or times it is done"),
        1000: N_("Out of every 1,000 (one thousand) people, or times it is done"),
        10000: N_("Out of every 10,000 (ten thousand) people, or times it is done"),
        100000: N_("Out of every 100,000 (one hundred thousand) people, or times it is done"),
    }
)
_HEADINGS_BY: Mapping[risk.Units, Mapping[int, str]] = MappingProxyType(
    {"people": _HEADINGS, "procedures": _HEADINGS_DONE, "mixed": _HEADINGS_MIXED}
)


@dataclass(frozen=True, slots=True)
class HarmWords:
    """One thing that could go wrong. ``figure`` is None where nobody holds a number."""

    id: str
    name: str
    state: CellState
    label: str
    figure: FigureWords | None
    how_bad: str
    severity_place: int
    when: str
    how_long: str
    undone: str
    what_we_do: str
    note: str
    alt: str
    grave: bool = False
    """L-41: it lasts for good or can end in death, and nobody holds a number."""


@dataclass(frozen=True, slots=True)
class HarmPanel:
    """Harms that share a denominator; ``denominator`` None: those without a number."""

    denominator: int | None
    heading: str
    lines: tuple[HarmWords, ...]


def panels(
    content: DecisionContent, treatment_id: str, offered: tuple[int, ...] = risk.DENOMINATORS
) -> tuple[HarmPanel, ...]:
    """A treatment's harms by denominator, 100 first; without a number: grave first, others last.

    ``offered``: the denominators that the decision's panels use; a harm goes to the first that
    shows at least one person.
    """
    treatment = content.treatments[treatment_id]
    counted: dict[int, list[Harm]] = {}
    uncounted: list[Harm] = []
    for harm in treatment.harms:
        denominator = harm_denominator(content, harm, offered)
        if denominator is None:
            uncounted.append(harm)
        else:
            counted.setdefault(denominator, []).append(harm)
    grave = [harm for harm in uncounted if is_grave(harm)]
    rest = [harm for harm in uncounted if not is_grave(harm)]
    parts: list[tuple[int | None, list[Harm]]] = [(None, grave), *sorted(counted.items())]
    parts.append((None, rest))
    return tuple(_panel(content, treatment, d, harms) for d, harms in parts if harms)


def is_grave(harm: Harm) -> bool:
    """L-41: it lasts for good or can end in death, and applies here."""
    return harm.severity in ("permanent", "death") and harm.state != "not_applicable"


def _panel(
    content: DecisionContent, treatment: Treatment, denominator: int | None, harms: Sequence[Harm]
) -> HarmPanel:
    figures = [content.estimates[harm.estimate] for harm in harms if harm.estimate]
    return HarmPanel(
        denominator,
        panel_heading(denominator, risk.units_of(figures)),
        tuple(harm_words(content, treatment, harm, denominator=denominator) for harm in harms),
    )


def panel_heading(denominator: int | None, counted: risk.Units = "people") -> str:
    """The head of a panel, in figures and words; ``counted``: what its figures count."""
    if denominator is None:
        return _("No count of people to show")
    return _(_HEADINGS_BY[counted][denominator])


def harm_denominator(
    content: DecisionContent, harm: Harm, offered: tuple[int, ...] = risk.DENOMINATORS
) -> int | None:
    """The panel a harm stands in; None where it has no share of people to show."""
    if harm.estimate is None:
        return None
    estimate = content.estimates[harm.estimate]
    figure = risk.frequency_of(estimate, "treated")
    sizes = difference_sizes(estimate) if figure is None else [figure]
    if not sizes or estimate.certainty == "very_low":
        return None
    own: int = risk.row_denominator(sizes)
    total = None if estimate.treated is None else estimate.treated.total
    if figure is not None and figure.point == 0 and total:
        own = risk.bound_in_people(risk.zero_upper_bound(total))[1]
    fitting = [denominator for denominator in sorted(offered) if denominator >= own]
    return fitting[0] if fitting else max(offered)


def _undone(harm: Harm) -> str:
    """Whether it passes or can be undone; empty where the question makes no sense."""
    if harm.kind in _NOTHING_TO_UNDO or harm.severity == "death":
        return ""
    if harm.reversible == "yes" and harm.timing in _PASSING:
        return _("It passes.")
    return _(_UNDONE[harm.reversible])


def harm_words(
    content: DecisionContent, treatment: Treatment, harm: Harm, *, denominator: int | None = None
) -> HarmWords:
    """Everything that is said about one harm of a treatment."""
    prefix = f"treatments.{treatment.id}.harms.{harm.id}"
    figure = None
    if harm.estimate is not None:
        figure = describe(content, harm.estimate, denominator=denominator)
    name = say(content, f"{prefix}.name")
    how_bad = _(_SEVERITY[harm.severity])
    applies = harm.state != "not_applicable"
    how_long, what_we_do, note = (
        say(content, f"{prefix}.{end}", "") if applies else ""
        for end in ("how_long", "what_we_do", "note")
    )
    undone = _undone(harm) if applies else ""
    label = state_label(harm.state)
    said = label if figure is None else figure.alt
    return HarmWords(
        id=harm.id,
        name=name,
        state=harm.state,
        label=label,
        figure=figure,
        how_bad=how_bad if applies else "",
        severity_place=SEVERITIES.index(harm.severity),
        when=_(_TIMING[harm.timing]) if applies else "",
        how_long=how_long,
        undone=undone,
        what_we_do=what_we_do,
        note=note,
        grave=figure is None and is_grave(harm),
        alt=paragraph(name, said, how_bad if applies else "", how_long, undone, what_we_do, note),
    )
