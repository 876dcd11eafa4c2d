"""Who unlocks the record on the command line, and with which passphrase.

A passphrase never stands on the command line or in the environment: others could read it there.
"""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

from sdm_aid.i18n import _
from sdm_aid.records.header import RECOVERY

_LONGEST = 64 * 1024


class CannotAsk(Exception):
    """There is nobody to ask, or the file of the passphrase cannot be used; the text says it."""


def who(asked: str | None, known: tuple[str, ...]) -> str:
    """The user to unlock as: the one named, the only one there is, or the one typed.

    Raises:
        CannotAsk.
    """
    if asked:
        return RECOVERY if asked.casefold() == RECOVERY else asked
    if len(known) == 1:
        return known[0]
    if not sys.stdin.isatty():
        raise CannotAsk(_("Name who unlocks the record with --user: {names}.").format(
            names=", ".join((*known, RECOVERY))
        ))  # fmt: skip
    sys.stderr.write(_("Who can open it: {names}").format(names=", ".join(known)) + "\n")
    return input(_("Your name: ")).strip()


def passphrase(user: str, file: Path | None) -> str:
    """The passphrase (for ``recovery`` the printed key), out of a file or typed unseen.

    Raises:
        CannotAsk.
    """
    if file is not None:
        return _read(file)
    if not sys.stdin.isatty():
        raise CannotAsk(
            _(
                "There is no terminal to ask for the passphrase. Write it into a file that only "
                "you can read, and name it with --passphrase-file."
            )
        )
    prompt = _("Key of the recovery sheet: ") if user == RECOVERY else _("Passphrase of {name}: ")
    try:
        return getpass.getpass(prompt.format(name=user))
    except EOFError:
        raise CannotAsk(_("No passphrase was given.")) from None


def _read(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            data = opened.read(_LONGEST + 1)
        words = data.decode("utf-8-sig")
    except ValueError:
        words, data = "", b""
    line = words.split("\n", 1)[0].rstrip("\r")
    if not line or len(data) > _LONGEST:
        sentence = _("{file} holds no passphrase. Write it into the first line, as plain text.")
        raise CannotAsk(sentence.format(file=file))
    return line
