"""The clinic's own price list as a small file of this computer.

With a record open ``application.record.clinic_prices`` has the list that all rooms share.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sdm_aid.application.whole_file import save
from sdm_aid.i18n import _

if TYPE_CHECKING:
    from sdm_aid.domain.prices import PriceList

FILE_NAME = "prices.json"
LARGEST = 2 * 1024 * 1024
"""Bytes of the file; a real one is far below."""


class LoadedPrices(NamedTuple):
    """The list as it stands (None: there is none), and a sentence where it could not be read."""

    prices: PriceList | None = None
    problem: str = ""


def load_prices(folder: Path) -> LoadedPrices:
    """Read ``prices.json`` of ``folder``; a damaged one is no list, and stays where it is."""
    path = folder / FILE_NAME
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return LoadedPrices()
    except OSError:
        return LoadedPrices(None, unreadable(path.name))
    from sdm_aid.domain.prices import PriceList

    try:
        if len(data) > LARGEST:
            raise ValueError("too large")
        return LoadedPrices(PriceList.model_validate_json(data))
    except ValueError:
        return LoadedPrices(None, unreadable(path.name))


def save_prices(folder: Path, prices: PriceList) -> None:
    """Write the list beside the settings, whole or not at all.

    Raises:
        OSError: the folder cannot be written; the former file stands.
    """
    folder.mkdir(parents=True, exist_ok=True)
    save(folder / FILE_NAME, prices.model_dump_json(indent=1).encode("utf-8"))


def unreadable(where: str) -> str:
    """That there is a list and it cannot be read, and what to do."""
    return _(
        "The price list ({where}) could not be read, so no price of this clinic is shown. "
        "Read it in anew under Settings, Prices."
    ).format(where=where)
