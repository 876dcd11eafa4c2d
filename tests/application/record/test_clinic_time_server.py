"""The clinic’s time stamp server in its record: tried first, told to this computer, let go."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from sdm_aid.application.clinic_key import TIME_SERVER_FILE, time_servers_here
from sdm_aid.application.record.clinic_seal import trust_here
from sdm_aid.application.record.clinic_time_server import (
    ITEM,
    drop_time_server,
    set_time_server,
    time_server,
)
from sdm_aid.application.signature_words import time_sentence
from sdm_aid.application.time_server import ServerTrouble, TimeServer, TimeServerProblem
from sdm_aid.documents.seal.keys import NotACertificate
from sdm_aid.documents.seal.timestamp import StampProblem, StampTrouble
from sdm_aid.records.clinic import put_item
from sdm_aid.records.opening import create
from sdm_aid.records.place import Place
from sdm_aid.records.record import Record
from tests.documents.sample import CREATED
from tests.records.conftest import FIRST, PASSPHRASE, QUICK
from tests.time_servers import serving, stamping, stamps


def _now() -> datetime:
    return CREATED


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    made = create(Place(tmp_path / "record"), "Riverside", FIRST, PASSPHRASE, _now, QUICK).record
    yield made
    made.close()


def test_a_server_that_stamps_is_kept_and_believed_here_even_when_it_is_let_go(
    record: Record, tmp_path: Path
) -> None:
    assert time_server(record) is None
    trust_here(record, tmp_path)
    assert not (tmp_path / TIME_SERVER_FILE).exists()
    with serving(stamps()) as address:
        wanted = TimeServer(address, stamping().pem)
        set_time_server(record, wanted)
    assert time_server(record) == wanted
    trust_here(record, tmp_path)
    assert time_servers_here(tmp_path) == (stamping().certificate,)
    drop_time_server(record)
    assert time_server(record) is None
    trust_here(record, tmp_path)
    assert time_servers_here(tmp_path) == (stamping().certificate,)


def test_a_server_that_fails_the_trial_is_not_kept(record: Record) -> None:
    with serving(stamps()) as address:
        with pytest.raises(StampProblem) as stranger:
            set_time_server(record, TimeServer(address, stamping("Somebody else").pem))
        with pytest.raises(NotACertificate):
            set_time_server(record, TimeServer(address, "no certificate"))
    assert stranger.value.trouble is StampTrouble.STRANGER
    with pytest.raises(TimeServerProblem) as silent:
        set_time_server(record, TimeServer(address, stamping().pem))
    assert silent.value.trouble is ServerTrouble.SILENT
    assert time_server(record) is None


@pytest.mark.parametrize("value", [[], {"address": 3}, {"address": "x", "certificates": None}])
def test_a_damaged_setting_is_none(record: Record, value: object) -> None:
    put_item(record, ITEM, value, {"kind": "test"})
    assert time_server(record) is None


@pytest.mark.parametrize("trouble", ServerTrouble)
def test_every_trouble_of_a_server_has_a_sentence(trouble: ServerTrouble) -> None:
    said = time_sentence(TimeServerProblem(trouble, "http://time.clinic/"))
    assert said.endswith(".")
    assert "{" not in said


@pytest.mark.parametrize("trouble", StampTrouble)
def test_every_trouble_of_a_stamp_has_a_sentence(trouble: StampTrouble) -> None:
    stamped = CREATED if trouble is StampTrouble.CLOCK else None
    assert time_sentence(StampProblem(trouble, stamped)).endswith(".")
    assert time_sentence(ValueError()) == ""
