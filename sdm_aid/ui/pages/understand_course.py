"""Understand page, what tends to happen with nothing new: figures as their source has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.domain.risk import IconCounts, frequency_of, people, row_denominator
from sdm_aid.i18n import _
from sdm_aid.ui.widgets.icon_array_view import IconArrayView
from sdm_aid.ui.widgets.plain import button, label
from sdm_aid.wording.facts import say
from sdm_aid.wording.figure import NotForPatients, describe

if TYPE_CHECKING:
    from sdm_aid.ui.pages.base import Page
    from sdm_aid.wording.figure import FigureWords

HUNDRED = 100
PICTURE = 104.0
AT_FIRST = 1
"""How many figures are shown before "Show all"."""


class CourseCard(QFrame):
    """The natural course: one entry a figure, each with its time, group and how sure we are.

    The first figure that counts people has its picture beside it.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.setObjectName("course")
        self.setProperty("role", "card")
        self._content = page.content
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 8)
        column.setSpacing(6)
        column.addWidget(label(_("What tends to happen with nothing new"), "h3", self))
        column.addWidget(label(say(page.content, "nothing_new"), "body", self, "nothing-new"))
        row, entries = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(16)
        entries.setSpacing(6)
        self._later: list[QWidget] = []
        figures = _figures(page)
        for number, words in enumerate(figures):
            entry = self._entry(words)
            entries.addWidget(entry)
            if number >= AT_FIRST:
                self._later.append(entry)
        self._more = button(_("Show all"), "quiet", "course-more", self)
        self._more.setCheckable(True)
        self._more.setVisible(bool(self._later))
        self._more.clicked.connect(self._show)
        entries.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        entries.addStretch(1)
        picture = self._picture(figures)
        if picture is not None:
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(entries, 1)
        column.addLayout(row, 1)
        self.show_less()

    def show_less(self) -> None:
        """Show the first figures only."""
        self._show(False)

    def _show(self, all_of_them: bool) -> None:
        self._more.setChecked(all_of_them)
        self._more.setText(_("Show less") if all_of_them else _("Show all"))
        self._more.setAccessibleName(self._more.text())
        for entry in self._later:
            entry.setVisible(all_of_them)

    def _entry(self, words: FigureWords) -> QWidget:
        entry = QWidget(self)
        entry.setObjectName(f"course-{words.estimate}")
        entry.setAccessibleName(words.alt)
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label(words.sentence, "strong", entry))
        rest = [words.complement, words.range, words.horizon, words.people, words.certainty.words]
        soft = " · ".join(part.rstrip(".") for part in rest if part)
        column.addWidget(label(soft, "caption", entry))
        return entry

    def _picture(self, figures: list[FigureWords]) -> IconArrayView | None:
        """People for the first figure, where it counts people and is sure enough to be drawn."""
        if not figures or not figures[0].known:
            return None
        words, estimate = figures[0], self._content.estimates[figures[0].estimate]
        share = frequency_of(estimate, "treated")
        if share is None or share.point is None:
            return None
        total = row_denominator([share])
        count = people(share, total)
        if count is None or total > HUNDRED:
            return None
        view = IconArrayView(self, size=PICTURE)
        view.setObjectName("course-picture")
        view.set_counts(IconCounts(count, 0, 0, total - count, estimate.better), total, words.alt)
        return view


def _figures(page: Page) -> list[FigureWords]:
    found = []
    for name in page.content.decision.natural_course:
        try:
            found.append(describe(page.content, name))
        except NotForPatients:
            continue
    return found
