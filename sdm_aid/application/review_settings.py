"""The settings of a record of content as "name: value", for the page read before a sign-off.

It walks over the fields themselves, so that a field added to the domain is read by a clinician
without anybody having to think of it here; only its plain name must be added.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from sdm_aid.domain.base import Frozen
from sdm_aid.i18n import N_, _
from sdm_aid.i18n.formats import date_short

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "all_of": N_("answers that cannot all be right"),
        "acute": N_("about new, short-lived pain"),
        "amounts": N_("amounts"),
        "arm": N_("group of the study"),
        "at": N_("DOI or address"),
        "authors": N_("authors"),
        "baseline": N_("level at the start"),
        "basis": N_("kind of figure"),
        "better": N_("which is better"),
        "blinded": N_("people did not know which one they had"),
        "by": N_("accepted by"),
        "cells": N_("cells"),
        "certainty": N_("how sure"),
        "check_original": N_("to be compared with the original"),
        "choices": N_("answers, in order"),
        "citation": N_("reference"),
        "certainty_by": N_("graded by"),
        "code": N_("billing code"),
        "columns": N_("treatments of this program"),
        "comparable": N_("figures can be compared"),
        "comparator": N_("compared with"),
        "compiled": N_("compiled"),
        "complete": N_("reference complete"),
        "concept": N_("what it measures"),
        "conflict": N_("in conflict with"),
        "contradictions": N_("answers that cannot all be right, in order"),
        "control": N_("the other group"),
        "counted": N_("what is counted"),
        "country": N_("country"),
        "currency": N_("currency"),
        "deal_breakers": N_("what somebody may not want at all"),
        "decision": N_("decision"),
        "derived": N_("worked out"),
        "difference": N_("difference between the groups"),
        "display": N_("shown to"),
        "disputed": N_("experts disagree"),
        "doi": N_("DOI"),
        "drawer": N_("notes for the clinician"),
        "estimate": N_("figure"),
        "estimates": N_("figures"),
        "events": N_("how many it happened to"),
        "evidence_group": N_("body of evidence"),
        "evidence_to": N_("evidence looked for until"),
        "expires": N_("out of date after"),
        "fact": N_("practical figure"),
        "facts": N_("facts about a person"),
        "figures": N_("figures in other decisions"),
        "finding": N_("what was found"),
        "from_start": N_("change from the start"),
        "funding": N_("paid for by"),
        "get_help": N_("signs to get help fast"),
        "given": N_("value that needs no study"),
        "group": N_("part of the table"),
        "harm_panels": N_("panels of harms, out of"),
        "harms": N_("harms, in order"),
        "high": N_("high end"),
        "horizon": N_("time"),
        "id": N_("name in the files"),
        "interval": N_("kind of range"),
        "journal": N_("journal"),
        "key": N_("where"),
        "kind": N_("kind"),
        "languages": N_("languages"),
        "letter": N_("letter"),
        "low": N_("low end"),
        "medicines": N_("treatments that are medicines"),
        "mid": N_("smaller differences count as the same"),
        "missing": N_("missing"),
        "mixed": N_("mixes kinds of comparison"),
        "name": N_("name"),
        "natural_course": N_("what tends to happen with nothing new"),
        "not_with": N_("never beside"),
        "nothing_new": N_("is going on as now"),
        "on": N_("on"),
        "of": N_("which amount"),
        "only_in": N_("only in these decisions"),
        "option": N_("letter"),
        "options": N_("choices, in order"),
        "payer": N_("paid by"),
        "per": N_("out of"),
        "place": N_("read at"),
        "places": N_("treatments as rules name them, in order"),
        "pmid": N_("PMID"),
        "population": N_("people studied, against those of this page"),
        "populations": N_("people studied, in other decisions"),
        "positions": N_("what experts say, in order"),
        "price_year": N_("year of the price"),
        "printable": N_("the address read may be printed"),
        "procedure": N_("is a needle, an operation or an implant"),
        "questions": N_("questions, in order"),
        "quick": N_("on the quick path"),
        "quote": N_("words found"),
        "range_source": N_("where the ends come from"),
        "read_at": N_("read at this address"),
        "reason": N_("reason"),
        "red_flags": N_("questions to check first"),
        "relation": N_("when"),
        "reversible": N_("passes"),
        "review_due": N_("next look due"),
        "reviewed": N_("review written in the content"),
        "row": N_("row of the table"),
        "rows": N_("rows of the table, in order"),
        "rule": N_("rule"),
        "rules": N_("rules, in order"),
        "said_by": N_("said by"),
        "scale": N_("scale"),
        "severity": N_("how serious"),
        "shape": N_("shape of the figure"),
        "shown": N_("shown to"),
        "side": N_("benefit or burden"),
        "smallest_change": N_("smallest change most people notice"),
        "smallest_change_on": N_("found for scores of this kind"),
        "smallest_change_source": N_("source of the smallest change"),
        "source": N_("source"),
        "source_year": N_("year of the source"),
        "stance": N_("for or against"),
        "state": N_("what stands there"),
        "takes": N_("medicines taken now"),
        "teach_back": N_("what must be right, in order"),
        "test": N_("test"),
        "text": N_("words"),
        "timing": N_("when it comes"),
        "title": N_("title"),
        "topics": N_("topics, in order"),
        "total": N_("out of how many"),
        "touches": N_("treatments its source names"),
        "treated": N_("the group that had it"),
        "treatment": N_("treatment"),
        "treatments": N_("treatments"),
        "unit": N_("unit"),
        "unknown": N_("nobody knows"),
        "upper": N_("upper end"),
        "url": N_("address"),
        "value": N_("value"),
        "values": N_("what matters, in order"),
        "version": N_("version"),
        "waiver": N_("warnings accepted"),
        "wider": N_("raised besides at"),
        "worse": N_("which is worse"),
        "x_rays": N_("treatments that are X-rays"),
        "year": N_("year"),
    }
)
"""Plain names of the fields; one that is missing here is shown by its own name."""


def field_name(field: str) -> str:
    """What a field is called on the page."""
    known = FIELDS.get(field)
    return _(known) if known else field.replace("_", " ")


def settings(record: Frozen, *told: str) -> str:
    """Every field that says something, but for those ``told`` elsewhere in full.

    A field at its default is left out, so that what is out of the ordinary stands out; a "yes" is
    always said.
    """
    return " · ".join(
        _("{name}: {words}").format(name=field_name(field), words=words)
        for field, words in _pairs(record, told)
    )


def setting_words(value: object) -> str:
    """One value: numbers as they are, lists in their order, records within in brackets."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, float):
        return repr(value).removesuffix(".0")  # never rounded: what is signed is the number itself
    if isinstance(value, date):
        return date_short(value)
    if isinstance(value, tuple):
        return ", ".join(_short(item) for item in value)
    if isinstance(value, Frozen):
        return f"[{settings(value)}]"
    return "" if value is None else str(value)


def _pairs(record: Frozen, told: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for field, info in type(record).model_fields.items():
        value = getattr(record, field)
        if field in told or value is None or value == ():
            continue
        if value is True or value != info.default:
            yield field, setting_words(value)


def _short(item: object) -> str:
    """An item of a list: by the name under which it has its own line, else whole."""
    for field in ("id", "letter", "option"):
        named = getattr(item, field, None)
        if isinstance(item, Frozen) and named is not None:
            return str(named)
    return setting_words(item)
