"""The price list out of a spreadsheet and back, typed, on the disk, and in a visit."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdm_aid.application.price_csv import HEADS, prices_csv
from sdm_aid.application.price_entry import UnreadablePrice, read_amount, read_list_date
from sdm_aid.application.price_import import UnreadablePriceFile, read_prices_csv
from sdm_aid.application.price_list import FILE_NAME, load_prices, save_prices
from sdm_aid.application.settings import Settings
from sdm_aid.application.start_visit import begin
from sdm_aid.domain.prices import PRICE_UNITS, Price, PriceList
from tests.shipped.once import loaded

TODAY = date(2026, 11, 28)
NAMES = {"discectomy": "An operation on the disc", "tens": "Small currents (TENS)"}
DISC = Price(treatment="discectomy", price=Decimal("900.50"), each="treatment", approval=True)
LIST = PriceList(currency="EUR", dated=date(2026, 11, 20), prices=(DISC,))
HEAD = "Treatment id,Patient pays,Currency,Date of the list"


def read(text: str) -> PriceList:
    return read_prices_csv(text.encode(), NAMES, TODAY)


def refused(text: str | bytes) -> str:
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(UnreadablePriceFile) as trouble:
        read_prices_csv(data, NAMES, TODAY)
    return str(trouble.value)


WORDS = st.none() | st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=40
).map(lambda words: " ".join(normalize("NFC", words).split())).filter(bool)  # fmt: skip
MONEY = st.none() | st.decimals(0, 99_999, places=2)
PRICES = st.builds(
    Price,
    treatment=st.just("tens"),
    price=MONEY,
    insurer=MONEY,
    each=st.sampled_from(PRICE_UNITS),
    times=st.none() | st.integers(1, 366),
    visits=st.none() | st.integers(0, 366),
    days_off=st.none() | st.integers(0, 366),
    extra=MONEY,
    extra_for=WORDS,
    approval=st.booleans(),
    ask_insurer=st.booleans(),
    note=WORDS,
).filter(lambda price: not price.empty)


@given(PRICES)
def test_what_is_written_is_read_back(price: Price) -> None:
    prices = PriceList(currency="CHF", dated=date(2026, 1, 31), prices=(price,))
    assert read_prices_csv(prices_csv(prices, NAMES), NAMES, TODAY) == prices


def test_the_empty_list_is_a_form_to_fill_in() -> None:
    lines = prices_csv(None, NAMES).decode("utf-8-sig").splitlines()
    assert lines[0].split(",") == list(HEADS.values())
    assert [line.split(",")[0] for line in lines[1:]] == list(NAMES)
    assert "no price in this file" in refused(prices_csv(None, NAMES))


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("amount", ["900.50", '"900,50"', '"€ 900,50"'])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_any_spreadsheets_form_is_taken(mark: str, amount: str, bom: str) -> None:
    rows = [HEAD.split(","), ["discectomy", amount, "eur", "20.11.2026"], ["", "", "", ""]]
    text = bom + "\r\n".join(mark.join(row) for row in rows)
    found = read(text)
    assert (found.currency, found.dated) == ("EUR", date(2026, 11, 20))
    assert found.prices == (Price(treatment="discectomy", price=Decimal("900.50")),)


def test_columns_may_stand_in_any_order_and_treatments_go_by_name() -> None:
    text = (
        "sep=;\nDATE OF THE LIST;currency;patient_pays;Treatment;For each\n"
        "2026-11-20;EUR;12;small currents (tens);month\n"
    )
    assert read(text).prices == (Price(treatment="tens", price=Decimal(12), each="month"),)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("discectomy,lots,EUR,2026-11-20", "Line 2, column “Patient pays”: “lots” is no amount"),
        ("discectomy,-5,EUR,2026-11-20", "“-5” is no amount"),
        ('discectomy,"1,234",EUR,2026-11-20', "can be read in two ways"),
        ("discectomy,12.345,EUR,2026-11-20", "can be read in two ways"),
        ("discectomy,12.3456,EUR,2026-11-20", "more decimals"),
        ("discectomy,99999999999,EUR,2026-11-20", "more than 999,999,999"),
        ("discectomy,12,50,EUR,2026-11-20", "Line 2 has 5 cells and the first line 4"),
        ("discectomy,12,Euro,2026-11-20", "column “Currency”: “Euro” is no currency"),
        ("discectomy,12,,2026-11-20", "column “Currency”"),
        ("discectomy,12,EUR,11/12/2026", "column “Date of the list”"),
        ("discectomy,12,EUR,2026-11-29", "in the future"),
        ("needle,12,EUR,2026-11-20", "column “Treatment id”: there is no treatment “needle”"),
        ("discectomy,12,EUR,2026-11-20\ndiscectomy,13,EUR,2026-11-20", "Line 3: An operation on"),
        ("discectomy,12,EUR,2026-11-20\ntens,13,USD,2026-11-20", "Line 3, column “Currency”"),
        ('discectomy,"12,EUR,2026-11-20', "Line 2: a quotation mark"),
    ],
)
def test_a_fault_is_one_sentence_with_line_column_and_remedy(row: str, told: str) -> None:
    said = refused(f"{HEAD}\n{row}\n")
    assert told in said
    assert said.endswith("Nothing of the file was taken.")
    assert "\n" not in said


def test_a_line_is_counted_as_the_spreadsheet_counts_it() -> None:
    head = "Treatment id,Note,Patient pays,Currency,Date of the list"
    text = f'{head}\ntens,"two\nlines",5,EUR,2026-11-20\n\ndiscectomy,,x,EUR,2026-11-20\n'
    assert "Line 5, column “Patient pays”" in refused(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "is empty"),
        ("Treatment id,Cost\n", "no column is called “Cost”"),
        ("Treatment id,Patient pays,Currency\n", "“Date of the list” is missing"),
        (f"{HEAD},Currency\n", "stands twice"),
        ("Treatment id\nd\xe9".encode("latin-1"), "Line 2 is not in UTF-8"),
        (f"{HEAD}\ntens,5,EUR,2026-11-20".encode("utf-16"), "not in UTF-8"),
        (b"PK\x03\x04\0\0", "no plain text"),
        (b"a" * (2 * 1024 * 1024 + 1), "too large"),
    ],
)
def test_no_price_list_at_all_is_said_too(text: str | bytes, told: str) -> None:
    assert told in refused(text)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_anything_else_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(UnreadablePriceFile):
        read_prices_csv(data, NAMES, TODAY)


@pytest.mark.parametrize(
    ("typed", "currency", "amount"),
    [
        ("120", "EUR", "120"), ("12,5", "EUR", "12.5"), ("1.250,00", "EUR", "1250.00"),
        ("1,250.00", "USD", "1250.00"), ("1 250", "EUR", "1250"), ("1’250.50", "CHF", "1250.50"),
        ("USD 1,250,000", "USD", "1250000"), ("12.345", "KWD", "12.345"), ("１２", "JPY", "12"),
        ("0", "EUR", "0"),
    ],
)  # fmt: skip
def test_amounts_are_read_as_people_type_them(typed: str, currency: str, amount: str) -> None:
    assert str(read_amount(typed, currency)) == amount


@pytest.mark.parametrize("typed", ["12.5", "1,234", "twelve", "1.2.3", "12-", "--", "€"])
def test_what_is_no_whole_number_of_yen_is_refused(typed: str) -> None:
    with pytest.raises(UnreadablePrice):
        read_amount(typed, "JPY")


@pytest.mark.parametrize("typed", ["28.11.2026", "2026-11-28", "28 November 2026", "28/11/2026"])
def test_a_day_is_read_where_it_can_only_be_one(typed: str) -> None:
    assert read_list_date(typed, TODAY) == TODAY


def test_the_list_lies_whole_beside_the_settings(tmp_path: Path) -> None:
    assert load_prices(tmp_path).prices is None
    save_prices(tmp_path / "new", LIST)
    assert load_prices(tmp_path / "new") == (LIST, "")
    (tmp_path / "new" / FILE_NAME).write_text('{"currency": "EUR", "prices": [{"price": 1}]}')
    damaged = load_prices(tmp_path / "new")
    assert damaged.prices is None
    assert "could not be read" in damaged.problem


def test_a_visit_keeps_its_part_of_the_list_as_it_stood() -> None:
    other = Price(treatment="tens", price=Decimal(5))
    prices = LIST.evolve(prices=(other, DISC))
    now = datetime(2026, 11, 28, 9, tzinfo=UTC)
    visit = begin(loaded("sciatica"), Settings(), lambda: now, prices=prices)
    assert visit.session.state.prices == LIST
    assert begin(loaded("sciatica"), Settings(), lambda: now).session.state.prices is None
