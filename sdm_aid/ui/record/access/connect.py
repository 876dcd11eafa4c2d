"""Naming the clinic's database server: its address is tried before it is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.ui.record.access.parts import Busy, line
from sdm_aid.ui.record.access.told import sentence_of
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.notice import Notice
from sdm_aid.ui.widgets.plain import button, label

if TYPE_CHECKING:
    from sdm_aid.application.ports import Jobs
    from sdm_aid.ui.appearance import Appearance

LONGEST = 500


class Connect(Screen):
    """``found``: there is a record on the server; ``empty``: there is none yet."""

    found = Signal()
    empty = Signal()

    def __init__(self, appearance: Appearance, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(
            "connect",
            _("The clinic’s database server"),
            _("Several rooms can share one record on a PostgreSQL server of the clinic."),
            parent,
        )
        self._appearance, self._jobs = appearance, jobs
        card = Card(parent=self.body)
        self._field = line(card.column, card, "connect-address", _("Address of the database"))
        self._field.setMaxLength(LONGEST)
        self._field.setText(appearance.settings.database)
        self._field.returnPressed.connect(self._try)
        card.column.addWidget(
            label(
                _(
                    "As whoever runs the server writes it: postgresql://user@server/database. "
                    "What is said of patients is encrypted before it leaves this computer, and "
                    "the way to the server is protected (TLS)."
                ),
                "soft",
                card,
            )
        )
        self._start = button(_("Try the connection"), "primary", "connect-try", card)
        self._start.clicked.connect(self._try)
        card.column.addSpacing(px(6))
        card.column.addWidget(self._start, 0, Qt.AlignmentFlag.AlignLeft)
        self._problem = Notice(parent=self.body)
        self._problem.setObjectName("connect-problem")
        self._problem.set_kind("caution")
        self._busy = Busy("connect-busy", self.body)
        for part in (card, self._problem, self._busy):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.add_footer_button("back", _("Back"))

    def first_focus(self) -> QWidget:
        """The address."""
        return self._field

    def _try(self) -> None:
        address = self._field.text().strip()
        if self._busy.words or not address:
            return
        self._problem.set_words("", "")
        self._busy.say(_("Asking the clinic’s database server"))
        work = partial(_has_record, address)
        self._jobs.run(work, done=partial(self._on_answer, address), failed=self._on_failed)

    def _on_answer(self, address: str, there: bool) -> None:
        self._busy.say("")
        self._appearance.keep(self._appearance.settings._replace(database=address))
        (self.found if there else self.empty).emit()

    def _on_failed(self, problem: Exception) -> None:
        self._busy.say("")
        sentence = sentence_of(problem)
        self._problem.set_words("", sentence or _("The server could not be asked."))
        self._field.setFocus()
        if not sentence:
            raise problem


def _has_record(address: str, _progress: object) -> bool:
    from pathlib import Path

    from sdm_aid.records.place import Place
    from sdm_aid.records.trouble import NoRecord
    from sdm_aid.records.vault import read_header

    try:
        read_header(Place(Path(), address))
    except NoRecord:
        return False
    return True
