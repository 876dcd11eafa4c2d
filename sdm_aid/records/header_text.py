"""The text of a vault header: JSON with a checksum. Free of cryptography.

The first screen of a start shows the clinic and its users' names before anything is unlocked, so
this much can be read without the libraries that opening needs.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from sdm_aid.records.trouble import DamagedHeader, NewerRecord

FORMAT = "sdm-aid.vault/1"
RECOVERY = "recovery"
"""The id of the slot that the printed key opens."""


def parsed(data: bytes) -> dict[str, Any]:
    """The fields of a header whose checksum holds; who wrote it is not known yet.

    Raises:
        DamagedHeader: not a header of ours, or changed bytes.
        NewerRecord: a format this program does not know.
    """
    try:
        body = json.loads(data)
        claimed = body.pop("sha256")
        form = body["format"]
        holds = claimed == checksum(body)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise DamagedHeader("not a header of ours") from problem
    # every later format keeps this checksum, so that damage is not taken for a newer version
    if not isinstance(form, str) or not holds:
        raise DamagedHeader("checksum of the header")
    if form != FORMAT:
        if form.startswith("sdm-aid.vault/"):
            raise NewerRecord(form)
        raise DamagedHeader("not a header of ours")
    body["sha256"] = claimed
    return dict(body)


def canonical(body: dict[str, Any]) -> bytes:
    """The bytes that checksum and keyed hash are made over."""
    kept = {name: value for name, value in body.items() if name != "sha256"}
    return json.dumps(kept, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def checksum(body: dict[str, Any]) -> str:
    """Tells damage, not forgery."""
    return hashlib.sha256(canonical(body)).hexdigest()
