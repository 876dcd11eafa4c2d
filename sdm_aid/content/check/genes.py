"""G-01 to G-04: no doses on the shared screen, every statement can be reached, plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sdm_aid.content.check.model import Finding
from sdm_aid.content.check.reading_grade import ERROR_ABOVE
from sdm_aid.content.genes import FILE, load_genes, words_file
from sdm_aid.content.lexicon import Lexicon, hits, read_lexicon
from sdm_aid.content.readability import grade, longest_sentence
from sdm_aid.domain.gene_library import GeneLibrary, Need

LONGEST_SENTENCE = 20
_FIGURE = re.compile(r"\d|%|\bmg\b|\bdos(?:e|es|age|ing)\b|\bhal(?:f|ves?)\b|\bquarter\b", re.I)
_DOSE = re.compile(
    r"\d+\s*%|\bmg\b|titrat|lowest recommended|reduction|higher target|dose adjust|\bdays?\b", re.I
)
_NOT_PATIENTS = ("drawer.", "evidence.")


def check_genes(resources: Path) -> Iterator[Finding]:
    """Every finding on the gene library, in each language it is written in; none without one.

    Raises:
        sdm_aid.content.problem.ContentError: it cannot be read; all problems at once.
        sdm_aid.content.toml_file.UnreadableFile: the lexicon of a language is damaged.
    """
    if not (resources / FILE).is_file():
        return
    folders = sorted(path.name for path in (resources / "text").glob("*") if path.is_dir())
    written = [name for name in folders if (resources / words_file(name)).is_file()]
    for language in written or ["en"]:
        library = load_genes(resources, language)
        yield from _words(library, read_lexicon(resources, language), words_file(language))
    yield from _quotes(library)
    yield from _reachable(library)
    yield from _treatments(library, resources)


def _words(library: GeneLibrary, lexicon: Lexicon, file: str) -> Iterator[Finding]:
    shown = {
        key: words.replace("{medicine}", "it")
        for key, words in library.text.items()
        if not key.startswith(_NOT_PATIENTS)
    }
    for key, words in shown.items():
        for figure in dict.fromkeys(_FIGURE.findall(words)):
            what = f'"{figure}" is a figure or a dose on the shared screen'
            yield Finding(file, key, "G-01", "error", what, "Say it under drawer")
        for fault in _faults(words, lexicon):
            yield Finding(file, key, "G-04", "error", fault, "Say it plainly")
    names = {word for key, words in shown.items() if key.startswith("medicines") for word in
             re.findall(r"\w+", words.lower())}  # fmt: skip
    found = grade("\n".join(shown.values()), lexicon.exempt | names | {"opioid", "opioids"})
    if lexicon.formula == "english" and found is not None and found.worst > ERROR_ABOVE:
        what = f"reading grade {found.worst:.1f}"
        yield Finding(file, "page:genes", "G-04", "error", what, "Shorter sentences")


def _faults(words: str, lexicon: Lexicon) -> Iterator[str]:
    length, sentence = longest_sentence(words)
    if length > LONGEST_SENTENCE:
        yield f'{length} words in one sentence: "{sentence[:40]}"'
    for patterns in (lexicon.one_in, lexicon.relative, lexicon.frequency):
        for part in hits(patterns, words):
            yield f'"{part}" is read differently by different people'
    for pattern, plain in (*lexicon.jargon.pairs, *lexicon.stigma.pairs):
        match = pattern.search(words)
        if match is not None:
            yield f'"{match.group(0)}": say {plain}'


def _quotes(library: GeneLibrary) -> Iterator[Finding]:
    for statement in library.file.statement:
        match = _DOSE.search(statement.quote)
        if match is not None and not statement.quote_in_drawer:
            what = f'the quote names a dose or a time ("{match.group(0)}") on the shared screen'
            remedy = "Write quote_in_drawer = true"
            yield Finding(FILE, statement.id, "G-02", "error", what, remedy)


def _reachable(library: GeneLibrary) -> Iterator[Finding]:
    for statement in library.file.statement:
        for need in statement.needs:
            if not _can_be(library, need):
                what = f'no score of "{need.gene}" gives what the statement needs'
                yield Finding(FILE, statement.id, "G-03", "error", what, "Correct the scores")


def _can_be(library: GeneLibrary, need: Need) -> bool:
    gene = library.gene(need.gene)
    if gene is None or need.scores is None:
        return gene is not None
    held = [score for score in gene.possible if need.scores.holds(score)]
    return any(not need.results or gene.result_of(score) in need.results for score in held)


def _treatments(library: GeneLibrary, resources: Path) -> Iterator[Finding]:
    for medicine in library.file.medicine:
        for name in medicine.treatments:
            if not (resources / "treatments" / f"{name}.toml").is_file():
                what = f'there is no treatment "{name}"'
                yield Finding(FILE, medicine.id, "G-03", "error", what, "Correct the id")
