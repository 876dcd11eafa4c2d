"""Who can open the record: adding, removing, passphrases, roles, the printed key."""

from __future__ import annotations

from sqlalchemy import Connection, select

from sdm_aid.records import header as headers
from sdm_aid.records import schema
from sdm_aid.records.header import RECOVERY, Header
from sdm_aid.records.keys import USUAL_COST, Cost, Keys, new_recovery_key
from sdm_aid.records.record import Record, Writing
from sdm_aid.records.rows import Role, User, pack_tuple, unpack, user_place
from sdm_aid.records.trouble import LastAdministrator, NameTaken, UnknownUser
from sdm_aid.records.vault import header_bytes, header_in, made_at, new_id, write_header

_T = schema.users


def set_up(record: Record, clinic: str, first: User) -> None:
    """Write down the first user of a new record."""
    with record.writing() as work:
        _put(work, first)
        what = {"kind": "record_made", "clinic": clinic, "user": first.id, "name": first.name}
        work.clinic_event(what)
        work.clinic_event({"kind": "user_added", "user": first.id, "role": first.role})


def read(connection: Connection, keys: Keys, user: str) -> User | None:
    """One user, also a removed one."""
    found = connection.execute(select(_T.c.body).where(_T.c.id == user)).scalar()
    return None if found is None else User(*unpack(keys.clinic, bytes(found), user_place(user)))


def everyone(record: Record) -> tuple[User, ...]:
    """All users, removed ones too, by name."""
    with record.reading() as connection:
        found = [
            User(*unpack(record.keys.clinic, bytes(row.body), user_place(row.id)))
            for row in connection.execute(select(_T.c.id, _T.c.body))
        ]
    return tuple(sorted(found, key=lambda user: user.name.casefold()))


def add(
    record: Record, name: str, role: Role, title: str, passphrase: str, cost: Cost = USUAL_COST
) -> User:
    """A further user with a passphrase of their own.

    Raises:
        NotAllowed: only an administrator adds users.
        NameTaken: somebody of this name can open the record already.
    """
    record.may("administrator")
    user = User(new_id(), name, role, title)
    # outside the transaction: it takes as long as the passphrase costs
    slot = headers.make_slot(record.vault, user.id, name, record.keys.data, passphrase, cost)
    with record.writing() as work:
        header = _without_leftovers(work, _header(work))
        if any(name.casefold() == each.name.casefold() for each in header.slots):
            raise NameTaken(name)
        _put(work, user)
        work.clinic_event({"kind": "user_added", "user": user.id, "name": name, "role": role})
        _write(work, header.with_slot(slot))
    return user


def remove(record: Record, user: str) -> None:
    """Take away a user's way in; what they wrote stays, with their name.

    Raises:
        NotAllowed, UnknownUser.
        LastAdministrator: nobody could manage the record afterwards.
    """
    record.may("administrator")
    with record.writing() as work:
        gone = _found(work, user)
        _keep_one_administrator(work, gone.id)
        _put(work, gone._replace(removed=made_at(record.clock())))
        work.clinic_event({"kind": "user_removed", "user": gone.id, "name": gone.name})
        _write(work, _header(work).without_slot(gone.id))


def change(record: Record, user: str, role: Role, title: str) -> User:
    """Another role or title; one's own title anybody may change.

    Raises:
        NotAllowed, UnknownUser, LastAdministrator.
    """
    with record.writing() as work:
        before = _found(work, user)
        if role != before.role or before.id != record.user.id:
            record.may("administrator")
        if role != "administrator":
            _keep_one_administrator(work, before.id)
        after = before._replace(role=role, title=title)
        if after != before:
            _put(work, after)
            what = {"kind": "user_changed", "user": after.id, "role": role, "title": title}
            work.clinic_event(what)
    if after.id == record.user.id:
        record.user = after
    return after


def set_passphrase(record: Record, user: str, passphrase: str, cost: Cost = USUAL_COST) -> None:
    """A new passphrase: one's own, or, by an administrator, that of somebody who forgot theirs.

    Raises:
        NotAllowed, UnknownUser.
    """
    if user != record.user.id:
        record.may("administrator")
    with record.reading() as connection:
        found = read(connection, record.keys, user)
    if found is None or found.removed:
        raise UnknownUser(user)
    slot = headers.make_slot(record.vault, user, found.name, record.keys.data, passphrase, cost)
    with record.writing() as work:
        work.clinic_event({"kind": "passphrase_changed", "user": user, "name": found.name})
        _write(work, _header(work).with_slot(slot))


def renew_recovery_key(record: Record, cost: Cost = USUAL_COST) -> str:
    """A new printed key; the former one opens nothing any more.

    Raises:
        NotAllowed: only an administrator.
    """
    record.may("administrator")
    key = new_recovery_key()
    slot = headers.make_slot(record.vault, RECOVERY, RECOVERY, record.keys.data, key, cost)
    with record.writing() as work:
        work.clinic_event({"kind": "recovery_key_renewed"})
        _write(work, _header(work).with_slot(slot))
    return key


def _header(work: Writing) -> Header:
    place = work.record.place
    data = header_in(work.connection) if place.on_server else header_bytes(place)
    return headers.from_bytes(data)


def _without_leftovers(work: Writing, header: Header) -> Header:
    """Without the slots of users who are not in the record: adding them was interrupted between
    writing the header and the commit, or removing them after it."""
    for slot in header.slots:
        user = read(work.connection, work.record.keys, slot.id)
        if slot.id != RECOVERY and (user is None or user.removed):
            header = header.without_slot(slot.id)
    return header


def _write(work: Writing, header: Header) -> None:
    write_header(work.record.place, header, work.record.keys, work.connection)


def _put(work: Writing, user: User) -> None:
    body = pack_tuple(work.record.keys.clinic, user, user_place(user.id))
    found = work.connection.execute(select(_T.c.version).where(_T.c.id == user.id)).scalar()
    if found is None:
        work.connection.execute(_T.insert().values(id=user.id, body=body, version=1))
    else:
        changed = _T.update().where(_T.c.id == user.id).values(body=body, version=found + 1)
        work.connection.execute(changed)


def _found(work: Writing, user: str) -> User:
    found = read(work.connection, work.record.keys, user)
    if found is None or found.removed:
        raise UnknownUser(user)
    return found


def _keep_one_administrator(work: Writing, leaving: str) -> None:
    for (user,) in work.connection.execute(select(_T.c.id)):
        found = read(work.connection, work.record.keys, user)
        if found and user != leaving and found.role == "administrator" and not found.removed:
            return
    gone = read(work.connection, work.record.keys, leaving)
    if gone is not None and gone.role == "administrator":
        raise LastAdministrator(gone.name)
