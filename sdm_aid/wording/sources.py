"""Where a figure comes from: the reference in print, the source drawer, the clinician's extras."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from sdm_aid.domain import risk
from sdm_aid.i18n import N_, _, ngettext
from sdm_aid.i18n.formats import exact, number
from sdm_aid.wording.certainty import certainty_of
from sdm_aid.wording.comparators import comparator_chip, has_comparison
from sdm_aid.wording.counted import counted_noun
from sdm_aid.wording.facts import say
from sdm_aid.wording.horizons import horizon_words
from sdm_aid.wording.sentence import sentence

if TYPE_CHECKING:
    from sdm_aid.domain.evidence import Estimate, Level, Source, SourceKind
    from sdm_aid.domain.library import DecisionContent

_KINDS: Mapping[SourceKind, str] = MappingProxyType(
    {
        "cochrane-review": N_("Cochrane review of studies"),
        "cohort": N_("study that followed people over time"),
        "guideline": N_("guideline"),
        "leaflet": N_("hospital leaflet"),
        "product-label": N_("product label"),
        "rct": N_("fair test: a computer picks who gets what"),
        "registry": N_("register of patients"),
        "secondary-summary": N_("summary of other people's work"),
        "systematic-review": N_("review of all studies found"),
    }
)
_BLINDED: Mapping[str, str] = MappingProxyType(
    {
        "yes": N_("People did not know which one they had."),
        "no": N_("People knew which one they had."),
        "unknown": N_("It is not stated whether people knew which one they had."),
    }
)


@dataclass(frozen=True, slots=True)
class SourceWords:
    """The source drawer for one figure, each part a line; empty where there is nothing to say."""

    estimate: str
    outcome: str
    people: str
    comparator: str
    blinding: str
    counted: str
    time: str
    certainty: str
    graded_by: str
    funding: str
    caveat: str
    derived: str
    quote: str
    place: str
    kind: str
    reference: str

    def lines(self) -> tuple[tuple[str, str], ...]:
        """Label and words, in reading order, without the empty ones."""
        pairs = (
            (_("Who was studied"), self.people),
            (_("Compared with"), self.comparator),
            (_("Did people know"), self.blinding),
            (_("Counted"), self.counted),
            (_("Time"), self.time),
            (_("How sure"), self.certainty),
            (_("Who graded it"), self.graded_by),
            (_("Kind of source"), self.kind),
            (_("Paid for by"), self.funding),
            (_("Take care"), self.caveat),
            (_("Worked out"), self.derived),
            (_("Words found"), self.quote),
            (_("Read at"), self.place),
            (_("Source"), self.reference),
        )
        return tuple((label, words) for label, words in pairs if words)


@dataclass(frozen=True, slots=True)
class DrawerWords:
    """Clinician's extras; patient-text rules do not hold here."""

    value: str
    interval: str
    control: str
    control_interval: str
    number_needed: str
    note: str


def reference(source: Source) -> str:
    """One line for the screen: authors, title, journal, year, then DOI or PMID, else the address.

    An incomplete one is marked; paper has :func:`brief_reference`, which does not print it.
    """
    parts = [source.authors or "", source.title, source.journal or ""]
    parts.append(str(source.year) if source.year else "")
    line = ". ".join(part.rstrip(".") for part in parts if part)
    end = f"{line}. {_identifier(source)}"
    if source.complete:
        return end
    return _("{reference} (incomplete: {missing} not verified)").format(
        reference=end, missing=", ".join(source.missing)
    )


def brief_reference(source: Source) -> str:
    """For paper: the kind of source in plain words, who, where, when, and how to find it.

    A reference that is not complete is not printed until it is (rule 9 of the evidence): the line
    says so, with the title and what is missing.
    """
    kind = sentence(_(_KINDS[source.kind])).removesuffix(".")
    if not source.complete:
        return _(
            "{kind}: “{title}”. Not all of its reference is checked ({missing}), so the rest is "
            "not printed"
        ).format(kind=kind, title=source.title.rstrip("."), missing=", ".join(source.missing))
    first = (source.authors or "").split(",")[0].strip()
    if first and first != (source.authors or "").strip():
        first = _("{author} and others").format(author=first)
    year = str(source.year) if source.year else ""
    named = [first or source.title, source.journal or "", year]
    return _("{kind}: {reference}").format(
        kind=kind,
        reference=", ".join([part for part in (*named, _identifier(source)) if part]),
    )


