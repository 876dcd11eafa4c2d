"""The lines of a history on one sheet: a heading for each day, what was undone said so."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sdm_aid.i18n import N_, _, direction
from sdm_aid.i18n.formats import date_long, time_short
from sdm_aid.ui.review_sheet import ReviewSheet

if TYPE_CHECKING:
    from sdm_aid.application.record.history import Line

FATES = {
    "taken_back": N_("taken back later"),
    "set_aside": N_("set aside: it does not count"),
}


class HistorySheet(ReviewSheet):
    """Read-only and selectable; what is around scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history-sheet")
        self.setAccessibleName(_("What happened, oldest first"))

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Lay the lines out."""
        self.setHtml(lines_html(lines))
        self._fit()


def lines_html(lines: Iterable[Line]) -> str:
    """The lines as simple HTML; every word is escaped, nothing is loaded."""
    parts: list[str] = []
    day = None
    for line in lines:
        at = line.at.astimezone()
        if at.date() != day:
            day = at.date()
            parts.append(f'<h3 dir="{direction()}">{escape(date_long(day))}</h3>')
        parts.append(_line(line, time_short(at)))
    return "".join(parts)


def _line(line: Line, when: str) -> str:
    who = f"{when} · {line.who}" if line.who else when
    words = escape(line.words).replace("\n", "<br>")
    if line.fate != "stands":
        mark = escape(_(FATES[line.fate]))
        words = f"<s>{words}</s> <b>({mark})</b>"
    elif line.kind == "event":
        words = f"<i>{words}</i>"
    return f'<p dir="{direction()}"><small>{escape(who)}</small><br>{words}</p>'
