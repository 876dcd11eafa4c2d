"""The clinician's own certificate: which one this computer was told of, and opening it for a plan.

A passphrase or PIN is asked for each time and kept nowhere.  A certificate is for a clinician
only: none ever signs in the patient's name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from sdm_aid.application.whole_file import save
from sdm_aid.i18n import _

if TYPE_CHECKING:
    from datetime import datetime

    from sdm_aid.documents.seal.approval import Approval
    from sdm_aid.documents.seal.card import CardCertificate

FILE_NAME = "own-signature.json"
LONGEST = 1000
"""Characters of a path that are kept."""
Kind = Literal["file", "card"]


class Habit(NamedTuple):
    """What this computer remembers from the last time; no secret is in it."""

    wanted: bool = False
    kind: Kind = "file"
    file: str = ""
    """The PKCS#12 file chosen last."""
    module: str = ""
    """The library that the card reader came with."""


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A certificate in a PKCS#12 file."""

    path: Path
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class OwnCard:
    """A certificate on a card; `pin` is empty where it is typed at the reader."""

    module: Path
    chosen: CardCertificate
    pin: str = field(repr=False)


OwnCertificate = OwnFile | OwnCard


class OwnSignatureProblem(Exception):
    """The clinician's certificate could not sign; `cause` says why.

    The visit and the clinic's seal have nothing to do with it: a plan can be sealed without.
    """

    def __init__(self, cause: Exception) -> None:
        super().__init__(str(cause))
        self.cause = cause


def habit(home: Path) -> Habit:
    """What was chosen last on this computer; where nothing usable is kept: nothing was."""
    try:
        found = json.loads((home / FILE_NAME).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Habit()
    if not isinstance(found, dict):
        return Habit()
    wanted, kind = found.get("wanted"), found.get("kind")
    return Habit(
        wanted if isinstance(wanted, bool) else False,
        "card" if kind == "card" else "file",
        _path(found.get("file")),
        _path(found.get("module")),
    )


def keep_habit(home: Path, chosen: Habit) -> None:
    """Remember it on this computer.

    Raises:
        OSError: the folder cannot be written; the former choice stands.
    """
    home.mkdir(parents=True, exist_ok=True)
    save(home / FILE_NAME, json.dumps(chosen._asdict(), ensure_ascii=False, indent=1).encode())


def cards_in(module: Path) -> tuple[CardCertificate, ...]:
    """The certificates on the cards that are in their readers; at least one.

    Raises:
        OwnSignatureProblem.
    """
    from sdm_aid.documents.seal.card import CardProblem, CardTrouble, find

    try:
        found = find(module)
    except CardProblem as problem:
        raise OwnSignatureProblem(problem) from problem
    if not found:
        raise OwnSignatureProblem(CardProblem(CardTrouble.NO_CERTIFICATE))
    return found


@contextmanager
def opened(own: OwnCertificate | None, now: datetime) -> Iterator[Approval | None]:
    """What signs after the clinic's seal, open as long as the block lasts; None for None.

    Raises:
        OwnSignatureProblem: here, or out of the block where the card fails while it signs.
    """
    from sdm_aid.documents.seal.card import Card, CardProblem
    from sdm_aid.documents.seal.keys import KeyProblem

    if own is None:
        yield None
        return
    reason = _("Signed by the clinician with a certificate of their own")
    with ExitStack() as stack:
        try:
            if isinstance(own, OwnFile):
                approval = _approval_of_file(own, now, reason)
            else:
                card = stack.enter_context(Card(own.module, own.chosen, own.pin, now))
                approval = card.approval(reason)
        except (CardProblem, KeyProblem) as problem:
            raise OwnSignatureProblem(problem) from problem
        try:
            yield approval
        except CardProblem as problem:
            raise OwnSignatureProblem(problem) from problem


def _path(found: object) -> str:
    return found if isinstance(found, str) and len(found) <= LONGEST else ""


def _approval_of_file(own: OwnFile, now: datetime, reason: str) -> Approval:
    from sdm_aid.documents.seal.approval import by_key
    from sdm_aid.documents.seal.own_key import LARGEST_FILE, read_pkcs12

    try:
        with own.path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as problem:
        raise OwnSignatureProblem(problem) from problem
    return by_key(read_pkcs12(data, own.passphrase, now), reason)
