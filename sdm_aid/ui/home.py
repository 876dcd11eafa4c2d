"""The home screen: which talk is it today, a saved visit, or a try with a made-up patient."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from sdm_aid.i18n import _, current_language
from sdm_aid.ui.decision_cards import DecisionCards, breakable
from sdm_aid.ui.first_paint import FirstPaint
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.ui.widgets.plain import button, card, label

if TYPE_CHECKING:
    from sdm_aid.application.ports import Jobs
    from sdm_aid.application.session import Clock
    from sdm_aid.application.settings import Settings
    from sdm_aid.content.index import DecisionEntry
    from sdm_aid.domain.governance import SignOff

SIGN_OFFS = "sign-offs"
"""Where ``application.sign_off`` keeps them; known here too, so that a start need not import it."""


class Home(Screen):
    """Cards of all decisions. ``chosen(str, str)``: id and title; other buttons by ``pressed``:
    ``check``, ``content``, ``settings``, ``about``, ``open-visit``, ``forms``, ``made-up``.

    The first paint shows the bars and the heading; the decisions are read right after it, or when
    they are first asked for. ``ready`` tells once that they have been painted.
    """

    chosen = Signal(str, str)
    ready = Signal()

    def __init__(
        self,
        resources: Path,
        folder: Path,
        jobs: Jobs,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            "home",
            _("Decide together"),
            _("What is today’s talk about? Or open a visit you saved."),
            parent,
        )
        self._resources, self._folder = resources, folder
        self._jobs, self._clock = jobs, clock
        self._signed: dict[str, SignOff] = {}
        self._looks = 0
        for name, text in (
            ("check", _("Check a signed PDF")),
            ("content", _("Content")),
            ("settings", _("Settings")),
            ("about", _("About")),
        ):
            self.add_header_button(name, text)
        self.cards = DecisionCards(self._line, self.body)
        self.cards.chosen.connect(self.chosen)
        self.column.addWidget(self.cards)
        self.column.addStretch(1)
        self._lock = self.add_header_button("lock", _("Lock"))
        self._lock.hide()
        self._card: QWidget | None = None
        self._say_what_is_kept(kept=False)
        self.add_footer_button("forms", _("Papers to take home"))
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
        """Read the list of decisions again, make the cards and look who has signed which off."""
        from sdm_aid.content.index import list_decisions

        if self._card is None:
            self._put_card(self._patients())
        self._entries = list_decisions(self._resources, current_language())
        self.cards.show_entries(self._entries)
        if not self._entries:
            self.notice.say(
                _("No content was found in {folder}. Install the program again.").format(
                    folder=self._resources
                )
            )
        self.made_up.setEnabled(any(entry.problem is None for entry in self._entries))
        self._lay_out()
        self._order_focus()
        self.look_for_sign_offs()

    def first_focus(self) -> QWidget:
        """The first decision that can be pressed."""
        return (self.cards.first() if self.entries else None) or super().first_focus()

    def first_readable(self) -> DecisionEntry | None:
        """The first decision that can be opened."""
        return next((entry for entry in self.entries if entry.problem is None), None)

    def show_settings(self, settings: Settings) -> None:
        """The clinic and clinician beside the program's name."""
        named = [part for part in (settings.clinic_name, settings.clinician_name) if part]
        self.show_clinic(" · ".join(named))

    def show_record(self, card: QWidget | None) -> None:
        """Show the patients of an open record; None: there is none open."""
        self._lock.setVisible(card is not None)
        self._say_what_is_kept(kept=card is not None)
        self._put_card(card or self._patients())

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
        shown = self.cards.first() or self.status
        FirstPaint(shown, self).painted.connect(self.ready)
        shown.update()

    def _line(self, entry: DecisionEntry) -> str:
        from sdm_aid.wording.about import home_line

        today, by = self._clock().date(), self._by(entry.id)
        return breakable(home_line(entry.things, entry.review_due, entry.expires, today, by))

    def review_of(self, decision: str) -> str:
        """Who stands behind a decision, in words."""
        from sdm_aid.wording.about import review_state

        return review_state(self._by(decision))

    def _by(self, decision: str) -> str:
        from sdm_aid.wording.about import signed_off_by

        signed = self._signed.get(decision)
        return signed_off_by(signed.name, signed.role, signed.on) if signed else ""

    def look_for_sign_offs(self) -> None:
        """Whether one still holds takes reading the content, so a job does it."""
        self._looks += 1
        try:
            kept = (self._folder / SIGN_OFFS).is_dir()
        except OSError:  # a folder that may not be searched
            kept = False
        if not kept:
            self._show_signed({})
            return
        names = tuple(entry.id for entry in self.entries if entry.problem is None)
        work = partial(_standing, self._resources, self._folder, names, current_language())
        look = self._looks
        self._jobs.run(
            work, done=partial(self._on_signed, look), failed=partial(self._on_unsigned, look)
        )

    def _on_signed(self, look: int, signed: dict[str, SignOff]) -> None:
        if look == self._looks:  # an earlier look may end later and knows less
            self._show_signed(signed)

    def _on_unsigned(self, look: int, problem: Exception) -> None:
        if look == self._looks:  # nobody can be named who stands behind anything
            self._show_signed({})
        raise problem

    def _show_signed(self, signed: dict[str, SignOff]) -> None:
        if signed != self._signed:
            self._signed = signed
            self.cards.show_lines()

    def _lay_out(self) -> None:
        margins = self.column.contentsMargins()
        self.cards.fit(self.width() - margins.left() - margins.right())

    def _put_card(self, made: QWidget) -> None:
        old, self._card = self._card, made
        self.column.insertWidget(self.column.count() - 1, made)
        if old is not None:
            self.column.removeWidget(old)
            old.deleteLater()

    def _order_focus(self) -> None:
        """From the decisions on to the patients, as they stand; both are made anew each time."""
        before: QWidget | None = self.cards.last()
        for after in self._card.findChildren(QWidget) if self._card is not None else ():
            if before is not None and after.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(before, after)
                before = after

    def _say_what_is_kept(self, *, kept: bool) -> None:
        if kept:
            self.subtitle.setText(_("What is today’s talk about? Or go on where you left off."))
            self.status.setText(_("Works offline. Records are encrypted."))
            return
        self.subtitle.setText(_("What is today’s talk about? Or open a visit you saved."))
        self.status.setText(
            _("Works offline. Nothing is kept on this computer unless you save it to a file.")
        )

    def _patients(self) -> QFrame:
        frame, column = card("patients", self.body)
        column.addWidget(label(_("Patients"), "h2", frame, "patients-heading"))
        words = _(
            "No record is open, so nothing is kept. "
            "A visit that you saved to a file can be opened here."
        )
        column.addWidget(label(words, "body", frame, "patients-words"))
        row = QHBoxLayout()
        begin = button(_("Set up or open the record ..."), "secondary", "home-set-up", frame)
        begin.clicked.connect(partial(self.pressed.emit, "set-up"))
        row.addWidget(begin)
        opening = button(_("Open a visit file ..."), "secondary", "home-open-visit", frame)
        opening.clicked.connect(partial(self.pressed.emit, "open-visit"))
        row.addWidget(opening)
        row.addStretch(1)
        column.addLayout(row)
        return frame


def _standing(
    resources: Path, folder: Path, names: tuple[str, ...], language: str, _progress: object
) -> dict[str, SignOff]:
    from sdm_aid.application.sign_off import standing_sign_offs

    return standing_sign_offs(resources, folder, names, language)
