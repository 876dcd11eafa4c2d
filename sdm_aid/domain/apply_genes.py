"""How a laboratory's report on genes changes a visit."""

from __future__ import annotations

from datetime import datetime
from operator import attrgetter
from typing import Any

from sdm_aid.domain.actions.genes import GeneReportWritten, GeneResultSet
from sdm_aid.domain.collection import put, without
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.genes import Genes


def _result_set(state: Consultation, action: GeneResultSet, at: datetime) -> Consultation:
    genes, one = state.genes, action.result
    if one.result is None and not one.score:
        results = without(genes.results, one.gene, attrgetter("gene"))
    else:
        results = put(genes.results, one, attrgetter("gene"))
    library = action.library or genes.library
    return _kept(state, genes.evolve(results=results, library=library))


def _report_written(state: Consultation, action: GeneReportWritten, at: datetime) -> Consultation:
    return _kept(state, state.genes.evolve(**{action.field: action.words or None}))


def _kept(state: Consultation, genes: Genes) -> Consultation:
    """With nothing left of a report, the visit is as if none had been entered."""
    return state.evolve(genes=genes if genes.entered else Genes())


GENES: dict[type, Any] = {GeneResultSet: _result_set, GeneReportWritten: _report_written}
