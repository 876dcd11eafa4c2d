"""One decision in one language, with everything it refers to, or every fault at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sdm_aid.content.build import build
from sdm_aid.content.check_first import read_check_first, read_check_first_words, words_of
from sdm_aid.content.costs import take_costs
from sdm_aid.content.decision_names import decision_names, shown, unknown_names
from sdm_aid.content.digest import content_digest
from sdm_aid.content.problem import ContentError, Problem, ProblemLog
from sdm_aid.content.prose import facts_in
from sdm_aid.content.references import Reference, follow, of_decision, of_treatment, sources_of
from sdm_aid.content.shelf import Record, Shelf, read_shelf
from sdm_aid.content.structure import check_structure
from sdm_aid.content.toml_file import UnreadableFile, is_name, read_toml
from sdm_aid.content.words import Words, add_evidence, check_words, read_words
from sdm_aid.domain.check_first import CheckFirst
from sdm_aid.domain.decision import Decision
from sdm_aid.domain.evidence import Estimate, Fact, Position, Source
from sdm_aid.domain.library import ContentRef, DecisionContent
from sdm_aid.domain.treatment import Treatment

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the content, where each text stands, and all evidence of the files opened."""

    content: DecisionContent
    words: Words
    shelf: Shelf
    unknown: tuple[Problem, ...] = ()
    """Decisions that shared files name and that there are none of."""


def load_decision(resources: Path, decision_id: str, language: str) -> DecisionContent:
    """The decision with its treatments, figures, sources and prose.

    Opens only the files the decision names: its own, its treatments', the ``evidence_files`` of
    both, and their prose in ``language``.

    Raises:
        ContentError: anything at all is wrong; it carries every problem found, not the first.
    """
    return read_decision(resources, decision_id, language).content


def read_decision(resources: Path, decision_id: str, language: str) -> Reading:
    """As ``load_decision``, with what the content check needs besides.

    Raises:
        ContentError: see ``load_decision``.
    """
    if not is_name(decision_id) or not _path_exists(resources, decision_id):
        raise ContentError((unknown_decision(resources, decision_id),))
    log = ProblemLog()
    file = f"decisions/{decision_id}.toml"
    try:
        table = read_toml(resources, file)
    except UnreadableFile as error:
        raise ContentError((error.problem,)) from error
    decision = build(Decision, table, file, log)
    _own_name(table, decision_id, file, log)
    treatments = _read_treatments(resources, _treatment_ids(table), file, log)
    topics = _texts(table.get("evidence_files"))
    for treatment in treatments.values():
        topics.extend(treatment.evidence_files)
    shelf = read_shelf(resources, filter(is_name, topics), log)
    if decision is None:
        raise ContentError(tuple(log))
    _check_language(resources, decision, language, file, log)
    check_structure(decision, file, shelf, log)
    reading = _join(resources, language, decision, treatments, shelf, log)
    log.raise_if_any()
    return reading


def unknown_decision(resources: Path, decision_id: str) -> Problem:
    """The problem "there is no such decision", naming those that exist."""
    names = decision_names(resources)
    remedy = (
        f"Choose one of: {shown(names)}" if names else "Check the resources folder: it holds none"
    )
    return Problem("decisions", decision_id[:80], "there is no such decision", remedy)


def _path_exists(resources: Path, decision_id: str) -> bool:
    return (resources / "decisions" / f"{decision_id}.toml").exists()


