"""``sdm-aid records verify | backup | restore | move | users``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sdm_aid.i18n import _

if TYPE_CHECKING:
    import argparse

    from sdm_aid.records.opening import Opened
    from sdm_aid.records.place import Place

BROKEN, UNUSABLE = 1, 2
_BROKEN = ("DamagedRecord", "DamagedHeader", "BadBackup", "TailCut")
"""Troubles that say that something is broken; the others say that it cannot be used now."""


def add_parser(commands: Any) -> None:
    """Describe ``records`` and what stands behind it to the parser of the command line."""
    records = commands.add_parser("records", help=_("the clinic’s record: check, copy, move"))
    kinds = records.add_subparsers(dest="what", metavar="|".join(_COMMANDS), required=True)
    verify = kinds.add_parser("verify", help=_("check the whole journal and say where it breaks"))
    verify.add_argument(
        "--plan", type=Path, action="append", default=[], metavar="PDF",
        help=_("a sealed plan whose entry the journal must hold"),
    )  # fmt: skip
    verify.add_argument("--json", action="store_true")
    backup = kinds.add_parser("backup", help=_("write one encrypted file, read back whole"))
    backup.add_argument("file", type=Path, metavar="FILE", help=_("a new file, or a folder"))
    restore = kinds.add_parser("restore", help=_("bring the record back on this computer"))
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument(
        "--set-aside", action="store_true",
        help=_("move a record that is there into a folder beside it"),
    )  # fmt: skip
    move = kinds.add_parser("move", help=_("move the record to a server, or back here"))
    move.add_argument("--to", required=True, metavar="ADDRESS|embedded")
    users = kinds.add_parser("users", help=_("who can open the record"))
    for kind in (verify, backup, restore, move, users):
        kind.add_argument("--user", metavar="NAME", help=_("who unlocks; “recovery”: printed key"))
        kind.add_argument(
            "--passphrase-file", type=Path, metavar="PATH",
            help=_("its first line is the passphrase; without it you are asked"),
        )  # fmt: skip


def run(arguments: argparse.Namespace) -> int:
    """Run one of them; the exit code: 0 good, 1 broken or changed, 2 cannot be used."""
    from sdm_aid.commands.unlocking import CannotAsk
    from sdm_aid.records.trouble import RecordTrouble
    from sdm_aid.wording.record import trouble_sentence

    try:
        return _COMMANDS[arguments.what](arguments)
    except CannotAsk as problem:
        return _trouble(str(problem))
    except RecordTrouble as problem:
        code = BROKEN if type(problem).__name__ in _BROKEN else UNUSABLE
        return _trouble(trouble_sentence(problem) or str(problem), code)


def _verify(arguments: argparse.Namespace) -> int:
    from sdm_aid.application.record import verifying
    from sdm_aid.application.record.verify_words import finding_lines
    from sdm_aid.paths import user_data_dir

    with _unlocked(arguments) as opened:
        found = verifying.verify(opened, arguments.plan, user_data_dir())
    _say(verifying.as_json(found) if arguments.json else "\n".join(finding_lines(found)))
    return found.code


def _backup(arguments: argparse.Namespace) -> int:
    from sdm_aid.application.record.backup import back_up

    with _unlocked(arguments) as opened:
        made = back_up(opened.record, arguments.file)
        _tell(opened)
    file = Path(made.where) / made.name
    _say(_("The record was copied to {file} and read back whole.").format(file=file))
    return 0


def _restore(arguments: argparse.Namespace) -> int:
    from sdm_aid.application.record.backup import names_in, restore
    from sdm_aid.commands import unlocking

    place = _place()
    user = unlocking.who(arguments.user, names_in(arguments.file))
    secret = unlocking.passphrase(user, arguments.passphrase_file)
    _done, sentences = restore(
        place, arguments.file, user, secret, _now, set_aside=arguments.set_aside
    )
    _say("\n".join(sentences))
    if place.on_server:
        _say(
            _(
                "It lies on this computer, while the settings name a server. To bring it there: "
                "sdm-aid records move --to ADDRESS."
            )
        )
    return 0


def _users(arguments: argparse.Namespace) -> int:
    from sdm_aid.records.users import everyone

    with _unlocked(arguments) as opened:
        people = everyone(opened.record)
        _tell(opened)
    roles = {
        "administrator": _("administrator"), "clinician": _("clinician"), "reader": _("reader")
    }  # fmt: skip
    for person in people:
        title = f" ({person.title})" if person.title else ""
        removed = _(", removed {when}").format(when=person.removed[:10]) if person.removed else ""
        _say(f"{person.name}{title}: {roles[person.role]}{removed}")
    return 0


def _move(arguments: argparse.Namespace) -> int:
    from sdm_aid.application.record.moving import CannotMove, move_to, source_for
    from sdm_aid.paths import user_data_dir

    try:
        with _unlocked(arguments, source_for(_place(), arguments.to)) as opened:
            _tell(opened)
            _moved, sentences = move_to(opened.record, user_data_dir(), arguments.to)
    except CannotMove as problem:
        return _trouble(str(problem))
    _say("\n".join(sentences))
    return 0


def _place() -> Place:
    from sdm_aid.application.record.whereabouts import record_place
    from sdm_aid.application.settings import load_settings
    from sdm_aid.paths import user_data_dir

    home = user_data_dir()
    return record_place(home, load_settings(home).settings.database)


@contextmanager
def _unlocked(arguments: argparse.Namespace, where: Place | None = None) -> Iterator[Opened]:
    """The record, opened for the user who was named or asked for."""
    from sdm_aid.application.record.doorplate import doorplate_of
    from sdm_aid.application.record.migrating import copy_before
    from sdm_aid.commands import unlocking
    from sdm_aid.records.opening import open_for

    place = where or _place()
    names = tuple(person.name for person in doorplate_of(place).people)
    user = unlocking.who(arguments.user, names)
    secret = unlocking.passphrase(user, arguments.passphrase_file)
    copy = copy_before(place, _now)
    opened = open_for(place, user, secret, _now, copy)
    try:
        copy.list_it(opened.record)
        yield opened
    finally:
        opened.record.close()


def _tell(opened: Opened) -> None:
    """What was noticed on opening goes to stderr: it is not what was asked for."""
    from sdm_aid.wording.record import opening_notices

    for sentence in opening_notices(opened.broken, opened.cut, opened.clock_back, 0):
        sys.stderr.write(sentence + "\n")


def _now() -> datetime:
    return datetime.now().astimezone()


def _say(text: str) -> None:
    sys.stdout.write(text.rstrip("\n") + "\n")


def _trouble(sentence: str, code: int = UNUSABLE) -> int:
    sys.stderr.write(f"sdm-aid: {sentence}\n")
    return code


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "verify": _verify, "backup": _backup, "restore": _restore, "move": _move, "users": _users,
}  # fmt: skip
