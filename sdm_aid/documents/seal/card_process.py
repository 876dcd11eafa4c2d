"""The process that loads a card's module: another maker's code, which may hang or crash.

It is started for one task by ``documents.seal.card`` and speaks JSON, a line a message: requests
come in by the standard input, answers go out by the standard output.  A PIN comes by that pipe
alone and is kept nowhere.  Nothing of the program but this file is loaded here.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import sys
from typing import IO, Any

import pkcs11
from pkcs11 import Attribute, KeyType, Mechanism, ObjectClass, PKCS11Error, TokenFlag
from pkcs11.util.ec import encode_ecdsa_signature

_SHA256 = bytes.fromhex("3031300d060960864801650304020105000420")
"""Head of a DigestInfo for SHA-256 (RFC 8017, 9.2, note 1)."""

Message = dict[str, Any]


class Told(Exception):
    """Something the other side has a sentence for."""

    def __init__(self, trouble: str, **more: str) -> None:
        super().__init__(trouble)
        self.message: Message = {"trouble": trouble, **more}


class Work:
    """One module, and after ``open`` one session on one card."""

    def __init__(self) -> None:
        self._lib: Any = None
        self._session: Any = None
        self._slot: Any = None
        self._key: Any = None
        self._pin: str | None = None

    def answer(self, request: Message) -> Message:
        """What to say to a request; raises Told and PKCS11Error."""
        task = request["do"]
        if task == "find":
            return self._find(request)
        if task == "open":
            return self._open(request)
        return {"signature": _text(self._sign(base64.b64decode(request["data"])))}

    def _find(self, request: Message) -> Message:
        found = []
        for slot in self._slots(request["module"]):
            try:
                token = slot.get_token()
                with token.open() as session:
                    certificates = _certificates(session)
            except PKCS11Error:
                continue  # a card of another kind, or one that is just being pulled out
            pinpad = bool(token.flags & TokenFlag.PROTECTED_AUTHENTICATION_PATH)
            for each in certificates:
                each.update(card=_plain(token.label), serial=_text(token.serial), pinpad=pinpad)
            found += certificates
        return {"certificates": found}

    def _open(self, request: Message) -> Message:
        self._slot = self._slot_of(request)
        token = self._slot.get_token()
        pinpad = bool(token.flags & TokenFlag.PROTECTED_AUTHENTICATION_PATH)
        self._pin = None if pinpad else str(request["pin"])
        try:
            self._session = token.open(user_pin=pkcs11.PROTECTED_AUTH if pinpad else self._pin)
        except (pkcs11.PinIncorrect, pkcs11.PinInvalid, pkcs11.PinLenRange):
            raise Told("pin", left=_left(self._slot)) from None
        except pkcs11.PinLocked:
            raise Told("locked") from None
        except pkcs11.FunctionCancelled:
            raise Told("cancelled") from None
        wanted = {Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.SIGN: True}
        keys = list(self._session.get_objects({**wanted, Attribute.ID: _bytes(request["id"])}))
        if not keys:
            raise Told("no-key")
        self._key = keys[0]
        return {"open": True}

    def _sign(self, data: bytes) -> bytes:
        digest = hashlib.sha256(data).digest()
        known = self._slot.get_mechanisms()
        more: Message = {}
        if self._pin is not None and _asks_each_time(self._key):
            more["pin"] = self._pin
        if self._key.key_type is KeyType.EC:
            raw = Mechanism.ECDSA in known
            mechanism = Mechanism.ECDSA if raw else Mechanism.ECDSA_SHA256
            made = self._key.sign(digest if raw else data, mechanism=mechanism, **more)
            return bytes(encode_ecdsa_signature(made))
        raw = Mechanism.RSA_PKCS in known
        mechanism = Mechanism.RSA_PKCS if raw else Mechanism.SHA256_RSA_PKCS
        return bytes(self._key.sign(_SHA256 + digest if raw else data, mechanism=mechanism, **more))

    def _slots(self, module: str) -> list[Any]:
        try:
            self._lib = pkcs11.lib(module)
        except (PKCS11Error, RuntimeError, OSError):
            raise Told("module") from None
        return list(self._lib.get_slots(token_present=True))

    def _slot_of(self, request: Message) -> Any:
        for slot in self._slots(request["module"]):
            try:
                token = slot.get_token()
            except PKCS11Error:
                continue
            if (_plain(token.label), _text(token.serial)) == (request["card"], request["serial"]):
                return slot
        raise Told("no-card")


def _certificates(session: Any) -> list[Message]:
    """Those that can be read without a PIN: bytes, label and the number they share with a key."""
    found = []
    for each in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}):
        try:
            value, number = each[Attribute.VALUE], each[Attribute.ID]
        except PKCS11Error:
            continue
        try:
            label = _plain(each[Attribute.LABEL])
        except PKCS11Error:
            label = ""
        found.append({"der": _text(value), "id": _text(number), "label": label})
    return found


def _left(slot: Any) -> str:
    """What the card says of the tries that are left: ``none``, ``one``, ``few`` or nothing."""
    try:
        flags = slot.get_token().flags
    except PKCS11Error:
        return ""
    for flag, word in (
        (TokenFlag.USER_PIN_LOCKED, "none"),
        (TokenFlag.USER_PIN_FINAL_TRY, "one"),
        (TokenFlag.USER_PIN_COUNT_LOW, "few"),
    ):
        if flags & flag:
            return word
    return ""


def _asks_each_time(key: Any) -> bool:
    """Whether the card wants its PIN again for every signature."""
    try:
        return bool(key[Attribute.ALWAYS_AUTHENTICATE])
    except PKCS11Error:
        return False


def _plain(text: Any) -> str:
    return str(text).strip("\0 ")


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text)


def serve(requests: IO[str], answers: IO[str]) -> None:
    """Answer one request after the other until there are no more."""
    work = Work()
    for line in requests:
        try:
            message = work.answer(json.loads(line))
        except Told as told:
            message = told.message
        except (pkcs11.DeviceRemoved, pkcs11.TokenNotPresent, pkcs11.TokenNotRecognised):
            message = {"trouble": "no-card"}
        except PKCS11Error as problem:
            message = {"trouble": "card", "what": type(problem).__name__}
        answers.write(json.dumps(message) + "\n")
        answers.flush()


def _own_output() -> IO[str]:
    """The pipe to the program, out of reach of a module that writes to the standard output."""
    pipe = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return os.fdopen(pipe, "w", encoding="ascii")


if __name__ == "__main__":
    serve(sys.stdin, _own_output())
