"""A signature by a card (PKCS#11), whose module runs in a process of its own.

A module that hangs is given up after a time, one that crashes takes only its own process down: the
visit stays open.  The PIN is asked for each time and passed on, never kept.
"""

from __future__ import annotations

import base64
import json
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any

from cryptography import x509
from pyhanko.sign.signers import Signer
from pyhanko_certvalidator.registry import SimpleCertificateStore

from sdm_aid.documents.seal.approval import Approval
from sdm_aid.documents.seal.canonical import canonical
from sdm_aid.documents.seal.own_key import check_own
from sdm_aid.documents.seal.signature import for_pyhanko

FINDING, ASKING = 20.0, 90.0
"""Seconds for looking for cards, and for a PIN or signature: a PIN may be typed at the reader."""
LEAVING = 2.0


class CardTrouble(Enum):
    """Why there is no signature by the card."""

    MODULE_GONE = "module-gone"
    """There is no such file."""
    MODULE = "module"
    """The file cannot be loaded as a module for cards."""
    STOPPED = "stopped"
    """The module crashed."""
    SILENT = "silent"
    """The module does not answer."""
    NO_CARD = "no-card"
    NO_CERTIFICATE = "no-certificate"
    """The card shows no certificate."""
    NO_KEY = "no-key"
    """The card has no key that belongs to the certificate."""
    PIN = "pin"
    LOCKED = "locked"
    CANCELLED = "cancelled"
    """Somebody pressed cancel on the reader."""
    CARD = "card"
    """The card refused for another reason."""


class CardProblem(Exception):
    """The card did not sign; `left`: what it says of tries left ("none", "one", "few" or "")."""

    def __init__(self, trouble: CardTrouble, left: str = "") -> None:
        super().__init__(trouble.value)
        self.trouble, self.left = trouble, left


@dataclass(frozen=True, slots=True)
class CardCertificate:
    """A certificate on a card, as much as is needed to find it again."""

    certificate: x509.Certificate
    number: str
    """What it shares with its key, in base 64."""
    label: str
    card: str
    serial: str
    pinpad: bool
    """The PIN is typed at the reader, not here."""


def find(module: Path, patience: float = FINDING) -> tuple[CardCertificate, ...]:
    """The certificates on all cards that are in their readers; authorities' own are left out.

    Raises CardProblem.
    """
    with _Process(module) as process:
        answer = process.ask({"do": "find"}, patience)
    found = [_read(each) for each in answer["certificates"]]
    return tuple(each for each in found if each is not None)


class Card:
    """A card that was opened with its PIN; to be used in a ``with`` statement.

    Raises CardProblem, and what ``own_key.check_own`` raises where the certificate will not do.
    """

    def __init__(self, module: Path, chosen: CardCertificate, pin: str, now: datetime) -> None:
        check_own(chosen.certificate, now)
        self._chosen = chosen
        self._process = _Process(module)
        request = {"do": "open", "id": chosen.number, "card": chosen.card, "pin": pin}
        try:
            self._process.ask({**request, "serial": chosen.serial}, ASKING)
        except CardProblem:
            self._process.end()
            raise

    def __enter__(self) -> Card:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.end()

    def approval(self, reason: str) -> Approval:
        """What signs a plan with this card."""
        return Approval(self._chosen.certificate, _CardSigner(self._chosen, self), reason)

    def sign(self, data: bytes) -> bytes:
        """The signature over data, by SHA-256; raises CardProblem."""
        request = {"do": "sign", "data": base64.b64encode(data).decode("ascii")}
        return base64.b64decode(self._process.ask(request, ASKING)["signature"])


class _CardSigner(Signer):
    """Lets pyhanko sign through the other process."""

    def __init__(self, chosen: CardCertificate, card: Card) -> None:
        super().__init__(
            signing_cert=for_pyhanko(chosen.certificate),
            cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
            embed_roots=False,
        )
        self._card = card

    async def async_sign_raw(
        self, data: bytes, digest_algorithm: str, dry_run: bool = False
    ) -> bytes:
        """The raw signature over the signed attributes."""
        if dry_run or self.signing_cert is None:
            return bytes(512)
        return canonical(self._card.sign(data), self.signing_cert)


class _Process:
    """The other process, and one question at a time."""

    def __init__(self, module: Path) -> None:
        if not module.is_file():
            raise CardProblem(CardTrouble.MODULE_GONE)
        self._module = str(module)
        self._answers: SimpleQueue[str] = SimpleQueue()
        command = [sys.executable, "-P", "-m", "sdm_aid.documents.seal.card_process"]
        try:
            self._child = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="ascii",
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            raise CardProblem(CardTrouble.STOPPED) from None
        self._listener = threading.Thread(target=self._listen, name="card", daemon=True)
        self._listener.start()

    def __enter__(self) -> _Process:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end()

    def ask(self, request: dict[str, Any], patience: float) -> dict[str, Any]:
        """The answer to a request; raises CardProblem."""
        assert self._child.stdin is not None
        try:
            self._child.stdin.write(json.dumps({"module": self._module, **request}) + "\n")
            self._child.stdin.flush()
            line = self._answers.get(timeout=patience)
        except Empty:
            self._child.kill()
            raise CardProblem(CardTrouble.SILENT) from None
        except OSError:
            line = ""
        if not line:
            raise CardProblem(CardTrouble.STOPPED)
        answer: dict[str, Any] = json.loads(line)
        if "trouble" in answer:
            raise CardProblem(CardTrouble(answer["trouble"]), answer.get("left", ""))
        return answer

    def end(self) -> None:
        """Let the module take its leave of the card; where it hangs at that, end it."""
        assert self._child.stdin is not None
        with suppress(OSError):
            self._child.stdin.close()
        try:
            self._child.wait(LEAVING)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
        self._listener.join()
        if self._child.stdout is not None:
            self._child.stdout.close()

    def _listen(self) -> None:
        assert self._child.stdout is not None
        with suppress(OSError, ValueError):
            for line in self._child.stdout:
                self._answers.put(line)
        self._answers.put("")


def _read(found: dict[str, Any]) -> CardCertificate | None:
    """One certificate as the other process told it; None for one that signs nothing of ours."""
    try:
        certificate = x509.load_der_x509_certificate(base64.b64decode(found["der"]))
        basic = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
        if basic.ca:
            return None
    except x509.ExtensionNotFound:
        pass
    except ValueError:
        return None
    return CardCertificate(
        certificate,
        found["id"],
        found["label"],
        found["card"],
        found["serial"],
        found["pinpad"],
    )
