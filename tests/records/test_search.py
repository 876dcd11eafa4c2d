"""The list in memory: what is typed finds whom it should, and it stays what the record says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sdm_aid.domain.room import Patient
from sdm_aid.records import erasure, filing, patients, search, visits
from sdm_aid.records.index import Index
from sdm_aid.records.record import Record
from sdm_aid.records.rows import PatientRow, VisitHead, VisitRow

calm = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
"""A busy machine is no failure."""

NAMES = (
    "Rosa Müller", "Anne-Marie Müller-Lüdenscheidt", "Seán O’Brien", "Dr. João d'Ávila, jr.",
    "José Núñez  de la Cruz", "Jørgen Ærø", "İbrahim Işık", "Straße", "Nguyễn Văn Đức",
    "王小明", "김철수", "やまだ たろう", "محمد الأحمد", "שרה כהן־לוי", "हिन्दी देवी", "Ольга Ёлкина",
    "Rosa 🌹", "👩‍⚕️ Kim", "X", "Мария-Луиза ВЕНСКИ",
)  # fmt: skip


def listed(*rows: PatientRow) -> Index:
    """An index of these patients."""
    index = Index()
    for row in rows:
        index.put_patient(row)
    return index


def found(index: Index, typed: str) -> set[str]:
    """The ids of those found."""
    return {hit.patient.id for hit in index.search(typed, limit=1_000)}


CROWD = listed(*(PatientRow(f"{at:02}", name) for at, name in enumerate(NAMES)))


@calm
@given(st.integers(0, len(NAMES) - 1), st.randoms(use_true_random=False), st.booleans())
def test_everybody_is_found_by_their_own_words_in_any_order(
    who: int, order: object, loud: bool
) -> None:
    words = NAMES[who].split()
    order.shuffle(words)  # type: ignore[attr-defined]
    typed = " ".join(words)
    assert f"{who:02}" in found(CROWD, typed.upper() if loud else typed)


@calm
@given(st.integers(0, len(NAMES) - 1), st.data())
def test_nobody_is_lost_while_typing_on(who: int, data: st.DataObject) -> None:
    name = NAMES[who]
    typed = name[: data.draw(st.integers(1, len(name)))]
    assume(any(letter.isalnum() for letter in typed))
    assert f"{who:02}" in found(CROWD, typed)


@calm
@given(st.text(max_size=30), st.text(max_size=12), st.dates(date(1900, 1, 1), date(2030, 1, 1)))
def test_any_text_can_be_a_name_a_number_and_what_is_typed(
    name: str, number: str, born: date
) -> None:
    index = listed(PatientRow("p", name, born.isoformat(), number))
    for typed in (name, number, f"{name} {number} {born}"):
        assert index.search(typed) or not any(letter.isalnum() for letter in typed)
    index.put_patient(PatientRow("p", erased="2026-01-01"))
    assert index.search(name) == index.search(born.isoformat()) == ()
    assert not index._lookup._terms


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Rosa Müller", "mueller"), ("Rosa Müller", "MULLER ro"), ("Rosa Mueller", "Müller"),
        ("Jørgensen", "joerg"), ("Jørgensen", "jorg"), ("Åse", "aase"), ("Groß", "gross"),
        ("Rosa Mu\u0308ller", "mueller"), ("Seán O’Brien", "obrien sean"),
        ("Sean OBrien", "o'brien"), ("Seán O'Brien", "brien"), ("Sean OBrien", "o brien"),
        ("Anne-Marie Kurz", "annemarie"), ("Annemarie Kurz", "anne-marie"),
        ("Annemarie Kurz", "kurz anne marie"), ("Ian McDonald", "mc donald"),
        ("王小明", "小明"), ("王小明", "王"), ("김철수", "철"), ("محمد الأحمد", "الاحمد"),
        ("Kurz, Anna", "anna kurz"), ("Rosa 🌹", "🌹"),
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_spelt(name: str, typed: str) -> None:
    assert found(listed(PatientRow("p", name), PatientRow("q", "Otto Quast")), typed) == {"p"}


@pytest.mark.parametrize("kept", ["AB 123-4", "AB1234", "ab-1234", "A.B/1234"])
@pytest.mark.parametrize(
    "typed", ["AB1234", "ab 123 4", "AB-12", "ab/1234", "１２３４", "a b 1 2 3"]
)
def test_a_number_is_found_with_and_without_what_stands_between(kept: str, typed: str) -> None:
    index = listed(PatientRow("p", "Rosa", number=kept), PatientRow("q", number="XY 987"))
    if kept != "AB 123-4" or typed != "１２３４":
        assert found(index, typed) == {"p"}
    assert found(index, f"rosa {kept}") == {"p"}


@pytest.mark.parametrize(
    "typed",
    [
        "3.2.1970", "03.02.1970", "3. 2. 1970", "1970-02-03", "1970 2 3", "03/02/1970", "2/3/1970",
        "3 Feb 1970", "Feb 3, 1970", "3. Februar 1970", "3 février 70", "3-feb-1970", "03021970",
        "19700203", "030270", "3.2.70", "3.2.", "03.0", "Feb 1970", "1970", "197", "03.02.19",
    ],
)  # fmt: skip
def test_a_date_of_birth_is_found_in_any_usual_form(typed: str) -> None:
    rosa = PatientRow("p", "Rosa", "1970-02-03")
    index = listed(rosa, PatientRow("q", "Rosa", "1965-11-28"), PatientRow("r", "Otto"))
    assert found(index, typed) == found(index, f"{typed} rosa") == {"p"}
    assert found(index, f"otto {typed}") == set()


def test_a_half_typed_day_leaves_out_other_days() -> None:
    days = {f"{day:02}": PatientRow(f"{day:02}", born=f"1980-05-{day:02}") for day in range(1, 32)}
    index = listed(*days.values())
    assert found(index, "2.5.1980") == {"02"}
    assert found(index, "17.5.19") == {"17"}
    assert found(index, "1980-05-1") == {"01", *(f"{day}" for day in range(10, 20))}


def test_hits_come_by_name_and_are_counted_beyond_the_limit() -> None:
    index = listed(*(PatientRow(f"{at}", f"Rosa {chr(122 - at)}") for at in range(20)))
    hits = index.search("rosa", limit=3)
    assert [hit.patient.name for hit in hits] == ["Rosa g", "Rosa h", "Rosa i"]
    assert (index.found, index.findable) == (20, 20)
    assert (index.search(" -. "), index.found) == ((), 0)


def test_doubles_are_told_by_number_or_by_name_and_birth() -> None:
    rosa = PatientRow("p", "Rosa Müller", "1970-02-03", "AB 123")
    index = listed(
        rosa,
        PatientRow("number", "Somebody", number="ab-123"),
        PatientRow("person", "MUELLER, Rosa", "1970-02-03"),
        PatientRow("named alike", "Rosa Müller", "1971-02-03"),
        PatientRow("born alike", "Otto", "1970-02-03", "AB 124"),
        PatientRow("merged", "Rosa Müller", "1970-02-03", "AB123", under="p"),
    )
    assert {row.id for row in index.doubles_of(rosa)} == {"number", "person"}
    assert index.doubles_of(PatientRow("")) == ()


def visit(identity: str, patient: str = "p", kind: str = "visit", **head: str) -> VisitRow:
    """A visit as listed."""
    told = VisitHead(started="2026-01-01T09:00", **head)  # type: ignore[arg-type]
    return VisitRow(identity, kind, patient, told, 1)  # type: ignore[arg-type]


def test_what_presses_follows_each_change() -> None:
    index = listed(PatientRow("p"), PatientRow("q"))
    index.put_visit(visit("draft", last_at="2026-02-01T10:00"))
    index.put_visit(visit("old", status="signed", sealed="2026-01-05", look_again="2026-02-01"))
    index.put_visit(visit("new", status="signed", sealed="2026-01-09", look_again="2026-05-01"))
    assert [row.id for row in index.due("2026-03-01", 9)] == ["old"]
    assert [row.id for row in index.newest(9)] == ["new", "old"]
    assert [row.id for row in index.drafts(9)] == ["draft"]
    index.put_visit(visit("look", kind="follow_up", about="old", status="draft"))
    assert not index.settled("old")
    index.put_visit(visit("look", kind="follow_up", about="old", status="done", last_at="2026-03"))
    assert index.settled("old")
    assert index.due("2026-03-01", 9) == []
    assert [row.id for row in index.newest(9)] == ["look", "new", "old"]
    index.put_visit(visit("draft", patient="q", status="discarded"))
    assert index.drafts(9) == []
    assert [row.id for row in index.visits_of("q")] == ["draft"]
    assert [row.id for row in index.visits_of("p")] == ["old", "new", "look"]


def told(index: Index) -> tuple[object, ...]:
    """All that an index says."""
    return (
        dict(index.patients), dict(index.visits),
        {patient: set(each) for patient, each in index.of.items()},
        [hit for typed in ("ro", "quast", "1958", "a1207", "7") for hit in index.search(typed)],
        index.due("2027-01-01", 50), index.drafts(50), index.newest(50), index.damaged, index.seq,
        index.findable,
    )  # fmt: skip


def test_brought_up_to_date_it_is_as_if_read_anew(record: Record) -> None:
    index = search.load(record)
    rosa = patients.add(record, Patient(name="Rosa Müller", born=date(1958, 3, 4), number="A-1207"))
    double = patients.add(record, Patient(name="Rosa Mueller"))
    otto = patients.add(record, Patient(name="Otto Quast"))
    gone = patients.add(record, Patient(name="Gone Rosamund"))
    head = VisitHead("knee", "Knee pain", "2026-11-28T09:00:00+00:00", last_at="2026-11-28T10:00")
    steps: list[Callable[[], object]] = [
        *(lambda at=at, who=who: visits.begin(record, at * 32, "visit", who, b"{}", head)
          for at, who in zip("abcd", (rosa, double, otto, gone), strict=True)),
        lambda: visits.append(record, "a" * 32, 1, [b"{}"], head._replace(
            status="signed", sealed="2026-11-29", look_again="2026-12-24")),
        lambda: visits.begin(record, "e" * 32, "follow_up", rosa, b"{}",
                             head._replace(about="a" * 32, status="done")),
        lambda: visits.note(record, "c" * 32, {"kind": "opened"}, why="looked at"),
        lambda: patients.merge(record, rosa.id, double.id),
        lambda: filing.move(record, "c" * 32, rosa.id, "wrong chart"),
        lambda: filing.discard(record, "c" * 32, "begun twice"),
        lambda: patients.correct(record, otto, Patient(name="Otto Quast-Rosenbaum")),
        lambda: erasure.erase(record, gone.id, "asked for"),
    ]  # fmt: skip
    for step in steps:
        step()
        assert search.refresh(record, index)
        assert told(index) == told(search.load(record))
    assert not search.refresh(record, index)


def test_a_damaged_row_is_named_and_the_rest_is_listed(record: Record) -> None:
    rosa = patients.add(record, Patient(name="Rosa"))
    otto = patients.add(record, Patient(name="Otto"))
    visits.begin(record, "a" * 32, "visit", otto, b"{}", VisitHead())
    with record.writing() as work:
        work.direct.run("UPDATE patients SET body = ? WHERE id = ?", b"x" * 60, rosa.id)
        work.direct.run("UPDATE visits SET head = ?", b"y" * 60)
    index = search.load(record)
    assert len(index.damaged) == 2
    assert any(rosa.id in each for each in index.damaged)
    assert (index.search("rosa"), len(index.search("otto"))) == ((), 1)
    assert index.visits["a" * 32].head == VisitHead()
