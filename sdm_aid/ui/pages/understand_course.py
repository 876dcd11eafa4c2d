"""Understand page, what tends to happen with nothing new: figures as their source has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.frame.parts import button, label
from sdm_aid.wording.facts import say
from sdm_aid.wording.figure import NotForPatients, describe
from sdm_aid.wording.sentence import paragraph

if TYPE_CHECKING:
    from sdm_aid.ui.pages.base import Page
    from sdm_aid.wording.figure import FigureWords

AT_FIRST = 2
"""How many figures are shown before "Show all"."""


class CourseCard(QFrame):
    """The natural course: one entry a figure, each with its time, group and how sure we are."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.setObjectName("course")
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(label(_("What tends to happen with nothing new"), "h3", self))
        column.addWidget(label(say(page.content, "nothing_new"), "body", self, "nothing-new"))
        self._later: list[QWidget] = []
        for number, words in enumerate(_figures(page)):
            entry = self._entry(words)
            column.addWidget(entry)
            if number >= AT_FIRST:
                self._later.append(entry)
        self._more = button(_("Show all"), "quiet", "course-more", self)
        self._more.setCheckable(True)
        self._more.setVisible(bool(self._later))
        self._more.clicked.connect(self._show)
        column.addWidget(self._more)
        column.addStretch(1)
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
        first = paragraph(
            _("{outcome}: {figure}").format(outcome=words.outcome, figure=words.headline)
            if words.known
            else words.headline
        )
        column.addWidget(label(first, "strong", entry))
        rest = [words.complement, words.range, words.horizon, words.people, words.certainty.words]
        soft = " · ".join(part for part in rest if part)
        column.addWidget(label(soft, "caption", entry))
        return entry


def _figures(page: Page) -> list[FigureWords]:
    found = []
    for name in page.content.decision.natural_course:
        try:
            found.append(describe(page.content, name))
        except NotForPatients:
            continue
    return found
