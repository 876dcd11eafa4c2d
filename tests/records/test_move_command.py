"""``sdm-aid records move``, as a clinic's technician types it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdm_aid.cli import main
from sdm_aid.paths import user_data_dir
from sdm_aid.records.place import place_of
from tests.records.conftest import FIRST, PASSPHRASE, SteppingClock, made


@pytest.fixture(autouse=True)
def _no_address_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SDM_AID_DATABASE", raising=False)


def records(tmp_path: Path, *words: str) -> int:
    """Run one of the commands as the administrator."""
    secret = tmp_path / "passphrase.txt"
    secret.write_text(PASSPHRASE + "\n", "utf-8")
    who = ("--user", FIRST.name, "--passphrase-file", str(secret))
    return main(["records", *words, *who])


def test_it_moves_there_and_back_and_the_settings_follow(
    tmp_path: Path, database: str, clock: SteppingClock, capsys: pytest.CaptureFixture[str]
) -> None:
    made(place_of(user_data_dir()), clock).close()
    assert records(tmp_path, "move", "--to", database) == 0
    assert "A copy is left in" in capsys.readouterr().out
    assert records(tmp_path, "verify") == 0  # finds it by the settings
    assert records(tmp_path, "move", "--to", database) == 2
    assert "already" in capsys.readouterr().err
    assert records(tmp_path, "move", "--to", "embedded") == 0
    capsys.readouterr()
    assert records(tmp_path, "users") == 0
    assert FIRST.name in capsys.readouterr().out


def test_a_bad_address_is_one_sentence(
    tmp_path: Path, clock: SteppingClock, capsys: pytest.CaptureFixture[str]
) -> None:
    made(place_of(user_data_dir()), clock).close()
    for address, said in (
        ("nonsense", "cannot be read"),
        ("postgresql://c@db.clinic.example/sdm?sslmode=require", "unprotected"),
        ("postgresql:///sdm?host=/nowhere", "does not answer"),
    ):
        assert records(tmp_path, "move", "--to", address) == 2
        words = capsys.readouterr().err
        assert said in words
        assert len(words.splitlines()) == 1
    assert records(tmp_path, "verify") == 0
