"""The patients on the home screen: names hidden until asked for, searching, what is due."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from sdm_aid.i18n import _, ngettext
from sdm_aid.i18n.formats import number
from sdm_aid.ui.record.patients.hit_list import HitList
from sdm_aid.ui.record.patients.lines import HitLine, lines_at_home, lines_of_hits
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.capped_field import CappedLine
from sdm_aid.ui.widgets.plain import button, label

if TYPE_CHECKING:
    from datetime import date

    from sdm_aid.application.session import Clock
    from sdm_aid.records.search import Hit, Index

SHOWN = 50
"""Patients listed at once; who looks for more types more."""


class PatientsCard(QFrame):
    """Stands on the home screen while the record is open.

    Signals: ``patient_opened(str)`` a patient; ``visit_asked(str, str)`` a visit and one of
    ``continue``, ``look_again``, ``open``; ``new_patient_asked()``.

    Args:
        index: the list in memory; call :meth:`refresh` after it changed.
        may_write: a reader is offered nothing but opening.
    """

    patient_opened = Signal(str)
    visit_asked = Signal(str, str)
    new_patient_asked = Signal()

    def __init__(
        self, index: Index, clock: Clock, *, may_write: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("patients")
        self.setProperty("role", "card")
        self._index, self._clock, self._may_write = index, clock, may_write
        self._named = False
        self._home: tuple[HitLine, ...] = ()
        self._head = QGridLayout()
        self.column = QVBoxLayout(self)
        self._make_head()
        self._lines()
        self.refresh()

    @property
    def names_shown(self) -> bool:
        """Whether names stand on the screen now: asked for by the button or by typing."""
        return self._named or bool(self.search.text().strip())

    def refresh(self) -> None:
        """Read the list again, as after a visit or a change in another room."""
        self._home = lines_at_home(self._index, self._today())
        self._search()

    def show_hits(self, hits: Iterable[Hit], total: int) -> None:
        """Show patients found; ``total``: how many there are in all."""
        lines = self._allowed(lines_of_hits(hits, self._today()))
        self.list.show_lines(lines, hidden=not self.names_shown)
        self._say(self._found_words(len(lines), total))

    def hide_names(self) -> None:
        """Nobody asks any more: empty the search and hide the names."""
        self._named = False
        self.search.clear()
        self._search()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever comes back to this screen asks anew."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.hide_names()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape in the search empties it; Down goes into the list."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus() and self.list.lines:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The search goes under the heading where there is no room beside it."""
        super().resizeEvent(event)
        self._place_search()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size asks for another room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "list"):
            self._place_search()

    def _make_head(self) -> None:
        head = self._head
        head.setContentsMargins(20, 12, 20, 12)
        head.setHorizontalSpacing(12)
        head.setVerticalSpacing(10)
        heading = label(_("Patients"), "h2", self, "patients-heading")
        heading.setWordWrap(False)
        self.names = button(_("Show names"), "quiet", "patients-names", self)
        self.names.clicked.connect(self._on_names)
        self.new = button(_("New patient"), "secondary", "patients-new", self)
        self.new.clicked.connect(self.new_patient_asked)
        self.new.setVisible(self._may_write)
        self.search = CappedLine(self)
        self.search.setObjectName("patients-search")
        self.search.setMaxLength(200)
        words = _("Search name, number or date of birth")
        self.search.setPlaceholderText(words)
        self.search.setAccessibleName(words)
        self.search.setAccessibleDescription(_("Typing here shows names on the screen."))
        self.search.textChanged.connect(self._search)
        head.addWidget(heading, 0, 0)
        head.setColumnStretch(1, 1)
        head.addWidget(self.names, 0, 2)
        head.addWidget(self.new, 0, 3)
        self._place_search()

    def _lines(self) -> None:
        self.list = HitList(self)
        self.list.patient_chosen.connect(self.patient_opened)
        self.list.action_chosen.connect(self.visit_asked)
        self.note = label("", "caption", self, "patients-note")
        self.note.setContentsMargins(20, 10, 20, 12)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        self.column.addLayout(self._head)
        self.column.addWidget(self.list)
        self.column.addWidget(self.note)

    def _place_search(self) -> None:
        beside = self.width() >= px(900)
        self.search.setMinimumWidth(px(360) if beside else 0)
        if beside:
            self._head.addWidget(self.search, 0, 4)
        else:
            self._head.addWidget(self.search, 1, 0, 1, 5)

    def _on_names(self) -> None:
        self._named = not self._named
        self._search()

    def _search(self) -> None:
        typed = self.search.text()
        named = self.names_shown
        self.names.setText(_("Hide names") if self._named else _("Show names"))
        self.names.setAccessibleName(self.names.text())
        self.names.setEnabled(not typed.strip())
        if typed.strip():
            self.show_hits(self._index.search(typed, SHOWN), self._index.found)
            return
        self.list.show_lines(self._allowed(self._home), hidden=not named)
        self._say(self._home_words(named))

    def _allowed(self, lines: Iterable[HitLine]) -> tuple[HitLine, ...]:
        """A reader opens what is signed, and the record of whoever has a draft."""
        if self._may_write:
            return tuple(lines)
        return tuple(map(_for_reader, lines))

    def _found_words(self, shown: int, total: int) -> str:
        if not total:
            typed = self.search.text().strip()
            if self._may_write:
                return _("Nobody was found for “{typed}”. Type it otherwise, or add them.").format(
                    typed=typed
                )
            return _("Nobody was found for “{typed}”. Type it otherwise.").format(typed=typed)
        if total > shown:
            return _("{shown} of {total} shown: type more").format(
                shown=number(shown), total=number(total)
            )
        return ngettext("{n} found", "{n} found", total).format(n=number(total))

    def _home_words(self, named: bool) -> str:
        total = self._index.findable
        if not total:
            return _(
                "Nobody yet. Choose a talk above to begin, and name the patient then or later."
            )
        kept = ngettext("{n} patient in the record.", "{n} patients in the record.", total).format(
            n=number(total)
        )
        if named:
            return kept + " " + _("What is due comes first. Type to find somebody.")
        return kept + " " + _("Names are hidden, as this screen is shared. Type to find somebody.")

    def _say(self, words: str) -> None:
        self.note.setText(words)

    def _today(self) -> date:
        return self._clock().astimezone().date()


def _for_reader(line: HitLine) -> HitLine:
    if line.action == "continue":
        return line._replace(action="patient", visit="")
    return line._replace(action="open") if line.visit else line
