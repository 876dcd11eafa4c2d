"""The gene library of a language, read once; only a visit with a gene report ever asks for it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sdm_aid.paths import resources_dir

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.gene_library import GeneLibrary


@lru_cache(maxsize=4)
def gene_library(language: str) -> GeneLibrary:
    """Tables, statements and words.

    Raises:
        sdm_aid.content.problem.ContentError: the files are damaged; it names what and where.
    """
    from sdm_aid.content.genes import load_genes

    return load_genes(resources_dir(), language)


def library_of(state: Consultation, language: str) -> GeneLibrary | None:
    """What the results of a visit are read with; None without any, or where it is damaged."""
    from sdm_aid.content.problem import ContentError

    if not state.genes.entered:
        return None
    try:
        return gene_library(language)
    except ContentError:
        return None
