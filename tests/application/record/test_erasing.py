"""Erasing a patient: what is kept of it, and which backups still hold them."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from sdm_aid.application.record import backup
from sdm_aid.application.record.erasing import backups_holding, erase_patient, tombstone
from sdm_aid.records import clinic as items
from sdm_aid.records import filing, patients
from sdm_aid.records.opening import open_for
from sdm_aid.records.place import Place
from sdm_aid.records.trouble import Missing, NotAllowed
from tests.kept_clinic import ADA, PASSPHRASE, KeptClinic


def note_backups(clinic: KeptClinic, *seqs: int) -> None:
    """Backups that end with these entries of the journal."""
    told = [
        {
            "name": f"{seq}.backup",
            "made": f"2026-11-{10 + n}T18:00:00+00:00",
            "seq": seq,
            "where": "D:",
        }
        for n, seq in enumerate(seqs)
    ]
    items.put_item(clinic.desk.record, "backups", told, {"kind": "backup_made"})


def test_only_backups_made_since_the_patient_came_hold_them(clinic: KeptClinic) -> None:
    clinic.patient("Somebody else")
    before = clinic.desk.record.head().seq
    maria = clinic.patient("Maria Rossi")
    note_backups(clinic, before, before + 1, before + 9)
    found = backups_holding(clinic.desk.record, maria.id)
    assert [backup.name for backup in found] == [f"{before + 1}.backup", f"{before + 9}.backup"]
    assert found[0].where == "D:"


def test_a_backup_that_holds_only_the_double_is_named_too(clinic: KeptClinic) -> None:
    double = clinic.patient("Maria Rosi")
    with_double = clinic.desk.record.head().seq
    maria = clinic.patient("Maria Rossi")
    note_backups(clinic, with_double)
    assert backups_holding(clinic.desk.record, maria.id) == ()
    patients.merge(clinic.desk.record, maria.id, double.id)
    assert len(backups_holding(clinic.desk.record, maria.id)) == 1


def test_a_backup_that_holds_only_a_visit_filed_elsewhere_at_first_is_named_too(
    clinic: KeptClinic,
) -> None:
    visit = clinic.visit(clinic.patient("Maria Rossi"))
    with_visit = clinic.desk.record.head().seq
    lucia = clinic.patient("Lucia Bianchi")
    note_backups(clinic, with_visit)
    assert backups_holding(clinic.desk.record, lucia.id) == ()
    filing.move(clinic.desk.record, visit, lucia.id, "wrong chart")
    assert len(backups_holding(clinic.desk.record, lucia.id)) == 1


def test_a_restored_backup_says_that_the_erased_are_back(
    clinic: KeptClinic, tmp_path: Path
) -> None:
    maria = clinic.patient("Maria Rossi")
    made = backup.back_up(clinic.desk.record, tmp_path)
    erase_patient(clinic.desk.record, maria.id, "asked for by letter")
    there, file = Place(tmp_path / "elsewhere"), tmp_path / made.name
    _done, said = backup.restore(there, file, ADA.id, PASSPHRASE, clinic.clock)
    assert "erase them again" in " ".join(said)
    with closing(open_for(there, ADA.id, PASSPHRASE, clinic.clock).record) as then:
        assert patients.read(then, maria.id).name == "Maria Rossi"


def test_what_a_record_was_restored_from_and_what_stood_there_are_named(
    clinic: KeptClinic, tmp_path: Path
) -> None:
    maria = clinic.patient("Maria Rossi")
    file = tmp_path / backup.back_up(clinic.desk.record, tmp_path).name
    clinic.desk.close()
    backup.restore(clinic.place, file, ADA.id, PASSPHRASE, clinic.clock, set_aside=True)
    with closing(open_for(clinic.place, ADA.id, PASSPHRASE, clinic.clock).record) as back:
        named = {each.name for each in backups_holding(back, maria.id)}
    assert named == {file.name, "set-aside-1"}


def test_without_backups_none_is_named(clinic: KeptClinic) -> None:
    assert backups_holding(clinic.desk.record, clinic.patient("Maria").id) == ()


def test_what_is_kept_says_when_who_and_why_and_no_name(clinic: KeptClinic) -> None:
    maria = clinic.patient("Maria Rossi", number="10482")
    visit = clinic.visit(maria)
    note_backups(clinic, clinic.desk.record.head().seq)
    erased = erase_patient(clinic.desk.record, maria.id, "asked for by letter")
    assert erased.tombstone == tombstone(clinic.desk.record, maria.id)
    assert erased.tombstone == (clinic.now, "Dr A. Okafor", "asked for by letter")
    assert len(erased.backups) == 1
    clinic.desk.refresh()
    row = clinic.desk.index.patients[maria.id]
    assert (row.name, row.number, row.born) == ("", "", "")
    assert clinic.desk.index.visits[visit].head.title == ""
    assert clinic.desk.index.search("rossi") == ()
    with pytest.raises(Missing):
        backups_holding(clinic.desk.record, maria.id)


def test_of_nobody_else_it_is_said_that_they_were_erased(clinic: KeptClinic) -> None:
    maria, other = clinic.patient("Maria"), clinic.patient("Other")
    erase_patient(clinic.desk.record, maria.id, "asked for")
    assert tombstone(clinic.desk.record, other.id) is None


@pytest.mark.parametrize("role", ["clinician", "reader"])
def test_only_an_administrator_erases(clinic: KeptClinic, role: str) -> None:
    maria = clinic.patient("Maria Rossi")
    desk = clinic.as_user("Ben", role)  # type: ignore[arg-type]
    with pytest.raises(NotAllowed):
        erase_patient(desk.record, maria.id, "asked for")
    assert patients.read(desk.record, maria.id).name == "Maria Rossi"
