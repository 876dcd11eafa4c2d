"""The content check as text or JSON, with the exit code the command line gives."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from sdm_aid.content.check import UNREADABLE, check
from sdm_aid.content.check.model import Finding
from sdm_aid.content.index import DecisionEntry, list_decisions
from sdm_aid.content.ipdas import Answer, assess, counts
from sdm_aid.content.load import load_decision
from sdm_aid.content.problem import ContentError
from sdm_aid.content.schema import schemas, write_schemas
from sdm_aid.content.toml_file import UnreadableFile, read_toml
from sdm_aid.wording.about import self_assessed

CLEAN, FINDINGS, CANNOT_READ = 0, 1, 2


def run_check(resources: Path, decision: str | None, as_json: bool) -> tuple[str, int]:
    """The report on one decision or on all, and the exit code.

    0 no error, 1 errors, 2 some content cannot be read. Warnings wait for a named person of the
    clinic to waive them or for an author to mend them; they are listed and do not fail the check.
    """
    found = check(resources, decision)
    assessed = self_assessments(resources, decision)
    text = _json(found, assessed) if as_json else _text(found, assessed)
    return text, exit_code(found)


def exit_code(found: Sequence[Finding]) -> int:
    """The worst of what was found, as an exit code."""
    if any(finding.rule == UNREADABLE for finding in found):
        return CANNOT_READ
    return FINDINGS if any(finding.severity == "error" for finding in found) else CLEAN


def run_list(resources: Path, language: str, as_json: bool) -> tuple[str, int]:
    """Every decision with its version and state, and the exit code: 2 when one is unreadable."""
    entries = list_decisions(resources, language)
    code = CANNOT_READ if any(entry.problem for entry in entries) else CLEAN
    if as_json:
        return json.dumps([_entry(entry) for entry in entries], indent=2, ensure_ascii=False), code
    if not entries:
        return f"no decisions in {resources}", code
    return "\n".join(_entry_line(entry) for entry in entries), code


def run_schema(folder: Path | None, as_json: bool) -> tuple[str, int]:
    """The JSON schemas of the content files: written into ``folder``, or printed as one object.

    Raises:
        OSError: the folder cannot be written.
    """
    if folder is not None:
        return "\n".join(str(path) for path in write_schemas(folder)), CLEAN
    found = {name: json.loads(text) for name, text in schemas().items()}
    return json.dumps(found, indent=None if as_json else 2, ensure_ascii=False), CLEAN


def _entry(entry: DecisionEntry) -> dict[str, object]:
    return {
        "id": entry.id,
        "title": entry.title,
        "language": entry.language,
        "things": entry.things,
        "compiled": entry.compiled.isoformat() if entry.compiled else None,
        "review_due": entry.review_due.isoformat() if entry.review_due else None,
        "expires": entry.expires.isoformat() if entry.expires else None,
        "reviewed": entry.reviewed,
        "problem": str(entry.problem) if entry.problem else None,
    }


def _entry_line(entry: DecisionEntry) -> str:
    if entry.problem:
        return f"{entry.id}: unreadable: {entry.problem}"
    state = (
        "not yet reviewed by a clinician" if entry.reviewed == "not_reviewed" else entry.reviewed
    )
    return (
        f"{entry.id}: {entry.title}, {entry.things} things, compiled {entry.compiled}, "
        f"review due {entry.review_due}, {state}"
    )


def self_assessments(resources: Path, decision: str | None) -> dict[str, tuple[Answer, ...]]:
    """Decision to its 44 answers; content that cannot be read is left out (the check says why)."""
    names = [decision] if decision else [entry.id for entry in list_decisions(resources, "en")]
    found = {}
    for name in names:
        try:
            languages = read_toml(resources, f"decisions/{name}.toml").get("languages") or ["en"]
            found[name] = assess(load_decision(resources, name, str(languages[0])))
        except (ContentError, UnreadableFile):
            continue
    return found


def _json(found: Sequence[Finding], assessed: Mapping[str, Sequence[Answer]]) -> str:
    form = {
        "errors": sum(finding.severity == "error" for finding in found),
        "warnings": sum(finding.severity == "warn" for finding in found),
        "findings": [asdict(finding) for finding in found],
        "ipdasi": {name: _assessed(answers) for name, answers in assessed.items()},
    }
    return json.dumps(form, indent=2, ensure_ascii=False)


def _assessed(answers: Sequence[Answer]) -> dict[str, object]:
    evidenced, of = counts(answers)
    items = [
        {
            "id": answer.item.id,
            "official": answer.item.official or None,
            "asks": answer.item.asks,
            "result": answer.result,
            "reason": answer.reason,
        }
        for answer in answers
    ]
    return {"evidenced": evidenced, "of": of, "items": items}


def _text(found: Sequence[Finding], assessed: Mapping[str, Sequence[Answer]]) -> str:
    errors = sum(finding.severity == "error" for finding in found)
    lines = [str(finding) for finding in found]
    for name, answers in assessed.items():
        open_items = [a.item.id for a in answers if a.result == "needs_named_person"]
        not_met = [a.item.id for a in answers if a.result == "not_met"]
        line = f"{name}: {self_assessed(*counts(answers))}"
        line += f"; needs a named person's word: {', '.join(open_items)}" if open_items else ""
        lines.append(line + (f"; not met: {', '.join(not_met)}" if not_met else ""))
    lines.append(f"{errors} errors, {len(found) - errors} warnings")
    return "\n".join(lines)
