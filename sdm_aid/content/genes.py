"""The gene library: tables and statements of one file, its words, and findings on testing."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from sdm_aid.content.build import build
from sdm_aid.content.problem import ContentError, ProblemLog
from sdm_aid.content.prose import flatten
from sdm_aid.content.shelf import Shelf, read_shelf
from sdm_aid.content.toml_file import UnreadableFile, read_toml
from sdm_aid.domain.evidence import Estimate
from sdm_aid.domain.gene_library import GeneFile, GeneLibrary, Statement
from sdm_aid.domain.genes import GeneLibraryRef
from sdm_aid.domain.publication import Source

FILE = "genes/cpic.toml"
FALLBACK = "en"
FINDING = ("finding", "caveat", "drawer")
"""What is shown of a finding on testing: its sentence, what to take care with, the figures."""
_ALWAYS = ("how", "who", "place", "incomplete", "testing.heading")
_BRACES = re.compile(r"\{[^{}]*\}|[{}]")


def load_genes(resources: Path, language: str) -> GeneLibrary:
    """The library in ``language``; in English where it is not written in that language.

    Raises:
        ContentError: anything at all is wrong; it carries every problem found.
    """
    log = ProblemLog()
    file = build(GeneFile, _table(resources, FILE), FILE, log)
    if file is None:
        raise ContentError(tuple(log))
    spoken = language if (resources / words_file(language)).is_file() else FALLBACK
    where = words_file(spoken)
    text = flatten(_table(resources, where), where, log)
    shelf = read_shelf(resources, file.evidence_files, log)
    evidence = _evidence(file, shelf, log)
    text |= _findings(resources, spoken, evidence, shelf, log)
    sources = _sources(file, evidence, shelf, log)
    _names_known(file, log)
    _words_whole(file, text, where, log)
    log.raise_if_any()
    ref = GeneLibraryRef(version=file.version, digest=_digest(file, evidence, sources, text))
    return GeneLibrary(ref, file, evidence, sources, text)


def words_file(language: str) -> str:
    """Where the words of a language lie."""
    return f"text/{language}/genes.toml"


def needed_words(file: GeneFile) -> Iterator[str]:
    """Every key of prose that the file asks for."""
    yield from _ALWAYS
    for gene in file.gene:
        yield f"genes.{gene.id}"
        yield from (f"meaning.{row.result}" for row in gene.rows)
    yield from (f"medicines.{medicine.id}" for medicine in file.medicine)
    yield from (f"notes.{note}" for note in file.notes)
    yield from (f"drawer.{note}" for note in file.drawer_notes)
    for statement in file.statement:
        yield f"says.{statement.says}"
        yield from (f"when.{key}" for key in (statement.when,) if key)
        yield from (f"notes.{key}" for key in (statement.note,) if key)
        yield from (f"drawer.{key}" for key in statement.drawer)


def _table(resources: Path, relative: str) -> dict[str, object]:
    try:
        return read_toml(resources, relative)
    except UnreadableFile as error:
        raise ContentError((error.problem,)) from error


def _evidence(file: GeneFile, shelf: Shelf, log: ProblemLog) -> dict[str, Estimate]:
    found: dict[str, Estimate] = {}
    for name in file.evidence:
        record = shelf.records.get(("estimate", name))
        if isinstance(record, Estimate):
            found[name] = record
        elif name not in shelf.broken and not shelf.unread:
            log.add(FILE, f'evidence "{name}"', "there is no such estimate", "Correct the id")
    return found


def _findings(
    resources: Path, language: str, evidence: Mapping[str, Estimate], shelf: Shelf, log: ProblemLog
) -> dict[str, str]:
    """The words of the findings, from the files that hold them for the decisions too."""
    found: dict[str, str] = {}
    for name in evidence:
        where = f"text/{language}/evidence/{shelf.places['estimate', name].topic}.toml"
        flat = flatten(_table(resources, where), where, log)
        for part in FINDING:
            words = flat.get(f"{name}.{part}")
            if words is None:
                log.add(where, f"{name}.{part}", "the text is missing", "Write it")
            else:
                found[f"evidence.{name}.{part}"] = words
    return found


def _sources(
    file: GeneFile, evidence: Mapping[str, Estimate], shelf: Shelf, log: ProblemLog
) -> dict[str, Source]:
    found = {source.id: source for source in file.source}
    for estimate in evidence.values():
        record = shelf.records.get(("source", estimate.source))
        if isinstance(record, Source):
            found[record.id] = record
    named = [(gene.id, gene.source) for gene in file.gene if gene.source]
    named += [(statement.id, statement.source) for statement in file.statement]
    named += [(frequency.id, frequency.source) for frequency in file.frequency]
    named += [(name, one.source) for name, one in evidence.items()]
    for owner, source in named:
        if source not in found:
            what = f'there is no source "{source}"'
            log.add(FILE, f'"{owner}" source', what, "Add a [[source]] or correct the id")
    return found


def _names_known(file: GeneFile, log: ProblemLog) -> None:
    """Genes, results and medicines that are named and are not there; ids used twice."""
    genes = {gene.id: {row.result for row in gene.rows} for gene in file.gene}
    medicines = {medicine.id for medicine in file.medicine}
    for statement in file.statement:
        place = f'statement "{statement.id}"'
        for name in set(statement.medicines) - medicines:
            log.add(FILE, place, f'there is no medicine "{name}"', "Add it or correct the id")
        for gene, results in _named(statement):
            if gene not in genes:
                log.add(FILE, place, f'there is no gene "{gene}"', "Add it or correct the id")
            for result in set(results) - genes.get(gene, set(results)):
                what = f'the gene "{gene}" has no result "{result}"'
                log.add(FILE, place, what, "Correct the result")
    for ids in (
        [one.id for one in file.statement],
        [one.id for one in file.gene],
        [one.id for one in file.medicine],
        [one.id for one in file.source],
    ):
        for name in sorted({name for name in ids if ids.count(name) > 1}):
            log.add(FILE, f'"{name}"', "the id is used twice", "Give each its own id")


def _named(statement: Statement) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from ((need.gene, need.results) for need in statement.needs)
    yield from ((gene, ()) for gene in statement.unknown)


def _words_whole(file: GeneFile, text: Mapping[str, str], where: str, log: ProblemLog) -> None:
    needed = set(needed_words(file))
    for key in sorted(needed - text.keys()):
        log.add(where, key, "the text is missing", "Write it")
    for key in sorted(text.keys() - needed):
        if not key.startswith("evidence."):
            what = "nothing uses this text (left over)"
            log.add(where, key, what, "Remove it or correct the key")
    for key in sorted(text.keys() & needed):
        wanted = ["{medicine}"] if key.startswith("says.") else []
        if _BRACES.findall(text[key]) != wanted:
            what = "says must hold {medicine} once, other texts no braces"
            log.add(where, key, what, "Correct the braces")


def _digest(
    file: GeneFile,
    evidence: Mapping[str, Estimate],
    sources: Mapping[str, Source],
    text: Mapping[str, str],
) -> str:
    form = {
        "form": "sdm-aid-genes/1",
        "file": file.model_dump(mode="json"),
        "evidence": {name: one.model_dump(mode="json") for name, one in sorted(evidence.items())},
        "sources": {name: one.model_dump(mode="json") for name, one in sorted(sources.items())},
        "text": dict(text),
    }
    canonical = json.dumps(form, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()
