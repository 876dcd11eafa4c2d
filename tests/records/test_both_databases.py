"""What a record does, on the embedded database and on a server alike."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import text

from sdm_aid.domain.room import Patient
from sdm_aid.records import (
    clinic,
    erasure,
    filing,
    journal,
    papers,
    patients,
    search,
    trouble,
    users,
    visits,
)
from sdm_aid.records.opening import open_for
from sdm_aid.records.place import Place
from sdm_aid.records.record import Record
from sdm_aid.records.rows import PatientRow, VisitHead
from tests.records.conftest import FIRST, PASSPHRASE, QUICK, SteppingClock, made

ROSA = Patient(name="Rosa Müller", born=date(1958, 3, 4), number="A-1207")
OTTO = Patient(name="Otto Quast", born=date(1949, 12, 31), number="B-88")
VISIT = "c" * 32


def begun(record: Record, patient: PatientRow | None = None, visit: str = VISIT) -> PatientRow:
    """A visit with its first entry."""
    head = VisitHead("knee", "Knee pain", "2026-11-28T09:00:00+00:00", last_who="Ada Attending")
    return visits.begin(record, visit, "visit", patient, b'{"begun": 1}', head)


def reopened(record: Record, clock: SteppingClock) -> Record:
    """The same record, closed and unlocked again."""
    record.close()
    opened = open_for(record.place, FIRST.name, PASSPHRASE, clock)
    assert (opened.broken, opened.cut, opened.clock_back) == (None, None, "")
    return opened.record


def test_what_was_written_is_there_when_opened_again(record: Record, clock: SteppingClock) -> None:
    patient = patients.add(record, ROSA)
    begun(record, patient)
    head = VisitHead("knee", "Knee pain", step="compare", last_who="Ada Attending")
    assert visits.append(record, VISIT, 1, [b'{"n": 1}', '{"said": "schläft schlecht"}'.encode()],
                         head) == 3  # fmt: skip
    visits.put_place(record, VISIT, "goal_field")
    visits.note(record, VISIT, {"kind": "opened"}, why="looked at")
    again = reopened(record, clock)
    try:
        stored = visits.read(again, VISIT)
        assert stored.bodies[0] == b'{"begun": 1}'
        assert stored.bodies[2].decode() == '{"said": "schläft schlecht"}'
        assert stored.place == "goal_field"
        assert (stored.row.version, stored.row.head.why) == (3, "looked at")
        assert patients.details_of(stored.patient) == ROSA
        assert [event.what["kind"] for event in visits.visit_events(again, VISIT)] == ["opened"]
        assert visits.read(again, VISIT, after=1).bodies == (stored.bodies[2],)
    finally:
        again.close()


def test_there_is_one_record_in_a_place(record: Record, clock: SteppingClock) -> None:
    with pytest.raises(trouble.RecordExists):
        made(record.place, clock)


def test_a_place_without_a_record_says_so(place: Place, clock: SteppingClock) -> None:
    with pytest.raises(trouble.NoRecord):
        open_for(place, FIRST.name, PASSPHRASE, clock)


def test_a_wrong_passphrase_opens_nothing(record: Record, clock: SteppingClock) -> None:
    with pytest.raises(trouble.WrongPassphrase):
        open_for(record.place, FIRST.name, "correct horse battery stable", clock)
    with pytest.raises(trouble.UnknownUser):
        open_for(record.place, "Nobody", PASSPHRASE, clock)


def test_users_come_go_and_change(record: Record, clock: SteppingClock) -> None:
    bea = users.add(record, "Bea Nurse", "reader", "nurse", "eight words are better", QUICK)
    with pytest.raises(trouble.NameTaken):
        users.add(record, "bea nurse", "reader", "", "another passphrase", QUICK)
    with pytest.raises(trouble.LastAdministrator):
        users.remove(record, FIRST.id)
    users.change(record, bea.id, "clinician", "nurse practitioner")
    users.set_passphrase(record, bea.id, "nine words are better still", QUICK)
    printed = users.renew_recovery_key(record, QUICK)
    record.close()
    bea_room = open_for(record.place, bea.id, "nine words are better still", clock).record
    assert bea_room.user == bea._replace(role="clinician", title="nurse practitioner")
    assert [user.name for user in users.everyone(bea_room)] == ["Ada Attending", "Bea Nurse"]
    bea_room.close()
    rescue = open_for(record.place, "recovery", printed.lower(), clock).record
    users.remove(rescue, bea.id)
    rescue.close()
    with pytest.raises(trouble.UnknownUser):
        open_for(record.place, bea.name, "nine words are better still", clock)


def test_a_reader_adds_nothing(record: Record, clock: SteppingClock) -> None:
    begun(record)
    users.add(record, "Rudi Reader", "reader", "", "only looking around here", QUICK)
    record.close()
    rudi = open_for(record.place, "Rudi Reader", "only looking around here", clock).record
    try:
        with pytest.raises(trouble.NotAllowed):
            patients.add(rudi, ROSA)
        with pytest.raises(trouble.NotAllowed):
            visits.append(rudi, VISIT, 1, [b"{}"], VisitHead())
        with pytest.raises(trouble.NotAllowed):
            visits.put_place(rudi, VISIT, "goal")
        with pytest.raises(trouble.NotAllowed):
            visits.note(rudi, VISIT, {"kind": "discarded"}, status="discarded")
        visits.note(rudi, VISIT, {"kind": "opened"})
        assert visits.read(rudi, VISIT).bodies == (b'{"begun": 1}',)
    finally:
        rudi.close()


def test_details_are_corrected_and_doubles_merged(record: Record) -> None:
    rosa, double = patients.add(record, ROSA), patients.add(record, Patient(name="Rosa Mueller"))
    begun(record, double)
    after = patients.correct(record, rosa, ROSA.evolve(number="A-1208"), "typing slip")
    assert after.number == "A-1208"
    with pytest.raises(trouble.Conflict) as told:
        patients.correct(record, rosa, ROSA, "late")
    assert told.value.who == FIRST.name
    patients.merge(record, rosa.id, double.id)
    assert visits.read(record, VISIT).row.patient == rosa.id
    assert patients.read(record, double.id).under == rosa.id
    kinds = [event.what["kind"] for event in patients.history(record, rosa.id)]
    assert kinds == ["patient_added", "patient_corrected", "patient_merged"]


def test_a_visit_is_discarded_or_moved_with_a_reason(record: Record) -> None:
    rosa, otto = patients.add(record, ROSA), patients.add(record, OTTO)
    begun(record, rosa)
    begun(record, rosa, "d" * 32)
    filing.move(record, VISIT, otto.id, "wrong chart")
    moved = visits.read(record, VISIT)
    assert (moved.row.patient, moved.row.head.moved_why) == (otto.id, "wrong chart")
    assert patients.history(record, rosa.id)[-1].what["kind"] == "visit_withdrawn"
    filing.discard(record, "d" * 32, "begun twice")
    assert visits.read(record, "d" * 32).row.head.status == "discarded"
    with pytest.raises(ValueError, match="reason"):
        filing.discard(record, VISIT, " ")


def test_a_sealed_paper_comes_back_byte_for_byte(record: Record) -> None:
    begun(record)
    plan = papers.NewPaper("plan", "plan.pdf", bytes(range(256)) * 400)
    visits.append(record, VISIT, 1, [b"{}"], VisitHead(status="signed"), papers=[plan])
    ((identity, kind, name),) = papers.papers_of(record, VISIT)
    assert (kind, name) == ("plan", "plan.pdf")
    assert papers.paper(record, identity) == plan


def test_an_erased_patient_leaves_a_tombstone_and_a_whole_chain(record: Record) -> None:
    rosa = patients.add(record, ROSA)
    begun(record, rosa)
    erasure.erase(record, rosa.id, "asked for in writing")
    with pytest.raises(trouble.Missing):
        visits.read(record, VISIT)
    gone = patients.read(record, rosa.id)
    assert gone.erased
    assert gone.name == ""
    assert search.load(record).search("rosa") == ()
    report = journal.verify(record)
    assert (report.broken, report.missing_tail, report.miscounted) == (None, 0, ())


def test_search_finds_what_was_added_since(record: Record) -> None:
    patients.add(record, ROSA)
    index = search.load(record)
    assert [hit.patient.name for hit in index.search("muller rosa")] == ["Rosa Müller"]
    assert not search.refresh(record, index)
    begun(record, patients.add(record, OTTO))
    assert search.refresh(record, index)
    (hit,) = index.search("31121949")
    assert (hit.patient.name, hit.visits[0].head.title) == ("Otto Quast", "Knee pain")


def test_two_writers_of_one_visit_are_told_apart(record: Record) -> None:
    begun(record)
    head = VisitHead(last_who="Ada Attending", last_at="2026-11-28T10:00:00+00:00")
    visits.append(record, VISIT, 1, [b'{"n": 1}'], head)
    with pytest.raises(trouble.Conflict) as told:
        visits.append(record, VISIT, 1, [b'{"n": "other"}'], head)
    assert (told.value.who, told.value.base, told.value.found) == ("Ada Attending", 1, 2)
    assert visits.read(record, VISIT).bodies[1:] == (b'{"n": 1}',)


def test_items_of_the_clinic_are_written_over(record: Record) -> None:
    clinic.put_item(record, "retention", {"years": 10}, {"kind": "setting"})
    clinic.put_item(record, "retention", {"years": 12}, {"kind": "setting"})
    assert clinic.item(record, "retention") == {"years": 12}
    assert clinic.item(record, "nothing") is None


@pytest.mark.parametrize(
    "statement",
    ["UPDATE journal SET number = 7", "DELETE FROM journal", "DELETE FROM journal WHERE seq < 0"],
)
def test_the_database_itself_refuses_to_change_the_journal(record: Record, statement: str) -> None:
    begun(record)
    changes_rows = "WHERE" not in statement
    before = journal.verify(record).entries
    if changes_rows or record.place.on_server:  # a server refuses even what would meet no row
        with pytest.raises(trouble.DamagedRecord), record.writing() as work:
            work.connection.execute(text(statement))
    assert journal.verify(record).entries == before


def test_a_server_refuses_to_empty_the_journal(on_server: Place, clock: SteppingClock) -> None:
    record = made(on_server, clock)
    with pytest.raises(trouble.DamagedRecord), record.writing() as work:
        work.connection.execute(text("TRUNCATE journal"))
    assert journal.verify(record).entries == 2
    record.close()


def test_a_changed_byte_is_found(record: Record) -> None:
    begun(record)
    with record.writing() as work:  # what somebody with all rights over the tables could do
        if record.place.on_server:
            work.connection.execute(text("ALTER TABLE journal DISABLE TRIGGER ALL"))
        else:
            work.connection.execute(text("DROP TRIGGER journal_no_update"))
        work.connection.execute(text("UPDATE journal SET number = 9 WHERE seq = 2"))
    broken = journal.verify(record).broken
    assert broken is not None
    assert (broken.seq, broken.how) == (2, "changed")


def test_nothing_of_a_failed_transaction_stays(record: Record) -> None:
    begun(record)
    with pytest.raises(trouble.Missing), record.writing() as work:
        work.clinic_event({"kind": "half"}) and patients.read_within(record, work.connection, "x")
    assert journal.verify(record).missing_tail == 0
    assert begun(record, None, "e" * 32).id
