"""Checking a sealed plan: the file, the clinics trusted, and the verdict in plain lines."""

from __future__ import annotations

import errno
import stat
from collections.abc import Sequence
from pathlib import Path

from sdm_aid.application.check_words import verdict_words
from sdm_aid.application.clinic_key import certificates, time_servers_here, trusted_here
from sdm_aid.application.trusted_clinics import clinicians_here
from sdm_aid.documents.seal.verdict import Reason, Verdict
from sdm_aid.documents.seal.verify import verify
from sdm_aid.i18n import _

LARGEST = 32 * 1024 * 1024
"""Nothing of ours comes near; to search a larger file that is broken would take a minute."""


class TooLarge(ValueError):
    """The file is far larger than any plan of ours."""


def check_plan_file(file: Path, trust: Sequence[Path], home: Path) -> Verdict:
    """The verdict on ``file``; trusted are this PC's own clinic, its list, and ``trust``.

    Raises:
        OSError: the file or a certificate cannot be read; TooLarge: more than 32 MB.
            :func:`unreadable` says each.
        sdm_aid.documents.seal.keys.NotACertificate: a file in ``trust`` holds none.
    """
    return check_plan(read_plan_file(file), trust, home)


def check_plan(data: bytes, trust: Sequence[Path], home: Path) -> Verdict:
    """The same for bytes already read."""
    known = (*trusted_here(home), *certificates(trust))
    return verify(data, known, time_servers_here(home), clinicians_here(home))


def read_plan_file(file: Path) -> bytes:
    """The bytes of a file that may be a plan.

    Raises:
        OSError: not there, no ordinary file, no right to read it, or gone meanwhile.
        TooLarge: more than 32 MB; nothing was read.
    """
    status = file.stat()
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, _("a folder"), str(file))
    if not stat.S_ISREG(status.st_mode):
        # a pipe or a device never ends
        raise OSError(errno.EINVAL, _("not an ordinary file"), str(file))
    if status.st_size > LARGEST:
        raise TooLarge(str(file))
    with file.open("rb") as opened:
        data = opened.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise TooLarge(str(file))
    return data


def unreadable(problem: Exception, file: Path) -> str:
    """Why ``file`` was not read, in one sentence; empty for any other trouble."""
    if isinstance(problem, TooLarge):
        words = _("{file} is far larger than any plan of ours. Choose the plan itself.")
    elif isinstance(problem, IsADirectoryError):
        words = _("{file} is a folder. Choose the plan in it.")
    elif isinstance(problem, FileNotFoundError):
        words = _("{file} is not there. Check the name, or choose the file again.")
    elif isinstance(problem, PermissionError):
        words = _("You have no right to read {file}. Ask for that right, or for a copy.")
    elif isinstance(problem, OSError) and problem.errno == errno.EINVAL:
        words = _("{file} is not an ordinary file. Choose the plan itself.")
    elif isinstance(problem, OSError):
        words = _("{file} cannot be read. Check the disk or the connection, then try again.")
    else:
        return ""
    return words.format(file=file)


def exit_code(verdicts: Sequence[Verdict | None]) -> int:
    """0 all intact, 1 one is changed, 2 one is not ours or cannot be read, 3 one is unverified.

    Where files differ, 1 goes before 2 and 2 before 3.
    """
    codes = {2 if verdict is None else int(verdict.status) for verdict in verdicts}
    return next((code for code in (1, 2, 3) if code in codes), 0)


def verdict_lines(verdict: Verdict, name: str) -> tuple[str, ...]:
    """In short, for people: the sentence, what changed, then a line for each signature."""
    words = verdict_words(verdict)
    who = (signature.who for signature in words.signatures)
    return (f"{name}: {words.sentence}", *words.changes, *who)


def verdict_report(verdict: Verdict, name: str) -> tuple[str, ...]:
    """All that is known, for people: each signature with its certificate, and what to do."""
    words = verdict_words(verdict)
    lines = [f"{name}: {words.sentence}", *words.changes]
    for signature in words.signatures:
        lines += [signature.title, *(f"  {line}" for line in signature.lines)]
    lines += words.further
    if verdict.reason is Reason.UNKNOWN_KEY:
        lines.append(
            _(
                "To check it, ask the clinic for its certificate and name it with --trust, or trust"
                " it for good with sdm-aid trust add."
            )
        )
    return tuple(lines)
