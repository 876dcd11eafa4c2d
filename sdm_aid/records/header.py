"""The vault header: who can open the record, each with the data key wrapped for them."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from sdm_aid.records import keys
from sdm_aid.records.header_text import FORMAT, canonical, checksum, parsed
from sdm_aid.records.header_text import RECOVERY as RECOVERY
from sdm_aid.records.keys import USUAL_COST, Cost, Keys
from sdm_aid.records.trouble import DamagedHeader, UnknownUser


@dataclass(frozen=True, slots=True)
class Slot:
    """The data key wrapped for one user, or for the printed recovery key."""

    id: str
    name: str
    cost: Cost
    wrapped: bytes


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of the journal: its number (0: none) and its hash, 32 bytes."""

    seq: int = 0
    hash: bytes = bytes(32)


@dataclass(frozen=True, slots=True)
class Header:
    """All that stands outside the encryption: names of users, wrapped keys, the head last noted."""

    vault: str
    clinic: str
    made: str
    slots: tuple[Slot, ...]
    head: Head = Head()
    moved_to: str = ""
    """Where the record was moved to; the one here is no longer the clinic's."""

    def slot(self, user: str) -> Slot:
        """The slot with this id or name.

        Raises:
            UnknownUser: there is none.
        """
        for slot in self.slots:
            if user in (slot.id, slot.name):
                return slot
        raise UnknownUser(user)

    def with_slot(self, slot: Slot) -> Header:
        """The same with this slot in place of the one with its id, or added."""
        others = tuple(each for each in self.slots if each.id != slot.id)
        return replace(self, slots=(*others, slot))

    def without_slot(self, user: str) -> Header:
        """The same without the slot of this id."""
        return replace(self, slots=tuple(each for each in self.slots if each.id != user))


def make_slot(
    vault: str, user: str, name: str, data_key: bytes, secret: str, cost: Cost = USUAL_COST
) -> Slot:
    """Wrap the data key under a passphrase or the printed key, bound to vault, id and name."""
    wrapped = keys.wrap_under_passphrase(data_key, secret, _about(vault, user, name), cost)
    return Slot(user, name, cost, wrapped)


def open_slot(header: Header, user: str, secret: str) -> Keys:
    """The keys of the record.

    Raises:
        UnknownUser, WrongPassphrase, DamagedHeader.
    """
    slot = header.slot(user)
    about = _about(header.vault, slot.id, slot.name)
    return Keys(keys.unwrap_under_passphrase(slot.wrapped, secret, about, slot.cost))


def to_bytes(header: Header, with_keys: Keys) -> bytes:
    """The header as JSON, with a hash against damage and a keyed one against forgery."""
    body = _body(header)
    body["mac"] = _mac(body, with_keys)
    body["sha256"] = checksum(body)
    return json.dumps(body, ensure_ascii=False, indent=1, sort_keys=True).encode("utf-8")


def from_bytes(data: bytes) -> Header:
    """Read a header; whether it was forged is told by :func:`genuine` once it is open.

    Raises:
        DamagedHeader: not a header of ours, or changed bytes.
        NewerRecord: a format this program does not know.
    """
    body = parsed(data)
    try:
        slots = tuple(
            Slot(s["id"], s["name"], Cost(**s["cost"]), base64.b64decode(s["wrapped"]))
            for s in body["slots"]
        )
        head = Head(int(body["head"]["seq"]), bytes.fromhex(body["head"]["hash"]))
        return Header(
            body["vault"], body["clinic"], body["made"], slots, head, body.get("moved_to", "")
        )
    except (KeyError, TypeError, ValueError) as problem:
        raise DamagedHeader("fields of the header") from problem


def genuine(data: bytes, with_keys: Keys) -> bool:
    """Whether the header was written by somebody who could open the record."""
    body = parsed(data)
    body.pop("sha256", None)
    claimed = str(body.pop("mac", ""))
    return hmac.compare_digest(claimed, _mac(body, with_keys))


def _body(header: Header) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "vault": header.vault,
        "clinic": header.clinic,
        "made": header.made,
        "slots": [
            {
                "id": slot.id,
                "name": slot.name,
                "cost": asdict(slot.cost),
                "wrapped": base64.b64encode(slot.wrapped).decode(),
            }
            for slot in header.slots
        ],
        "head": {"seq": header.head.seq, "hash": header.head.hash.hex()},
        "moved_to": header.moved_to,
    }


def _about(vault: str, user: str, name: str) -> bytes:
    return json.dumps([FORMAT, vault, user, name], ensure_ascii=False).encode("utf-8")


def _mac(body: dict[str, Any], with_keys: Keys) -> str:
    return hmac.new(with_keys.chain, canonical(body), hashlib.sha256).hexdigest()
