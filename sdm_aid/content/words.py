"""The prose of one decision in one language, under full keys; gaps and leftovers noted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sdm_aid.content.problem import ProblemLog
from sdm_aid.content.prose import bad_placeholders, flatten
from sdm_aid.content.shelf import Shelf
from sdm_aid.content.text_keys import (
    KeySet,
    cell_texts,
    decision_keys,
    evidence_keys,
    treatment_keys,
)
from sdm_aid.content.toml_file import UnreadableFile, read_toml
from sdm_aid.domain.decision import Decision
from sdm_aid.domain.treatment import Treatment


@dataclass(slots=True)
class Words:
    """``text``: full key to prose. ``origin``: full key to (file, key in that file)."""

    text: dict[str, str] = field(default_factory=dict)
    origin: dict[str, tuple[str, str]] = field(default_factory=dict)
    overlays: set[tuple[str, str]] = field(default_factory=set)
    """(file, decision) wherever a treatment says something again for one decision."""
    unread: list[str] = field(default_factory=list)
    """Prefixes of keys whose file could not be read: their absence is told once, with the file."""

    def lies_in_unread(self, key: str) -> bool:
        """True where the key would stand in a file that could not be read."""
        if key.startswith("treatments."):
            return any(prefix and key.startswith(prefix) for prefix in self.unread)
        return "" in self.unread

    def take(self, flat: Mapping[str, str], file: str, prefix: str = "") -> None:
        """Add prose of a file under ``prefix``."""
        for key, words in flat.items():
            self.text[prefix + key] = words
            self.origin[prefix + key] = (file, key)


def read_prose(resources: Path, file: str, log: ProblemLog) -> dict[str, str] | None:
    """A prose file, flattened; None where it cannot be read at all."""
    try:
        return flatten(read_toml(resources, file), file, log)
    except UnreadableFile as error:
        log.found.append(error.problem)
        return None


def read_words(
    resources: Path,
    language: str,
    decision: Decision,
    treatments: Iterable[Treatment],
    log: ProblemLog,
) -> Words:
    """Prose of the decision and its treatments; evidence prose follows in ``add_evidence``."""
    words = Words()
    file = f"text/{language}/decisions/{decision.id}.toml"
    flat = read_prose(resources, file, log)
    if flat is None:
        words.unread.append("")
    else:
        _compare(flat, decision_keys(decision), file, log)
        words.take(flat, file)
    named = set(cell_texts(decision))
    for treatment in treatments:
        file = f"text/{language}/treatments/{treatment.id}.toml"
        prefix = f"treatments.{treatment.id}."
        flat = read_prose(resources, file, log)
        if flat is None:
            words.unread.append(prefix)
            continue
        _compare(flat, treatment_keys(treatment), file, log)
        words.overlays |= {(file, key.split(".")[1]) for key in flat if key.startswith("in.")}
        here = {harm.id for harm in treatment.seen_from(decision.id).harms}
        for key, own in _in_decision(flat, decision.id).items():
            unused = key.startswith("cells.") and prefix + key not in named
            elsewhere = key.startswith("harms.") and key.split(".")[1] not in here
            if not unused and not elsewhere:
                words.text[prefix + key] = flat[own]
                words.origin[prefix + key] = (file, own)
    return words


def _in_decision(flat: Mapping[str, str], decision: str) -> dict[str, str]:
    """Key to the key whose words hold in this decision: its own (``in.<decision>.``) come first."""
    own = f"in.{decision}."
    keys = {key: key for key in flat if not key.startswith("in.")}
    return keys | {key.removeprefix(own): key for key in flat if key.startswith(own)}


def add_evidence(
    words: Words,
    resources: Path,
    language: str,
    names: Iterable[str],
    shelf: Shelf,
    log: ProblemLog,
) -> None:
    """Add the prose of the records named; every id in the files must exist in the evidence."""
    topics: dict[str, list[str]] = {}
    for name in sorted(names):
        for kind in shelf.kinds_of(name):
            if kind != "source":
                topics.setdefault(shelf.places[kind, name].topic, []).append(name)
    for topic, wanted in topics.items():
        file = f"text/{language}/evidence/{topic}.toml"
        if not (resources / file).exists() and not _needs_words(wanted, shelf):
            continue
        flat = read_prose(resources, file, log)
        if flat is None:
            continue
        by_id: dict[str, dict[str, str]] = {}
        for key, prose in flat.items():
            name, _, end = key.rpartition(".")
            by_id.setdefault(name, {})[end] = prose
        _strangers(by_id, file, shelf, log)
        for name in wanted:
            own = by_id.get(name, {})
            _compare(own, _keys_of(name, shelf), file, log, f"{name}.")
            words.take({f"{name}.{end}": prose for end, prose in own.items()}, file, "evidence.")


def check_words(words: Words, decision: Decision, log: ProblemLog, file: str) -> None:
    """Note cells whose sentence does not exist, and braces that are not a placeholder."""
    for key in dict.fromkeys(cell_texts(decision)):
        if key not in words.text and not words.lies_in_unread(key):
            remedy = "Write the sentence in the text files or correct the key"
            log.add(file, f"rows cells text {key}", "there is no text under this key", remedy)
    for key, prose in words.text.items():
        for part in bad_placeholders(prose):
            where, own = words.origin[key]
            what = f"{part} is not a placeholder"
            log.add(where, own, what, "Only {fact:<id>} may stand in braces")


def _compare(
    flat: Mapping[str, str], keys: KeySet, file: str, log: ProblemLog, prefix: str = ""
) -> None:
    for key in sorted(keys.required - flat.keys()):
        log.add(file, prefix + key, "the text is missing", "Write it")
    for key in flat:
        if not keys.allows(key):
            remedy = "Remove it or correct the key"
            log.add(file, prefix + key, "nothing uses this text (left over)", remedy)


def _keys_of(name: str, shelf: Shelf) -> KeySet:
    kind = next(kind for kind in shelf.kinds_of(name) if kind != "source")
    return evidence_keys(kind, shelf.records[kind, name])


def _needs_words(names: Iterable[str], shelf: Shelf) -> bool:
    return any(_keys_of(name, shelf).required for name in names)


def _strangers(by_id: Mapping[str, object], file: str, shelf: Shelf, log: ProblemLog) -> None:
    for name in by_id:
        known = any(kind != "source" for kind in shelf.kinds_of(name))
        if not known and name not in shelf.broken and not shelf.unread:
            what = "nothing uses this text (left over): the evidence has no such id"
            log.add(file, name or "(top level)", what, "Remove it or correct the id")
