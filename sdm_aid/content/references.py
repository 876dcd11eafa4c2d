"""Who names whom: the references of a decision and its treatments, followed to the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sdm_aid.content.problem import ProblemLog
from sdm_aid.content.shelf import RecordKind, Shelf
from sdm_aid.domain.decision import Decision
from sdm_aid.domain.evidence import Estimate, Fact, Position
from sdm_aid.domain.treatment import Treatment

_KIND_WORDS: dict[RecordKind, str] = {
    "source": "source",
    "estimate": "estimate",
    "fact": "fact",
    "position": "position",
}


@dataclass(frozen=True, slots=True)
class Reference:
    """Somebody at ``file``/``field`` names ``name``; any of ``kinds`` will do."""

    name: str
    kinds: tuple[RecordKind, ...]
    file: str
    field: str
    patient: bool = True
    """The patient will see it: the estimate must then be one for patients."""


def of_decision(decision: Decision, file: str) -> Iterator[Reference]:
    """Every estimate, fact and position the decision names."""
    yield from _of_cells(decision, file)
    for name in decision.natural_course:
        yield Reference(name, ("estimate",), file, "natural_course")
    for name in decision.positions:
        yield Reference(name, ("position",), file, "positions")
    yield from _of_values(decision, file)


def _of_cells(decision: Decision, file: str) -> Iterator[Reference]:
    for r, row in enumerate(decision.rows, start=1):
        for c, cell in enumerate(row.cells, start=1):
            where = f'rows[{r}] "{row.id}" cells[{c}] "{cell.option}"'
            for name in cell.estimates:
                yield Reference(name, ("estimate",), file, f"{where} estimates")
            if cell.said_by is not None:
                yield _said_by(cell.said_by, file, where)


def _of_values(decision: Decision, file: str) -> Iterator[Reference]:
    for v, value in enumerate(decision.values, start=1):
        for o, option in enumerate(value.options, start=1):
            where = f'values[{v}] "{value.id}" options[{o}] "{option.option}"'
            if option.estimate is not None:
                yield Reference(option.estimate, ("estimate",), file, f"{where} estimate")
            if option.fact is not None:
                yield Reference(option.fact, ("fact",), file, f"{where} fact")


def of_treatment(treatment: Treatment, file: str) -> Iterator[Reference]:
    """Every estimate, fact and position the harms of a treatment name."""
    for n, harm in enumerate(treatment.harms, start=1):
        where = f'harms[{n}] "{harm.id}"'
        if harm.estimate is not None:
            yield Reference(harm.estimate, ("estimate",), file, f"{where} estimate")
        if harm.said_by is not None:
            yield _said_by(harm.said_by, file, where)


def follow(references: Iterable[Reference], shelf: Shelf, log: ProblemLog) -> set[str]:
    """The ids that lead somewhere and the estimates they conflict with; others go into ``log``."""
    found: set[str] = set()
    for reference in references:
        kind = next((k for k in reference.kinds if (k, reference.name) in shelf.records), None)
        if kind is None:
            if all(shelf.missing(k, reference.name) for k in reference.kinds):
                words = " or ".join(_KIND_WORDS[k] for k in reference.kinds)
                what = f'there is no {words} "{reference.name}" in the evidence files named'
                remedy = "Correct the id, or add the file that holds it to evidence_files"
                log.add(reference.file, reference.field, what, remedy)
            continue
        found.add(reference.name)
        _for_patient(reference, shelf, log)
    return found | _conflicting(found, shelf, log)


def sources_of(names: Iterable[str], shelf: Shelf, log: ProblemLog) -> set[str]:
    """The ids of the sources behind these records; a figure without one goes into ``log``."""
    wanted: set[str] = set()
    for name in names:
        for kind in shelf.kinds_of(name):
            record, place = shelf.records[kind, name], shelf.places[kind, name]
            if not isinstance(record, Estimate | Fact | Position):
                continue
            needed = {"source": record.source}
            if isinstance(record, Estimate) and record.scale is not None:
                needed["scale.smallest_change_source"] = record.scale.smallest_change_source or ""
            for field, source in needed.items():
                if source and shelf.missing("source", source):
                    what = f'the figure has no source: there is no source "{source}"'
                    remedy = "Add the [[source]], or name the file that holds it in evidence_files"
                    log.add(place.file, f"{place.field} {field}", what, remedy)
                elif ("source", source) in shelf.records:
                    wanted.add(source)
    return wanted


def _said_by(name: str, file: str, where: str) -> Reference:
    kinds: tuple[RecordKind, ...] = ("estimate", "fact", "position")
    return Reference(name, kinds, file, f"{where} said_by", patient=False)


def _for_patient(reference: Reference, shelf: Shelf, log: ProblemLog) -> None:
    estimate = shelf.estimate(reference.name)
    if reference.patient and estimate is not None and estimate.display != "patient":
        what = f'the estimate "{estimate.id}" is not for patients (display = "{estimate.display}")'
        remedy = "Name an estimate for patients, or give the cell another state"
        log.add(reference.file, reference.field, what, remedy)


def _conflicting(names: set[str], shelf: Shelf, log: ProblemLog) -> set[str]:
    """Estimates that conflict with those named stand beside them, so they belong to the content."""
    found: set[str] = set()
    for name in sorted(names):
        estimate = shelf.estimate(name)
        for other in estimate.conflict if estimate else ():
            if shelf.missing("estimate", other):
                place = shelf.places["estimate", name]
                what = f'there is no estimate "{other}" in the evidence files named'
                log.add(place.file, f"{place.field} conflict", what, "Correct the id")
            elif shelf.estimate(other) is not None:
                found.add(other)
    return found
