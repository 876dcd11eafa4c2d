"""What is said about the clinic's record: each trouble in one sentence, and what was noticed.

The words take the name of a trouble and its parts, not its class: ``records`` is above this room.
"""

from __future__ import annotations

from datetime import datetime

from sdm_aid.i18n import _
from sdm_aid.i18n.formats import date_and_time


def trouble_sentence(problem: Exception) -> str:
    """One sentence: what, where, what to do. Empty where it is no trouble of the record."""
    said = _SENTENCES.get(type(problem).__name__)
    return said(problem) if said is not None else ""


def _wrong_passphrase(_problem: Exception) -> str:
    return _("This passphrase does not open the record. Nothing is lost: try again.")


def _unknown_user(problem: Exception) -> str:
    return _("Nobody named {name} can open this record. Ask whoever manages it.").format(
        name=problem
    )


def _no_record(problem: Exception) -> str:
    return _(
        "There is no record in {place}. Check the place, or bring the record back from a backup."
    ).format(place=problem)


def _record_exists(problem: Exception) -> str:
    return _("There is a record in {place} already. It is never written over.").format(
        place=problem
    )


def _damaged_header(_problem: Exception) -> str:
    return _(
        "The file with the record’s keys (vault.json) is damaged. Put back a copy of it, or bring "
        "the record back from a backup."
    )


def _damaged_record(problem: Exception) -> str:
    return _(
        "The record is damaged and what is damaged is not shown ({where}). The rest is as it was "
        "written. Bring it back from a backup."
    ).format(where=problem)


def _newer_record(_problem: Exception) -> str:
    return _(
        "This record was written by a newer version of the program. Nothing was changed: install "
        "the newer version and open it there."
    )


def _moved(problem: Exception) -> str:
    if str(problem) == "embedded":
        return _(
            "The record was moved from here onto one computer of the clinic. Nothing is lost: use "
            "it there."
        )
    return _(
        "The record was moved to {place}. Nothing is lost: set this address in the settings and "
        "go on there."
    ).format(place=problem)


def _in_use(_problem: Exception) -> str:
    return _(
        "Another copy of the program has this record open. Close it there, then try again here."
    )


def _unwritable(problem: Exception) -> str:
    where = str(problem)
    if getattr(problem, "full", False):
        return _(
            "The disk is full, so {place} takes nothing more. What was saved is safe: make room, "
            "then go on."
        ).format(place=where)
    return _(
        "{place} cannot be written. What was saved is safe: allow writing there, then go on."
    ).format(place=where)


def _unreachable(problem: Exception) -> str:
    if str(problem) == "address":
        return _(
            "The database address cannot be read. Write it as "
            "postgresql://user@server/database and try again."
        )
    return _(
        "The clinic’s database server does not answer ({reason}). What was saved is safe: check "
        "the network and the server, then try again."
    ).format(reason=problem)


def _unprotected(_problem: Exception) -> str:
    return _(
        "This address would send the record over the network unprotected. Use "
        "sslmode=verify-full, with the server’s certificate."
    )


def _missing(_problem: Exception) -> str:
    return _("This is no longer in the record: it was erased or was never there.")


def _not_allowed(problem: Exception) -> str:
    if str(problem) == "administrator":
        return _("Only an administrator of the record can do this.")
    return _("A reader can look at the record but not add to it.")


def _last_administrator(_problem: Exception) -> str:
    return _("The record needs one administrator. Make somebody else one first.")


def _name_taken(problem: Exception) -> str:
    return _("{name} can open the record already. Choose a name that tells the two apart.").format(
        name=problem
    )


def _conflict(problem: Exception) -> str:
    at: datetime | None = getattr(problem, "at", None)
    return _("Changed by {name} at {time}.").format(
        name=getattr(problem, "who", "") or _("somebody else"),
        time=date_and_time(at.astimezone()) if at else "",
    )


def _put_aside(problem: Exception) -> str:
    return _(
        "This draft was discarded in another room (“{why}”), so it takes nothing more. Begin a new "
        "talk with this patient."
    ).format(why=problem)


def _bad_backup(problem: Exception) -> str:
    return _("This file is no whole backup of ours ({part}). Choose another one.").format(
        part=problem
    )


def _tail_cut(problem: Exception) -> str:
    return _(
        "Entries that this computer saw are no longer in the record ({seen} seen, {found} there). "
        "Somebody put back an older copy or cut entries away: look into it before you go on."
    ).format(seen=getattr(problem, "seen", 0), found=getattr(problem, "found", 0))


_SENTENCES = {
    "WrongPassphrase": _wrong_passphrase,
    "UnknownUser": _unknown_user,
    "NoRecord": _no_record,
    "RecordExists": _record_exists,
    "DamagedHeader": _damaged_header,
    "DamagedRecord": _damaged_record,
    "NewerRecord": _newer_record,
    "RecordMoved": _moved,
    "RecordInUse": _in_use,
    "RecordUnwritable": _unwritable,
    "ServerUnreachable": _unreachable,
    "ServerUnprotected": _unprotected,
    "Missing": _missing,
    "NotAllowed": _not_allowed,
    "LastAdministrator": _last_administrator,
    "NameTaken": _name_taken,
    "Conflict": _conflict,
    "PutAside": _put_aside,
    "BadBackup": _bad_backup,
    "TailCut": _tail_cut,
}


def opening_notices(
    broken: object, cut: Exception | None, clock_back: str, damaged: int
) -> tuple[str, ...]:
    """What was noticed on opening, each in a sentence. ``broken``: a break in the chain."""
    said = []
    if getattr(broken, "how", "") == "unreadable":
        said.append(
            _(
                "The record’s file is damaged; what is damaged is not shown, the rest is as it was "
                "written. “sdm-aid records verify” says more. Bring it back from a backup."
            )
        )
    elif broken is not None:
        said.append(
            _(
                "The journal does not hold at entry {number}: it was changed outside the program. "
                "“sdm-aid records verify” says more."
            ).format(number=getattr(broken, "seq", 0))
        )
    if cut is not None:
        said.append(trouble_sentence(cut))
    if damaged:
        said.append(
            _(
                "{count} lines of the list are damaged and are not shown. Bring the record back "
                "from a backup."
            ).format(count=damaged)
        )
    if clock_back:
        when = date_and_time(datetime.fromisoformat(clock_back).astimezone())
        said.append(
            _(
                "This computer’s clock stands before the last entry in the record ({time}). Set "
                "the clock before you go on."
            ).format(time=when)
        )
    return tuple(said)
