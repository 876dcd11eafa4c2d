"""The wheel carries its resources and finds them; the tree itself reads them in place."""

import subprocess
import sys
import zipfile
from pathlib import Path

from sdm_aid import __version__
from tests.architecture.source import ROOT


def test_an_unpacked_wheel_finds_the_resources_it_carries(tmp_path: Path) -> None:
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr
    installed = tmp_path / "site packages"
    with zipfile.ZipFile(tmp_path / f"sdm_aid-{__version__}-py3-none-any.whl") as wheel:
        wheel.extractall(installed)
    code = "from sdm_aid.paths import resources_dir; print(resources_dir())"
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=installed, capture_output=True, text=True, timeout=30,
        check=True,
    )  # fmt: skip
    carried = installed / "sdm_aid" / "_resources"
    assert Path(found.stdout.strip()) == carried
    assert _files(carried) == _files(ROOT / "resources")


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.*") if path.is_file()}
