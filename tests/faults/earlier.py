"""Makes a record of an earlier schema out of one of today, with the steps as they were then."""

from __future__ import annotations

from sqlalchemy import text

from sdm_aid.records.engine import embedded
from sdm_aid.records.keys import Keys
from sdm_aid.records.migrations import migrate
from sdm_aid.records.place import Place
from sdm_aid.records.schema import COPIED


def make_earlier(place: Place, keys: Keys, version: int) -> None:
    """Put the rows of a closed record into the tables of ``version``, in its place."""
    new = place.folder / "earlier.db"
    source, target = embedded(place.database, keys.database), embedded(new, keys.database)
    try:
        with source.connect() as old, target.begin() as made:
            migrate(made, version)
            for table in COPIED:
                found = made.execute(text(f"SELECT name FROM pragma_table_info('{table.name}')"))
                columns = [row.name for row in found]
                made.execute(text(f"DELETE FROM {table.name}"))
                rows = old.execute(text(f"SELECT {', '.join(columns)} FROM {table.name}"))
                values = ", ".join(f":{name}" for name in columns)
                insert = text(f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({values})")
                if found_rows := [dict(row._mapping) for row in rows]:
                    made.execute(insert, found_rows)
            said = text("UPDATE meta SET value = :value WHERE name = 'schema'")
            made.execute(said, {"value": str(version)})
    finally:
        source.dispose()
        target.dispose()
    for path in place.folder.glob("record.db*"):
        path.unlink()
    for path in place.folder.glob("earlier.db*"):
        path.rename(place.folder / path.name.replace("earlier", "record"))
