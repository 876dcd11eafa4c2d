"""What this clinic set once: look, text size, its own name and numbers; one small JSON file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from sdm_aid.application.whole_file import save
from sdm_aid.i18n import _

Theme = Literal["system", "light", "dark", "contrast"]
THEMES: tuple[Theme, ...] = get_args(Theme)
TEXT_SCALES: tuple[int, ...] = (100, 115, 130, 150, 175, 200)
"""The text sizes, in percent, that A+ steps through."""
PAPER_SIZES: tuple[str, ...] = ("", "A4", "Letter")
"""Sheets that papers are laid out for; empty: the one that is usual where the computer is."""
FILE_NAME = "settings.json"
LONGEST = 500


class Settings(NamedTuple):
    """The settings of one clinic PC; empty text means "not set"."""

    theme: Theme = "system"
    text_scale: int = 100
    clinic_name: str = ""
    phone: str = ""
    out_of_hours: str = ""
    clinician_name: str = ""
    clinician_role: str = ""
    database: str = ""
    """Address of the clinic's database server; empty: the record lies on this computer."""
    last_user: str = ""
    """Id of who opened the record last on this computer."""
    paper_size: str = ""
    """One of ``PAPER_SIZES``."""

    def with_text_scale(self, percent: int) -> Settings:
        """The same settings with the nearest text size on offer."""
        nearest = min(TEXT_SCALES, key=lambda scale: abs(scale - percent))
        return self._replace(text_scale=nearest)


class LoadedSettings(NamedTuple):
    """Settings as read, and a sentence where the file could not be used."""

    settings: Settings
    problem: str = ""


def load_settings(folder: Path) -> LoadedSettings:
    """Read ``settings.json`` of ``folder``; no file: defaults, a damaged one: defaults and why."""
    path = folder / FILE_NAME
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except (OSError, ValueError):
        return LoadedSettings(Settings(), _damaged(path))
    import json  # only where there is something to read: the first paint does not wait for it

    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return LoadedSettings(Settings(), _damaged(path))
    if not isinstance(data, dict):
        return LoadedSettings(Settings(), _damaged(path))
    return _read(data, path)


def save_settings(folder: Path, settings: Settings) -> None:
    """Write the settings whole or not at all.

    Raises:
        OSError: the folder cannot be written; the former file stands.
    """
    import json

    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(settings._asdict(), ensure_ascii=False, indent=1)
    save(folder / FILE_NAME, text.encode("utf-8"))


def _read(data: Mapping[str, Any], path: Path) -> LoadedSettings:
    good: dict[str, Any] = {}
    bad = False
    for name in Settings._fields:
        if name not in data:
            continue
        if _fits(name, data[name]):
            good[name] = data[name]
        else:
            bad = True
    return LoadedSettings(Settings(**good), _damaged(path) if bad else "")


def _fits(name: str, value: object) -> bool:
    if name == "theme":
        return value in THEMES
    if name == "text_scale":
        return type(value) is int and value in TEXT_SCALES
    if name == "paper_size":
        return value in PAPER_SIZES
    return isinstance(value, str) and len(value) <= LONGEST


def _damaged(path: Path) -> str:
    return _(
        "The settings file {name} could not be read in full. "
        "What could not be read is back to its first form: look at Settings."
    ).format(name=path.name)
