"""``sdm-aid verify``: whether plans are as a clinic sealed them."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sdm_aid.i18n import _

if TYPE_CHECKING:
    import argparse

    from sdm_aid.documents.seal.verdict import Verdict

UNUSABLE = 2


def add_parser(commands: Any) -> None:
    """Describe ``verify`` to the parser of the command line."""
    verify = commands.add_parser("verify", help=_("check a sealed plan"))
    verify.add_argument("file", type=Path, nargs="+", metavar="FILE")
    verify.add_argument(
        "--trust",
        type=Path,
        action="append",
        default=[],
        metavar="CERT",
        help=_("the certificate of a clinic to trust this once"),
    )
    verify.add_argument("--json", action="store_true", help=_("the same for a machine"))


def run(arguments: argparse.Namespace) -> int:
    """Check each file: 0 all intact, 1 one is changed, 2 one is not ours, 3 one is unverified."""
    from sdm_aid.application import check_plan
    from sdm_aid.documents.seal.keys import NotACertificate

    files: Sequence[Path] = arguments.file
    try:
        verdicts = [_verdict(file, arguments.trust) for file in files]
    except NotACertificate as problem:
        sentence = _("{file} holds no certificate. Ask the clinic for its clinic.pem.")
        _trouble(sentence.format(file=problem))
        return UNUSABLE
    if arguments.json:
        _say_json(files, verdicts)
    else:
        _say_lines(files, verdicts)
    return check_plan.exit_code(verdicts)


def _verdict(file: Path, trust: Sequence[Path]) -> Verdict | None:
    """The verdict; None where the file cannot be read, which is said here."""
    from sdm_aid.application import check_plan
    from sdm_aid.paths import user_data_dir

    try:
        data = check_plan.read_plan_file(file)
    except (OSError, check_plan.TooLarge) as problem:
        _trouble(check_plan.unreadable(problem, file))
        return None
    return check_plan.check_plan(data, trust, user_data_dir())


def _say_lines(files: Sequence[Path], verdicts: Sequence[Verdict | None]) -> None:
    from sdm_aid.application.check_plan import verdict_report

    told = [
        "\n".join(verdict_report(verdict, str(file)))
        for file, verdict in zip(files, verdicts, strict=True)
        if verdict is not None
    ]
    if told:
        sys.stdout.write("\n\n".join(told) + "\n")


def _say_json(files: Sequence[Path], verdicts: Sequence[Verdict | None]) -> None:
    """One object for one file, else a list of them; a file that cannot be read has no verdict."""
    from sdm_aid.application.check_words import as_json

    told = [
        {"file": str(file), **(as_json(verdict) if verdict is not None else {"exit_code": 2})}
        for file, verdict in zip(files, verdicts, strict=True)
    ]
    if len(told) == 1 and verdicts[0] is None:
        return
    shown = told[0] if len(told) == 1 else told
    sys.stdout.write(json.dumps(shown, ensure_ascii=False, indent=2) + "\n")


def _trouble(sentence: str) -> None:
    sys.stderr.write(f"sdm-aid: {sentence}\n")
