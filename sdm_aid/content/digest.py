"""The fingerprint of everything a decision refers to, in one language."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from sdm_aid.domain.check_first import CheckFirst
from sdm_aid.domain.costs import PublishedCost
from sdm_aid.domain.decision import Decision
from sdm_aid.domain.evidence import Estimate, Fact, Position, Source
from sdm_aid.domain.treatment import Treatment

_FORM = "sdm-aid-content/1"


def content_digest(
    *,
    language: str,
    decision: Decision,
    treatments: Mapping[str, Treatment],
    estimates: Mapping[str, Estimate],
    facts: Mapping[str, Fact],
    positions: Mapping[str, Position],
    sources: Mapping[str, Source],
    text: Mapping[str, str],
    check_first: CheckFirst | None = None,
    costs: Mapping[str, PublishedCost] | None = None,
) -> str:
    """SHA-256 (hex) over a canonical JSON form (sorted keys, no spaces, UTF-8).

    Any value or word changes it. Order and white space of the files do not, nor does the name of
    the evidence file a record lies in; the order of options, rows and cells does, because it is
    what people see.
    """
    form: dict[str, Any] = {
        "form": _FORM,
        "language": language,
        "decision": _plain(decision),
        "treatments": {name: _plain(item) for name, item in treatments.items()},
        "estimates": {name: _plain(item) for name, item in estimates.items()},
        "facts": {name: _plain(item) for name, item in facts.items()},
        "positions": {name: _plain(item) for name, item in positions.items()},
        "sources": {name: _plain(item) for name, item in sources.items()},
        "text": dict(text),
    }
    if check_first is not None and check_first != CheckFirst():
        form["check_first"] = _plain(check_first)
    if costs:
        form["costs"] = {name: _plain(item) for name, item in costs.items()}
    canonical = json.dumps(form, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def _plain(record: BaseModel) -> dict[str, Any]:
    return record.model_dump(mode="json", exclude={"evidence_files"})
