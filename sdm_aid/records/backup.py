"""Copies the record into one encrypted file while the program runs, and checks such a file.

The copy is one state of the record. It gets its name only after it was read back from the disk and
found whole: until then a file that begins with a dot stands beside it.
"""

from __future__ import annotations

import errno
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from os import urandom
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import Connection, Engine, text
from sqlalchemy.pool import StaticPool

from sdm_aid.i18n import _
from sdm_aid.records import header as headers
from sdm_aid.records import schema
from sdm_aid.records.backup_file import MAGIC, SUFFIX, Manifest, finish, read_manifest, sha256_of
from sdm_aid.records.disk import forget, new_private_file, put_in_place
from sdm_aid.records.engine import embedded, translated
from sdm_aid.records.header import Header
from sdm_aid.records.journal import walk
from sdm_aid.records.keys import Keys
from sdm_aid.records.migrations import migrate, version_of
from sdm_aid.records.record import Record, head_in
from sdm_aid.records.trouble import BadBackup, DamagedRecord, NewerRecord
from sdm_aid.records.vault import made_at, read_header

Progress = Callable[[int, int], None]
"""Steps done and steps in all; called from the thread that copies."""
_PAGES = 2_000
_ROWS = 500
_DAY_S = 86_400
_BEGUN = ("meta", "chain_head")
"""Tables in which the first step of the migrations puts a row."""


def make(record: Record, to: Path, progress: Progress | None = None) -> Manifest:
    """Copy the open record into the file ``to``; what the file says about itself.

    Raises:
        NotAllowed: a reader makes no backup.
        FileExistsError: ``to`` is there already.
        RecordUnwritable: the disk is full or takes no writing; nothing is left of the file.
        RecordTrouble: the record cannot be read.
    """
    record.may("clinician", "administrator")
    header = read_header(record.place)
    return copy(record.engine, header, record.keys, to, record.clock(), progress)


def copy(
    engine: Engine,
    header: Header,
    keys: Keys,
    to: Path,
    now: datetime,
    progress: Progress | None = None,
) -> Manifest:
    """The same for a record of any schema that is not opened yet."""
    _refuse_present(to)
    new = to.with_name(f".{to.name}.{urandom(4).hex()}.new")
    try:
        with translated(str(to.parent)):
            _sweep(to.parent)
            new_private_file(new)
            try:
                _copied(engine, keys, new, progress)
            except DamagedRecord:
                raise DamagedRecord("database") from None  # of the record, not of the copy
            manifest = _described(new, header, keys, now, progress)
            finish(new, manifest)
            _read_back(new, manifest)
        _refuse_present(to)
        with translated(str(to.parent)):
            put_in_place(new, to)
    except BaseException:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise
    return manifest


def check(path: Path, keys: Keys, progress: Progress | None = None) -> Manifest:
    """Read a backup whole and compare it with what it says about itself.

    Raises:
        BadBackup: it is not what was written; the text says which part.
        NewerRecord: made by a newer version of the program.
    """
    manifest = read_manifest(path)
    if not manifest.genuine(keys):
        raise BadBackup(_("its list of contents was not written by this clinic"))
    if manifest.schema > schema.VERSION:
        raise NewerRecord(str(manifest.schema))
    with translated(str(path)):
        if sha256_of(path, manifest.size) != manifest.sha256:
            raise BadBackup(_("its database was changed"))
    check_database(path, keys, manifest, progress)
    return manifest


def check_database(
    path: Path, keys: Keys, manifest: Manifest, progress: Progress | None = None
) -> None:
    """Open the database of a backup and compare it with the manifest.

    Raises:
        BadBackup: the text says which part.
    """
    engine = embedded(path, keys.database, read_only=True)
    try:
        with translated(str(path)), engine.connect() as connection:
            _compare(connection, keys, manifest, progress)
    except DamagedRecord as problem:
        raise BadBackup(_("its database is damaged")) from problem
    finally:
        engine.dispose()


def _compare(
    connection: Connection, keys: Keys, manifest: Manifest, progress: Progress | None
) -> None:
    found = connection.execute(text("PRAGMA integrity_check")).scalar()
    if found != "ok":
        raise BadBackup(_("its database is damaged"))
    whose = connection.execute(text("SELECT value FROM meta WHERE name = 'vault'")).scalar()
    if whose != manifest.vault or manifest.read_header().vault != manifest.vault:
        raise BadBackup(_("its keys belong to another record"))
    if version_of(connection) != manifest.schema or counts_in(connection) != manifest.counts:
        raise BadBackup(_("rows are missing in it"))
    report = walk(connection, keys, progress)
    broken = report.broken.seq if report.broken is not None else 0
    if head_in(connection) != manifest.head or broken != manifest.broken:
        raise BadBackup(_("its journal does not hold"))


