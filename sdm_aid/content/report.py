"""The content check as text or JSON, with the exit code the command line gives."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from sdm_aid.content.check import UNREADABLE, check
from sdm_aid.content.check.model import Finding

CLEAN, FINDINGS, CANNOT_READ = 0, 1, 2


def run_check(resources: Path, decision: str | None, as_json: bool) -> tuple[str, int]:
    """The report on one decision or on all, and the exit code.

    0 nothing found, 1 errors, or warnings that nobody has waived, 2 some content cannot be read.
    """
    found = check(resources, decision)
    return (_json(found) if as_json else _text(found)), exit_code(found)


def exit_code(found: Sequence[Finding]) -> int:
    """The worst of what was found, as an exit code."""
    if any(finding.rule == UNREADABLE for finding in found):
        return CANNOT_READ
    return FINDINGS if found else CLEAN


def _json(found: Sequence[Finding]) -> str:
    form = {
        "errors": sum(finding.severity == "error" for finding in found),
        "warnings": sum(finding.severity == "warn" for finding in found),
        "findings": [asdict(finding) for finding in found],
    }
    return json.dumps(form, indent=2, ensure_ascii=False)


def _text(found: Sequence[Finding]) -> str:
    errors = sum(finding.severity == "error" for finding in found)
    lines = [str(finding) for finding in found]
    lines.append(f"{errors} errors, {len(found) - errors} warnings")
    return "\n".join(lines)
