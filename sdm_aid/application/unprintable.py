"""What a paper could not print, as a sentence for whoever can still change the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdm_aid.i18n import _, formats, ngettext

if TYPE_CHECKING:
    from datetime import datetime

    from sdm_aid.documents.blocks import Document
    from sdm_aid.documents.pdf.printable import Unprintable
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.library import DecisionContent

_LONGEST = 60
"""Letters of typed words, or of what stands in for them, that a sentence repeats."""


def unprintable_sentence(found: tuple[Unprintable, ...], what_to_do: str = "") -> str:
    """Which words, where they stand, what would be printed instead, and what to do; "" for none.

    ``what_to_do``: another last sentence than that for the words of a visit.
    """
    if not found:
        return ""
    first = found[0]
    words, instead = _short(first.words), _short(first.instead)
    if first.place:
        where = _("“{words}” under “{place}” would be printed as “{instead}”.")
    else:
        where = _("“{words}” at the top would be printed as “{instead}”.")
    parts = [_missing(first), where.format(words=words, place=_short(first.place), instead=instead)]
    if more := len(found) - 1:
        also = ngettext(
            "The same holds in {n} more place.", "The same holds in {n} more places.", more
        )
        parts.append(also.format(n=formats.number(more)))
    parts.append(
        what_to_do
        or _(
            "Change the words, a name for example to Latin letters as in the passport, or print "
            "it like that; the record keeps what was typed."
        )
    )
    return " ".join(parts)


def paper_sentence(document: Document) -> str:
    """The sentence for a paper that bears only what the clinic calls itself; "" where all prints.

    A job's work.
    """
    from sdm_aid.documents.pdf.printable import unprintable

    what_to_do = _("Write it in Latin letters, or use the paper like that.")
    return unprintable_sentence(unprintable(document), what_to_do)


def unprintable_words(
    content: DecisionContent, state: Consultation, now: datetime
) -> tuple[Unprintable, ...]:
    """What plan and handout of a visit as it stands could not print. A job's work."""
    from sdm_aid.application.export_plan import PROGRAM
    from sdm_aid.application.gene_library import library_of
    from sdm_aid.documents.handout import build_handout
    from sdm_aid.documents.paper import PaperInput
    from sdm_aid.documents.pdf.printable import unprintable
    from sdm_aid.documents.plan import build_plan

    genes = library_of(state, content.ref.language)
    paper = PaperInput(content, state, now, PROGRAM, genes=genes)
    first: dict[str, Unprintable] = {}  # the name at the top before what was said further down
    for each in (*unprintable(build_plan(paper)), *unprintable(build_handout(paper))):
        first.setdefault(each.words, each)
    return tuple(first.values())


def _missing(found: Unprintable) -> str:
    if found.kind:
        return _("Our print has no {kind}.").format(kind=found.kind)
    return _("Our print does not have all of these signs.")


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
