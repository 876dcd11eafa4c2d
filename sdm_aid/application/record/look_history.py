"""The history of a look again: each stored state against the one before, in words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from sdm_aid.domain.follow_up import FollowUp
from sdm_aid.i18n import _
from sdm_aid.records.trouble import DamagedRecord
from sdm_aid.wording.history_look import look_changes


def look_lines(bodies: Sequence[bytes], visit: str) -> Iterator[tuple[datetime, str, str]]:
    """When, who and what of a look again, oldest first.

    Raises:
        DamagedRecord: an entry is not of our form.
    """
    before: FollowUp | None = None
    for body in bodies:
        at, who, after = _read(body, visit)
        if before is None:
            yield at, who, _("The look again began")
        for words in look_changes(before, after):
            yield at, who, words
        before = after


def looks_of(bodies: Sequence[bytes], visit: str) -> tuple[FollowUp, ...]:
    """Every stored state of a look again, oldest first.

    Raises:
        DamagedRecord: an entry is not of our form.
    """
    return tuple(_read(body, visit)[2] for body in bodies)


def _read(body: bytes, visit: str) -> tuple[datetime, str, FollowUp]:
    try:
        said: dict[str, Any] = json.loads(body)
        found = said["what"]["value"]
        after = FollowUp.model_validate_json(json.dumps(found))
        return datetime.fromisoformat(said["at"]), str(said["who"]), after
    except (ValidationError, ValueError, KeyError, TypeError) as problem:
        raise DamagedRecord(f"follow_up {visit}") from problem
