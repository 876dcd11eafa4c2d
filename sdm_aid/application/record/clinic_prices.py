"""The price list that holds: that of the open record, where every room finds it, else the file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sdm_aid.application.price_list import LoadedPrices, load_prices, save_prices, unreadable
from sdm_aid.i18n import _

if TYPE_CHECKING:
    from sdm_aid.application.record.desk import Desk
    from sdm_aid.domain.prices import PriceList
    from sdm_aid.records.record import Record

ITEM = "prices"


def the_prices(folder: Path, desk: Desk | None = None) -> LoadedPrices:
    """The list that holds; the database library is only touched where a record is open."""
    if desk is None:
        return load_prices(folder)
    from sdm_aid.records.trouble import RecordTrouble

    try:
        kept = clinic_prices(desk.record)
    except (RecordTrouble, ValueError):
        return LoadedPrices(None, unreadable(_("in the record")))
    return load_prices(folder) if kept is None else LoadedPrices(kept)


def keep_prices(folder: Path, prices: PriceList, desk: Desk | None = None) -> None:
    """Write the list into the open record, then into the file of this computer.

    Raises:
        OSError: the folder cannot be written; the former file stands.
        sdm_aid.records.trouble.RecordTrouble: the record takes it not; nothing was written.
    """
    if desk is not None:
        keep_clinic_prices(desk.record, prices)
    save_prices(folder, prices)


def clinic_prices(record: Record) -> PriceList | None:
    """The record's list as it stands; None where none was ever written.

    Raises:
        ValueError: what stands there is no price list of this program.
        sdm_aid.records.trouble.RecordTrouble: the record cannot be read.
    """
    from sdm_aid.domain.prices import PriceList
    from sdm_aid.records import clinic

    found: Any = clinic.item(record, ITEM)
    return None if found is None else PriceList.model_validate_json(json.dumps(found))


def keep_clinic_prices(record: Record, prices: PriceList) -> None:
    """Write the list down; the journal says when, by whom, and of how many prices.

    Raises:
        sdm_aid.records.trouble.NotAllowed: a reader changes nothing.
        sdm_aid.records.trouble.RecordTrouble: the record takes no writing.
    """
    from sdm_aid.records import clinic

    record.may("clinician", "administrator")
    event = {
        "kind": "prices_changed",
        "dated": prices.dated.isoformat(),
        "currency": prices.currency,
        "count": len(prices.prices),
    }
    clinic.put_item(record, ITEM, json.loads(prices.model_dump_json()), event)
