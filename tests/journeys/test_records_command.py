"""``sdm-aid records``: what it says and with which exit code, as somebody types it."""

from __future__ import annotations

import io
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from sdm_aid import cli, paths
from sdm_aid.application.clinic_key import KEY_FILE, make_key, open_key
from sdm_aid.application.export_plan import ExportRequest, export
from sdm_aid.domain.journal import Journal
from sdm_aid.domain.signing import RecordHead
from sdm_aid.records import users, visits
from sdm_aid.records.header import Head
from sdm_aid.records.keys import Cost
from sdm_aid.records.opening import create, open_for
from sdm_aid.records.place import Place
from sdm_aid.records.record import Record
from sdm_aid.records.rows import User, VisitHead
from tests.ui.pages.real_content import the_content
from tests.ui.pages.signed import a_signed_visit

PASSPHRASE = "seven quiet herons"
ADA = User("a" * 32, "Ada Attending", "administrator", "pain physician")
QUICK = Cost(1, 1, 64)
VISIT = "b" * 32


NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def now() -> datetime:
    return datetime.now(UTC)


def here() -> Place:
    return Place(paths.user_data_dir() / "record")


def opened() -> Record:
    return open_for(here(), ADA.name, PASSPHRASE, now).record


@pytest.fixture
def secret(tmp_path: Path) -> str:
    """A record with a visit; the name of the file that holds its passphrase."""
    record = create(here(), "Clinic on the Hill", ADA, PASSPHRASE, now, QUICK).record
    head = VisitHead("knee", "Knee pain", "2026-05-03T09:00:00+00:00")
    visits.begin(record, VISIT, "visit", None, b"{}", head)
    for number in range(1, 6):
        visits.append(record, VISIT, number, [b"{}"], head)
    record.close()
    (tmp_path / "passphrase").write_text(PASSPHRASE + "\n", "utf-8")
    return str(tmp_path / "passphrase")


class Said:
    """What a command said: its exit code, its lines, its troubles."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


class Typing:
    """Types commands."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: str) -> Said:
        self._capsys.readouterr()
        code = cli.main(["records", *words])
        out, err = self._capsys.readouterr()
        assert "Traceback" not in out + err
        assert PASSPHRASE not in out + err
        return Said(code, out, err)


