"""What can be done with a patient's whole record: its history, a copy, doubles, erasing."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from sdm_aid.i18n import N_, _
from sdm_aid.i18n.formats import date_and_time
from sdm_aid.ui.record.patients.ask_card import AskCard
from sdm_aid.ui.record.patients.visit_line import Flow
from sdm_aid.ui.widgets.button import Button
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import button, label
from sdm_aid.wording.filed import moment_whole

if TYPE_CHECKING:
    from sdm_aid.application.record.erasing import HoldingBackup, Tombstone
    from sdm_aid.application.record.history import Line

_WORDS = {
    "past": N_("What happened to this record"),
    "copy": N_("Give a copy of all their data"),
    "merge": N_("These are doubles: merge"),
    "erase": N_("Erase"),
}


class RecordCard(Card):
    """``asked(str)``: ``past``, ``copy``, ``merge`` or ``erase``. ``slot`` takes what it opens."""

    asked = Signal(str)

    def __init__(self, *, may_write: bool, may_manage: bool, parent: QWidget | None = None) -> None:
        super().__init__(_("This patient’s record"), parent)
        self.setObjectName("patient-record")
        self.buttons: dict[str, Button] = {}
        row = Flow(self)
        names = ["past"]
        names += ["copy", "merge"] if may_write else []
        names += ["erase"] if may_manage else []
        for name in names:
            made = button(_(_WORDS[name]), "secondary", f"record-{name}", row)
            made.clicked.connect(partial(self.asked.emit, name))
            row.flow.addWidget(made)
            self.buttons[name] = made
        self.column.addWidget(row)
        self.slot = QVBoxLayout()
        self.column.addLayout(self.slot)


class PastPanel(Card):
    """The history of the record itself, as lines; ``cancelled``."""

    cancelled = Signal()

    def __init__(self, lines: list[Line], parent: QWidget | None = None) -> None:
        super().__init__(_("What happened to this record"), parent)
        self.setObjectName("record-past-lines")
        for line in lines:
            when = date_and_time(line.at.astimezone())
            words = _("{when}, {who}: {what}").format(when=when, who=line.who, what=line.words)
            self.column.addWidget(label(words, "body", self, "past-line"))
        self._close = button(_("Close"), "quiet", "past-close", self)
        self._close.clicked.connect(self.cancelled)
        self.column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignLeft)

    def first_focus(self) -> QWidget:
        """What closes it."""
        return self._close


class CopyPanel(Card):
    """``wanted(object)``: the folder that a copy of all data goes to; ``cancelled``."""

    wanted = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("A copy of all their data"), parent)
        self.setObjectName("copy")
        words = _(
            "One PDF to read, one file for machines (JSON), and the sealed papers. The files are "
            "not encrypted: whoever has them can read them. That a copy was given is written down."
        )
        self.column.addWidget(label(words, "body", self))
        row = Flow(self)
        self.choose = button(_("Choose a folder ..."), "primary", "copy-choose", row)
        self.choose.clicked.connect(self._on_choose)
        close = button(_("Close"), "quiet", "copy-close", row)
        close.clicked.connect(self.cancelled)
        for made in (self.choose, close):
            row.flow.addWidget(made)
        self.column.addWidget(row)
        self._said = label("", "body", self, "copy-said")
        self._said.hide()
        self.column.addWidget(self._said)

    def say(self, sentence: str) -> None:
        """What is being done, or what became of it."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def set_busy(self, busy: bool) -> None:
        """While a copy is being written no other is begun."""
        self.choose.setEnabled(not busy)
        if not busy:
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _("Where should the copy go?"))
        if folder:
            self.wanted.emit(Path(folder))


def erase_panel(backups: tuple[HoldingBackup, ...], parent: QWidget) -> AskCard:
    """Asks before erasing: what goes, what is kept, which backups still hold the patient."""
    lines = [
        _(
            "The key of this record is destroyed: name, visits, looks again and papers can never "
            "be read again, here or on the server. Files that were handed out stay where they are."
        ),
        _("Kept: that a record was erased, when, by whom, and why. No name."),
        *backup_lines(backups),
        _("Write no name into the reason: it is kept."),
    ]
    return AskCard(
        "erase",
        _("Erase this patient’s record?"),
        tuple(lines),
        _("Erase for good"),
        reason=_("Why it is erased"),
        word=_("erase"),
        role="danger",
        parent=parent,
    )


def backup_lines(backups: tuple[HoldingBackup, ...]) -> list[str]:
    """Which backups still hold the patient, a line each."""
    if not backups:
        return [
            _("No backup that this program knows of holds this patient. Other copies may do so.")
        ]
    lines = [_("These backups still hold this patient. Delete them, or let them run out:")]
    for backup in backups:
        when = moment_whole(backup.made)
        told = _("{name}, made {when}, {where}")
        lines.append("• " + told.format(name=backup.name, when=when, where=backup.where))
    return lines


class ErasedCard(Card):
    """What is left of an erased patient."""

    def __init__(
        self,
        tombstone: Tombstone | None,
        backups: tuple[HoldingBackup, ...] | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("This record was erased"), parent)
        self.setObjectName("erased")
        if tombstone is not None:
            when = date_and_time(tombstone.at.astimezone())
            said = _("Erased on {when} by {who}. Reason: {why}").format(
                when=when, who=tombstone.who, why=tombstone.why
            )
            self.column.addWidget(label(said, "body", self, "erased-said"))
        kept = _("This is all that is kept of it. Nobody can read what stood there.")
        self.column.addWidget(label(kept, "body", self))
        for words in backup_lines(backups) if backups is not None else ():
            self.column.addWidget(label(words, "body", self, "erased-backup"))
