"""The tables of a record, the same on SQLCipher and on PostgreSQL."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, MetaData, Table, Text

VERSION = 3
"""The schema that this program writes; ``migrations`` leads here from every earlier one."""

tables = MetaData()

vault = Table(
    "vault",
    tables,
    Column("name", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)
"""``header``: the vault header, where no file can hold it (on a server). Not encrypted."""

meta = Table(
    "meta",
    tables,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""``schema``: the version of these tables; ``vault``: whose record this is."""

head = Table(
    "chain_head",
    tables,
    Column("id", Integer, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)
"""One row: the last entry of the journal. Writers lock it, so entries come one after another."""

journal = Table(
    "journal",
    tables,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)
"""Every action, append-only. ``body``: encrypted under the key of its visit, patient or clinic."""

patients = Table(
    "patients",
    tables,
    Column("id", Text, primary_key=True),
    Column("under", Text, nullable=False),
    Column("wrapped_key", LargeBinary),
    Column("body", LargeBinary),
    Column("version", Integer, nullable=False),
    Column("changed", BigInteger, nullable=False),
    Column("erased", Text, nullable=False),
)
"""``under``: empty, or the patient this double was merged into, whose key wraps this one's.
Erased: no key and no body; ``erased`` says when."""

visits = Table(
    "visits",
    tables,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("patient", Text, nullable=False),
    Column("wrapped_key", LargeBinary),
    Column("head", LargeBinary),
    Column("place", LargeBinary),
    Column("version", Integer, nullable=False),
    Column("events", Integer, nullable=False),
    Column("changed", BigInteger, nullable=False),
)
"""Visits and look-agains. ``version``: how many journal entries; ``place``: where on the screen."""

papers = Table(
    "papers",
    tables,
    Column("id", Text, primary_key=True),
    Column("visit", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("about", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""Sealed plans and handouts, byte for byte, under the key of their visit."""

users = Table(
    "users",
    tables,
    Column("id", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("version", Integer, nullable=False),
)
"""Name, role and title of each user, also of those removed."""

clinic_items = Table(
    "clinic_items",
    tables,
    Column("name", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("version", Integer, nullable=False),
)
"""What belongs to the clinic: its seal, its settings, its list of backups."""

COPIED = (meta, head, journal, patients, visits, papers, users, clinic_items)
"""What a backup or a move carries, in this order; the vault header goes beside it."""
