"""Each outside library stays in its one room, and the map of the rooms is true."""

import ast
import re

import pytest

from tests.architecture.source import IMPORTS, PACKAGE, ROOT, Source, forbid, imported, offenders

ROOMS = {
    "PySide6": ("sdm_aid/ui", "sdm_aid/app.py"),
    "shiboken6": ("sdm_aid/ui", "sdm_aid/app.py"),
    "reportlab": ("sdm_aid/documents/pdf",),
    "pyhanko": ("sdm_aid/documents/seal",),
    "pyhanko_certvalidator": ("sdm_aid/documents/seal",),
    "pkcs11": ("sdm_aid/documents/seal/card_process.py",),
    "socket": ("sdm_aid/application/time_server.py",),
    "_socket": (),
    "ssl": ("sdm_aid/application/time_server.py",),
    "http": ("sdm_aid/application/time_server.py",),
    "urllib.request": (),
    "requests": (),
    "aiohttp": (),
    "PySide6.QtNetwork": (),
    "PySide6.QtWebSockets": (),
    "PySide6.QtWebEngineWidgets": (),
}


@pytest.mark.parametrize("library", ROOMS)
def test_a_library_stays_in_its_room(library: str) -> None:
    def reaches(source: Source, node: ast.AST) -> bool:
        return any(
            name == library or name.startswith(library + ".")
            for name in (*imported(node), *_by_name(node))
        )

    kinds = (ast.Call, *IMPORTS)
    found = offenders(reaches, kinds, "sdm_aid", spared=ROOMS[library])
    forbid(f"{library} outside {ROOMS[library] or 'the program'}", found)


def _by_name(node: ast.AST) -> tuple[str, ...]:
    """What ``importlib.import_module("...")`` and ``__import__("...")`` would import."""
    if not isinstance(node, ast.Call) or not node.args:
        return ()
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    first = node.args[0]
    if name in ("import_module", "__import__") and isinstance(first, ast.Constant):
        return (str(first.value),)
    return ()


def test_the_map_names_every_room_and_no_other() -> None:
    """Rooms that are planned but not there yet stand in round brackets on the map."""
    page = (ROOT / "docs" / "ARCHITECTURE.md").read_text("utf-8")
    drawn = page.split("## Rooms")[1].split("\n\n")[1]
    named = set(re.findall(r"(?<![\w(/])([a-z_0-9]+)/", drawn))
    there = {
        path.parent.name for depth in ("*", "*/*") for path in PACKAGE.glob(f"{depth}/__init__.py")
    }
    wrong = [f"{room}/ is not on the map" for room in sorted(there - named)]
    wrong += [f"{room}/ is on the map but not there" for room in sorted(named - there)]
    forbid("docs/ARCHITECTURE.md and the folders differ", wrong)


def test_every_folder_of_modules_is_a_package() -> None:
    folders = {path.parent for path in PACKAGE.rglob("*.py")}
    bare = [str(folder) for folder in folders if not (folder / "__init__.py").exists()]
    forbid("folders without an __init__.py", bare)
