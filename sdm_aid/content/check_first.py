"""Reading ``resources/check_first`` and its prose; every fault noted, an absent folder is empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sdm_aid.content.build import build
from sdm_aid.content.problem import ProblemLog
from sdm_aid.content.prose import flatten
from sdm_aid.content.text_keys import KeySet
from sdm_aid.content.toml_file import UnreadableFile, is_name, read_toml
from sdm_aid.domain.check_first import NONE, CheckFirst

FOLDER = "check_first"
PREFIX = "check_first."
_PARTS = (
    "questions",
    "contradictions",
    "topics",
    "places",
    "medicines",
    "x_rays",
    "rules",
)
_TIMES = ("high", "intermediate", "low", "restart")

Origin = dict[str, tuple[str, str]]


def read_check_first(resources: Path, log: ProblemLog) -> CheckFirst:
    """All questions, topics and rules of the folder, joined; rule files by name."""
    names = _files(resources / FOLDER)
    table: dict[str, Any] = {}
    for name in names:
        file = f"{FOLDER}/{name}.toml"
        try:
            found = read_toml(resources, file)
        except UnreadableFile as error:
            log.found.append(error.problem)
            return CheckFirst()
        for part, value in found.items():
            if part not in _PARTS or not isinstance(value, list):
                log.add(file, part, "there is no such list", f"Use one of: {', '.join(_PARTS)}")
            else:
                table.setdefault(part, []).extend(value)
    made = build(CheckFirst, table, FOLDER, log)
    if made is None:
        return CheckFirst()
    return made if not _note_strangers(made, resources, log) else CheckFirst()


def read_check_first_words(
    resources: Path, language: str, whole: CheckFirst, log: ProblemLog
) -> tuple[dict[str, str], Origin]:
    """Its prose under full keys, and where each stands; gaps and leftovers noted."""
    text: dict[str, str] = {}
    origin: Origin = {}
    folder = f"text/{language}/{FOLDER}"
    if not whole.questions and not whole.rules:
        return text, origin
    for name in _files(resources / folder):
        file = f"{folder}/{name}.toml"
        try:
            flat = flatten(read_toml(resources, file), file, log)
        except UnreadableFile as error:
            log.found.append(error.problem)
            return {}, {}
        for key, words in flat.items():
            text[PREFIX + key] = words
            origin[PREFIX + key] = (file, key)
    keys = _keys(whole)
    for key in sorted(keys.required - {name.removeprefix(PREFIX) for name in text}):
        log.add(folder, key, "the text is missing", "Write it")
    for file, key in origin.values():
        if not keys.allows(key):
            log.add(file, key, "nothing uses this text (left over)", "Remove it or correct the key")
    return text, origin


def words_of(seen: CheckFirst, text: Mapping[str, str]) -> dict[str, str]:
    """The part of ``text`` that belongs to what is ``seen`` in one decision."""
    keys = _keys(seen)
    return {name: words for name, words in text.items() if keys.allows(name.removeprefix(PREFIX))}


def _files(folder: Path) -> list[str]:
    try:
        return sorted(path.stem for path in folder.glob("*.toml") if is_name(path.stem))
    except OSError:
        return []


def _keys(whole: CheckFirst) -> KeySet:
    required = {f"contradictions.{one.id}" for one in whole.contradictions}
    required |= {f"places.{one.id}" for one in whole.places}
    for question in whole.questions:
        required.add(f"questions.{question.id}.ask")
        required |= {f"questions.{question.id}.choices.{one.id}" for one in question.choices}
    for topic in whole.topics:
        required |= {f"topics.{topic.id}.name", f"topics.{topic.id}.why"}
    optional = set()
    for rule in whole.rules:
        required |= {f"rules.{rule.id}.about", f"rules.{rule.id}.statement"}
        if rule.check_original:
            required.add(f"rules.{rule.id}.check")
        optional.add(f"rules.{rule.id}.note")
        optional |= {f"rules.{rule.id}.timing.{end}" for end in _TIMES}
    return KeySet(frozenset(required), frozenset(optional))


def _note_strangers(whole: CheckFirst, resources: Path, log: ProblemLog) -> bool:
    """Note names that nothing answers to; whether there were any."""
    before = len(log.found)
    places = {one.id for one in whole.places}
    topics = {fact for one in whole.topics for fact in one.facts}
    said = {fact for one in whole.questions for choice in one.choices for fact in choice.facts}
    for rule in whole.rules:
        _unknown(log, f"rules {rule.id} touches", rule.touches, places, "no such place")
        _unknown(log, f"rules {rule.id} facts", rule.facts, said, "no answer says this fact")
    for question in whole.questions:
        where = f"questions {question.id}"
        for choice in question.choices:
            _unknown(log, f"{where} {choice.id} facts", choice.facts, topics, "it has no topic")
            _unknown(log, f"{where} {choice.id} takes", choice.takes, places, "no such place")
    for one in whole.contradictions:
        parts = [answer for part in one.alternatives() for answer in part]
        _unknown(log, f"contradictions {one.id}", parts, set(_answers(whole)), "no such answer")
    named = {column.treatment for one in whole.places for column in one.columns}
    named |= {*whole.medicines, *whole.x_rays}
    # asked one by one: the folder may hold thousands, and every opening comes by here
    there = {name for name in named if (resources / "treatments" / f"{name}.toml").is_file()}
    _unknown(log, "places columns", sorted(named), there, "there is no such treatment")
    return len(log.found) > before


def _answers(whole: CheckFirst) -> Iterator[str]:
    for question in whole.questions:
        yield f"{question.id}.{NONE}"
        for choice in question.choices:
            yield f"{question.id}.{choice.id}"


def _unknown(log: ProblemLog, where: str, names: Iterable[str], known: set[str], what: str) -> None:
    for name in names:
        if name not in known:
            log.add(FOLDER, f"{where} {name}"[:200], what, "Correct the name, or add it")
