"""Who can open the record: what each may, what an interrupted change leaves, renewed keys."""

from __future__ import annotations

import pytest

from sdm_aid.records import header as headers
from sdm_aid.records import journal, trouble, users, vault
from sdm_aid.records.header import RECOVERY
from sdm_aid.records.opening import open_for
from sdm_aid.records.record import Record
from tests.records.conftest import FIRST, PASSPHRASE, QUICK, SteppingClock


def told(record: Record) -> list[str]:
    """What the clinic's journal says happened."""
    with record.reading() as connection:
        found = journal.events(connection, record.keys.clinic, "clinic", "clinic")
    return [str(event.what["kind"]) for event in found]


def test_a_removed_user_has_no_slot_and_stays_in_the_list(record: Record) -> None:
    ben = users.add(record, "Ben", "clinician", "GP", "words of ben", QUICK)
    assert vault.read_header(record.place).slot("Ben").id == ben.id
    users.remove(record, ben.id)
    with pytest.raises(trouble.UnknownUser):
        vault.read_header(record.place).slot("Ben")
    assert [user.removed != "" for user in users.everyone(record) if user.name == "Ben"] == [True]
    with pytest.raises(trouble.UnknownUser):
        users.remove(record, ben.id)
    again = users.add(record, "Ben", "reader", "", "other words", QUICK)
    assert again.id != ben.id
    assert told(record)[-3:] == ["user_added", "user_removed", "user_added"]


@pytest.mark.parametrize("name", ["Ada Attending", "ADA ATTENDING", "recovery", "Recovery"])
def test_names_are_told_apart(record: Record, name: str) -> None:
    with pytest.raises(trouble.NameTaken):
        users.add(record, name, "reader", "", "words", QUICK)
    assert len(users.everyone(record)) == 1


def test_the_record_keeps_one_administrator(record: Record) -> None:
    with pytest.raises(trouble.LastAdministrator):
        users.remove(record, FIRST.id)
    with pytest.raises(trouble.LastAdministrator):
        users.change(record, FIRST.id, "clinician", "")
    ben = users.add(record, "Ben", "administrator", "", "words", QUICK)
    assert users.change(record, FIRST.id, "clinician", "GP").role == "clinician"
    assert record.user.role == "clinician"
    with pytest.raises(trouble.NotAllowed):
        users.remove(record, ben.id)


def test_a_forgotten_passphrase_is_set_anew(record: Record, clock: SteppingClock) -> None:
    ben = users.add(record, "Ben", "reader", "", "forgotten", QUICK)
    users.set_passphrase(record, ben.id, "remembered", QUICK)
    users.set_passphrase(record, FIRST.id, "new words of ada", QUICK)
    record.close()
    for name, words in (("Ben", "forgotten"), (FIRST.name, PASSPHRASE)):
        with pytest.raises(trouble.WrongPassphrase):
            open_for(record.place, name, words, clock)
    open_for(record.place, FIRST.name, "new words of ada", clock).record.close()
    reader = open_for(record.place, "Ben", "remembered", clock).record
    with pytest.raises(trouble.NotAllowed):
        users.set_passphrase(reader, FIRST.id, "stolen", QUICK)
    users.set_passphrase(reader, ben.id, "my own", QUICK)
    assert users.change(reader, ben.id, "reader", "nurse").title == "nurse"
    with pytest.raises(trouble.NotAllowed):
        users.change(reader, ben.id, "administrator", "nurse")
    reader.close()


def test_a_renewed_printed_key_takes_the_place_of_the_former(
    record: Record, clock: SteppingClock
) -> None:
    first = users.renew_recovery_key(record, QUICK)
    second = users.renew_recovery_key(record, QUICK)
    record.close()
    with pytest.raises(trouble.WrongPassphrase):
        open_for(record.place, RECOVERY, first, clock)
    by_key = open_for(record.place, RECOVERY, second, clock).record
    users.set_passphrase(by_key, FIRST.id, "after all", QUICK)
    by_key.close()
    open_for(record.place, FIRST.name, "after all", clock).record.close()


def test_adding_a_user_that_was_interrupted_can_be_done_again(record: Record) -> None:
    """The header was written, the row was not: as a power cut leaves it."""
    header = vault.read_header(record.place)
    data = record.keys.data
    ghost = headers.make_slot(record.vault, "0" * 32, "Ben", data, "never told", QUICK)
    with record.writing() as work:
        vault.write_header(
            record.place, header.with_slot(ghost), record.keys, work.connection
        )  # fmt: skip
    ben = users.add(record, "Ben", "reader", "", "words", QUICK)
    slots = [slot.id for slot in vault.read_header(record.place).slots if slot.name == "Ben"]
    assert slots == [ben.id]


def test_users_are_encrypted_in_their_rows(record: Record) -> None:
    from sqlalchemy import text

    users.add(record, "Benedikt Auster", "reader", "", "words", QUICK)
    with record.reading() as connection:
        bodies = [bytes(row.body) for row in connection.execute(text("SELECT body FROM users"))]
    assert len(bodies) == 2
    assert not any(b"Benedikt" in body or b"Ada" in body for body in bodies)
