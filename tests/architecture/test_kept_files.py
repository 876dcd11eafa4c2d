"""What no file of the project may hold: addresses of package registries, places on one machine."""

import re
from pathlib import Path

from tests.architecture.source import ROOT, forbid, kept_files

REGISTRY = re.compile(
    r"https?://[^\s\"')]*(?:/simple\b|pypi\.|pythonhosted|artifact|pkg\.dev|nexus|npmjs)"
    r"|^\s*-{1,2}(?:i|index-url|extra-index-url|find-links|trusted-host)[ =]"
    r"|\"resolved\": \"http",
    re.MULTILINE,
)
ONE_MACHINE = (f"{ROOT}/", f"{ROOT.parent}/sha" + "red", "../sha" + "red")


def _texts() -> list[tuple[Path, str]]:
    whole = [(path, path.read_bytes()) for path in kept_files() if path != Path(__file__)]
    return [(path, data.decode("utf-8", "replace")) for path, data in whole if b"\0" not in data]


def test_no_file_names_a_package_registry() -> None:
    found = [f"{path.relative_to(ROOT)}: {hit[0]}" for path, text in _texts()
             for hit in REGISTRY.finditer(text)]  # fmt: skip
    forbid("addresses of package registries", found)


def test_no_file_names_a_place_on_one_machine() -> None:
    found = [f"{path.relative_to(ROOT)}: {place}" for path, text in _texts()
             for place in ONE_MACHINE if place in text]  # fmt: skip
    forbid("places on one machine", found)


def test_every_locked_package_is_pinned_by_hash() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text("utf-8")
        entries = [part for part in re.split(r"\n(?=[a-z0-9])", text) if part.strip()]
        assert len(entries) > 20
        assert not [e.split()[0] for e in entries if "==" not in e or "--hash=sha256:" not in e]


def test_the_lock_of_the_program_is_part_of_the_lock_of_its_developers() -> None:
    run_time, all_of_it = (
        set(re.findall(r"^[a-z0-9-]+==\S+", (ROOT / name).read_text("utf-8"), re.MULTILINE))
        for name in ("requirements.txt", "requirements-dev.txt")
    )
    assert run_time < all_of_it
    assert "pyside6-essentials==6.11.3" in run_time


def test_every_package_at_run_time_has_its_licence_on_the_page() -> None:
    page = (ROOT / "docs" / "THIRD_PARTY_LICENCES.md").read_text("utf-8")
    on_the_page = dict(re.findall(r"^\| ([a-z0-9-]+) \| (\d\S*) \|", page, re.MULTILINE))
    lock = (ROOT / "requirements.txt").read_text("utf-8")
    locked = dict(re.findall(r"^([a-z0-9-]+)==([^\s;]+)", lock, re.MULTILINE))
    assert on_the_page == locked
