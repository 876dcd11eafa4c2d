"""Keys, header and the door: who gets in, what a damaged file of keys does, half-made records."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from hypothesis import given
from hypothesis import strategies as st

from sdm_aid.records import header as headers
from sdm_aid.records import keys as key_room
from sdm_aid.records import making, trouble, vault, visits
from sdm_aid.records.engine import embedded
from sdm_aid.records.header import RECOVERY, Head, Header
from sdm_aid.records.header_text import checksum
from sdm_aid.records.keys import Cost, Keys, typed_recovery_key
from sdm_aid.records.opening import create, open_for
from sdm_aid.records.place import Place
from sdm_aid.records.record import Record
from sdm_aid.records.rows import VisitHead
from tests.records.conftest import FIRST, PASSPHRASE, QUICK, SteppingClock, made

KEY = bytes(range(32))


@pytest.fixture
def here(tmp_path: Path) -> Place:
    return Place(tmp_path / "record")


@pytest.fixture
def closed(here: Place, clock: SteppingClock) -> str:
    """A record that was set up and closed; its printed key."""
    made = create(here, "Clinic on the Hill", FIRST, PASSPHRASE, clock, QUICK)
    made.record.close()
    return made.recovery_key


def a_header(*names: str) -> Header:
    slots = [
        headers.make_slot("v" * 32, f"id-{name}", name, KEY, PASSPHRASE, QUICK) for name in names
    ]
    return Header("v" * 32, "Clinic", "2026-11-28T09:00:00+00:00", tuple(slots), Head(7, KEY))


@given(st.binary(max_size=200), st.text(max_size=20))
def test_what_is_encrypted_comes_back_only_in_its_place(plain: bytes, about: str) -> None:
    sealed = key_room.encrypt(KEY, plain, about.encode())
    assert key_room.decrypt(KEY, sealed, about.encode()) == plain
    with pytest.raises(InvalidTag):
        key_room.decrypt(KEY, sealed, about.encode() + b"x")
    with pytest.raises(InvalidTag):
        key_room.decrypt(bytes(32), sealed, about.encode())


def test_the_same_words_are_never_encrypted_the_same() -> None:
    assert len({key_room.encrypt(KEY, b"same", b"") for _turn in range(50)}) == 50


def test_every_purpose_has_a_key_of_its_own() -> None:
    keys = Keys(KEY)
    derived = {keys.database, keys.chain, keys.patients, keys.clinic, keys.names, keys.data}
    assert len(derived) == 6
    assert "Keys(...)" in repr(keys)
    assert KEY.hex() not in repr(keys)


def test_a_passphrase_is_the_same_composed_or_not() -> None:
    wrapped = key_room.wrap_under_passphrase(KEY, "Schlüssel é", b"", QUICK)
    assert key_room.unwrap_under_passphrase(wrapped, "Schlüssel é", b"", QUICK) == KEY
    with pytest.raises(trouble.WrongPassphrase):
        key_room.unwrap_under_passphrase(wrapped, "Schlussel e", b"", QUICK)


@pytest.mark.parametrize("cost", [Cost(0, 1, 64), Cost(1, 1, 8_000_000), Cost(1, 99, 64 * 1024)])
def test_a_damaged_cost_does_not_eat_the_memory(cost: Cost) -> None:
    with pytest.raises(trouble.DamagedHeader):
        key_room.passphrase_key("words", bytes(16), cost)


def test_a_printed_key_may_be_typed_carelessly() -> None:
    printed = key_room.new_recovery_key()
    assert len(printed.replace("-", "")) == key_room.RECOVERY_LETTERS
    careless = printed.lower().replace("-", " ").replace("1", "l").replace("0", "o")
    assert typed_recovery_key(careless) == printed
    assert key_room.new_recovery_key() != printed


def test_a_header_reads_back_and_opens_for_each_of_its_users() -> None:
    header = a_header("Ada", "Ben")
    data = headers.to_bytes(header, Keys(KEY))
    assert headers.from_bytes(data) == header
    assert headers.genuine(data, Keys(KEY))
    assert headers.open_slot(header, "Ben", PASSPHRASE).data == KEY
    with pytest.raises(trouble.WrongPassphrase):
        headers.open_slot(header, "Ada", "other words")
    with pytest.raises(trouble.UnknownUser):
        headers.open_slot(header, "Carl", PASSPHRASE)


def test_a_slot_opens_under_no_other_name() -> None:
    """Whoever can write the file cannot turn a reader's slot into somebody else's."""
    slot = replace(a_header("Ada").slots[0], name="Ben")
    with pytest.raises(trouble.WrongPassphrase):
        headers.open_slot(a_header("Ada").with_slot(slot), "Ben", PASSPHRASE)


@given(st.data())
def test_a_changed_header_is_refused_or_reads_the_same(data: st.DataObject) -> None:
    written = headers.to_bytes(_HEADER, Keys(KEY))
    place = data.draw(st.integers(0, len(written) - 1))
    changed = bytearray(written)
    changed[place] ^= 1 << data.draw(st.integers(0, 7))
    with suppress(trouble.DamagedHeader, trouble.NewerRecord):
        assert headers.from_bytes(bytes(changed)) == _HEADER


_HEADER = a_header("Ada")


def test_a_header_written_without_the_key_is_told_from_ours(here: Place, closed: str) -> None:
    """A forger can make every checksum, but not the keyed hash."""
    forged = replace(vault.read_header(here), clinic="Another clinic")
    data = headers.to_bytes(forged, Keys(bytes(32)))
    here.header.write_bytes(data)
    with pytest.raises(trouble.DamagedHeader):
        open_for(here, FIRST.name, PASSPHRASE, SteppingClock())


def test_a_header_of_a_newer_version_says_so(here: Place, closed: str) -> None:
    newer = {"format": "sdm-aid.vault/9", "unheard": "of"}
    newer["sha256"] = checksum(newer)
    here.header.write_bytes(json.dumps(newer).encode())
    before = {path: path.read_bytes() for path in here.files if path.exists()}
    with pytest.raises(trouble.NewerRecord):
        open_for(here, FIRST.name, PASSPHRASE, SteppingClock())
    assert before == {path: path.read_bytes() for path in here.files if path.exists()}


def test_a_damaged_header_gives_way_to_its_spare(
    here: Place, closed: str, clock: SteppingClock
) -> None:
    whole = here.header.read_bytes()
    for harm in (whole.replace(b"Hill", b"Hall"), whole.replace(b"vault/1", b"vault/9"), b""):
        here.header.write_bytes(harm)
        open_for(here, FIRST.name, PASSPHRASE, clock).record.close()
        assert here.header.read_bytes() == whole, "it is mended"
    here.spare.unlink()
    open_for(here, FIRST.name, PASSPHRASE, clock).record.close()
    assert here.spare.read_bytes() == whole
    here.header.unlink()
    here.spare.unlink()
    with pytest.raises(trouble.DamagedHeader):
        open_for(here, FIRST.name, PASSPHRASE, clock)


def test_the_printed_key_opens_the_record(here: Place, closed: str, clock: SteppingClock) -> None:
    opened = open_for(here, RECOVERY, f" {closed.lower()} ", clock)
    assert opened.record.user.role == "administrator"
    opened.record.close()
    with pytest.raises(trouble.WrongPassphrase):
        open_for(here, RECOVERY, key_room.new_recovery_key(), clock)


def test_a_second_copy_is_refused_until_the_first_is_closed(
    here: Place, clock: SteppingClock
) -> None:
    record = made(here, clock)
    with pytest.raises(trouble.RecordInUse):
        open_for(here, FIRST.name, PASSPHRASE, clock)
    record.close()
    open_for(here, FIRST.name, PASSPHRASE, clock).record.close()


def test_a_wrong_passphrase_leaves_the_door_as_it_was(
    here: Place, closed: str, clock: SteppingClock
) -> None:
    with pytest.raises(trouble.WrongPassphrase):
        open_for(here, FIRST.name, "not this one", clock)
    open_for(here, FIRST.name, PASSPHRASE, clock).record.close()


def test_the_database_of_another_record_is_not_taken_for_ours(
    here: Place, closed: str, clock: SteppingClock, tmp_path: Path
) -> None:
    other = Place(tmp_path / "other")
    made(other, clock).close()
    here.database.write_bytes(other.database.read_bytes())
    with pytest.raises(trouble.DamagedRecord):  # its key is another
        open_for(here, FIRST.name, PASSPHRASE, clock)


@pytest.mark.parametrize("gone", ["deleted", "emptied"])
def test_no_new_database_is_put_in_place_of_a_lost_one(
    here: Place, closed: str, clock: SteppingClock, gone: str
) -> None:
    if gone == "deleted":
        here.database.unlink()
    else:
        here.database.write_bytes(b"")
    with pytest.raises(trouble.NoRecord):
        open_for(here, FIRST.name, PASSPHRASE, clock)
    assert not here.database.exists() or not here.database.stat().st_size


def test_a_clock_that_was_set_back_is_told(here: Place, closed: str, clock: SteppingClock) -> None:
    clock.now -= timedelta(days=3)
    opened = open_for(here, FIRST.name, PASSPHRASE, clock)
    assert opened.clock_back.startswith("2026-11-28T09:00")
    opened.record.close()


def test_a_clock_before_the_last_thing_said_is_told(here: Place, clock: SteppingClock) -> None:
    """The clinic's own last entry is older than both."""
    record = made(here, clock)
    clock.now += timedelta(days=30)
    said = clock().isoformat()
    visits.begin(record, "b" * 32, "visit", None, b"{}", VisitHead("knee", last_at=said))
    record.close()
    clock.now -= timedelta(hours=2)
    opened = open_for(here, FIRST.name, PASSPHRASE, clock)
    opened.record.close()
    assert opened.clock_back == said
    clock.now += timedelta(hours=2)
    opened = open_for(here, FIRST.name, PASSPHRASE, clock)
    opened.record.close()
    assert opened.clock_back == ""


