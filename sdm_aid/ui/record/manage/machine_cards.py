"""The database address of this computer, and the check of the whole record."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.record.access.parts import line
from sdm_aid.ui.record.manage.card import ManageCard, Tools

if TYPE_CHECKING:
    from sdm_aid.application.ports import Progress
    from sdm_aid.application.record.overview import Overview
    from sdm_aid.ui.appearance import Appearance

LONGEST = 500
VARIABLE = "SDM_AID_DATABASE"


class DatabaseCard(ManageCard):
    """Where this computer looks for the record from the next unlocking on."""

    def __init__(self, tools: Tools, appearance: Appearance, parent: QWidget) -> None:
        super().__init__("database", _("Where the record is"), tools, parent)
        self._appearance = appearance
        self._here = self.words("", "body", "database-here")
        caption = _("Address of the clinic’s database (empty: on this computer)")
        self._field = line(self.column, self, "database-address", caption)
        self._field.setMaxLength(LONGEST)
        self._field.setPlaceholderText("postgresql://user@server/database")
        self._field.textChanged.connect(self._on_typed)
        self.words(
            _(
                "Several rooms share one record on a PostgreSQL server of the clinic. The address "
                "alone moves nothing: “sdm-aid records move” takes the record there."
            ),
            "soft",
        )
        self._try, self._keep = self.buttons(
            ("database-try", _("Try the connection"), self._on_try),
            ("database-keep", _("Keep this address"), self._on_keep),
        )
        self.close_up()

    def show_overview(self, shown: Overview) -> None:
        """The address in the settings, or the one that the environment names."""
        record = self.tools.desk.record
        self._here.setText(_("It is open from {where}.").format(where=record.where))
        forced = os.environ.get(VARIABLE, "").strip()
        self._field.setText(self._appearance.settings.database)
        allowed = self.tools.desk.may_manage and not forced
        self._field.setReadOnly(not allowed)
        self._keep.setVisible(allowed)
        self._try.setVisible(self.tools.desk.may_manage)
        if forced:
            self.tell(_("{name} is set on this computer and comes first.").format(name=VARIABLE))
        self._on_typed()

    def _on_typed(self) -> None:
        typed = self._field.text().strip()
        self._try.setEnabled(bool(typed))
        self._keep.setEnabled(typed != self._appearance.settings.database)

    def after_work(self) -> None:
        """What is typed decides what can be pressed."""
        self._on_typed()

    def _on_try(self) -> None:
        work = partial(_tried, self._field.text().strip())
        self.run(_("Asking the clinic’s database server"), work, self._on_tried)

    def _on_tried(self, found: str) -> None:
        if found:
            self.tell(_("The server answers, and has the record of {clinic}.").format(clinic=found))
        else:
            self.tell(_("The server answers. There is no record on it yet."))
        self._warn_of_password()

    def _on_keep(self) -> None:
        typed = self._field.text().strip()
        if typed:
            self.run(_("Reading the address"), partial(_readable, typed), self._on_readable)
        else:
            self._on_readable("")

    def _on_readable(self, address: str) -> None:
        self._appearance.keep(self._appearance.settings._replace(database=address))
        self.tell(_("This holds from the next time the record is opened."))
        self._warn_of_password()
        self._on_typed()

    def _warn_of_password(self) -> None:
        before, at, _after = self._field.text().partition("@")
        if at and ":" in before.partition("//")[2]:
            self.tell(
                self.told
                + " "
                + _(
                    "The password would stand readable in the settings file. Put it into the "
                    "system’s own password file for PostgreSQL instead."
                ),
                caution=True,
            )


class CheckCard(ManageCard):
    """Walks the whole journal and says in plain words what was found."""

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__("check", _("Check the whole record"), tools, parent)
        self.words(
            _("Every entry from the first one on, every row, and the database file."), "body"
        )
        self.buttons(("check-record", _("Check now"), self._on_check))
        self.close_up()

    def show_overview(self, shown: Overview) -> None:
        """Nothing to set: what was found stays until the next check."""

    def _on_check(self) -> None:
        work = partial(_checked, self.tools)
        self.run(_("Checking the record"), work, self._on_checked, self._on_share)

    def _on_share(self, done_of: str) -> None:
        done, total = done_of.split()
        self.share(int(done), int(total))

    def _on_checked(self, found: tuple[bool, tuple[str, ...]]) -> None:
        whole, lines = found
        self.tell("\n".join(lines), caution=not whole)


def _tried(address: str, _progress: object) -> str:
    """The clinic whose record the server has; empty: none."""
    from pathlib import Path

    from sdm_aid.records.place import Place
    from sdm_aid.records.trouble import NoRecord
    from sdm_aid.records.vault import read_header

    try:
        return read_header(Place(Path(), address)).clinic
    except NoRecord:
        return ""


def _readable(address: str, _progress: object) -> str:
    from sdm_aid.records.server import checked_address

    checked_address(address)
    return address


def _checked(tools: Tools, progress: Progress) -> tuple[bool, tuple[str, ...]]:
    from sdm_aid.application.record.verify_words import finding_lines
    from sdm_aid.application.record.verifying import verify
    from sdm_aid.records.opening import Opened

    def told(done: int, total: int) -> None:
        progress(f"{done} {total}")

    found = verify(Opened(tools.desk.record), (), tools.home, told)
    return found.whole, finding_lines(found)
