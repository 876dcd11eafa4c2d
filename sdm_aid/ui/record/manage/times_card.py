"""Idle times, how long records are kept, and the last backup."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sdm_aid.i18n import _
from sdm_aid.i18n.formats import date_and_time
from sdm_aid.ui.record.manage.card import ManageCard, Tools
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.theme.sheet import restyle
from sdm_aid.ui.widgets.finished_field import TypedLine
from sdm_aid.ui.widgets.plain import label

if TYPE_CHECKING:
    from sdm_aid.application.record.clinic_settings import ClinicSettings
    from sdm_aid.application.record.overview import Overview


class NumberLine(TypedLine):
    """A whole number, or nothing."""

    def __init__(self, name: str, caption: str, parent: QWidget) -> None:
        super().__init__(name, caption, parent)
        self.setMaxLength(6)
        self.setMaximumWidth(px(120))

    def number(self, least: int, most: int) -> int | None:
        """What was typed, if it is a whole number in this range."""
        typed = self.text().strip()
        fits = typed.isdecimal() and least <= int(typed) <= most
        return int(typed) if fits else None

    def mark(self, wrong: bool) -> None:
        """Show that this cannot be taken."""
        if bool(self.property("invalid")) != wrong:
            self.setProperty("invalid", wrong)
            restyle(self)


class IdleCard(ManageCard):
    """``times_changed(object)``: the settings that hold from now on."""

    times_changed = Signal(object)

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__("idle", _("When nobody is there"), tools, parent)
        self._cover = self._field(
            "idle-cover", _("In mid-visit: minutes until the window covers itself")
        )
        self._lock = self._field("idle-lock", _("Otherwise: minutes until the record is locked"))
        self.close_up()

    def show_overview(self, shown: Overview) -> None:
        """Set both."""
        self._cover.set_words(str(shown.settings.cover_minutes))
        self._lock.set_words(str(shown.settings.lock_minutes))
        for field in (self._cover, self._lock):
            field.setReadOnly(not self.tools.desk.may_manage)
            field.mark(False)

    def commit(self) -> None:
        """Hand over what is being typed."""
        self._cover.commit()
        self._lock.commit()

    def _field(self, name: str, caption: str) -> NumberLine:
        field = NumberLine(name, caption, self)
        over = label(caption, "caption", self)
        over.setBuddy(field)
        self.column.addWidget(over)
        self.column.addWidget(field)
        field.committed.connect(self._on_typed)
        return field

    def _on_typed(self) -> None:
        from sdm_aid.application.record.clinic_settings import (
            LONGEST_IDLE,
            SHORTEST_IDLE,
            ClinicSettings,
        )

        cover, lock = (
            field.number(SHORTEST_IDLE, LONGEST_IDLE) for field in (self._cover, self._lock)
        )
        self._cover.mark(cover is None)
        self._lock.mark(lock is None)
        if cover is None or lock is None:
            self.tell(
                _("Type whole minutes from {least} to {most}.").format(
                    least=SHORTEST_IDLE, most=LONGEST_IDLE
                ),
                caution=True,
            )
            return
        settings = ClinicSettings(cover, lock)
        work = partial(_times_kept, self.tools, settings)
        self.run(_("Keeping the times"), work, self._on_kept)

    def _on_kept(self, settings: ClinicSettings) -> None:
        self.tell(_("These times hold from now on."))
        self.times_changed.emit(settings)


class KeepingCard(ManageCard):
    """``backup_asked``: somebody wants a backup now; ``proposed_asked``: who is proposed."""

    backup_asked = Signal()
    proposed_asked = Signal()

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__("keeping", _("Backups, and how long records are kept"), tools, parent)
        self._last = self.words("", "body", "keeping-last")
        (self._now,) = self.buttons(
            ("keeping-backup", _("Back up now ..."), self.backup_asked.emit)
        )
        caption = _("Years after the last entry, when erasing is proposed (empty: never)")
        self._years = NumberLine("keeping-years", caption, self)
        over = label(caption, "caption", self)
        over.setBuddy(self._years)
        self.column.addWidget(over)
        self.column.addWidget(self._years)
        self.words(
            _("It is only proposed. Nothing is ever erased before an administrator says so."),
            "soft",
        )
        self._years.committed.connect(self._on_years)
        (self._proposed,) = self.buttons(
            ("keeping-proposed", _("Look at what is proposed"), self.proposed_asked.emit)
        )
        self.close_up()

    def show_overview(self, shown: Overview) -> None:
        """The last backup and the years."""
        if shown.backup is None:
            words = _("No backup was made yet.")
        else:
            words = _("The last backup was made on {time}, into {folder}.").format(
                time=date_and_time(shown.backup.made.astimezone()), folder=shown.backup.where
            )
        self._last.setText(words)
        self._now.setVisible(self.tools.desk.may_write)
        self._years.set_words("" if shown.years is None else str(shown.years))
        self._years.setReadOnly(not self.tools.desk.may_manage)
        self._proposed.setVisible(shown.years is not None and self.tools.desk.may_manage)
        self._years.mark(False)

    def commit(self) -> None:
        """Hand over what is being typed."""
        self._years.commit()

    def _on_years(self, typed: str) -> None:
        from sdm_aid.application.record.retention import LEAST_YEARS, MOST_YEARS

        years = self._years.number(LEAST_YEARS, MOST_YEARS)
        wrong = years is None and bool(typed.strip())
        self._years.mark(wrong)
        if wrong:
            self.tell(
                _("Type whole years from {least} to {most}, or nothing.").format(
                    least=LEAST_YEARS, most=MOST_YEARS
                ),
                caution=True,
            )
            return
        self.run(_("Keeping the years"), partial(_years_kept, self.tools, years), self._on_kept)

    def _on_kept(self, years: int | None) -> None:
        if years is None:
            self.tell(_("Erasing is never proposed."))
        else:
            self.tell(
                _("Erasing is proposed {years} years after the last entry.").format(years=years)
            )


def _times_kept(tools: Tools, settings: ClinicSettings, _progress: object) -> ClinicSettings:
    from sdm_aid.application.record.clinic_settings import keep_clinic_settings

    keep_clinic_settings(tools.desk.record, settings)
    return settings


def _years_kept(tools: Tools, years: int | None, _progress: object) -> int | None:
    from sdm_aid.application.record.retention import set_years

    set_years(tools.desk.record, years)
    return years
