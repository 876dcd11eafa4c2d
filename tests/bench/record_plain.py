"""The yardsticks of the record: plain SQLite of the standard library, with the same data."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sdm_aid.records.index import Hit
from sdm_aid.records.rows import PatientRow, VisitHead, VisitRow

_LIKE_OURS = """
CREATE TABLE bare (seq INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE chain_head (id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, hash BLOB NOT NULL);
CREATE TABLE journal (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL,
 number INTEGER NOT NULL, body BLOB NOT NULL, hash BLOB NOT NULL);
CREATE UNIQUE INDEX journal_of ON journal (subject, kind, number);
CREATE TABLE visits (id TEXT PRIMARY KEY, kind TEXT NOT NULL, patient TEXT NOT NULL,
 wrapped_key BLOB, head BLOB, version INTEGER NOT NULL, events INTEGER NOT NULL,
 changed INTEGER NOT NULL, place BLOB);
CREATE INDEX visits_of ON visits (patient);
INSERT INTO chain_head VALUES (1, 0, zeroblob(32));
"""


class PlainRecord:
    """Keeps what a visit says without encryption, keys, chain or checks; as durable as ours."""

    def __init__(self, path: Path, visit: str, head: bytes) -> None:
        self._file = sqlite3.connect(path, isolation_level=None)
        self._file.execute("PRAGMA journal_mode = WAL")
        self._file.execute("PRAGMA synchronous = FULL")
        self._file.executescript(_LIKE_OURS)
        self._visit, self._head, self._seq = visit, head, 0
        insert = "INSERT INTO visits VALUES (?, 'visit', ?, NULL, ?, 1, 0, 0, NULL)"
        self._file.execute(insert, (visit, "p" * 32, head))

    def append(self, body: bytes) -> None:
        """One commit with the rows that ours writes: entry, visit, head of the journal."""
        run, visit = self._file.execute, self._visit
        self._seq += 1
        seq, hashed = self._seq, bytes(32)
        run("BEGIN IMMEDIATE")
        run("INSERT INTO journal VALUES (?, 'visit', ?, ?, ?, ?)", (seq, visit, seq, body, hashed))
        told = (seq, self._head, seq, visit)
        run("UPDATE visits SET version = ?, head = ?, changed = ? WHERE id = ?", told)
        run("UPDATE chain_head SET seq = ?, hash = ?", (seq, hashed))
        run("COMMIT")

    def append_bare(self, body: bytes) -> None:
        """One commit of the entry alone, into a table without an index."""
        self._file.execute("INSERT INTO bare (body) VALUES (?)", (body,))


class PlainIndex:
    """What the list of patients asks for, out of a plain file by full-text search.

    Patients lie in the order of their names, so that FTS5 can stop after the first fifty.
    """

    def __init__(self, path: Path) -> None:
        self._file = sqlite3.connect(path)
        self.found = 0
        self.findable = int(self._file.execute("SELECT count(*) FROM patients").fetchone()[0])

    def search(self, typed: str, limit: int = 50) -> tuple[Hit, ...]:
        """Patients each of whose words begins with what was typed, and how many there are."""
        words = typed.replace("-", " ").replace('"', " ").split()
        asked = " ".join(f'"{word}"*' for word in words)
        query = (
            "SELECT p.id, p.name, p.born, p.number FROM found JOIN patients p ON p.nr = found.rowid"
            " WHERE found MATCH ? ORDER BY found.rowid LIMIT ?"
        )
        found = self._file.execute(query, (asked, limit)).fetchall()
        counted = "SELECT count(*) FROM found WHERE found MATCH ?"
        self.found = int(self._file.execute(counted, (asked,)).fetchone()[0])
        visits = self._visits([row[0] for row in found])
        return tuple(Hit(PatientRow(*row), tuple(visits.get(row[0], ()))) for row in found)

    def due(self, _until: str, _most: int) -> list[VisitRow]:
        """Nothing: only hits are measured."""
        return []

    def drafts(self, _most: int) -> list[VisitRow]:
        """Nothing."""
        return []

    newest = drafts

    def _visits(self, patients: list[str]) -> dict[str, list[VisitRow]]:
        marks = ", ".join("?" * len(patients))
        query = f"SELECT * FROM visits WHERE patient IN ({marks}) ORDER BY started DESC"
        found: dict[str, list[VisitRow]] = {}
        for identity, patient, *head in self._file.execute(query, patients):
            row = VisitRow(identity, "visit", patient, VisitHead(*head), 1)
            found.setdefault(patient, []).append(row)
        return found
