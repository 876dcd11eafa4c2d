"""The settings file: whole or not at all; a damaged one gives defaults and a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdm_aid.application.settings import Settings, load_settings, save_settings

FULL = Settings(
    theme="dark", text_scale=150, clinic_name="Klinik Süd 😀", phone="555 0100",
    out_of_hours="555 0199", clinician_name="Dr A. Okafor", clinician_role="Pain physician",
)  # fmt: skip


def test_no_file_gives_defaults_without_a_word(tmp_path: Path) -> None:
    loaded = load_settings(tmp_path)
    assert loaded.settings == Settings()
    assert loaded.problem == ""


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    save_settings(tmp_path / "new" / "folder", FULL)
    assert load_settings(tmp_path / "new" / "folder").settings == FULL
    assert [path.name for path in (tmp_path / "new" / "folder").iterdir()] == ["settings.json"]


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b"[" * 20_000])
def test_a_damaged_file_gives_defaults_and_a_sentence(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(data)
    loaded = load_settings(tmp_path)
    assert loaded.settings == Settings()
    assert "settings.json" in loaded.problem


@pytest.mark.parametrize(
    "bad", ['"theme": "pink"', '"text_scale": 900', '"text_scale": true', '"phone": 7',
            '"phone": "' + "9" * 600 + '"'],
)  # fmt: skip
def test_what_can_be_read_is_kept(tmp_path: Path, bad: str) -> None:
    text = '{"clinic_name": "Hill Clinic", ' + bad + "}"
    (tmp_path / "settings.json").write_text(text, encoding="utf-8")
    loaded = load_settings(tmp_path)
    assert loaded.settings == Settings(clinic_name="Hill Clinic")
    assert loaded.problem


def test_a_folder_that_cannot_be_written_raises_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OSError):  # noqa: PT011  (which one depends on the system)
        save_settings(tmp_path / "file", FULL)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_the_nearest_text_size_is_taken() -> None:
    assert Settings().with_text_scale(160).text_scale == 150
    assert Settings().with_text_scale(5_000).text_scale == 200