def _identifier(source: Source) -> str:
    if source.doi:
        return f"doi:{source.doi}"
    if source.pmid:
        return f"PMID {source.pmid}"
    return source.url or ""


def explain(content: DecisionContent, estimate_id: str) -> SourceWords:
    """Where a figure comes from.

    Raises:
        KeyError: the content has no such estimate.
    """
    estimate = content.estimates[estimate_id]
    source = content.sources[estimate.source]
    certainty = certainty_of(estimate)
    prefix = f"evidence.{estimate.id}"
    return SourceWords(
        estimate=estimate.id,
        outcome=say(content, f"{prefix}.outcome"),
        people=say(content, f"{prefix}.people"),
        comparator=comparator_chip(content, estimate),
        blinding=_(_BLINDED[estimate.blinded]) if has_comparison(estimate) else "",
        counted=_counted(content, estimate),
        time=horizon_words(estimate.horizon),
        certainty=certainty.words,
        graded_by=certainty.graded_by,
        funding=source.funding or _("not stated in what we read"),
        caveat=say(content, f"{prefix}.caveat", ""),
        derived=estimate.derived or "",
        quote=_("“{quote}”").format(quote=estimate.quote),
        place=estimate.place,
        kind=_(_KINDS[source.kind]),
        reference=reference(source),
    )


def _counted(content: DecisionContent, estimate: Estimate) -> str:
    """Events of how many, or how many people or procedures; no percent, no decimals."""
    level = estimate.treated or estimate.difference
    if level is None or level.total is None:
        return ""
    people = ngettext("{n} person", "{n} people", level.total).format(n=number(level.total))
    if estimate.counted != "people":
        noun = counted_noun(content, estimate)
        people = _("{n} {counted}").format(n=number(level.total), counted=noun)
    if level.events is None:
        return people
    return _("{events} of {people}").format(events=number(level.events), people=people)


def drawer(content: DecisionContent, estimate_id: str) -> DrawerWords:
    """Exact figures, intervals and, where both arms are published, the number needed to treat."""
    estimate = content.estimates[estimate_id]
    level = estimate.treated or estimate.difference
    needed = risk.number_needed(
        risk.frequency_of(estimate, "control"), risk.frequency_of(estimate, "treated")
    )
    return DrawerWords(
        value=_value(estimate, level),
        interval=_interval(level),
        control=_value(estimate, estimate.control),
        control_interval=_interval(estimate.control),
        number_needed="" if needed is None else _needed(estimate, needed),
        note=say(content, f"evidence.{estimate_id}.drawer", ""),
    )


def _needed(estimate: Estimate, needed: int) -> str:
    if estimate.kind == "harm":
        return _("Number needed to harm or spare one: {n}").format(n=number(needed))
    return _("NNT {n} (both arms of the same study)").format(n=number(needed))


def _value(estimate: Estimate, level: Level | None) -> str:
    if level is None or level.value is None:
        return ""
    value = exact(level.value)
    if estimate.per is not None:
        return _("{value} per {per}").format(value=value, per=number(estimate.per))
    if estimate.scale is not None:
        return _("{value} on {low} to {high}").format(
            value=value, low=exact(estimate.scale.low), high=exact(estimate.scale.high)
        )
    return value


def _interval(level: Level | None) -> str:
    if level is None or level.low is None or level.high is None:
        return ""
    ends = {"low": exact(level.low), "high": exact(level.high)}
    if level.interval == "ci95":
        return _("95% CI {low} to {high}").format(**ends)
    return _("range {low} to {high}").format(**ends)
