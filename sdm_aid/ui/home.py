"""The home screen: which talk is it today, a saved visit, or a try with a made-up patient."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from sdm_aid.i18n import _, current_language, ngettext
from sdm_aid.ui.first_paint import FirstPaint
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.ui.widgets.plain import button, card, label

if TYPE_CHECKING:
    from sdm_aid.application.settings import Settings
    from sdm_aid.content.index import DecisionEntry
    from sdm_aid.ui.decision_card import BrokenCard, DecisionCard


class Home(Screen):
    """Cards of all decisions. ``chosen(str, str)``: id and title; other buttons by ``pressed``:
    ``check``, ``content``, ``settings``, ``about``, ``open-visit``, ``made-up``.

    The first paint shows the bars and the heading; the decisions are read right after it, or when
    they are first asked for. ``ready`` tells once that they have been painted.
    """

    chosen = Signal(str, str)
    ready = Signal()

    def __init__(self, resources: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            "home",
            _("Decide together"),
            _("What is today’s talk about? Or open a visit you saved."),
            parent,
        )
        self._resources = resources
        for name, text in (
            ("check", _("Check a signed PDF")),
            ("content", _("Content")),
            ("settings", _("Settings")),
            ("about", _("About")),
        ):
            self.add_header_button(name, text)
        self._grid_holder = QWidget(self.body)
        self._grid = QGridLayout(self._grid_holder)
        self._grid.setContentsMargins(0, 12, 0, 8)
        self._grid.setSpacing(14)
        self._cards: list[DecisionCard | BrokenCard] = []
        self._columns = 0
        self.column.addWidget(self._grid_holder)
        self.column.addStretch(1)
        self.status.setText(
            _("Works offline. Nothing is kept on this computer unless you save it to a file.")
        )
        self.made_up = self.add_footer_button("made-up", _("Try with a made-up patient"))
        self._entries: tuple[DecisionEntry, ...] | None = None
        FirstPaint(self, self).painted.connect(self._complete)

    @property
    def entries(self) -> tuple[DecisionEntry, ...]:
        """The decisions as last read."""
        if self._entries is None:
            self.refresh()
        return self._entries or ()

    def refresh(self) -> None:
        """Read the list of decisions again and make the cards."""
        from sdm_aid.content.index import list_decisions

        if self._entries is None:
            self.column.insertWidget(self.column.count() - 1, self._patients())
        self._entries = list_decisions(self._resources, current_language())
        for old in self._cards:
            self._grid.removeWidget(old)
            old.deleteLater()
        self._cards = [self._card(entry) for entry in self._entries]
        if not self._entries:
            self.notice.say(
                _("No content was found in {folder}. Install the program again.").format(
                    folder=self._resources
                )
            )
        self.made_up.setEnabled(any(entry.problem is None for entry in self._entries))
        self._columns = 0
        self._lay_out()

    def first_focus(self) -> QWidget:
        """The first decision that can be pressed."""
        wanted = [entry.problem is None for entry in self.entries]
        cards = (made for made, sound in zip(self._cards, wanted, strict=True) if sound)
        return next(cards, None) or super().first_focus()

    def first_readable(self) -> DecisionEntry | None:
        """The first decision that can be opened."""
        return next((entry for entry in self.entries if entry.problem is None), None)

    def show_settings(self, settings: Settings) -> None:
        """The clinic and clinician beside the program's name."""
        named = [part for part in (settings.clinic_name, settings.clinician_name) if part]
        self.show_clinic(" · ".join(named))

    def set_busy(self, busy: bool) -> None:
        """While something is being opened nothing else can be chosen."""
        self.body.setEnabled(not busy)
        self.made_up.setEnabled(not busy and self.first_readable() is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for."""
        super().resizeEvent(event)
        self._lay_out()

    def _complete(self) -> None:
        self.first_focus().setFocus()  # reads the decisions where nobody has asked yet
        shown = self._cards[0] if self._cards else self.status
        FirstPaint(shown, self).painted.connect(self.ready)
        shown.update()

    def _card(self, entry: DecisionEntry) -> DecisionCard | BrokenCard:
        from sdm_aid.ui.decision_card import BrokenCard, DecisionCard

        if entry.problem is not None:
            return BrokenCard(entry.id, str(entry.problem), self._grid_holder)
        made = DecisionCard(entry.id, entry.title, self._line(entry), self._grid_holder)
        made.clicked.connect(partial(self.chosen.emit, entry.id, entry.title))
        return made

    def _line(self, entry: DecisionEntry) -> str:
        from sdm_aid.wording.about import review_state

        things = ngettext("{n} thing we could do", "{n} things we could do", entry.things)
        state = review_state(entry.reviewed)
        return _("{things} · {state}").format(things=things.format(n=entry.things), state=state)

    def _lay_out(self) -> None:
        margins = self.column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        columns = max(1, min(5, room // (14 * self.fontMetrics().height())))
        if columns == self._columns:
            return
        self._columns = columns
        for number, made in enumerate(self._cards):
            self._grid.addWidget(made, number // columns, number % columns)
        for number in range(5):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)

    def _patients(self) -> QFrame:
        frame, column = card("patients", self.body)
        column.addWidget(label(_("Patients"), "h2", frame, "patients-heading"))
        words = _(
            "This version keeps no records and no list of patients. "
            "A visit that you saved to a file can be opened here."
        )
        column.addWidget(label(words, "body", frame, "patients-words"))
        row = QHBoxLayout()
        opening = button(_("Open a visit file ..."), "secondary", "home-open-visit", frame)
        opening.clicked.connect(partial(self.pressed.emit, "open-visit"))
        row.addWidget(opening)
        row.addStretch(1)
        column.addLayout(row)
        return frame
