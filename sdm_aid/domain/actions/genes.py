"""What is said of a laboratory's report on genes."""

from __future__ import annotations

from typing import Literal

from sdm_aid.domain.base import Frozen
from sdm_aid.domain.genes import GeneLibraryRef, GeneResult
from sdm_aid.domain.terms import Words


class GeneResultSet(Frozen):
    """The result of one gene (same gene again: corrected); neither result nor score: taken back."""

    kind: Literal["gene_result_set"] = "gene_result_set"
    result: GeneResult
    library: GeneLibraryRef | None = None
    """The statements that stood on the screen."""


class GeneReportWritten(Frozen):
    """Words about the report itself; None takes them back."""

    kind: Literal["gene_report_written"] = "gene_report_written"
    field: Literal["other", "dated", "laboratory"]
    words: Words | None