def test_a_record_half_set_up_does_not_count_and_is_made_anew(
    here: Place, clock: SteppingClock
) -> None:
    """As a power cut leaves it between the two files of a record."""
    here.folder.mkdir()
    here.unfinished.touch()
    embedded(here.database, KEY).dispose()
    here.database.write_bytes(b"half")
    assert not vault.exists(here)
    with pytest.raises(trouble.NoRecord):
        open_for(here, FIRST.name, PASSPHRASE, clock)
    made(here, clock).close()
    assert vault.exists(here)
    assert (here.folder / "unfinished-1" / "record.db").read_bytes() == b"half", (
        "nothing is deleted"
    )
    open_for(here, FIRST.name, PASSPHRASE, clock).record.close()


def test_setting_up_over_a_record_is_refused(
    here: Place, closed: str, clock: SteppingClock
) -> None:
    before = {path.name: path.read_bytes() for path in here.files if path.exists()}
    with pytest.raises(trouble.RecordExists):
        made(here, clock)
    with pytest.raises(trouble.RecordExists):
        making.begin(here)
    assert before == {path.name: path.read_bytes() for path in here.files if path.exists()}


def test_the_files_are_for_this_user_alone(here: Place, closed: str) -> None:
    assert here.folder.stat().st_mode & 0o077 == 0
    assert here.header.stat().st_mode & 0o077 == 0


def test_closing_notes_the_head_in_the_header(here: Place, clock: SteppingClock) -> None:
    record = made(here, clock)
    head = record.head()
    assert vault.read_header(here).head != head
    record.close()
    assert vault.read_header(here).head == head


def test_a_header_on_a_server_needs_a_transaction(on_server: Place, clock: SteppingClock) -> None:
    record: Record = made(on_server, clock)
    with pytest.raises(ValueError, match="transaction"):
        vault.write_header(on_server, vault.read_header(on_server), record.keys, None)
    record.close()
