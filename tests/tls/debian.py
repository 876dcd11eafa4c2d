"""The PostgreSQL server of the operating system."""

from pathlib import Path

ACCOUNT = "postgres"


def programs() -> Path | None:
    """The folder with the newest server's programs; None: there is none."""
    found = Path("/usr/lib/postgresql").glob("*/bin/postgres")
    newest = max(found, key=lambda path: float(path.parents[1].name), default=None)
    return newest.parent if newest else None
