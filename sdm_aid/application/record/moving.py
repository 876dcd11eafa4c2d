"""Moving the clinic's record to a server or back, and telling this computer's settings of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sdm_aid.application.settings import LONGEST, load_settings, save_settings
from sdm_aid.i18n import _
from sdm_aid.i18n.formats import number

if TYPE_CHECKING:
    from pathlib import Path

    from sdm_aid.records.move import Moved, Progress
    from sdm_aid.records.place import Place
    from sdm_aid.records.record import Record

VARIABLE = "SDM_AID_DATABASE"


class CannotMove(Exception):
    """It was not even tried; the text is the sentence."""


def move_to(
    record: Record, home: Path, address: str, progress: Progress | None = None
) -> tuple[Moved, tuple[str, ...]]:
    """Move an open record to ``address`` (empty or ``embedded``: into the folder of ``home``).

    The settings in ``home`` name the new place afterwards. The second value are sentences for
    whoever asked: what was moved, what remains where, what is still to be done. The record has to
    be closed and unlocked again; other computers are told when they next write or unlock.

    Raises:
        CannotMove: it lies there already, or the address is too long.
        sdm_aid.records.trouble.RecordTrouble: the record is used as before.
    """
    from sdm_aid.records.move import EMBEDDED, move
    from sdm_aid.records.place import place_of

    address = "" if address.strip() == EMBEDDED else address.strip()
    if len(address) > LONGEST:
        raise CannotMove(_("This address is too long."))
    try:
        moved = move(record, place_of(home, address), progress)
    except ValueError as problem:
        raise CannotMove(_("The record lies there already. Nothing was changed.")) from problem
    return moved, (_told(moved), *_remember(home, address), _left(moved))


def source_for(place: Place, to: str) -> Place:
    """The place to move from: the one in use, or, where that is the one to move to, this computer.

    So it is after a backup was brought back here while the settings name the server.

    Raises:
        sdm_aid.records.trouble.RecordTrouble: the record on this computer cannot be read.
    """
    from sdm_aid.records.making import is_whole
    from sdm_aid.records.move import named
    from sdm_aid.records.place import Place
    from sdm_aid.records.vault import read_header

    here = Place(place.folder)
    same = place.on_server and named(place) == named(Place(place.folder, to))
    return here if same and is_whole(here) and not read_header(here).moved_to else place


def _told(moved: Moved) -> str:
    return _(
        "The record was moved: {rows} rows and {entries} entries of the journal arrived as they "
        "were and the journal holds. Unlock it again to go on."
    ).format(rows=number(sum(moved.counts.values())), entries=number(moved.head.seq))


def _left(moved: Moved) -> str:
    return _(
        "A copy is left in {place}. It cannot be used by accident and is listed with the backups: "
        "erasing a patient names it. Remove it when you are sure."
    ).format(place=moved.left)


def _remember(home: Path, address: str) -> tuple[str, ...]:
    said = []
    loaded = load_settings(home)
    try:
        save_settings(home, loaded.settings._replace(database=address))
    except OSError:
        said.append(
            _(
                "The settings of this computer could not be written. Set the address of the "
                "database there by hand."
            )
        )
    if os.environ.get(VARIABLE, "").strip() not in ("", address):
        said.append(
            _("{variable} still names the former place. Change or remove it.").format(
                variable=VARIABLE
            )
        )
    return tuple(said)
