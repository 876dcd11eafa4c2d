"""Whether a room may still write: another one may have removed its user, or moved the record."""

from __future__ import annotations

from sqlalchemy import Connection

from sdm_aid.records.direct import Direct
from sdm_aid.records.keys import Keys
from sdm_aid.records.rows import Role, User, unpack, user_place
from sdm_aid.records.trouble import NotAllowed, RecordMoved, UnknownUser

MOVED_TO = "moved_to"
"""The item of ``meta`` that says where the record is now."""
_ASKED = (
    "SELECT u.body, m.value FROM chain_head h LEFT JOIN users u ON u.id = ?"
    " LEFT JOIN meta m ON m.name = '" + MOVED_TO + "'"
)
_RANK: dict[Role, int] = {"reader": 0, "clinician": 1, "administrator": 2}


class Standing:
    """Looked at within every transaction on a server, once the head of the journal is locked.

    The embedded database has one program that writes: there only a move ends its standing.
    """

    def __init__(self, keys: Keys, on_server: bool) -> None:
        self._keys, self._on_server = keys, on_server
        self._body = b""
        self.moved_to = ""
        """Where this very program moved the record."""

    def checked(self, connection: Connection, user: User) -> User:
        """The user as the record knows them now.

        Raises:
            RecordMoved: it is somewhere else now; what is written here would be lost.
            UnknownUser: they were removed.
        """
        if self.moved_to:
            raise RecordMoved(self.moved_to)
        if not self._on_server:
            return user
        body, moved_to = Direct(connection).one(_ASKED, user.id) or (None, None)
        if moved_to:
            raise RecordMoved(moved_to)
        if body is None or bytes(body) == self._body:
            return user  # the printed key stands for no user of the table
        now = User(*unpack(self._keys.clinic, bytes(body), user_place(user.id)))
        if now.removed:
            raise UnknownUser(now.name)
        self._body = bytes(body)
        return now


def check_rank(before: User, now: User) -> None:
    """Refuse the one thing that was begun with more rights than the user has now.

    Raises:
        NotAllowed.
    """
    if _RANK[now.role] < _RANK[before.role]:
        raise NotAllowed("clinician" if before.role == "clinician" else "administrator")
