"""Decisions that shared files name: a treatment, its words and a figure may differ in one of them.

A name no decision has would change nothing and nobody would see it: the words or the figure of
other people would stand there. It keeps no file from being read, so that a clinic that takes a
decision out can still open the others; the content check tells it (N-01).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sdm_aid.content.problem import Problem
from sdm_aid.content.shelf import Shelf
from sdm_aid.domain.evidence import Estimate
from sdm_aid.domain.treatment import Treatment

Named = tuple[str, str, str]
"""The file, the place in it, and the decision named there."""


def decision_names(resources: Path) -> tuple[str, ...]:
    """The ids of all decisions in this folder, damaged ones too: the names of their files."""
    folder = resources / "decisions"
    return tuple(sorted(path.stem for path in folder.glob("*.toml"))) if folder.is_dir() else ()


def shown(names: tuple[str, ...]) -> str:
    """The ids for a sentence; of very many the first."""
    return ", ".join(names[:20]) + (", ..." if len(names) > 20 else "")


def unknown_names(
    resources: Path,
    treatments: Iterable[Treatment],
    shelf: Shelf,
    overlays: Iterable[tuple[str, str]],
) -> tuple[Problem, ...]:
    """Every place that names a decision there is none of. ``overlays``: text file and decision."""
    known = decision_names(resources)
    named = [
        *_of_treatments(treatments),
        *_of_estimates(shelf),
        *((file, f"in.{decision}", decision) for file, decision in overlays),
    ]
    remedy = f"Correct the id to one of {shown(known)}, or take the entry out"
    return tuple(
        Problem(file, place, f'there is no decision "{decision}"', remedy)
        for file, place, decision in named
        if decision not in known
    )


def _of_treatments(treatments: Iterable[Treatment]) -> Iterator[Named]:
    for treatment in treatments:
        file = f"treatments/{treatment.id}.toml"
        for n, harm in enumerate(treatment.harms, start=1):
            where = f'harms[{n}] "{harm.id}"'
            for figure in harm.figures:
                yield file, f"{where} figures", figure.decision
            for decision in harm.only_in:
                yield file, f"{where} only_in", decision


def _of_estimates(shelf: Shelf) -> Iterator[Named]:
    for key, record in shelf.records.items():
        if isinstance(record, Estimate):
            place = shelf.places[key]
            for item in record.populations:
                yield place.file, f"{place.field} populations", item.decision
