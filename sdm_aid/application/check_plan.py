"""Checking a sealed plan: the file, the clinics trusted, and the verdict in plain lines."""

from __future__ import annotations

import errno
import json
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sdm_aid.application.clinic_key import certificates, trusted_here
from sdm_aid.documents.seal.verdict import Status, Verdict, as_json
from sdm_aid.documents.seal.verify import verify
from sdm_aid.i18n import _, formats

if TYPE_CHECKING:
    from sdm_aid.documents.seal.verdict import SignatureFinding

LARGEST = 32 * 1024 * 1024
"""Nothing of ours comes near; to search a larger file that is broken would take a minute."""


class TooLarge(ValueError):
    """The file is far larger than any plan of ours."""


def check_plan_file(file: Path, trust: Sequence[Path], home: Path) -> Verdict:
    """The verdict on ``file``; trusted are this PC's own clinic, its list, and ``trust``.

    Raises:
        OSError: the file or a certificate cannot be read.
        TooLarge: more than 32 MB.
        sdm_aid.documents.seal.keys.NotACertificate: a file in ``trust`` holds none.
    """
    status = file.stat()
    if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
        # a pipe or a device never ends; a folder says so itself when it is read
        raise OSError(errno.EINVAL, _("not an ordinary file"), str(file))
    if status.st_size > LARGEST:
        raise TooLarge(str(file))
    return check_plan(file.read_bytes(), trust, home)


def check_plan(data: bytes, trust: Sequence[Path], home: Path) -> Verdict:
    """The same for bytes already read."""
    return verify(data, (*trusted_here(home), *certificates(trust)))


def exit_code(verdict: Verdict) -> int:
    """0 intact, 1 changed, 2 not ours, 3 unverified."""
    return int(verdict.status)


def verdict_json(verdict: Verdict) -> str:
    """For a machine."""
    return json.dumps(as_json(verdict), ensure_ascii=False, indent=2)


def verdict_lines(verdict: Verdict, name: str) -> tuple[str, ...]:
    """For people: the sentence, then a line for each signature."""
    lines = [f"{name}: {verdict.sentence}"]
    lines += [_signature_line(finding) for finding in verdict.signatures]
    if verdict.status is Status.UNVERIFIED:
        lines.append(
            _(
                "To check it, ask the clinic for its certificate and name it with --trust, or put "
                "it into the folder of trusted clinics."
            )
        )
    return tuple(lines)


def _signature_line(finding: SignatureFinding) -> str:
    when = _("at a time it does not state")
    if finding.claimed_at is not None:
        when = formats.date_and_time(finding.claimed_at.astimezone())
    if finding.trusted:
        return _("Sealed by {who}, {when} by its own clock.").format(who=finding.signer, when=when)
    return _("Signed by a key that calls itself {who}, {when} by its own clock.").format(
        who=finding.signer, when=when
    )
