"""Two rooms on one visit: keep yours, take theirs, or look; nothing is lost whichever is chosen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.frame.side_panel import SidePanel
from sdm_aid.ui.widgets.button import ButtonRole
from sdm_aid.ui.widgets.plain import button, empty, label

if TYPE_CHECKING:
    from sdm_aid.application.record.kept_visits import Theirs
    from sdm_aid.domain.journal import Entry
    from sdm_aid.domain.room import Patient
    from sdm_aid.ui.pages.base import VisitContext
    from sdm_aid.ui.record_saver import RecordSaver


class ConflictPanel(SidePanel):
    """Comes up when the record holds entries of this visit that this window never saw."""

    settled = Signal(str)

    def __init__(self, context: VisitContext, record: RecordSaver, body: QWidget) -> None:
        super().__init__(_("This visit was changed in another room"), "conflict-panel", body)
        record.conflict.connect(self.ask)
        record.refiled.connect(self._on_refiled)
        record.differs.connect(self._on_differs)
        self._context, self._record = context, record
        self._theirs: Theirs | None = None
        self._words = label("", "lead", self._inside, "conflict-words")
        self.column.addWidget(self._words)
        self._mine = self._choice("mine", _("Keep yours"), "primary")
        self._take = self._choice("theirs", _("Take theirs"), "secondary")
        self._choice("look", _("Look at both"), "secondary")
        self._list = QWidget(self._inside)
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self._list)
        self._soft = label("", "soft", self._inside, "conflict-soft")
        self.column.addWidget(self._soft)
        self.column.addStretch(1)

    def first_focus(self) -> QWidget:
        """Looking first loses nothing, but the choice stands on top."""
        return self._mine if self._mine.isEnabled() else self._take

    def ask(self, problem: Exception) -> None:
        """Read what the other room wrote, then bring the panel."""
        from sdm_aid.wording.record import trouble_sentence

        self._words.setText(trouble_sentence(problem))
        desk, visit, since = self._record.desk, self._record.visit, self._record.keeper.kept

        def work(_progress: object) -> Theirs:
            from sdm_aid.application.record.kept_visits import read_theirs

            return read_theirs(desk, visit, since)

        self._context.jobs.run(work, done=self._on_read, failed=self._on_failed)

    def _on_refiled(self, details: Patient) -> None:
        from sdm_aid.domain.actions import PatientNamed

        bridge = self._context.bridge
        if bridge.state.seal is not None:
            words = _(
                "This visit was filed under another patient in another room. The sealed plan bears "
                "the details of before: look at it again."
            )
        else:
            bridge.dispatch(PatientNamed(patient=details, from_record=True))
            words = _(
                "This visit was filed under another patient in another room. The details here are "
                "now theirs: make sure who sits here."
            )
        self.settled.emit(words)

    def _on_differs(self, there: Patient) -> None:
        from sdm_aid.wording.filed import identifiers, patient_name

        born = there.born.isoformat() if there.born else ""
        known = (patient_name(there.name or ""), identifiers(born, there.number or ""))
        self.settled.emit(
            _(
                "This visit is filed under {patient}, and that record was not changed. If somebody "
                "else sits here, close the visit and file it under the right patient; if the "
                "details were wrong, correct them on the patient’s screen."
            ).format(patient=", ".join(part for part in known if part))
        )

    def _on_read(self, theirs: Theirs) -> None:
        self._theirs = theirs
        self._mine.setEnabled(not theirs.sealed)
        # a plan sealed here is signed and handed out: the record must not say otherwise
        self._take.setEnabled(theirs.sealed or self._context.bridge.state.seal is None)
        self._soft.setText(
            _(
                "They signed the plan, so theirs stands. What you entered here since then is not "
                "kept: look at both first."
            )
            if theirs.sealed
            else _("Whichever you choose, the other stays in the history of this visit.")
        )
        empty(self._lines)
        self.bring()

    def _on_failed(self, problem: Exception) -> None:
        from sdm_aid.wording.record import trouble_sentence

        self.settled.emit(trouble_sentence(problem))
        if not trouble_sentence(problem):
            raise problem

    def _on_choice(self, choice: str) -> None:
        theirs = self._theirs
        if theirs is None:
            return
        if choice == "look":
            self._look(theirs)
            return
        from sdm_aid.application.record.kept_visits import keep_mine, take_theirs, with_states

        session = self._context.bridge.session
        entries = (keep_mine if choice == "mine" else take_theirs)(session, theirs)
        kept = len(theirs.entries)
        begun = session.journal.begun
        self._record.keeper.resolve(kept, with_states(begun, entries, kept))
        session.adopt(entries)
        self._theirs = None
        self.put_away()
        self.settled.emit(
            _("Yours stands. Theirs is in the history.")
            if choice == "mine"
            else _("Theirs stands. It is signed.")
            if theirs.sealed
            else _("Theirs stands. Yours is in the history.")
        )

    def _look(self, theirs: Theirs) -> None:
        mine = self._context.bridge.session.journal.entries[theirs.since :]
        empty(self._lines)
        self._tell(_("Theirs"), theirs.entries[theirs.since :])
        self._tell(_("Yours"), mine)

    def _tell(self, heading: str, entries: tuple[Entry, ...]) -> None:
        from sdm_aid.wording.history import told

        self._lines.addWidget(label(heading, "h3", self._list))
        for entry in entries:
            words = told(entry.action, self._context.content)
            said = f"{entry.at.astimezone():%H:%M}  {entry.who}: {words}"
            self._lines.addWidget(label(said, "body", self._list))

    def _choice(self, name: str, text: str, role: ButtonRole) -> QWidget:
        made = button(text, role, f"conflict-{name}", self._inside)
        made.clicked.connect(partial(self._on_choice, name))
        self.column.addWidget(made)
        return made
