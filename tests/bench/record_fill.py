"""Fills a record as a large clinic would in years, and a plain SQLite file with the same list.

The record's own tables, keys, encryption and chain are used; only the order (sorted by visit) and
one transaction for a thousand visits make it quick. 20 KB of a visit are eleven entries.
"""

from __future__ import annotations

import json
import random
import secrets
import sqlite3
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from sdm_aid.domain.room import Patient
from sdm_aid.records import patients, rows
from sdm_aid.records.keys import USUAL_COST, encrypt, new_key
from sdm_aid.records.opening import create
from sdm_aid.records.place import Place
from sdm_aid.records.record import Record
from sdm_aid.records.rows import PatientRow, User, VisitHead, pack_tuple

PASSPHRASE = "correct horse battery staple"
ADA = User("a" * 32, "Dr A. Okafor", "administrator", "pain physician")
NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
PLAIN = "plain.db"
ENTRIES, ENTRY_BYTES = 11, 1_850  # two fill a page of the file, as many small ones would
TOGETHER = 1_000

_FIRST = (
    "Rosa Otto Ada José Jürgen Anne-Marie Seán Łucja Björn Zoë Maria Luca Émile Fatima Yusuf Olga"
    " Ivan Ingrid Mehmet Thanh Sofia Carlos Elif Noah Emma Liam Mia Paul Clara Hugo Nina Jan Eva"
)
_STEMS = (
    "Mül Schnei Ok Ros Ber Gar Fern Kow Nowa Hof Lind Sven Jør Pet And Dub Lef Mor Ruß Wag Bau Zim"
    " Kel Sant Car Oli Cos Mar Tan Ngu Pha Tra Dem Yıl Kay Öz Şah Pap Geo Vas Iva Pop Sok Kal"
)
_MIDDLES = "ler der afo si ger cía nan al cki f be gre son gen er trom"
_ENDS = "mann berg sen ini ez ova ski e ic ou er t ho ay"
_TITLES = (
    "Leg pain from the back (sciatica)", "Knee pain from wear (osteoarthritis)", "Nerve pain",
    "Long-standing low back pain", "Fibromyalgia", "Migraine",
)  # fmt: skip


class Made(NamedTuple):
    """One made-up visit."""

    id: str
    patient: int
    head: VisitHead


def fill(folder: Path, visits: int) -> None:
    """Make both: the record in ``folder``/record, the plain file beside it."""
    chance = random.Random(4)  # the same in every run
    people = [_person(chance) for _each in range(visits * 35 // 100)]
    people.sort(key=lambda one: one.name or "")
    told = [_visit(chance, len(people)) for _each in range(visits)]
    told.sort(key=lambda one: one.id)
    place = Place(folder / "record")
    record = create(place, "Riverside", ADA, PASSPHRASE, lambda: NOW, USUAL_COST).record
    with record.writing() as work:  # the writer's connection: only this filling does without
        driver = work.connection.connection.driver_connection
    driver.execute("PRAGMA synchronous = OFF")  # type: ignore[union-attr]
    filed = _file_patients(record, people)
    _file_visits(record, filed, told)
    driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
    record.close()
    _plain(folder / PLAIN, filed, told)


def _person(chance: random.Random) -> Patient:
    first, *last = (chance.choice(parts.split()) for parts in (_FIRST, _STEMS, _MIDDLES, _ENDS))
    born = date(1935, 1, 1) + timedelta(days=chance.randrange(26_000))
    number = f"{chance.choice('ABCD')}{chance.choice('-  ').strip()}{chance.randrange(10**5):05}"
    return Patient(name=f"{first} {''.join(last)}", born=born, number=number)


def _visit(chance: random.Random, people: int) -> Made:
    begun = NOW - timedelta(minutes=chance.randrange(3_000_000))
    ended = (begun + timedelta(minutes=27)).isoformat()
    signed = chance.random() < 0.9
    head = VisitHead(
        decision="sciatica",
        title=chance.choice(_TITLES),
        started=begun.isoformat(),
        step="sign" if signed else "compare",
        status="signed" if signed else "draft",
        sealed=ended if signed else "",
        look_again=(begun + timedelta(days=42)).date().isoformat() if signed else "",
        outcome="chosen" if signed else "",
        last_at=ended,
        last_who=ADA.name,
        pain=chance.randrange(11),
    )
    return Made(f"{chance.getrandbits(128):032x}", chance.randrange(people), head)


def _file_patients(record: Record, people: list[Patient]) -> list[PatientRow]:
    filed = []
    for start in range(0, len(people), TOGETHER):
        with record.writing() as work:
            filed += [patients.add_within(work, one) for one in people[start : start + TOGETHER]]
    return filed


def _file_visits(record: Record, filed: list[PatientRow], told: list[Made]) -> None:
    insert = (
        "INSERT INTO visits (id, kind, patient, wrapped_key, head, version, events, changed)"
        " VALUES (?, 'visit', ?, ?, ?, ?, 0, ?)"
    )
    for start in range(0, len(told), TOGETHER):
        with record.writing() as work:
            for visit, at, head in told[start : start + TOGETHER]:
                patient, key, seq = filed[at].id, new_key(), 0
                over = record.patient_key(work.connection, patient)
                for number, body in enumerate(_bodies()):
                    seq = work.append("visit", visit, number, key, body)
                wrapped = encrypt(over, key, rows.visit_key_place(visit, patient).encode())
                listed = pack_tuple(over, head, rows.head_place(visit, patient))
                work.direct.run(insert, visit, patient, wrapped, listed, ENTRIES, seq)


def _bodies() -> Iterator[bytes]:
    for number in range(ENTRIES):
        words = secrets.token_hex((ENTRY_BYTES - 120) // 2)
        what = {"kind": "text_written", "field": f"field_{number}", "words": words}
        yield json.dumps({"at": NOW.isoformat(), "who": ADA.name, "what": what}).encode()


def _plain(path: Path, filed: list[PatientRow], told: list[Made]) -> None:
    """The same list in plain words; patients lie in the order of their names, which helps it."""
    fields = VisitHead._fields
    with sqlite3.connect(path) as plain:
        plain.execute("PRAGMA journal_mode = WAL")
        plain.execute("CREATE TABLE patients (nr INTEGER PRIMARY KEY, id, name, born, number)")
        plain.execute(f"CREATE TABLE visits (id PRIMARY KEY, patient, {', '.join(fields)})")
        plain.execute("CREATE INDEX visits_of ON visits (patient)")
        plain.execute(
            "CREATE VIRTUAL TABLE found USING fts5(name, number, born, content='patients',"
            " content_rowid='nr', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4')"
        )
        listed = [(at, one.id, one.name, one.born, one.number) for at, one in enumerate(filed)]
        plain.executemany("INSERT INTO patients VALUES (?, ?, ?, ?, ?)", listed)
        plain.execute("INSERT INTO found(found) VALUES ('rebuild')")
        insert = f"INSERT INTO visits VALUES (?, ?{', ?' * len(fields)})"
        plain.executemany(insert, [(one.id, filed[one.patient].id, *one.head) for one in told])
    plain.close()


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]))
