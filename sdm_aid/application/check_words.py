"""A verdict in plain words: the same for the screen, the command and the machine-readable form."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from sdm_aid.documents.seal.verdict import (
    Change,
    Coverage,
    Reason,
    Role,
    Status,
    Trace,
    Trust,
    Verdict,
)
from sdm_aid.i18n import _, formats

if TYPE_CHECKING:
    from sdm_aid.documents.seal.certificates import CertificateFacts
    from sdm_aid.documents.seal.verdict import SignatureFinding

Tone = Literal["good", "care", "bad"]
"""Good: rely on it. Care: something is open. Bad: do not rely on it."""

_TONES: dict[Status, Tone] = {
    Status.INTACT: "good",
    Status.CHANGED: "bad",
    Status.NOT_OURS: "care",
    Status.UNVERIFIED: "care",
}


@dataclass(frozen=True, slots=True)
class SignatureWords:
    """One signature as it is shown; ``certificate``: whose, how long, its fingerprint."""

    tone: Tone
    title: str
    who: str
    covers: str
    state: tuple[str, ...]
    certificate: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """All below the title."""
        return (self.who, self.covers, *self.state, *self.certificate)


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """The whole verdict. ``changes``: what kind of change; ``further``: what to do next."""

    tone: Tone
    sentence: str
    changes: tuple[str, ...]
    signatures: tuple[SignatureWords, ...]
    further: tuple[str, ...]


def verdict_words(verdict: Verdict) -> VerdictWords:
    """The verdict for people."""
    changes = tuple(_trace_words()[trace] for trace in verdict.traces)
    signatures = tuple(signature_words(found) for found in verdict.signatures)
    approvals = tuple(
        _approval_line(found)
        for found in verdict.signatures
        if found.role is Role.APPROVAL and verdict.status is not Status.CHANGED
    )
    tone = _TONES[verdict.status]
    return VerdictWords(
        tone, verdict.sentence, (*changes, *approvals), signatures, _further(verdict)
    )


def signature_words(found: SignatureFinding) -> SignatureWords:
    """One signature for people."""
    tone: Tone = "good" if found.trusted and found.change is Change.NONE else "care"
    if found.change is not Change.NONE or found.role is Role.FURTHER:
        tone = "bad"
    return SignatureWords(
        tone,
        _title(found.role),
        _who(found),
        _covers(found),
        _state(found),
        () if found.facts is None else facts_lines(found.facts),
    )


def as_json(verdict: Verdict) -> dict[str, Any]:
    """The verdict as plain values for a machine; the visit itself is left out."""
    words = verdict_words(verdict)
    return {
        "status": verdict.status.name.lower().replace("_", "-"),
        "exit_code": int(verdict.status),
        "reason": verdict.reason.value,
        "changes": [trace.value for trace in verdict.traces],
        "sentence": verdict.sentence,
        "words": [*words.changes, *words.further],
        "visit_attached": verdict.visit is not None,
        "signatures": [_signature_json(found) for found in verdict.signatures],
    }


def facts_lines(held: CertificateFacts) -> tuple[str, ...]:
    """A certificate for people who compare it by telephone."""
    lines = [
        _("Certificate of {name}, valid from {begins} to {ends}.").format(
            name=_named(held), begins=_day(held.begins), ends=_day(held.ends)
        )
    ]
    if held.by and held.by != held.name:
        lines.append(_("Issued by {name}.").format(name=held.by))
    lines.append(_("Fingerprint (SHA-256): {digits}").format(digits=held.fingerprint))
    return tuple(lines)


def _named(held: CertificateFacts) -> str:
    """The organisation, and the person unless that is the organisation once more."""
    if not held.name:
        return _("nobody it names")
    if held.person.startswith(held.name):
        return held.name
    return f"{held.person}, {held.name}"


def _signature_json(found: SignatureFinding) -> dict[str, Any]:
    return {
        "field": found.field,
        "role": found.role.value,
        "signer": found.signer,
        "claimed_at": found.claimed_at.isoformat() if found.claimed_at else None,
        "time_stamp": _plain(asdict(found.stamp)) if found.stamp is not None else None,
        "trusted": found.trusted,
        "trust": found.trust.value,
        "coverage": found.coverage.value,
        "change": found.change.value,
        "changes": [trace.value for trace in found.traces],
        "certificate": _plain(asdict(found.facts)) if found.facts is not None else None,
        "title": _title(found.role),
        "words": list(signature_words(found).lines),
    }


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in values.items()
    }


def _title(role: Role) -> str:
    return {
        Role.SEAL: _("The clinic’s seal"),
        Role.APPROVAL: _("The clinician’s own signature"),
        Role.FURTHER: _("Another signature"),
    }[role]


def _who(found: SignatureFinding) -> str:
    if found.certificate is None:
        return _("This signature cannot be read, so it does not say whose it is.")
    who = found.signer or _("somebody it does not name")
    if not found.stands:
        words = _("It names {who}, {when}.")
    elif found.trust is Trust.UNKNOWN:
        words = _("Signed by a key that calls itself {who}, {when}.")
    elif found.role is Role.SEAL:
        words = _("Sealed by {who}, {when}.")
    else:
        words = _("Signed by {who}, {when}.")
    return words.format(who=who, when=_when(found))


def _when(found: SignatureFinding) -> str:
    stamp = found.stamp
    if stamp is not None:
        words = _("{when} by the time stamp of {server}")
        if not stamp.trusted:
            words = _("{when} by the time stamp of {server}, which this computer does not know")
        return words.format(when=_moment(stamp.at), server=stamp.server or "?")
    if found.claimed_at is None:
        return _("at a time it does not state")
    return _("{when} by its own clock").format(when=_moment(found.claimed_at))


def _covers(found: SignatureFinding) -> str:
    return {
        Coverage.WHOLE_FILE: _("It covers the whole file."),
        Coverage.EARLIER_VERSION: _("It covers the file as it was at that moment."),
        Coverage.PART: _("It covers no whole version of the file."),
    }[found.coverage]


def _state(found: SignatureFinding) -> tuple[str, ...]:
    lines = [_trace_words()[trace] for trace in found.traces]
    if found.change is Change.NONE and not lines:
        lines.append(_("What it covers is unchanged."))
    elif found.change is Change.BROKEN:
        lines.append(_("The signature is damaged and proves nothing."))
    if found.certificate is None or not found.stands:
        return tuple(lines)
    if found.trust is Trust.UNKNOWN:
        lines.append(_("This computer does not know its certificate."))
    if found.trust is Trust.OUT_OF_TIME or not found.valid_then:
        lines.append(_("Its certificate was not valid at that moment."))
    lines.append(_("Whether the certificate was withdrawn cannot be looked up without a network."))
    return tuple(lines)


def _approval_line(found: SignatureFinding) -> str:
    who = found.signer or _("somebody it does not name")
    if found.trust is Trust.KNOWN:
        return _("Also signed by {who}.").format(who=who)
    if found.trust is Trust.OUT_OF_TIME or not found.valid_then:
        words = _("Also signed by {who}, whose certificate was not valid at that moment.")
    else:
        words = _("Also signed by {who}, whose certificate this computer does not know.")
    return words.format(who=who)


def _further(verdict: Verdict) -> tuple[str, ...]:
    if verdict.reason is Reason.UNKNOWN_KEY:
        return (
            _(
                "Ring the clinic under a number that you know from elsewhere. Let it check a plan "
                "of its own with this program and read out the fingerprint. Trust the clinic here "
                "only if it is the same as the one of this seal."
            ),
        )
    if verdict.reason is Reason.OUT_OF_TIME:
        return (_("Ask the clinic whether it sealed this plan, and when."),)
    if verdict.status is Status.CHANGED:
        lines = [_("Do not rely on this file. Ask the clinic for the plan as it keeps it.")]
        if verdict.visit is not None:
            lines.append(_("The visit as it was when sealed can still be opened from this file."))
        return tuple(lines)
    if verdict.status is Status.NOT_OURS:
        return (_("If this should be a plan of a clinic, ask the clinic for the file itself."),)
    return (_("The seal shows that the file is unchanged, not that all in it is right."),)


def _trace_words() -> dict[Trace, str]:
    return {
        Trace.BYTES: _("Bytes were changed inside what was sealed."),
        Trace.REWRITTEN: _("The file was written anew by another program."),
        Trace.PAGE_ADDED: _("A page was added."),
        Trace.PAGE_REMOVED: _("A page was removed."),
        Trace.PAGE_CHANGED: _("Something was drawn or written on a page, or taken off it."),
        Trace.NOTE_ADDED: _("A note was added or changed."),
        Trace.NOTE_REMOVED: _("A note or a link was removed."),
        Trace.FORM_FILLED: _("A form in it was filled in or changed."),
        Trace.VISIT_REPLACED: _("The attached visit was replaced or removed."),
        Trace.FILE_ATTACHED: _("An attached file was added, replaced or removed."),
        Trace.SIGNATURE_REMOVED: _("A signature was taken off."),
        Trace.SIGNED_AGAIN: _("It was signed once more by somebody."),
        Trace.AFTER_END: _("Something stands behind the end of the file."),
        Trace.SOMETHING: _("Something was changed; what it was cannot be told."),
    }


def _moment(moment: datetime) -> str:
    return formats.date_and_time(_here(moment))


def _day(moment: datetime) -> str:
    return formats.date_short(_here(moment).date())


def _here(moment: datetime) -> datetime:
    """The moment by the clock of this computer."""
    try:
        return moment.astimezone()
    except (OverflowError, ValueError, OSError):
        return moment  # the last second of the year 9999 means "no end" (RFC 5280, 4.1.2.5)
