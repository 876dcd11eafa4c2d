"""The price list lies in the record, for every room; a reader changes nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sdm_aid.application.price_list import load_prices, save_prices
from sdm_aid.application.record.clinic_prices import ITEM, keep_prices, the_prices
from sdm_aid.domain.prices import Price, PriceList
from sdm_aid.records import clinic as items
from sdm_aid.records.trouble import NotAllowed
from tests.kept_clinic import KeptClinic

LIST = PriceList(
    currency="GBP",
    dated=date(2026, 11, 20),
    prices=(Price(treatment="discectomy", price=Decimal("900.50")),),
)


def test_the_records_list_holds_before_that_of_the_computer(
    clinic: KeptClinic, tmp_path: Path
) -> None:
    older = LIST.evolve(dated=date(2025, 1, 1))
    save_prices(tmp_path, older)
    assert the_prices(tmp_path, clinic.desk).prices == older
    keep_prices(tmp_path, LIST, clinic.desk)
    save_prices(tmp_path, older)
    assert the_prices(tmp_path, clinic.desk).prices == LIST
    assert the_prices(tmp_path).prices == older


def test_what_stands_in_the_record_and_is_no_list_is_said(
    clinic: KeptClinic, tmp_path: Path
) -> None:
    items.put_item(clinic.desk.record, ITEM, {"currency": 5}, {"kind": "prices_changed"})
    found = the_prices(tmp_path, clinic.desk)
    assert found.prices is None
    assert "in the record" in found.problem


def test_with_the_record_open_both_are_written(clinic: KeptClinic, tmp_path: Path) -> None:
    keep_prices(tmp_path, LIST, clinic.desk)
    assert load_prices(tmp_path).prices == LIST
    assert items.item(clinic.desk.record, ITEM)["prices"][0]["price"] == "900.50"


def test_a_reader_changes_no_price(clinic: KeptClinic, tmp_path: Path) -> None:
    desk = clinic.as_user("Ben Reader", "reader")
    with pytest.raises(NotAllowed):
        keep_prices(tmp_path, LIST, desk)
    assert load_prices(tmp_path).prices is None
    assert the_prices(tmp_path, desk).prices is None
