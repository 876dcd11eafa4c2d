"""Published costs: those that belong to the treatments of a decision, with their words."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from sdm_aid.content.build import build
from sdm_aid.content.problem import ProblemLog
from sdm_aid.content.toml_file import UnreadableFile, read_toml
from sdm_aid.content.words import Words, read_prose
from sdm_aid.domain.costs import CostFile, PublishedCost
from sdm_aid.domain.twice import twice

FILE = "costs/published.toml"


def words_file(language: str) -> str:
    """Where the words of the costs stand."""
    return f"text/{language}/costs.toml"


def load_costs(resources: Path, language: str) -> tuple[dict[str, PublishedCost], dict[str, str]]:
    """All published costs by id, and their words under full keys.

    Raises:
        ContentError: something in either file is wrong; it carries every problem found.
    """
    log, words = ProblemLog(), Words()
    found = read_costs(resources, log)
    add_cost_words(words, resources, language, found.values(), found, log)
    log.raise_if_any()
    return found, words.text


def read_costs(resources: Path, log: ProblemLog) -> dict[str, PublishedCost]:
    """All published costs by id; content without such a file has none."""
    if not (resources / FILE).exists():
        return {}
    try:
        table = read_toml(resources, FILE)
    except UnreadableFile as error:
        log.found.append(error.problem)
        return {}
    file = build(CostFile, table, FILE, log)
    if file is None:
        return {}
    double = twice(cost.id for cost in file.cost)
    if double is not None:
        log.add(FILE, double, "the id stands twice", "Give each cost an id of its own")
    return {cost.id: cost for cost in file.cost}


def costs_in(
    every: Iterable[PublishedCost], decision: str, treatments: Collection[str]
) -> dict[str, PublishedCost]:
    """Those that belong to a treatment of this decision."""
    return {
        cost.id: cost
        for cost in every
        if any(cost.belongs_to(decision, treatment) for treatment in treatments)
    }


def take_costs(
    words: Words,
    resources: Path,
    language: str,
    decision: str,
    treatments: Collection[str],
    log: ProblemLog,
) -> dict[str, PublishedCost]:
    """The costs of a decision; their words go into ``words``, where it has any."""
    every = read_costs(resources, log)
    own = costs_in(every.values(), decision, treatments)
    if words.text:
        add_cost_words(words, resources, language, own.values(), every, log)
    return own


def add_cost_words(
    words: Words,
    resources: Path,
    language: str,
    wanted: Iterable[PublishedCost],
    every: Collection[str],
    log: ProblemLog,
) -> None:
    """Add the words of the costs wanted; each must have what its fields ask for, and no more."""
    if not every:
        return
    file = words_file(language)
    flat = read_prose(resources, file, log)
    if flat is None:
        return
    own: dict[str, dict[str, str]] = {}
    for key, prose in flat.items():
        name, _dot, end = key.rpartition(".")
        own.setdefault(name, {})[end] = prose
    for name in own.keys() - set(every):
        what = "nothing uses this text (left over): there is no such cost"
        log.add(file, name or "(top level)", what, "Remove it or correct the id")
    for cost in wanted:
        said = own.get(cost.id, {})
        _compare(cost, said, file, log)
        words.take({f"{cost.id}.{end}": prose for end, prose in said.items()}, file, "costs.")


def _compare(cost: PublishedCost, said: Collection[str], file: str, log: ProblemLog) -> None:
    lead = "" if cost.shown == "patient" else "drawer_"
    needed = {f"{lead}name", f"{lead}who"}
    needed |= {f"{lead}of_{one.of.replace('-', '_')}" for one in cost.amounts if one.of}
    allowed = needed | {"drawer_note"} | ({"note"} if cost.shown == "patient" else set())
    for end in sorted(needed - set(said)):
        log.add(file, f"{cost.id}.{end}", "the text is missing", "Write it")
    for end in sorted(set(said) - allowed):
        remedy = "Remove it or correct the key"
        log.add(file, f"{cost.id}.{end}", "nothing uses this text (left over)", remedy)
