"""Reads a price list out of a spreadsheet's file: all of a file is taken, or nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sdm_aid.application.price_csv import HEADS, bare
from sdm_aid.application.price_entry import (
    UnreadablePrice,
    read_amount,
    read_count,
    read_currency,
    read_list_date,
    read_note,
    read_unit,
    read_yes,
)
from sdm_aid.domain.prices import Price, PriceList
from sdm_aid.i18n import _

LARGEST = 2 * 1024 * 1024
"""Bytes of a price list; a real one is far below."""
NEEDED = ("price", "currency", "dated")
_SHARED = ("treatment", "name", "currency", "dated", "each")


class UnreadablePriceFile(ValueError):
    """The file cannot be taken; the message is a sentence, and nothing of it was taken."""


def read_prices_csv(data: bytes, names: Mapping[str, str], today: date) -> PriceList:
    """A price list out of the bytes of a file; ``names``: the treatments there are.

    Commas, semicolons or tabs between cells, decimal comma or point, with or without the mark of
    UTF-8; columns in any order. Lines without any price say nothing.

    Raises:
        UnreadablePriceFile: anything cannot be taken; the sentence names line, column and remedy.
    """
    rows = _rows(_text(data))
    if not rows:
        raise UnreadablePriceFile(_("The file is empty. Choose another file."))
    columns = _columns(rows[0])
    reading = _Reading(columns, names, today)
    for line, cells in rows[1:]:
        reading.take(line, cells)
    return reading.finished()


def _text(data: bytes) -> str:
    if len(data) > LARGEST:
        raise UnreadablePriceFile(_("The file is too large for a price list. Choose another file."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        words = _(
            "Line {line} is not in UTF-8. In the spreadsheet choose “CSV UTF-8”, save it again."
        )
        raise UnreadablePriceFile(_whole(words.format(line=line))) from error
    if "\0" in text:
        raise UnreadablePriceFile(_("The file holds no plain text. Save the table as “CSV UTF-8”."))
    return text


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """Every row that says something, with the line on which it begins."""
    head, _line, _rest = text.partition("\n")
    skipped = 0
    if head.strip().lower().startswith("sep="):
        text, skipped = text[len(head) + 1 :], 1
        head = text.partition("\n")[0]
    mark = max(";,\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    found, begins = [], skipped + 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append((begins, [bare(cell).strip() for cell in cells]))
            begins = skipped + reader.line_num + 1
    except csv.Error as error:
        words = _(
            "Line {line}: a quotation mark is not closed, or stands in the wrong place. Mend it."
        )
        raise UnreadablePriceFile(_whole(words.format(line=begins))) from error
    return found


def _columns(row: tuple[int, list[str]]) -> list[str]:
    """The columns by the words of the first line."""
    line, heads = row
    known = {_key(head): column for column, head in HEADS.items()}
    known |= {_key(_(head)): column for column, head in HEADS.items()}
    known |= {_key(column): column for column in HEADS if column != "treatment"}
    found = []
    for head in heads:
        column = known.get(_key(head))
        if column is None:
            raise UnreadablePriceFile(_unknown_head(line, head))
        if column in found:
            words = _("Line {line}: the column “{head}” stands twice. Take one of them out.")
            raise UnreadablePriceFile(_whole(words.format(line=line, head=head)))
        found.append(column)
    lacking = [_(HEADS[column]) for column in NEEDED if column not in found]
    if "treatment" not in found and "name" not in found:
        lacking.insert(0, _(HEADS["treatment"]))
    if lacking:
        words = _(
            "Line {line}: the column “{head}” is missing. Export the list to see all columns."
        )
        raise UnreadablePriceFile(_whole(words.format(line=line, head=lacking[0])))
    return found


def _unknown_head(line: int, head: str) -> str:
    heads = ", ".join(_(word) for word in HEADS.values())
    words = _("Line {line}: no column is called “{head}”. The columns are: {heads}.")
    return _whole(words.format(line=line, head=head[:40], heads=heads))


def _key(head: str) -> str:
    return " ".join(head.replace("_", " ").casefold().split())


@dataclass
class _Reading:
    """What was taken so far; one currency and one day hold for the whole list."""

    columns: list[str]
    names: Mapping[str, str]
    today: date

    def __post_init__(self) -> None:
        self._by_name = {_key(name): treatment for treatment, name in self.names.items()}
        self._found: dict[str, Price] = {}
        self._shared: dict[str, Any] = {}

    def take(self, line: int, row: list[str]) -> None:
        """One line of the table."""
        if len(row) != len(self.columns):
            raise UnreadablePriceFile(_wrong_length(line, len(row), len(self.columns)))
        cells = dict(zip(self.columns, row, strict=True))
        treatment = self._treatment(line, cells)
        if not any(cells.get(column) for column in HEADS if column not in _SHARED):
            return
        currency = self._one(line, cells, "currency", read_currency)
        self._one(line, cells, "dated", self._date)
        fields = {
            column: self._read(line, column, cells.get(column, ""), read)
            for column, read in _readers(currency).items()
        }
        price = Price(treatment=treatment, **fields)
        if treatment in self._found:
            words = _("Line {line}: {name} stands twice. Take one of them out.")
            raise UnreadablePriceFile(_whole(words.format(line=line, name=self.names[treatment])))
        self._found[treatment] = price

    def finished(self) -> PriceList:
        """The list.

        Raises:
            UnreadablePriceFile: there is no price in it.
        """
        prices = tuple(price for price in self._found.values() if not price.empty)
        if not prices:
            raise UnreadablePriceFile(_whole(_("There is no price in this file. Fill one in.")))
        return PriceList(**self._shared, prices=prices)

    def _date(self, text: str) -> date:
        return read_list_date(text, self.today)

    def _treatment(self, line: int, cells: Mapping[str, str]) -> str:
        own, name = cells.get("treatment", ""), cells.get("name", "")
        found = own if own in self.names else None if own else self._by_name.get(_key(name))
        if found is None:
            column = _(HEADS["treatment" if own else "name"])
            words = _(
                "Line {line}, column “{column}”: there is no treatment “{text}”. "
                "Export the list to see how each is written."
            )
            shown = (own or name)[:40]
            raise UnreadablePriceFile(_whole(words.format(line=line, column=column, text=shown)))
        return found

    def _one(
        self, line: int, cells: Mapping[str, str], column: str, read: Callable[[str], Any]
    ) -> Any:
        """What must be the same on every line."""
        value = self._read(line, column, cells[column], read)
        if self._shared.setdefault(column, value) != value:
            words = _(
                "Line {line}, column “{column}”: it differs from the lines above. Write one alone."
            )
            column_words = _(HEADS[column])
            raise UnreadablePriceFile(_whole(words.format(line=line, column=column_words)))
        return value

    def _read(self, line: int, column: str, text: str, read: Callable[[str], Any]) -> Any:
        try:
            return read(text)
        except UnreadablePrice as problem:
            words = _("Line {line}, column “{column}”: {problem}")
            told = words.format(line=line, column=_(HEADS[column]), problem=problem)
            raise UnreadablePriceFile(_whole(told)) from problem


def _readers(currency: str) -> dict[str, Callable[[str], Any]]:
    def money(text: str) -> Any:
        return read_amount(text, currency)

    def at_least_once(text: str) -> Any:
        return read_count(text, 1)

    return {
        "price": money,
        "each": read_unit,
        "times": at_least_once,
        "insurer": money,
        "visits": read_count,
        "days_off": read_count,
        "extra": money,
        "extra_for": read_note,
        "approval": read_yes,
        "ask_insurer": read_yes,
        "note": read_note,
    }


def _wrong_length(line: int, there: int, wanted: int) -> str:
    words = _(
        "Line {line} has {there} cells and the first line {wanted}. Where a comma parts the cells, "
        "put an amount with a comma in quotation marks."
    )
    return _whole(words.format(line=line, there=there, wanted=wanted))


def _whole(problem: str) -> str:
    return _("{problem} Nothing of the file was taken.").format(problem=problem)
