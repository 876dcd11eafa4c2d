"""What was entered of a laboratory's report on genes, told for a visit's history."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from sdm_aid.i18n import N_, _
from sdm_aid.wording.gene_names import gene_name, result_name
from sdm_aid.wording.history_names import Names, joined, quoted

_REPORT: Mapping[str, str] = MappingProxyType(
    {
        "other": N_("Gene report, another gene or allele"),
        "dated": N_("Gene report, date"),
        "laboratory": N_("Gene report, laboratory"),
    }
)


def _result(action: Any, _names: Names) -> str:
    one = action.result
    name = _("Gene result {gene}").format(gene=gene_name(one.gene))
    if one.result is None and not one.score:
        return _("{what}: taken back").format(what=name)
    score = _("activity score {score}").format(score=quoted(one.score)) if one.score else None
    value = joined(result_name(one.result) if one.result else None, score)
    return _("{what}: {value}").format(what=name, value=value)


def _report(action: Any, _names: Names) -> str:
    name = _(_REPORT[action.field])
    if not action.words:
        return _("{what}: taken back").format(what=name)
    return _("{what}: {value}").format(what=name, value=quoted(action.words))


TOLD: Mapping[str, Callable[[Any, Names], str]] = MappingProxyType(
    {"gene_result_set": _result, "gene_report_written": _report}
)
"""By kind of action; joined with the others in ``wording.history``."""
