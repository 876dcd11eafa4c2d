"""What the check of a sealed plan found, without any of the machinery that finds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, IntEnum

from sdm_aid.i18n import _


class Status(IntEnum):
    """Verdict on a file; the number is the exit code of the command."""

    INTACT = 0
    CHANGED = 1
    NOT_OURS = 2
    UNVERIFIED = 3


class Reason(Enum):
    """What led to the verdict."""

    SEALED = "sealed"
    UNKNOWN_KEY = "unknown-key"
    BYTES_CHANGED = "bytes-changed"
    CONTENT_ADDED = "content-added"
    SEAL_BROKEN = "seal-broken"
    SEAL_REMOVED = "seal-removed"
    DAMAGED = "damaged"
    EMPTY = "empty"
    NO_PDF = "no-pdf"
    LOCKED = "locked"
    FOREIGN = "foreign"
    UNSEALED_PAPER = "unsealed-paper"


class Change(Enum):
    """What happened to what one signature covers."""

    NONE = "none"
    ALTERED = "altered"
    ADDED = "added"
    BROKEN = "broken"


class Coverage(Enum):
    """How much of the file one signature covers."""

    WHOLE_FILE = "whole-file"
    EARLIER_VERSION = "earlier-version"
    PART = "part"


@dataclass(frozen=True, slots=True)
class SignatureFinding:
    """One signature: who by its certificate, when by its own word, and what it still says."""

    field: str
    signer: str
    claimed_at: datetime | None
    trusted: bool
    coverage: Coverage
    change: Change


@dataclass(frozen=True, slots=True)
class Verdict:
    """Status, its reason, every signature, and the visit that was attached at sealing.

    `visit` is None unless a signature still vouches for it; with status UNVERIFIED anyone may have
    made it.
    """

    status: Status
    reason: Reason
    signatures: tuple[SignatureFinding, ...] = ()
    visit: bytes | None = None

    @property
    def sentence(self) -> str:
        """The verdict in one plain sentence, in the language of the program."""
        return _sentences()[self.reason]


def as_json(verdict: Verdict) -> dict[str, object]:
    """The verdict as plain values for a machine; the visit itself is left out."""
    return {
        "status": verdict.status.name.lower().replace("_", "-"),
        "exit_code": int(verdict.status),
        "reason": verdict.reason.value,
        "sentence": verdict.sentence,
        "visit_attached": verdict.visit is not None,
        "signatures": [
            {
                "field": each.field,
                "signer": each.signer,
                "claimed_at": each.claimed_at.isoformat() if each.claimed_at else None,
                "trusted": each.trusted,
                "coverage": each.coverage.value,
                "change": each.change.value,
            }
            for each in verdict.signatures
        ],
    }


def _sentences() -> dict[Reason, str]:
    return {
        Reason.SEALED: _(
            "Intact: nothing in this plan has changed since a clinic you trust sealed it."
        ),
        Reason.UNKNOWN_KEY: _(
            "Unverified: this plan is sealed with a key that this computer does not know, and"
            " anyone can make such a file."
        ),
        Reason.BYTES_CHANGED: _(
            "Changed: the contents of this plan were altered after it was sealed."
        ),
        Reason.CONTENT_ADDED: _(
            "Changed: something was added to this plan, or taken out of it, after it was sealed."
        ),
        Reason.SEAL_BROKEN: _("Changed: the seal on this plan is damaged and proves nothing."),
        Reason.SEAL_REMOVED: _(
            "Changed: this is one of our plans, but its seal has been taken off."
        ),
        Reason.DAMAGED: _(
            "Broken: this was one of our plans, but the file is damaged or cut short."
        ),
        Reason.EMPTY: _("Not one of our plans: the file is empty."),
        Reason.NO_PDF: _("Not one of our plans: the file is not a PDF that can be read."),
        Reason.LOCKED: _(
            "Not one of our plans: the file is locked with a password, which our plans never are."
        ),
        Reason.FOREIGN: _("Not one of our plans: this is a PDF from somewhere else."),
        Reason.UNSEALED_PAPER: _(
            "Not one of our plans: this paper says it came from this program, but it carries no"
            " seal, so nothing in it can be relied on."
        ),
    }
