"""Before and around unlocking: who can open it, the printed key, passphrases, the settings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from sdm_aid.application.record import clinic_settings as settings_room
from sdm_aid.application.record.clinic_settings import ClinicSettings, clinic_settings
from sdm_aid.application.record.desk import Desk, set_up, unlock
from sdm_aid.application.record.doorplate import doorplate_here
from sdm_aid.application.record.own_passphrase import change_own
from sdm_aid.application.record.passphrase import SHORTEST, estimate, too_short
from sdm_aid.application.record.recovering import recover
from sdm_aid.application.record.recovery_sheet import recovery_pdf, shows_it_was_kept
from sdm_aid.records import journal, users
from sdm_aid.records.clinic import put_item
from sdm_aid.records.header_text import checksum
from sdm_aid.records.place import Place
from sdm_aid.records.trouble import (
    DamagedHeader,
    NewerRecord,
    NoRecord,
    NotAllowed,
    WrongPassphrase,
)
from tests.records.conftest import PASSPHRASE, QUICK

NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
NEW = "lantern copper seven field"


@pytest.fixture
def made(tmp_path: Path) -> Iterator[tuple[Desk, str]]:
    """A clinic's record just set up, and its printed key."""
    place = Place(tmp_path / "record")
    desk, key = set_up(place, "Riverside", "Ada", "physician", PASSPHRASE, _now, QUICK)
    yield desk, key
    desk.close()


def _now() -> datetime:
    return NOW


def _silent(_words: str) -> None:
    """Nobody listens."""


def _kinds(desk: Desk) -> list[str]:
    record = desk.record
    with record.reading() as connection:
        found = journal.events(connection, record.keys.clinic, "clinic", "clinic")
    return [event.what["kind"] for event in found]


# -- the doorplate ---------------------------------------------------------------------------------


def test_names_are_known_before_anything_is_opened(made: tuple[Desk, str]) -> None:
    desk, _key = made
    users.add(desk.record, "bea", "reader", "", PASSPHRASE, QUICK)
    gone = users.add(desk.record, "Cleo", "clinician", "", PASSPHRASE, QUICK)
    users.remove(desk.record, gone.id)
    plate = doorplate_here(desk.record.place)
    assert plate.clinic == "Riverside"
    assert [person.name for person in plate.people] == ["Ada", "bea"]


def test_a_damaged_header_gives_way_to_its_spare_copy(made: tuple[Desk, str]) -> None:
    place = made[0].record.place
    whole = place.header.read_bytes()
    spare = place.header.with_name("vault.json.spare")
    for damage in (b"", b"{", whole[:-30], whole.replace(b"Riverside", b"Riverbank"), b"[]", b"7"):
        place.header.write_bytes(damage)
        assert doorplate_here(place).clinic == "Riverside"
        spare_bytes = spare.read_bytes()
        spare.write_bytes(damage)
        with pytest.raises(DamagedHeader):
            doorplate_here(place)
        spare.write_bytes(spare_bytes)
    place.header.unlink()
    spare.unlink()
    with pytest.raises(DamagedHeader):
        doorplate_here(place)
    place.header.write_bytes(whole)


def test_another_version_and_no_record_are_told_apart(tmp_path: Path) -> None:
    place = Place(tmp_path / "record")
    with pytest.raises(NoRecord):
        doorplate_here(place)
    place.folder.mkdir()
    newer = {"format": "sdm-aid.vault/2"}
    place.header.write_text(json.dumps({**newer, "sha256": checksum(newer)}))
    with pytest.raises(NewerRecord):
        doorplate_here(place)


# -- the printed key -------------------------------------------------------------------------------


def test_the_printed_key_sets_a_passphrase_and_the_journal_says_so(made: tuple[Desk, str]) -> None:
    desk, key = made
    place, user = desk.record.place, desk.user.id
    desk.close()
    typed = key.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    opened = recover(place, typed, user, NEW, _now, _silent, QUICK)
    assert opened.desk.user.name == "Ada"
    assert "printed key was used" in opened.notices[-1]
    assert _kinds(opened.desk)[-2:] == ["recovery_key_used", "passphrase_changed"]
    opened.desk.close()
    with pytest.raises(WrongPassphrase):
        unlock(place, user, PASSPHRASE, _now)
    unlock(place, user, NEW, _now).desk.close()


def test_a_wrong_printed_key_changes_nothing(made: tuple[Desk, str]) -> None:
    desk, key = made
    place, user = desk.record.place, desk.user.id
    desk.close()
    wrong = ("1" if key[0] != "1" else "2") + key[1:]
    with pytest.raises(WrongPassphrase):
        recover(place, wrong, user, NEW, _now, _silent, QUICK)
    unlock(place, user, PASSPHRASE, _now).desk.close()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1JK0-WXYZ", True),
        ("ijko wxyz", True),
        ("  ljkO–wxyz ", True),
        ("WXYZ", False),
        ("WXYZ-1JK0", False),
        ("", False),
    ],
)
def test_the_last_two_groups_show_that_it_was_kept(typed: str, kept: bool) -> None:
    key = "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-1JK0-WXYZ"
    assert shows_it_was_kept(key, typed) is kept


