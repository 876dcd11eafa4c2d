"""Bringing a record back from a backup: who opens it, the work, and what came back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sdm_aid.application.record.doorplate import Person
from sdm_aid.i18n import _
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.ui.record.access.parts import Busy, put
from sdm_aid.ui.record.access.people_list import PeopleList
from sdm_aid.ui.record.access.told import sentence_of
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.new_passphrase import secret_field
from sdm_aid.ui.widgets.notice import Notice
from sdm_aid.ui.widgets.plain import button, label

if TYPE_CHECKING:
    from sdm_aid.application.ports import Jobs
    from sdm_aid.application.session import Clock
    from sdm_aid.records.place import Place

RECOVERY = "recovery"


class Restore(Screen):
    """``restored`` once what came back was read by somebody; ``pressed("back")`` leaves."""

    restored = Signal()

    def __init__(
        self, file: Path, place: Place, jobs: Jobs, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "restore",
            _("Bring the record back"),
            _("From {file}").format(file=file.name),
            parent,
        )
        self._file, self._place, self._jobs, self._clock = file, place, jobs, clock
        self._form = self._make_form(self.body)
        self._problem = Notice(parent=self.body)
        self._problem.setObjectName("restore-problem")
        self._problem.set_kind("caution")
        self._busy = Busy("restore-busy", self.body)
        self._told = Card(_("The record is back"), self.body)
        self._words = label("", "body", self._told, "restore-words")
        self._on = button(_("Go to the record"), "primary", "restore-on", self._told)
        self._on.clicked.connect(self.restored)
        self._told.column.addWidget(self._words)
        self._told.column.addWidget(self._on)
        self._told.hide()
        for part in (self._form, self._problem, self._busy, self._told):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.add_footer_button("back", _("Back"))
        self._read_names()

    def first_focus(self) -> QWidget:
        """The passphrase, or the way on."""
        if self._told.isVisibleTo(self):
            return self._on
        return self._field if self._form.isVisibleTo(self) else super().first_focus()

    def _make_form(self, parent: QWidget) -> Card:
        card = Card(parent=parent)
        self._people = PeopleList("restore-people", card)
        over = label(_("Who you are"), "caption", card)
        over.setBuddy(self._people)
        card.column.addWidget(over)
        card.column.addWidget(self._people)
        caption = _("Passphrase of the day of the backup, or the printed recovery key")
        self._field = secret_field("restore-passphrase", caption, card)
        put(card.column, card, self._field, "restore-passphrase", caption)
        self._start = button(_("Bring the record back"), "primary", "restore-start", card)
        self._start.clicked.connect(self._submit)
        self._field.returnPressed.connect(self._submit)
        card.column.addSpacing(px(6))
        card.column.addWidget(self._start, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _read_names(self) -> None:
        from sdm_aid.application.record.backup import names_in
        from sdm_aid.records.trouble import RecordTrouble

        try:
            names = names_in(self._file)
        except RecordTrouble as problem:
            self._form.hide()
            self._problem.set_words("", sentence_of(problem))
            return
        people = [Person(name, name) for name in names]
        people.append(Person(RECOVERY, _("With the printed recovery key")))
        self._people.show_people(tuple(people), people[0].id)

    def _submit(self) -> None:
        if self._busy.words or not self._field.text() or not self._people.chosen:
            return
        self._problem.set_words("", "")
        self._form.setEnabled(False)
        self._busy.say(_("Checking the backup"))
        work = partial(
            _bring_back,
            self._place,
            self._file,
            self._people.chosen,
            self._field.text(),
            self._clock,
        )
        self._jobs.run(work, done=self._on_done, failed=self._on_failed, progress=self._busy.say)

    def _on_done(self, said: tuple[str, ...]) -> None:
        self._busy.say("")
        self._field.clear()
        self._form.hide()
        self._words.setText("\n".join(said))
        self._told.show()
        self._on.setFocus()

    def _on_failed(self, problem: Exception) -> None:
        self._busy.say("")
        self._form.setEnabled(True)
        sentence = sentence_of(problem)
        self._problem.set_words(
            "", sentence or _("The backup could not be brought back. Nothing was changed.")
        )
        self._field.selectAll()
        self._field.setFocus()
        if not sentence:
            raise problem


def _bring_back(
    place: Place, file: Path, user: str, secret: str, clock: Clock, progress: Any
) -> tuple[str, ...]:
    from sdm_aid.application.record.backup import restore

    return restore(place, file, user, secret, clock, progress=progress)[1]
