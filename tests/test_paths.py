"""Where the program finds its resources and keeps its own files."""

import sys
from pathlib import Path

import platformdirs
import pytest

from sdm_aid import paths


def test_the_source_tree_has_its_resources_beside_the_package() -> None:
    assert (paths.resources_dir() / "schema").is_dir()


def test_an_installed_package_carries_its_resources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "sdm_aid"
    (package / "_resources").mkdir(parents=True)
    (tmp_path / "site-packages" / "resources").mkdir()  # another package's; not ours
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.resources_dir() == package / "_resources"


def test_missing_resources_are_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "sdm_aid")
    with pytest.raises(FileNotFoundError, match="install SDM Aid again"):
        paths.resources_dir()


def test_the_folder_of_this_pc_can_be_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "kept here"))
    assert paths.user_data_dir() == tmp_path / "kept here"
    assert not paths.user_data_dir().exists()


def test_else_it_is_where_the_system_keeps_application_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    chosen = paths.user_data_dir()
    assert chosen.name == "sdm-aid"
    assert chosen.parent == tmp_path or not sys.platform.startswith("linux")


@pytest.mark.parametrize("named", ["", "relative/data", "/srv/data"])
def test_the_system_folder_is_the_one_that_platformdirs_names(
    named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", named)
    named_by_it = platformdirs.user_data_path("sdm-aid", appauthor=False)
    assert paths.user_data_dir() == named_by_it
