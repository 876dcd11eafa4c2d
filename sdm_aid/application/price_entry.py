"""Reads what people type into a price list: amounts, counts, dates, yes and no; or says why not."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal

from sdm_aid.domain.prices import MOST, MOST_TIMES, NOTE_LENGTH, PRICE_UNITS, PriceUnit, decimals_of
from sdm_aid.i18n import _, ngettext
from sdm_aid.i18n.formats import number
from sdm_aid.wording.costs import unit_word

_GROUPED = re.compile(r"[0-9]{1,3}(?:([ '.,])[0-9]{3})(?:\1[0-9]{3})*")
_PLAIN = re.compile(r"[0-9]+")
_CURRENCY = re.compile(r"[A-Z]{3}")
_YES = ("yes", "y", "x", "1", "true")
_NO = ("no", "n", "0", "false", "-")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OLDEST = 2000


class UnreadablePrice(ValueError):
    """What was typed cannot be taken; the message is a sentence that says what to write."""


def read_amount(text: str, currency: str) -> Decimal | None:
    """An amount such as ``120``, ``12.50``, ``12,50``, ``1 250.00`` or ``1.250,00``; empty: None.

    A comma or point before exactly three digits could be either, so it is asked for again, unless
    the currency has three decimals.

    Raises:
        UnreadablePrice: letters, a negative amount, too many decimals, too much, two readings.
    """
    plain = _plain(text).replace("’", "'")
    for word in (currency, "€", "$", "£"):
        plain = plain.removeprefix(word).removesuffix(word).strip() if word else plain
    if not text.strip():
        return None
    if not plain:
        raise UnreadablePrice(_no_amount(text))
    whole, mark, part = _split(plain, text)
    digits = decimals_of(currency)
    if mark and len(part) > digits:
        told = _two_readings(text) if len(part) == 3 else _too_fine(text, currency, digits)
        raise UnreadablePrice(told)
    found = Decimal(f"{whole}.{part}" if part else whole)
    if found > MOST:
        most = number(int(MOST))
        raise UnreadablePrice(
            _("“{text}” is more than {most}. Check the zeros.").format(text=_shown(text), most=most)
        )
    return found


def _split(plain: str, text: str) -> tuple[str, str, str]:
    """Whole part without its grouping, the decimal mark, and the decimals."""
    last = max(plain.rfind(","), plain.rfind("."))
    grouped = _GROUPED.fullmatch(plain)
    if grouped and grouped.group(1) in " '":
        return re.sub("[ ']", "", plain), "", ""
    if grouped and plain.count(grouped.group(1)) > 1:
        return plain.replace(grouped.group(1), ""), "", ""
    whole, mark, part = (
        (plain[:last], plain[last], plain[last + 1 :]) if last >= 0 else (plain, "", "")
    )
    inner = _GROUPED.fullmatch(whole)
    if inner and inner.group(1) != mark:
        whole = whole.replace(inner.group(1), "")
    if not _PLAIN.fullmatch(whole) or (mark and not _PLAIN.fullmatch(part)):
        raise UnreadablePrice(_no_amount(text))
    return whole, mark, part


def read_count(text: str, least: int = 0) -> int | None:
    """A whole number of times, visits or days within a year; empty: None.

    Raises:
        UnreadablePrice: no whole number, or out of its range.
    """
    plain = _plain(text)
    if not plain and not text.strip():
        return None
    if not _PLAIN.fullmatch(plain) or not least <= int(plain[:9]) <= MOST_TIMES:
        words = _(
            "“{text}” is no whole number from {least} to {most}. Write one, or leave it empty."
        )
        raise UnreadablePrice(words.format(text=_shown(text), least=least, most=MOST_TIMES))
    return int(plain)


def read_yes(text: str) -> bool:
    """Yes or no, in English or in the language in use; empty: no.

    Raises:
        UnreadablePrice: neither.
    """
    plain = _plain(text).casefold()
    if plain in (*_YES, _("yes").casefold()):
        return True
    if plain in ("", *_NO, _("no").casefold()):
        return False
    words = _("“{text}” is neither yes nor no. Write yes, or leave it empty.")
    raise UnreadablePrice(words.format(text=_shown(text)))


def read_unit(text: str) -> PriceUnit:
    """What a price is for; empty: a visit.

    Raises:
        UnreadablePrice: none of the units.
    """
    plain = _plain(text).casefold()
    for unit in PRICE_UNITS:
        if plain in (unit, unit_word(unit).casefold()):
            return unit
    if not plain:
        return "visit"
    names = ", ".join(unit_word(unit) for unit in PRICE_UNITS)
    words = _("“{text}” is not what a price can be for. Write one of: {names}.")
    raise UnreadablePrice(words.format(text=_shown(text), names=names))


def read_note(text: str) -> str | None:
    """Some words on one line; empty: None.

    Raises:
        UnreadablePrice: too long, or signs that cannot be printed.
    """
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    if len(plain) > NOTE_LENGTH:
        words = ngettext(
            "These words are too long. Write at most {n} letter.",
            "These words are too long. Write at most {n} letters.",
            NOTE_LENGTH,
        )
        raise UnreadablePrice(words.format(n=NOTE_LENGTH))
    if any(unicodedata.category(sign) in ("Cc", "Cs", "Co", "Cn") for sign in plain):
        raise UnreadablePrice(_("These words hold a sign that cannot be printed. Type them again."))
    return plain or None


def read_currency(text: str) -> str:
    """A currency's three letters.

    Raises:
        UnreadablePrice: anything else.
    """
    plain = _plain(text).upper()
    if not _CURRENCY.fullmatch(plain):
        words = _("“{text}” is no currency. Write its three letters, such as EUR, GBP or USD.")
        raise UnreadablePrice(words.format(text=_shown(text)))
    return plain


def read_list_date(text: str, today: date) -> date:
    """The day of a list: ``2026-11-28``, ``28.11.2026``, ``28 Nov 2026``.

    Raises:
        UnreadablePrice: no such day, one that can be read in two ways, in the future, or long past.
    """
    parts = re.findall(r"[^\W_]+", _plain(text).lower())
    found = _day(parts, dotted="." in text)
    if found is None:
        words = _("“{text}” is no date we can be sure of. Write year, month and day: {example}.")
        raise UnreadablePrice(words.format(text=_shown(text), example=today.isoformat()))
    if found > today:
        raise UnreadablePrice(_("“{text}” is in the future. Check it.").format(text=_shown(text)))
    if found.year < _OLDEST:
        words = _("“{text}” is too long ago. Check the year.")
        raise UnreadablePrice(words.format(text=_shown(text)))
    return found


def _day(parts: list[str], *, dotted: bool) -> date | None:
    if len(parts) != 3:
        return None
    first, month, last = parts
    if len(first) == 4:
        first, last = last, first
    named = next((n for n, name in enumerate(_MONTHS, 1) if month.startswith(name)), None)
    sure = dotted or named is not None or len(parts[0]) == 4
    numbers = (first, last) if named else (first, month, last)
    if not all(re.fullmatch(r"[0-9]{1,4}", part) for part in numbers) or len(last) != 4:
        return None
    day, number_of_month = int(first), named or int(month)
    if not sure and day <= 12 and day != number_of_month:
        return None  # the day and the month cannot be told apart
    try:
        return date(int(last), number_of_month, day)
    except ValueError:
        return None


def _plain(text: str) -> str:
    """One kind of space and of digits, nothing round it."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _shown(text: str) -> str:
    return " ".join(text.split())[:40]


def _no_amount(text: str) -> str:
    return _("“{text}” is no amount of money. Write a number such as 120 or 12.50.").format(
        text=_shown(text)
    )


def _too_fine(text: str, currency: str, digits: int) -> str:
    if not digits:
        words = _("“{text}” has decimals, and {currency} has none. Write a whole number.")
    else:
        words = _("“{text}” has more decimals than {currency} has. Write a number such as 12.50.")
    return words.format(text=_shown(text), currency=currency)


def _two_readings(text: str) -> str:
    return _(
        "“{text}” can be read in two ways. Write a large amount without a sign between the "
        "thousands: 1234 or 1234.00."
    ).format(text=_shown(text))
