"""What the patient's screen does with the whole record: its past, a copy, merging, erasing."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from sdm_aid.i18n import _
from sdm_aid.ui.record.patients import work
from sdm_aid.ui.record.patients.merge_panel import MergePanel
from sdm_aid.ui.record.patients.papers_panel import not_saved_words
from sdm_aid.ui.record.patients.record_card import CopyPanel, PastPanel, RecordCard, erase_panel

if TYPE_CHECKING:
    from sdm_aid.application.record.desk import Desk
    from sdm_aid.application.record.erasing import HoldingBackup
    from sdm_aid.application.record.patient_copy import CopyGiven
    from sdm_aid.ui.frame.screen import Screen
    from sdm_aid.ui.record.patients.stage import Stage


class WholeRecord(QObject):
    """``changed(str)``: what was done to the record; ``erased(object)``: it is gone."""

    changed = Signal(str)
    erased = Signal(object)

    def __init__(self, screen: Screen, stage: Stage, desk: Desk, resources: Path) -> None:
        super().__init__(screen)
        self._stage, self._desk, self._resources = stage, desk, resources
        self.patient = ""
        self.card = RecordCard(
            may_write=desk.may_write, may_manage=desk.may_manage, parent=screen.body
        )
        self.card.asked.connect(self._on_asked)

    def give_copy(self, folder: Path) -> None:
        """Write a copy of all data of the patient into ``folder``."""
        self._stage.run(
            partial(work.copy, self._desk, self.patient, folder, self._resources),
            self._on_copied,
            not_saved_words(folder / "copy"),
            self._stage.say,
        )

    def ask_erase(self) -> None:
        """Ask before erasing, once it is known which backups hold the patient."""
        self._stage.run(partial(work.holding, self._desk, self.patient), self._on_holding)

    def _on_asked(self, name: str) -> None:
        if name == "past":
            self._stage.run(partial(work.past, self._desk, self.patient), self._on_past)
        elif name == "erase":
            self.ask_erase()
        elif name == "copy":
            panel = CopyPanel(self.card)
            panel.wanted.connect(self.give_copy)
            self._stage.open(panel, self.card.slot, panel.choose)
        elif name == "merge":
            today = self._desk.clock().astimezone().date()
            other = MergePanel(self._desk.index, self.patient, today, self.card)
            other.merged.connect(self._on_merge)
            self._stage.open(other, self.card.slot, other.first_focus())

    def _on_past(self, lines: Any) -> None:
        panel = PastPanel(lines, self.card)
        self._stage.open(panel, self.card.slot, panel.first_focus())

    def _on_copied(self, given: CopyGiven) -> None:
        words = _("{n} files were written to {folder}. The one to read is {name}.")
        count = 2 + len(given.papers)
        self._stage.say(words.format(n=count, folder=given.paper.parent, name=given.paper.name))

    def _on_merge(self, kept: str, double: str) -> None:
        merge = partial(work.merge, self._desk, kept, double)
        self._stage.change(self._desk, merge, self._on_merged)

    def _on_merged(self, _nothing: object) -> None:
        self.changed.emit(_("The two records are one now."))

    def _on_holding(self, backups: tuple[HoldingBackup, ...]) -> None:
        panel = erase_panel(backups, self.card)
        panel.confirmed.connect(self._on_erase)
        self._stage.open(panel, self.card.slot, panel.first_focus())

    def _on_erase(self, reason: str) -> None:
        erase = partial(work.erase, self._desk, self.patient, reason)
        self._stage.change(self._desk, erase, self.erased.emit)