def counts_in(connection: Connection) -> dict[str, int]:
    """How many rows each table has that a copy carries."""
    names = [table.name for table in schema.COPIED]
    return {
        name: int(connection.execute(text(f"SELECT count(*) FROM {name}")).scalar() or 0)
        for name in names
    }


def _sweep(folder: Path) -> None:
    """Take away what a backup left that was interrupted more than a day ago."""
    for left in folder.glob(f".*{SUFFIX}.????????.new"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _DAY_S:
                left.unlink()


def _refuse_present(to: Path) -> None:
    if to.exists():
        raise FileExistsError(errno.EEXIST, _("there is such a file already"), str(to))


def _copied(engine: Engine, keys: Keys, new: Path, progress: Progress | None) -> None:
    target = _target(new, keys)
    try:
        with _one_state(engine) as source, target.connect() as copied:
            if source.dialect.name == "sqlite":
                _copy_pages(source, copied, progress)
            else:
                copy_rows(source, copied, progress)
            copied.commit()
            # one file, without a log beside it
            copied.exec_driver_sql("PRAGMA journal_mode = DELETE")
    finally:
        target.dispose()


@contextmanager
def _one_state(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the record, however long the copying takes."""
    with engine.connect() as connection:
        yield connection.execution_options(reading=True)


def _target(path: Path, keys: Keys) -> Engine:
    """The engine of a new file. Its salt begins with our magic, so the file does.

    What is half there after a crash is thrown away, so nothing waits for the disk until the end.
    """
    from sqlcipher3 import dbapi2

    salt = MAGIC + urandom(16 - len(MAGIC))

    def connect() -> Any:
        connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
        connection.execute(f"PRAGMA key = \"x'{keys.database.hex()}{salt.hex()}'\"")
        for line in ("temp_store = MEMORY", "journal_mode = OFF", "synchronous = OFF"):
            connection.execute(f"PRAGMA {line}")
        return connection

    return sqlalchemy.create_engine(
        "sqlite+pysqlite://", creator=connect, module=dbapi2, poolclass=StaticPool,
        hide_parameters=True,
    )  # fmt: skip


def _copy_pages(source: Connection, target: Connection, progress: Progress | None) -> None:
    source.execute(text("SELECT count(*) FROM meta"))  # from here on the state is fixed
    of, to = source.connection.driver_connection, target.connection.driver_connection

    def told(_status: int, left: int, pages: int) -> None:
        if progress is not None:
            progress(pages - left, pages)

    if of is not None:
        of.backup(to, pages=_PAGES, progress=told)


def copy_rows(source: Connection, target: Connection, progress: Progress | None = None) -> None:
    """Copy the rows of a record, of whatever schema, into an empty database."""
    version = version_of(source)
    migrate(target, version)
    counts = counts_in(source)
    done, of = 0, sum(counts.values())
    for name in counts:
        if name in _BEGUN:
            target.execute(text(f"DELETE FROM {name}"))
        all_of_it = text(f"SELECT * FROM {name}")
        with source.execute(all_of_it, execution_options={"yield_per": _ROWS}) as rows:
            columns = list(rows.keys())
            values = ", ".join(f":{each}" for each in columns)
            insert = text(f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({values})")
            for some in rows.partitions(_ROWS):
                target.execute(insert, [dict(row._mapping) for row in some])
                done += len(some)
                if progress is not None:
                    progress(done, of)


def _read_back(new: Path, manifest: Manifest) -> None:
    """What lies on the disk is what was opened and checked a moment ago."""
    forget(new)
    if read_manifest(new) != manifest or sha256_of(new, manifest.size) != manifest.sha256:
        raise BadBackup(_("the disk did not keep it"))


def _described(
    new: Path, header: Header, keys: Keys, now: datetime, progress: Progress | None
) -> Manifest:
    """Open the copy, check it, and say what is in it."""
    size = new.stat().st_size
    engine = embedded(new, keys.database, read_only=True)
    try:
        with engine.connect() as connection:
            head, version, counts = (
                head_in(connection), version_of(connection), counts_in(connection)
            )  # fmt: skip
            if connection.execute(text("PRAGMA integrity_check")).scalar() != "ok":
                raise BadBackup(_("its database is damaged"))
            broken = walk(connection, keys, progress).broken
    except DamagedRecord as problem:
        raise BadBackup(_("its database is damaged")) from problem
    finally:
        engine.dispose()
    return Manifest(
        made=made_at(now),
        clinic=header.clinic,
        vault=header.vault,
        schema=version,
        seq=head.seq,
        hash=head.hash.hex(),
        counts=counts,
        size=size,
        sha256=sha256_of(new, size),
        header=headers.to_bytes(replace(header, head=head), keys),
        broken=broken.seq if broken is not None else 0,
    ).signed(keys)