def _join(
    resources: Path,
    language: str,
    decision: Decision,
    treatments: dict[str, Treatment],
    shelf: Shelf,
    log: ProblemLog,
) -> Reading:
    file = f"decisions/{decision.id}.toml"
    references = list(of_decision(decision, file))
    seen = {name: treatment.seen_from(decision.id) for name, treatment in treatments.items()}
    for treatment in seen.values():
        references.extend(of_treatment(treatment, f"treatments/{treatment.id}.toml"))
    names = follow(references, shelf, log)
    words = Words()
    if language in decision.languages and _has_text(resources, language):
        words = read_words(resources, language, decision, treatments.values(), log)
        add_evidence(words, resources, language, names, shelf, log)
        check_words(words, decision, log, file)
    names |= follow(_placeholders(words), shelf, log)
    sources = sources_of(names, shelf, log)
    parts: dict[str, Any] = {
        "decision": decision,
        "treatments": seen,
        "estimates": _estimates(decision, names, shelf),
        "facts": _pick(Fact, names, shelf),
        "positions": _pick(Position, names, shelf),
        "sources": _pick(Source, sources, shelf),
        "check_first": _read_check_first(resources, language, decision, seen, words, log),
        "costs": take_costs(words, resources, language, decision.id, seen, log),
        "text": words.text,
    }
    ref = ContentRef(
        id=decision.id,
        version=decision.version,
        language=language,
        digest=content_digest(language=language, **parts),
    )
    unknown = unknown_names(resources, treatments.values(), shelf, words.overlays)
    return Reading(DecisionContent(ref=ref, **parts), words, shelf, unknown)


def _read_check_first(
    resources: Path,
    language: str,
    decision: Decision,
    treatments: dict[str, Treatment],
    words: Words,
    log: ProblemLog,
) -> CheckFirst:
    """What can be raised in this decision; its prose goes into ``words``."""
    whole = read_check_first(resources, log)
    text, origin = read_check_first_words(resources, language, whole, log)
    seen = whole.seen_from(decision, treatments.values())
    own = words_of(seen, text)
    words.text |= own
    words.origin |= {key: origin[key] for key in own}
    return seen


def _estimates(decision: Decision, names: Iterable[str], shelf: Shelf) -> dict[str, Estimate]:
    found = _pick(Estimate, names, shelf)
    return {name: item.seen_from(decision.id) for name, item in found.items()}


def _pick(kind: type[R], names: Iterable[str], shelf: Shelf) -> dict[str, R]:
    found = {
        record.id: record
        for record in shelf.records.values()
        if isinstance(record, kind) and record.id in set(names)
    }
    return dict(sorted(found.items()))


def _placeholders(words: Words) -> Iterator[Reference]:
    for key, prose in words.text.items():
        file, own = words.origin[key]
        for name in facts_in(prose):
            yield Reference(name, ("fact",), file, f"{own} {{fact:{name}}}")


def _read_treatments(
    resources: Path, ids: Iterable[str], decision_file: str, log: ProblemLog
) -> dict[str, Treatment]:
    found: dict[str, Treatment] = {}
    for name in ids:
        file = f"treatments/{name}.toml"
        if not is_name(name) or not (resources / file).exists():
            what = f'there is no treatment "{name[:120]}"'
            log.add(
                decision_file, "options treatment", what, f"Correct the id, or write {file[:140]}"
            )
            continue
        try:
            table = read_toml(resources, file)
        except UnreadableFile as error:
            log.found.append(error.problem)
            continue
        _own_name(table, name, file, log)
        treatment = build(Treatment, table, file, log)
        if treatment is not None:
            found[name] = treatment
    return found


def _has_text(resources: Path, language: str) -> bool:
    return _LANGUAGE.fullmatch(language) is not None and (resources / "text" / language).is_dir()


def _own_name(table: dict[str, Any], name: str, file: str, log: ProblemLog) -> None:
    if table.get("id", name) != name:
        log.add(file, "id", f"the id differs from the file's name, {name}", "Make them the same")


def _check_language(
    resources: Path, decision: Decision, language: str, file: str, log: ProblemLog
) -> None:
    offered = ", ".join(decision.languages)
    if language not in decision.languages:
        what = f'the decision is not offered in the language "{language[:20]}"'
        log.add(file, "languages", what, f"Choose one of: {offered}")
    elif not _has_text(resources, language):
        what = f'there is no folder of text for "{language}"'
        log.add(f"text/{language}", "", what, "Write it, or take the language out of the decision")


def _treatment_ids(table: dict[str, Any]) -> list[str]:
    """Read from the raw table, so that treatments are checked even where the decision is faulty."""
    options = table.get("options")
    entries = options if isinstance(options, list) else []
    names = [entry.get("treatment") for entry in entries if isinstance(entry, dict)]
    return list(dict.fromkeys(_texts(names)))


def _texts(value: Any) -> list[str]:
    return [entry for entry in value if isinstance(entry, str)] if isinstance(value, list) else []
