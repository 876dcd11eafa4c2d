"""Reading questionnaires from their data files, with licence, published wording and rule.

The program's own lie in ``resources/measures``; a clinic puts the ones it holds a licence for into
``measures`` in the program's data folder. A file that cannot be used is named with field and
remedy, and everything else goes on without it. How such a file is written: ``docs/MEASURES.md``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sdm_aid.content.build import build
from sdm_aid.content.problem import ContentError, Problem, ProblemLog
from sdm_aid.content.toml_file import UnreadableFile, is_name, parse_toml, read_text
from sdm_aid.domain.measure import Asked, Measure
from sdm_aid.domain.measure_rule import rule_faults

FOLDER = "measures"
LARGEST = 1_000_000
"""Bytes of an instrument's file; a real one is far below."""


@dataclass(frozen=True)
class Offered:
    """The instruments that can be asked, and what is wrong with those that cannot."""

    measures: tuple[Measure, ...]
    problems: tuple[Problem, ...]


def load_measure(resources: Path, measure_id: str) -> Measure:
    """The instrument of this id.

    Raises:
        ContentError: the file is missing, damaged or incomplete, or its scoring rule does not
            hold together; every fault is named.
    """
    relative = f"{FOLDER}/{measure_id}.toml"
    log = ProblemLog()
    measure = None
    try:
        _not_too_large(resources / relative, relative)
        measure = build(
            Measure, parse_toml(read_text(resources, relative), relative), relative, log
        )
    except UnreadableFile as error:
        raise ContentError((error.problem,)) from error
    if measure is not None:
        for fault in rule_faults(measure):
            log.add(relative, fault.field, fault.what, fault.remedy)
        if measure.id != measure_id:
            what = f'the id is "{measure.id}", the file is called "{measure_id}"'
            log.add(relative, "id", what, "Give both the same name")
    log.raise_if_any()
    if measure is None:
        raise AssertionError("a measure that was not built left no problem")
    return measure


def offered(resources: Path, home: Path, where: Asked) -> Offered:
    """What is asked at ``where``: the program's own first, then the clinic's by file name."""
    log = ProblemLog()
    own = tuple(_read(resources, log))
    taken = {measure.id for measure in own}
    clinic = tuple(_clinics(home, taken, log))
    fit = tuple(measure for measure in (*own, *clinic) if where in measure.asked)
    return Offered(fit, tuple(log))


def digest(measure: Measure) -> str:
    """SHA-256, hex: names this wording and this rule and no other."""
    form = {"form": "sdm-aid-measure/1", "measure": measure.model_dump(mode="json")}
    canonical = json.dumps(form, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def _read(root: Path, log: ProblemLog) -> Iterator[Measure]:
    for name in _names(root, log):
        try:
            yield load_measure(root, name)
        except ContentError as error:
            log.found.extend(error.problems)


def _clinics(home: Path, taken: set[str], log: ProblemLog) -> Iterator[Measure]:
    for measure in _read(home, log):
        file = f"{FOLDER}/{measure.id}.toml"
        if measure.id in taken:
            what = f'the program has an instrument "{measure.id}" of its own'
            log.add(file, "id", what, "Give the file and its id another name")
        elif measure.permission is None:
            what = "the file does not say by what permission this clinic uses the instrument"
            log.add(file, "permission", what, "Write who gave it, to whom, and until when")
        else:
            yield measure


def _names(root: Path, log: ProblemLog) -> list[str]:
    try:
        files = sorted((root / FOLDER).glob("*.toml"))
    except OSError as error:
        what = f"the folder cannot be read ({error.strerror or type(error).__name__})"
        log.add(FOLDER, "", what, "Check the folder and its permissions")
        return []
    for file in files:
        if not is_name(file.stem):
            what = "the file's name is not an id"
            remedy = "Use small letters, digits and hyphens, for example my-scale.toml"
            log.add(f"{FOLDER}/{file.name}", "", what, remedy)
    return [file.stem for file in files if is_name(file.stem)]


def _not_too_large(path: Path, relative: str) -> None:
    try:
        size = path.stat().st_size
    except OSError:
        return  # reading it says what is wrong
    if size > LARGEST:
        what = "the file is far larger than a questionnaire"
        raise UnreadableFile(Problem(relative, "", what, "Put the right file there"))
