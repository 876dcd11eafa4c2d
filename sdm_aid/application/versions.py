"""Versions and licences of the program and of every part it is made of."""

from __future__ import annotations

import platform
from dataclasses import dataclass

from sdm_aid import __version__

PARTS = (
    "PySide6_Essentials",
    "shiboken6",
    "pydantic",
    "pydantic_core",
    "reportlab",
    "pyhanko",
    "cryptography",
    "Babel",
    "platformdirs",
    "pypdfium2",
    "pymupdf-fonts",
)


@dataclass(frozen=True)
class Part:
    """One part; ``licence`` as its own package data name it, or empty."""

    name: str
    version: str
    licence: str


def parts() -> tuple[Part, ...]:
    """The program, Python and every package it brings along that is installed here."""
    from importlib.metadata import PackageNotFoundError, metadata

    found = [
        Part("SDM Aid", __version__, "Apache-2.0"),
        Part("Python", platform.python_version(), "PSF-2.0"),
    ]
    for name in PARTS:
        try:
            data = metadata(name)
        except PackageNotFoundError:
            continue
        found.append(Part(data["Name"], data["Version"], _licence(data)))
    return tuple(found)


def _licence(data: object) -> str:
    get_all = getattr(data, "get_all", None)
    if get_all is None:
        return ""
    for field in ("License-Expression", "License"):
        words = [str(value) for value in get_all(field) or () if str(value).strip()]
        if words and len(words[0]) < 120:
            return words[0].strip()
    kinds = [str(value) for value in get_all("Classifier") or ()]
    names = [kind.rpartition("::")[2].strip() for kind in kinds if kind.startswith("License ::")]
    return ", ".join(names)