def test_the_sheet_is_a_tagged_pdf_with_all_that_is_needed(made: tuple[Desk, str]) -> None:
    key = made[1]
    clinic = "Schmerzzentrum Süd 疼痛"  # a character the face lacks is no reason to fail
    reader = PdfReader(BytesIO(recovery_pdf(clinic, key, NOW, "/srv/record")))
    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text()
    for part in (*key.split("-"), "Schmerzzentrum Süd", "28 Nov 2026", "/srv/record", "safe"):
        assert part in text
    assert "/StructTreeRoot" in reader.root_object
    assert str(reader.root_object["/Lang"]) == "en"


# -- passphrases -----------------------------------------------------------------------------------


def test_estimates_are_honest_and_say_why() -> None:
    for passphrase, said in (
        ("password12", "at once"),
        ("password12", "much used password"),
        ("qwertyuiop", "hundred most used"),
        ("aaaaaaaaaaaa", "same letter"),
        ("abcdefghijklm", "Rows like abc"),
        ("dsf8-73hd", "At least 10"),
        ("copper lantern seven field", "centuries"),
    ):
        assert said in estimate(passphrase).words
    assert estimate("copper lantern seven field").good
    assert not estimate("password12").good


def test_the_names_of_clinic_and_user_are_no_secret() -> None:
    alone = estimate("Hohenwarth-Sattelberg").share
    known = estimate("Hohenwarth-Sattelberg", ("Praxis Hohenwarth-Sattelberg",)).share
    assert known < alone


def test_any_length_and_any_letters_are_estimated() -> None:
    for passphrase in ("x" * 5_000, "ключ к записи клиники", "🗝" * 40, "é" * 12, " " * 12):
        assert estimate(passphrase).words
    assert too_short("x" * (SHORTEST - 1))
    assert not too_short("x" * SHORTEST)


def test_ones_own_passphrase_is_changed_only_with_the_old_one(made: tuple[Desk, str]) -> None:
    desk = made[0]
    with pytest.raises(WrongPassphrase):
        change_own(desk.record, "not the old one", NEW, QUICK)
    change_own(desk.record, PASSPHRASE, NEW, QUICK)
    desk.close()
    with pytest.raises(WrongPassphrase):
        unlock(desk.record.place, desk.user.id, PASSPHRASE, _now)
    unlock(desk.record.place, desk.user.id, NEW, _now).desk.close()


# -- settings --------------------------------------------------------------------------------------


def test_times_are_kept_within_their_range_and_the_journal_says_who(
    made: tuple[Desk, str],
) -> None:
    record = made[0].record
    assert clinic_settings(record) == ClinicSettings(5, 10)
    settings_room.keep_clinic_settings(record, ClinicSettings(1, 60))
    assert clinic_settings(record) == ClinicSettings(1, 60)
    before = _kinds(made[0])
    settings_room.keep_clinic_settings(record, ClinicSettings(1, 60))
    assert _kinds(made[0]) == before
    for wrong in (ClinicSettings(0, 10), ClinicSettings(5, 61)):
        with pytest.raises(ValueError, match="range"):
            settings_room.keep_clinic_settings(record, wrong)
    assert before[-1] == "settings_changed"


@pytest.mark.parametrize("stored", [None, 7, [], {"cover_minutes": "x"}, {"lock_minutes": 999}])
def test_settings_that_cannot_be_read_are_as_at_first(
    made: tuple[Desk, str], stored: object
) -> None:
    record = made[0].record
    put_item(record, settings_room.ITEM, stored, {"kind": "test"})
    assert clinic_settings(record) == ClinicSettings()


def test_others_than_administrators_change_no_times(made: tuple[Desk, str]) -> None:
    desk = made[0]
    users.add(desk.record, "Cleo", "clinician", "", PASSPHRASE, QUICK)
    desk.close()
    theirs = unlock(desk.record.place, "Cleo", PASSPHRASE, _now).desk
    with pytest.raises(NotAllowed):
        settings_room.keep_clinic_settings(theirs.record, ClinicSettings(2, 3))
    theirs.close()


def test_that_the_key_was_kept_is_remembered_until_there_is_a_new_one(
    made: tuple[Desk, str],
) -> None:
    record = made[0].record
    assert settings_room.recovery_kept(record) == ""
    settings_room.note_recovery_kept(record, NOW)
    assert settings_room.recovery_kept(record) == NOW.isoformat()
    settings_room.note_recovery_new(record)
    assert settings_room.recovery_kept(record) == ""
