"""The keys of a record: one random data key, wrapped for each user under Argon2id.

From the data key others are derived (HKDF-SHA256, RFC 5869): for the database file, for the chain
of the journal, for wrapping the patients' keys, for what belongs to the clinic, for pseudonyms.
"""

from __future__ import annotations

import os
import secrets
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sdm_aid.records.trouble import DamagedHeader, WrongPassphrase

KEY_BYTES = 32
_NONCE = 12
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U, so that a printed key can be read aloud and typed."""
_LOOKALIKE = str.maketrans({"I": "1", "L": "1", "O": "0"})
RECOVERY_LETTERS = 32
"""160 random bits."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a passphrase costs: Argon2id (RFC 9106)."""

    iterations: int = 3
    lanes: int = 4
    memory_kib: int = 64 * 1024

    def plausible(self) -> bool:
        """Whether a header may ask for it: a damaged one must not eat the machine's memory."""
        return (
            0 < self.iterations <= 64
            and 0 < self.lanes <= 64
            and 8 * self.lanes <= self.memory_kib <= 4 * 1024 * 1024
        )


USUAL_COST = Cost()


def passphrase_key(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """The 32-byte key of a passphrase (composed form, so that it is the same on every keyboard).

    Raises:
        DamagedHeader: the cost is out of range.
    """
    if not cost.plausible():
        raise DamagedHeader("cost of the passphrase")
    derivation = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return derivation.derive(unicodedata.normalize("NFC", passphrase).encode("utf-8"))


def encrypt(key: bytes, plain: bytes, about: bytes) -> bytes:
    """AES-256-GCM with a random nonce in front; ``about`` is authenticated along with it."""
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, about)


def decrypt(key: bytes, sealed: bytes, about: bytes) -> bytes:
    """What :func:`encrypt` took.

    Raises:
        InvalidTag: wrong key, wrong place, or changed bytes; which of them cannot be told.
    """
    if len(sealed) < _NONCE + 16:
        raise InvalidTag
    return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], about)


def new_key() -> bytes:
    """A random 256-bit key."""
    return os.urandom(KEY_BYTES)


def wrap_under_passphrase(data_key: bytes, passphrase: str, about: bytes, cost: Cost) -> bytes:
    """The data key under a passphrase: 16 bytes salt, then the wrapped key."""
    salt = os.urandom(16)
    return salt + encrypt(passphrase_key(passphrase, salt, cost), data_key, about)


def unwrap_under_passphrase(wrapped: bytes, passphrase: str, about: bytes, cost: Cost) -> bytes:
    """The data key again.

    Raises:
        WrongPassphrase: it does not open this slot.
        DamagedHeader: the slot is cut short.
    """
    if len(wrapped) != 16 + _NONCE + KEY_BYTES + 16:
        raise DamagedHeader("length of a wrapped key")
    key = passphrase_key(passphrase, wrapped[:16], cost)
    try:
        return decrypt(key, wrapped[16:], about)
    except InvalidTag:
        raise WrongPassphrase from None


def new_recovery_key() -> str:
    """A key to be printed: eight groups of four letters and digits."""
    return grouped("".join(secrets.choice(_ALPHABET) for _ in range(RECOVERY_LETTERS)))


def grouped(letters: str) -> str:
    """``ABCD-EFGH-...``."""
    return "-".join(letters[place : place + 4] for place in range(0, len(letters), 4))


def typed_recovery_key(words: str) -> str:
    """What somebody typed, as it was printed; spaces, dashes, case and look-alikes forgiven."""
    bare = "".join(letter for letter in words.upper() if letter.isalnum()).translate(_LOOKALIKE)
    return grouped(bare)


@dataclass(frozen=True)
class Keys:
    """The data key and what is derived from it. Never written anywhere unwrapped."""

    data: bytes

    @cached_property
    def database(self) -> bytes:
        """The raw key of the SQLCipher file."""
        return self._derived(b"database")

    @cached_property
    def chain(self) -> bytes:
        """The key of the journal's hashes."""
        return self._derived(b"chain")

    @cached_property
    def patients(self) -> bytes:
        """Wraps the key of each patient."""
        return self._derived(b"patients")

    @cached_property
    def clinic(self) -> bytes:
        """Encrypts what belongs to no patient: users, settings, the clinic's seal."""
        return self._derived(b"clinic")

    @cached_property
    def names(self) -> bytes:
        """Makes the pseudonyms of exports."""
        return self._derived(b"names")

    def _derived(self, purpose: bytes) -> bytes:
        info = b"sdm-aid.record/1 " + purpose
        return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(self.data)

    def __repr__(self) -> str:
        return "Keys(...)"
