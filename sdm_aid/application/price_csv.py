"""The price list as a table for a spreadsheet; ``price_import`` reads it back."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from sdm_aid.domain.prices import Price, PriceList
from sdm_aid.i18n import N_, _
from sdm_aid.wording.costs import unit_word

HEADS: Mapping[str, str] = MappingProxyType(
    {
        "treatment": N_("Treatment id"),
        "name": N_("Treatment"),
        "price": N_("Patient pays"),
        "each": N_("For each"),
        "times": N_("Times a year"),
        "insurer": N_("Insurer pays"),
        "visits": N_("Visits a year"),
        "days_off": N_("Days off a year"),
        "extra": N_("Other costs each visit"),
        "extra_for": N_("Other costs are for"),
        "approval": N_("Approval needed"),
        "ask_insurer": N_("Ask insurer first"),
        "note": N_("Note"),
        "currency": N_("Currency"),
        "dated": N_("Date of the list"),
    }
)
"""The columns with their headings, in the order in which they are written."""
_OF_PRICE = tuple(Price.model_fields)
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def prices_csv(prices: PriceList | None, names: Mapping[str, str]) -> bytes:
    """The list with a line for each treatment of ``names`` (id to name), also without a price.

    UTF-8 with its mark, so that spreadsheets read every letter; comma between cells, point before
    decimals.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_(head) for head in HEADS.values()])
    for treatment, name in names.items():
        price = (prices.of(treatment) if prices else None) or Price(treatment=treatment)
        cells = {"name": name, **_cells(price, prices)}
        writer.writerow([_safe(cells[column]) for column in HEADS])
    return out.getvalue().encode("utf-8-sig")


def _cells(price: Price, prices: PriceList | None) -> dict[str, str]:
    found = {column: cell_text(price, column) for column in HEADS if column in _OF_PRICE}
    found["approval"] = _("yes") if price.approval else ""
    found["ask_insurer"] = _("yes") if price.ask_insurer else ""
    found["currency"] = prices.currency if prices else ""
    found["dated"] = prices.dated.isoformat() if prices else ""
    return found


def cell_text(price: Price, column: str) -> str:
    """What stands in one column of a price; empty where nothing was said."""
    if column == "each":
        blank = price == Price(treatment=price.treatment)
        return "" if blank else unit_word(price.each)
    value = getattr(price, column)
    return "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)


def _safe(cell: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_STARTS_A_FORMULA) else cell


def bare(cell: str) -> str:
    """The text without what ``_safe`` put before it."""
    rest = cell[1:]
    return rest if cell[:1] == "'" and rest.lstrip(" ").startswith(_STARTS_A_FORMULA) else cell
