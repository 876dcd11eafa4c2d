"""Names of genes, of alleles and of what a laboratory finds, as a report writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from sdm_aid.i18n import N_, _

_ALLELE = re.compile(r"-(\d+)-(\d+)$")
RESULTS: Mapping[str, str] = MappingProxyType(
    {
        "poor": N_("poor"),
        "intermediate": N_("intermediate"),
        "normal": N_("normal"),
        "rapid": N_("rapid"),
        "ultrarapid": N_("ultrarapid"),
        "present": N_("present (positive)"),
        "absent": N_("absent (negative)"),
        "reported": N_("on the report"),
        "indeterminate": N_("indeterminate"),
    }
)


def gene_name(gene: str) -> str:
    """``cyp2d6`` is CYP2D6, ``hla-b-15-02`` is HLA-B*15:02."""
    if gene == "oprm1-comt":
        return _("{one} or {other}").format(one="OPRM1", other="COMT")
    return _ALLELE.sub(r"*\1:\2", gene.upper())


def result_name(result: str) -> str:
    """A result in the laboratory's word; one of newer content stands for itself."""
    return _(RESULTS[result]) if result in RESULTS else result
