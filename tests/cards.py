"""Cards that need no card: tokens of SoftHSM, made in a process of their own.

The module is never loaded into the process of the tests: it reads its settings once.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import serialization

from sdm_aid.documents.seal.own_key import read_pkcs12
from tests.documents.sample import CREATED
from tests.own_certificates import SECRET, own_file

MODULE = Path("/usr/lib/softhsm/libsofthsm2.so")
PIN, ADMINISTRATOR = "246813", "87654321"


@dataclass(frozen=True)
class Drawer:
    """Cards in readers: ``settings`` is what SOFTHSM2_CONF has to name."""

    settings: Path

    def put_in(self, card: str, key: Any, number: int = 1, **details: Any) -> None:
        """One more card, with a key and a certificate for it."""
        self._run("--init-token", "--free", "--label", card, "--so-pin", ADMINISTRATOR)
        self.add(card, key, number, **details)

    def add(self, card: str, key: Any, number: int, **details: Any) -> None:
        """A further key with its certificate on a card."""
        made = read_pkcs12(own_file(CREATED, key, **details), SECRET, CREATED)
        file = self.settings.with_name("key.pem")
        file.write_bytes(
            made.private_key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        numbered = ("--label", f"key {number}", "--id", f"{number:02x}")
        self._run("--import", str(file), "--token", card, *numbered)
        file.unlink()
        task = {
            "card": card,
            "id": number,
            "der": made.certificate.public_bytes(serialization.Encoding.DER).hex(),
        }
        subprocess.run(
            [sys.executable, "-m", "tests.cards"],
            input=json.dumps(task),
            text=True,
            check=True,
            env={"SOFTHSM2_CONF": str(self.settings), "PYTHONPATH": str(Path(__file__).parents[1])},
        )

    def _run(self, *words: str) -> None:
        subprocess.run(
            ["softhsm2-util", *words, "--pin", PIN],
            check=True,
            capture_output=True,
            env={"SOFTHSM2_CONF": str(self.settings)},
        )


def a_drawer(folder: Path) -> Drawer:
    """Readers without cards."""
    (folder / "tokens").mkdir(parents=True)
    settings = folder / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {folder / 'tokens'}\nlog.level = ERROR\n")
    return Drawer(settings)


def _write_certificate(task: dict[str, Any]) -> None:
    import pkcs11

    token = pkcs11.lib(str(MODULE)).get_token(token_label=task["card"])
    with token.open(rw=True, user_pin=PIN) as session:
        session.create_object(
            {
                pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE,
                pkcs11.Attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
                pkcs11.Attribute.TOKEN: True,
                pkcs11.Attribute.PRIVATE: False,
                pkcs11.Attribute.LABEL: f"certificate {task['id']}",
                pkcs11.Attribute.ID: bytes([task["id"]]),
                pkcs11.Attribute.SUBJECT: b"",
                pkcs11.Attribute.VALUE: bytes.fromhex(task["der"]),
            }
        )


if __name__ == "__main__":
    _write_certificate(json.load(sys.stdin))
