"""What is read of the content that comes with the program, once in each process of the tests."""

from __future__ import annotations

import os
import pickle
from functools import cache
from pathlib import Path

from filelock import FileLock

from sdm_aid.content import check as checks
from sdm_aid.content import index, load
from sdm_aid.content.check.model import Finding
from sdm_aid.content.problem import ContentError
from sdm_aid.domain.library import DecisionContent
from sdm_aid.paths import resources_dir

SHARED = "SDM_AID_TESTS_SHARED"
"""Names the folder of one run of the tests, where its processes share what takes long."""


def loaded(name: str, language: str = "en") -> DecisionContent:
    """One decision, or the reason why it cannot be had in this language."""
    outcome = _outcome(name, language)
    if isinstance(outcome, ContentError):
        raise outcome
    return outcome


@cache
def _outcome(name: str, language: str) -> DecisionContent | ContentError:
    try:
        return load.load_decision(resources_dir(), name, language)
    except ContentError as error:
        return ContentError(error.problems)


@cache
def findings(name: str) -> tuple[Finding, ...]:
    """What the content check says of one decision; worked out once for all processes of a run."""
    shared = os.environ.get(SHARED)
    if shared is None:
        return checks.check(resources_dir(), name)
    kept = Path(shared, f"{name}.pickle")
    with FileLock(f"{kept}.lock"):
        if not kept.exists():
            kept.write_bytes(pickle.dumps(checks.check(resources_dir(), name)))
        found: tuple[Finding, ...] = pickle.loads(kept.read_bytes())
    return found


_list_of = index.list_decisions


@cache
def entries(language: str) -> tuple[index.DecisionEntry, ...]:
    """The list of all decisions."""
    return _list_of(resources_dir(), language)


def list_decisions(resources: Path, language: str) -> tuple[index.DecisionEntry, ...]:
    """As the list's own, for tests whose subject is what is made of it."""
    return entries(language) if resources == resources_dir() else _list_of(resources, language)


def check(resources: Path, name: str) -> tuple[Finding, ...]:
    """As the content check's own, for such tests."""
    return findings(name) if resources == resources_dir() else checks.check(resources, name)


def load_decision(resources: Path, name: str, language: str) -> DecisionContent:
    """As the loader's own, for such tests."""
    known = resources == resources_dir()
    return loaded(name, language) if known else load.load_decision(resources, name, language)
