"""The end of the plan: signatures, what the seal proves, which content it was held with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import get_args

from sdm_aid.documents.blocks import (
    Block,
    Columns,
    Heading,
    KeepTogether,
    Paragraph,
    Run,
    SealField,
    SignatureLine,
    Signatures,
    Stroke,
    TextRole,
)
from sdm_aid.documents.paper import (
    PaperInput,
    local,
    reviewed,
    said,
    standing,
    used_past_its_day,
)
from sdm_aid.documents.plan.own_signature import own_field
from sdm_aid.domain.signing import Signature
from sdm_aid.domain.terms import Party
from sdm_aid.i18n import _, formats
from sdm_aid.wording.parties import ink_words, party_words

_SHORT = 1000
"""Characters up to which what was said last stays with the signatures: a third of a page."""
_PARTIES: tuple[Party, ...] = get_args(Party)


def closing(paper: PaperInput, before: tuple[Block, ...]) -> tuple[Block, ...]:
    """Fields 13 to 16: the content, the signatures, what this paper is, what the seal proves.

    All of it stays on one page, with what was said ``before`` it if that is short, so that no
    signature stands on a page of its own.
    """
    apart = before if _length(before) > _SHORT else ()
    return (
        *apart,
        KeepTogether(
            (
                *(() if apart else before),
                Heading(2, _("About this paper, and signatures")),
                _about(paper),
                _signatures(paper),
                Columns((_statement(),), (_seal_field(paper), *own_field(paper))),
            )
        ),
    )


def _length(value: object) -> int:
    """Characters in blocks."""
    if isinstance(value, Run):
        return len(value.text)
    if isinstance(value, tuple):
        return sum(_length(part) for part in value)
    if is_dataclass(value):
        return sum(_length(getattr(value, field.name)) for field in fields(value))
    return 0


def _signatures(paper: PaperInput) -> Signatures:
    """A line for each who signed, in the order of the page to sign on, whoever came first."""
    state = paper.state
    every = sorted(state.signatures, key=lambda one: _PARTIES.index(one.party))
    lines = tuple(_line(signature) for signature in every)
    if not lines:
        lines = tuple(
            SignatureLine(name, role, _("not signed"), None, "")
            for name, role in (
                (state.patient.name or _("Patient"), _("patient")),
                (state.clinician.name or _("Clinician"), _("clinician")),
            )
        )
    return Signatures(lines)


def _line(signature: Signature) -> SignatureLine:
    at = formats.time_short(local(signature.at))
    return SignatureLine(
        name=signature.name,
        role=party_words(signature.party),
        method=_method(signature.method).format(time=at),
        strokes=_strokes(signature) or None,
        alt=ink_words(signature),
        note=tuple(_note(signature)),
    )


def _note(signature: Signature) -> Iterator[Run]:
    """Before which witness, why somebody else signs for the patient, why nobody did."""
    if signature.witness:
        yield Run(_("before a witness:") + " ")
        yield said(signature.witness)
    if signature.party == "representative":
        yield Run(_("signs for the patient as:") + " ")
        yield said(signature.relation or _("not stated"))
        yield Run(". " + _("Because:") + " ")
        yield said(signature.why or _("not stated"))
    elif signature.method == "declined" and signature.reason:
        yield Run(_("Reason given for not signing:") + " ")
        yield said(signature.reason)
    elif signature.method == "declined":
        yield Run(_("No reason was given for not signing."))


def _strokes(signature: Signature) -> tuple[Stroke, ...]:
    return tuple(
        tuple((point.x, point.y, point.pressure) for point in stroke.points)
        for stroke in signature.strokes
    )


def _method(method: str) -> str:
    return {
        "drawn": _("signed on screen {time}"),
        "mark": _("made a mark {time}"),
        "aloud": _("agreed aloud {time}"),
        "declined": _("chose not to sign {time}"),
    }[method]


def _statement() -> Paragraph:
    signed = _("The signatures are for the whole of this plan, every page of it.")
    words = _(
        "This records a conversation. It is not by itself consent to a procedure, and it can be "
        "changed at any time. You may change your mind: tell the clinic."
    )
    return Paragraph((Run(f"{signed} "), Run(words)), TextRole.DETAIL)


def _seal_field(paper: PaperInput) -> SealField:
    """What the seal proves and what it does not, in two sentences."""
    shows = _(
        "The clinic’s seal shows any later change to this file, and proves which clinic’s key "
        "sealed it."
    )
    not_proved = _(
        "It does not prove who held the pen; the times are by the clinic computer’s own clock."
    )
    if paper.time_stamped:
        not_proved = _(
            "It does not prove who held the pen; a time-stamp server confirmed when it was sealed, "
            "the other times are by the clinic computer’s own clock."
        )
    return SealField((Run(f"{shows} {not_proved}"),), _("The clinic’s seal"))


def _about(paper: PaperInput) -> Paragraph:
    """Field 15: the content this visit was held with, the program, the copies."""
    decision, content, state = paper.content.decision, paper.content, paper.state
    review = _("compiled {compiled}, review due {due}, not to be used after {expires}").format(
        compiled=formats.date_short(decision.compiled),
        due=formats.date_short(decision.review_due),
        expires=formats.date_short(decision.expires),
    )
    # the hash first: it has no place to break, and would leave half a line empty
    rows: list[tuple[str, tuple[Run, ...]]] = [
        (_("Content hash (SHA-256)"), (Run(content.ref.digest),)),
        (_("Content"), (Run(f"{decision.id} {decision.version}; {review}"),)),
        *_signed_off(paper),
        *_out_of_date(paper),
        (_("Evidence to"), (Run(formats.date_short(decision.evidence_to)),)),
        (
            _("Sources of the numbers"),
            (Run(_("in the handout, and in the program under this content hash")),),
        ),
        (_("Funding"), (Run(content.words("funding")),)),
        *_begun_with(paper),
        *_follows(paper),
        (_("Made with"), (Run(paper.program),)),
        (_("Language"), (Run(content.ref.language),)),
        (_("Visit number"), (Run(state.visit_id),)),
        *_record(paper),
        (
            _("Copies"),
            (Run(_("One for the patient; the sealed file stays with the clinic.")),),
        ),
    ]
    runs: list[Run] = []
    for label, words in rows:
        runs += [Run(label + ": ", strong=True), *words, Run("  ")]
    return Paragraph(tuple(runs), TextRole.SMALL)


def _signed_off(paper: PaperInput) -> tuple[tuple[str, tuple[Run, ...]], ...]:
    """Who stands behind the content; that nobody does is said at the foot of every page."""
    return ((_("Review"), (Run(reviewed(paper)),)),) if standing(paper) else ()


def _out_of_date(paper: PaperInput) -> tuple[tuple[str, tuple[Run, ...]], ...]:
    past = used_past_its_day(paper)
    return ((_("Out of date"), past),) if past else ()


def _record(paper: PaperInput) -> tuple[tuple[str, tuple[Run, ...]], ...]:
    """The head of the record's journal: entries cut away later are noticed by it."""
    if paper.record is None:
        return ()
    words = _("entry {number}, {hash}").format(number=paper.record.seq, hash=paper.record.hash)
    return ((_("The clinic’s record stood at"), (Run(words),)),)


def _begun_with(paper: PaperInput) -> tuple[tuple[str, tuple[Run, ...]], ...]:
    """The content the visit was begun with, where the figures have changed since."""
    begun = paper.state.content
    if begun.digest == paper.content.ref.digest:
        return ()
    return ((_("Begun with older content"), (Run(f"{begun.version}, {begun.digest}"),)),)


def _follows(paper: PaperInput) -> tuple[tuple[str, tuple[Run, ...]], ...]:
    """The plan this one is a new version of, by its day and fingerprint."""
    follows = paper.state.follows
    if follows is None:
        return ()
    words = _("This plan follows the plan signed on {date}, fingerprint (SHA-256) {sha256}").format(
        date=formats.date_short(local(follows.sealed_at).date()), sha256=follows.sha256
    )
    return ((_("New version"), (Run(words),)),)
