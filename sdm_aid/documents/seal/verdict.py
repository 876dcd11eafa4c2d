"""What a check of a file found: a verdict, and what each signature still says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, IntEnum
from typing import TYPE_CHECKING

from sdm_aid.i18n import _

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

    from sdm_aid.documents.seal.certificates import CertificateFacts


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
    OUT_OF_TIME = "certificate-out-of-time"
    BYTES_CHANGED = "bytes-changed"
    REWRITTEN = "rewritten"
    CONTENT_ADDED = "content-added"
    AFTER_END = "after-the-end"
    SIGNED_AGAIN = "signed-again"
    SEAL_BROKEN = "seal-broken"
    OTHER_SEAL = "not-our-seal"
    SEAL_REMOVED = "seal-removed"
    APPROVAL_REMOVED = "approval-removed"
    CUT_OFF = "cut-off"
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


class Trace(Enum):
    """What kind of change a look at the file tells; SOMETHING where it cannot be told."""

    BYTES = "bytes-inside"
    REWRITTEN = "rewritten-by-another-program"
    PAGE_ADDED = "page-added"
    PAGE_REMOVED = "page-removed"
    PAGE_CHANGED = "page-changed"
    NOTE_ADDED = "note-added"
    NOTE_REMOVED = "note-removed"
    FORM_FILLED = "form-filled"
    VISIT_REPLACED = "visit-replaced"
    FILE_ATTACHED = "file-attached"
    SIGNATURE_REMOVED = "signature-removed"
    SIGNED_AGAIN = "signed-again"
    AFTER_END = "after-the-end"
    SOMETHING = "something"


class Coverage(Enum):
    """How much of the file one signature covers."""

    WHOLE_FILE = "whole-file"
    EARLIER_VERSION = "earlier-version"
    PART = "part"


class Role(Enum):
    """What a signature is to a plan of ours."""

    SEAL = "seal"
    """The clinic's certification."""
    APPROVAL = "approval"
    """The clinician's own, after the seal."""
    FURTHER = "further"
    """Whatever else somebody signed."""


class Trust(Enum):
    """What this computer knows of the certificate of a signature."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    OUT_OF_TIME = "out-of-time"
    """Known, but not valid at the moment of signing."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """The time stamp of a server: whose, when, and whether this computer trusts that server."""

    server: str
    at: datetime
    trusted: bool


@dataclass(frozen=True, slots=True)
class SignatureFinding:
    """One signature: who by its certificate, when by its own word, and what it still says.

    ``certificate`` and ``facts``, what it says, are None where the signature cannot be read;
    ``valid_then``: whether that moment lies within the certificate's time.
    """

    field: str
    role: Role
    signer: str
    claimed_at: datetime | None
    trust: Trust
    coverage: Coverage
    change: Change
    traces: tuple[Trace, ...] = ()
    certificate: Certificate | None = None
    facts: CertificateFacts | None = None
    valid_then: bool = True
    stamp: Stamp | None = None

    @property
    def trusted(self) -> bool:
        """Whether this computer knows the certificate, and it held at the moment of signing."""
        return self.trust is Trust.KNOWN

    @property
    def stands(self) -> bool:
        """Whether the signature vouches for the version it was made on, whatever came later."""
        return self.change in (Change.NONE, Change.ADDED)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Status, its reason, every signature, and the visit that was attached at sealing.

    `visit` is None unless a signature still vouches for it; with status UNVERIFIED anyone may have
    made it.  `sealed_size`: so many bytes from the start are the plan as it was sealed.
    """

    status: Status
    reason: Reason
    signatures: tuple[SignatureFinding, ...] = ()
    visit: bytes | None = None
    sealed_size: int | None = None

    @property
    def sentence(self) -> str:
        """The verdict in one plain sentence, in the language of the program."""
        return _sentences()[self.reason]

    @property
    def traces(self) -> tuple[Trace, ...]:
        """Every kind of change found, each once."""
        found = (trace for signature in self.signatures for trace in signature.traces)
        return tuple(dict.fromkeys(found))


def _sentences() -> dict[Reason, str]:
    return {**_sealed(), **_changed(), **_not_ours()}


def _sealed() -> dict[Reason, str]:
    return {
        Reason.SEALED: _(
            "Intact: nothing in this plan has changed since a clinic you trust sealed it."
        ),
        Reason.UNKNOWN_KEY: _(
            "Unverified: this plan is sealed with a key that this computer does not know, and"
            " anyone can make such a file."
        ),
        Reason.OUT_OF_TIME: _(
            "Unverified: this plan is sealed by a clinic you trust, but its certificate was not"
            " valid at the moment that the seal states."
        ),
    }


def _changed() -> dict[Reason, str]:
    return {
        Reason.BYTES_CHANGED: _(
            "Changed: the contents of this plan were altered after it was sealed."
        ),
        Reason.REWRITTEN: _(
            "Changed: another program wrote this plan anew after it was sealed, so the seal no"
            " longer vouches for anything in it."
        ),
        Reason.CONTENT_ADDED: _(
            "Changed: something was added to this plan, or taken out of it, after it was sealed."
        ),
        Reason.AFTER_END: _(
            "Changed: something was put behind the end of this plan after it was sealed."
        ),
        Reason.SIGNED_AGAIN: _(
            "Changed: somebody signed this plan once more after the clinic had finished it."
        ),
        Reason.SEAL_BROKEN: _("Changed: the seal on this plan is damaged and proves nothing."),
        Reason.OTHER_SEAL: _(
            "Changed: this plan is signed, but the first signature is not a clinic’s seal as this"
            " program makes it."
        ),
        Reason.SEAL_REMOVED: _(
            "Changed: this is one of our plans, but its seal has been taken off."
        ),
        Reason.APPROVAL_REMOVED: _(
            "Changed: the clinician’s own signature, for which this seal left room, has been taken"
            " off."
        ),
        Reason.CUT_OFF: _("Broken: this was one of our plans, but its end is missing."),
        Reason.DAMAGED: _("Broken: this was one of our plans, but the file is damaged."),
    }


def _not_ours() -> dict[Reason, str]:
    return {
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