@pytest.fixture
def typed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Types commands without a terminal."""
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    return Typing(capsys)


def change_an_entry(seq: int) -> None:
    record = opened()
    with record.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER journal_no_update"))
        connection.execute(text(f"UPDATE journal SET body = zeroblob(40) WHERE seq = {seq}"))
    record.close()


def test_a_whole_record_is_told_whole(typed: Typing, secret: str) -> None:
    said = typed("verify", "--passphrase-file", secret)
    assert said.code == 0
    assert "The record is whole: all 9 entries of the journal hold." in said.out
    told = json.loads(typed("verify", "--passphrase-file", secret, "--json").out)
    assert (told["whole"], told["entries"], told["broken"]) == (True, 9, None)


def test_a_changed_entry_is_named_with_its_visit(typed: Typing, secret: str) -> None:
    change_an_entry(6)
    said = typed("verify", "--passphrase-file", secret)
    assert said.code == 1
    assert "Entry 6 was changed outside the program." in said.out
    assert "of the visit “Knee pain” of Sunday 3 May 2026" in said.out
    told = json.loads(typed("verify", "--passphrase-file", secret, "--json").out)
    assert (told["exit_code"], told["broken"]["seq"]) == (1, 6)


def test_an_entry_taken_out_is_named(typed: Typing, secret: str) -> None:
    record = opened()
    with record.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER journal_no_delete"))
        connection.execute(text("DELETE FROM journal WHERE seq = 5"))
    record.close()
    said = typed("verify", "--passphrase-file", secret)
    assert said.code == 1
    assert "Entry 5 was taken out of the journal." in said.out
    assert "as many as the visit says" in said.out


def test_damaged_pages_are_told_and_the_rest_is_checked(typed: Typing, secret: str) -> None:
    record = opened()
    for number in range(6, 40):
        visits.append(record, VISIT, number, [b'"x"' * 2_000], VisitHead("knee", "Knee pain"))
    record.close()
    data = bytearray(here().database.read_bytes())
    data[len(data) // 2] ^= 1
    here().database.write_bytes(bytes(data))
    said = typed("verify", "--passphrase-file", secret)
    assert said.code == 1
    assert "The database file is damaged: HMAC verification failed" in said.out
    assert "cannot be read: the file is damaged" in said.out


def test_a_backup_put_back_over_a_newer_record_is_told(typed: Typing, secret: str) -> None:
    old = {path: path.read_bytes() for path in here().files if path.exists()}
    record = opened()
    visits.append(record, VISIT, 6, [b"{}"], VisitHead("knee", "Knee pain"))
    record.close()
    for path, data in old.items():
        path.write_bytes(data)
    said = typed("verify", "--passphrase-file", secret)
    assert said.code == 1
    assert "10 seen, 9 there" in said.out


def test_plans_are_checked_against_the_journal(typed: Typing, secret: str, tmp_path: Path) -> None:
    record = opened()
    head = record.head()
    record.close()
    held = a_plan(tmp_path / "held", head)
    without = a_plan(tmp_path / "without", None)
    said = typed("verify", "--passphrase-file", secret, "--plan", str(held), "--plan", str(without))
    assert said.code == 0
    assert f"{held}: the journal holds entry 9, which this plan names." in said.out
    assert f"{without}: this plan names no entry" in said.out
    record = opened()
    with record.engine.begin() as connection:  # cut off and written anew
        connection.execute(text("DROP TRIGGER journal_no_update"))
        connection.execute(text("UPDATE journal SET hash = zeroblob(32) WHERE seq = 9"))
    record.close()
    said = typed("verify", "--passphrase-file", secret, "--plan", str(held))
    assert said.code == 1
    assert "does not hold entry 9" in said.out
    held.write_bytes(held.read_bytes().replace(b"/Type", b"/Tipe", 1))
    said = typed("verify", "--passphrase-file", secret, "--plan", str(held), "--plan", secret)
    assert "changed after it was sealed" in said.out
    assert "is not one of our sealed plans" in said.out
    said = typed("verify", "--passphrase-file", secret, "--plan", str(tmp_path / "nowhere.pdf"))
    assert said.code == 2
    assert "nowhere.pdf" in said.err


def test_backup_and_restore(typed: Typing, secret: str, monkeypatch: pytest.MonkeyPatch,
                            tmp_path: Path) -> None:  # fmt: skip
    file = tmp_path / "a.sdmbackup"
    said = typed("backup", str(file), "--passphrase-file", secret)
    assert (said.code, str(file) in said.out) == (0, True)
    said = typed("backup", str(file), "--passphrase-file", secret)
    assert (said.code, "already" in said.err) == (2, True)
    said = typed("restore", str(file), "--passphrase-file", secret)
    assert (said.code, "never written over" in said.err) == (2, True)
    assert typed("restore", str(file), "--set-aside", "--passphrase-file", secret).code == 0
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "another computer"))
    said = typed("restore", str(file), "--passphrase-file", secret)
    assert said.code == 0
    assert "Clinic on the Hill" in said.out
    assert "visits in it: 1" in said.out
    assert typed("verify", "--passphrase-file", secret).code == 0
    file.write_bytes(file.read_bytes()[:-100])
    said = typed("restore", str(file), "--set-aside", "--passphrase-file", secret)
    assert (said.code, "no whole backup" in said.err) == (1, True)


def test_users_are_listed(typed: Typing, secret: str) -> None:
    record = opened()
    users.remove(record, users.add(record, "Ben Gone", "reader", "", "words", QUICK).id)
    record.close()
    said = typed("users", "--passphrase-file", secret)
    assert said.code == 0
    assert "Ada Attending (pain physician): administrator" in said.out
    assert "Ben Gone: reader, removed 20" in said.out


def test_nobody_to_ask_and_nothing_to_open_are_sentences(
    typed: Typing, secret: str, tmp_path: Path
) -> None:
    assert "--passphrase-file" in typed("verify").err
    (tmp_path / "other").write_text("not this one", "utf-8")
    said = typed("verify", "--passphrase-file", str(tmp_path / "other"))
    assert (said.code, "does not open" in said.err) == (2, True)
    said = typed("verify", "--passphrase-file", secret, "--user", "Nobody")
    assert (said.code, "Nobody" in said.err) == (2, True)
    for data in (b"", b"\xff\xfe\x00", b"x" * 70_000):
        (tmp_path / "other").write_bytes(data)
        said = typed("verify", "--passphrase-file", str(tmp_path / "other"))
        assert (said.code, "holds no passphrase" in said.err) == (2, True)
    said = typed("verify", "--passphrase-file", str(tmp_path / "nowhere"))
    assert (said.code, said.err.count("\n")) == (2, 1)
    record = opened()
    said = typed("verify", "--passphrase-file", secret)
    assert (said.code, "Another copy" in said.err) == (2, True)
    users.add(record, "Ben", "reader", "", "words", QUICK)
    record.close()
    said = typed("verify", "--passphrase-file", secret)
    assert (said.code, "Ada Attending, Ben, recovery" in said.err) == (2, True)
    for path in here().folder.iterdir():
        path.unlink()
    said = typed("users", "--passphrase-file", secret, "--user", "Ben")
    assert (said.code, "There is no record" in said.err) == (2, True)


def test_at_a_terminal_the_passphrase_is_typed_unseen(
    typed: Typing, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    def unseen(prompt: str) -> str:
        asked.append(prompt)
        return PASSPHRASE

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", unseen)
    assert typed("verify").code == 0
    assert asked == ["Passphrase of Ada Attending: "]


def a_plan(folder: Path, head: Head | None) -> Path:
    """A plan sealed by this clinic that names an entry of the journal, or none."""
    folder.mkdir()
    home, state = paths.user_data_dir(), a_signed_visit()
    if not (home / KEY_FILE).exists():
        make_key(home, "Clinic on the Hill", "copper lantern field", NOON)
    key = open_key(home, "copper lantern field")
    named = None if head is None else RecordHead(seq=head.seq, hash=head.hash.hex())
    request = ExportRequest(
        content=the_content(), state=state, journal=Journal(begun=state), key=key, now=NOON,
        folder=folder, stem="a", record=named,
    )  # fmt: skip
    return export(request, lambda _sentence: None).plan
