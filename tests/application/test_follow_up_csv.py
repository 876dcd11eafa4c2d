"""The table for the clinic's audit: numbers and ids, nobody's name, day or words, no formula."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from sdm_aid.application.follow_up_csv import COLUMNS, FollowedUp, follow_ups_csv
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.follow_up import Doing, FollowUp, Happened, Peg
from sdm_aid.domain.room import Patient
from tests.domain.looks import a_look, a_sealed_visit, another_visit

SECRET = ("Maria", "Rossi", "10482", "1974", "2026-1", "2027", "Okafor", "dizzy", "knee", "notes")


def _signed() -> Consultation:
    patient = Patient(name="Maria Rossi", born=date(1974, 5, 4), number="10482")
    return a_sealed_visit(7, None, 3).evolve(patient=patient)


def _full() -> FollowUp:
    return a_look(
        days=42,
        pain_average=4,
        pain_now=5,
        peg=Peg(pain=4, enjoyment=5, activity=5),
        goal="partly",
        goal_words="my secret notes",
        pgic="much_improved",
        harms=(Happened(id="h1", harm="sore-spot"), Happened(id="h2", words="dizzy")),
        doing=(
            Doing(id="agreed", state="finished"),
            Doing(id="s1", state="still"),
            Doing(id="s2", state="stopped", why="the knee"),
        ),
        notes="notes",
        done=True,
    )


def _read(*rows: FollowedUp) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(follow_ups_csv(rows), newline="")))


def test_a_full_row() -> None:
    (row,) = _read(FollowedUp("P-0001", _signed(), _full()))
    assert row == {
        "pseudonym": "P-0001",
        "decision": "sciatica",
        "days_since_signing": "41",
        "baseline_pain_average": "7",
        "baseline_pain_now": "",
        "pain_average": "4",
        "pain_now": "5",
        "target_pain": "3",
        "peg": "4.67",
        "goal": "partly",
        "pgic": "much_improved",
        "harms": "2",
        "harm_ids": "sore-spot",
        "asked_none_happened": "",
        "agreed_doing": "finished",
        "steps_still_done": "1",
        "steps_asked": "2",
    }


def test_nobodys_name_day_or_words_are_in_it() -> None:
    text = follow_ups_csv([FollowedUp("P-0001", _signed(), _full())])
    assert [secret for secret in SECRET if secret in text] == []


def test_only_done_looks_and_not_answered_is_empty_not_zero() -> None:
    begun, bare = _full().evolve(done=False), a_look(done=True, none_happened=True)
    (row,) = _read(FollowedUp("p", _signed(), begun), FollowedUp("p", _signed(), bare))
    assert (row["pain_average"], row["peg"], row["goal"], row["steps_still_done"]) == ("",) * 4
    assert (row["harms"], row["asked_none_happened"]) == ("0", "yes")
    assert follow_ups_csv([]) == ",".join(COLUMNS) + "\r\n"


def test_a_mark_set_after_the_look_is_not_held_against_it() -> None:
    visits = (another_visit(20, target=5), another_visit(90, target=1).evolve(visit_id="c" * 32))
    (row,) = _read(FollowedUp("p", _signed(), _full(), visits))
    assert row["target_pain"] == "5"


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@sum(a)", "\t=1", " =1", "＝1"])
def test_no_cell_is_a_formula(start: str) -> None:
    (row,) = _read(FollowedUp(start, _signed(), _full()))
    assert row["pseudonym"] == f"'{start}"


@pytest.mark.parametrize("name", ["", "  ", "maria rossi", "Maria Rossi ", "10482"])
def test_a_name_is_no_pseudonym(name: str) -> None:
    with pytest.raises(ValueError, match="pseudonym"):
        follow_ups_csv([FollowedUp(name, _signed(), _full())])
