"""Addresses in printed words: they stay as printed, and in the file they lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sdm_aid.documents.blocks import Link, Run
from sdm_aid.i18n import _

_ADDRESS = re.compile(r"doi:(?P<doi>10\.\d+/\S+)|PMID (?P<pmid>\d+)|https?://\S+")
_AFTER = ".,;:"
"""Signs at the end of a line that belong to the sentence, not to the address."""


def addressed(words: str, *, soft: bool = False) -> tuple[Run, ...]:
    """The words as runs, in which every DOI, PMID and web address is a link."""
    return tuple(run for run in _runs(words, soft) if run.text)


def _runs(words: str, soft: bool) -> Iterator[Run]:
    at = 0
    for found in _ADDRESS.finditer(words):
        shown = _without_what_follows(found.group())
        yield Run(words[at : found.start()], soft=soft)
        at = found.start() + len(shown)
        says = _("On the web: {address}").format(address=shown)
        yield Run(shown, soft=soft, link=Link(_target(found, shown), says))
    yield Run(words[at:], soft=soft)


def _without_what_follows(address: str) -> str:
    """The address without the stop of its sentence and the bracket it stands in."""
    address = address.rstrip(_AFTER)
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1].rstrip(_AFTER)
    return address


def _target(found: re.Match[str], shown: str) -> str:
    if found["doi"]:
        return "https://doi.org/" + shown.removeprefix("doi:")
    if found["pmid"]:
        return f"https://pubmed.ncbi.nlm.nih.gov/{found['pmid']}/"
    return shown
