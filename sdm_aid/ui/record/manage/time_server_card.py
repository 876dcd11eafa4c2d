"""The clinic's own time stamp server: its address and certificate, tried before they are kept."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.record.access.parts import line
from sdm_aid.ui.record.manage.card import ManageCard, Tools

if TYPE_CHECKING:
    from sdm_aid.application.record.overview import Overview

LONGEST = 500
LARGEST = 1 << 20
"""Bytes of a file of certificates."""


class TimeServerCard(ManageCard):
    """Where the time in a seal comes from: each computer's clock, or a server of the clinic."""

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__("time-server", _("The time in the seal"), tools, parent)
        self._kept = ""
        self._certificate: Path | None = None
        self._now = self.words("", "body", "time-server-now")
        caption = _("Address of the clinic’s own time stamp server (RFC 3161)")
        self._field = line(self.column, self, "time-server-address", caption)
        self._field.setMaxLength(LONGEST)
        self._field.setPlaceholderText("https://time.clinic/")
        self._field.textChanged.connect(self._on_typed)
        self._file = self.words("", "soft", "time-server-file")
        self.words(
            _(
                "It has to be on the clinic’s own network: the program goes nowhere else. It is "
                "sent a fingerprint of the seal, no word of a visit."
            ),
            "soft",
        )
        self._pick, self._keep = self.buttons(
            ("time-server-certificate", _("Choose its certificate ..."), self._on_pick),
            ("time-server-keep", _("Try it and use it"), self._on_keep),
        )
        (self._drop,) = self.buttons(("time-server-drop", _("Use no server"), self._on_drop))
        self.close_up()

    def show_overview(self, shown: Overview) -> None:
        """The server in use."""
        self._kept = shown.time_server
        words = _("Plans bear the time of the computer’s own clock.")
        if self._kept:
            words = _("Plans are stamped by {address}.").format(address=self._kept)
        self._now.setText(words)
        self._field.setText(self._kept)
        self._certificate = None
        self._file.setText("")
        self._on_typed()

    def use_certificate(self, path: Path) -> None:
        """The file with the server's certificate, and with that of its https if that is another."""
        self._certificate = path
        self._file.setText(_("Certificate: {file}").format(file=path))
        self._on_typed()

    def after_work(self) -> None:
        """What is there decides what can be pressed."""
        self._on_typed()

    def _on_typed(self) -> None:
        manages = self.tools.desk.may_manage
        self._field.setReadOnly(not manages)
        for widget in (self._pick, self._keep):
            widget.setVisible(manages)
        self._drop.setVisible(manages and bool(self._kept))
        self._file.setVisible(bool(self._file.text()))
        typed = self._field.text().strip()
        self._keep.setEnabled(bool(typed) and self._certificate is not None)

    def _on_pick(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self,
            _("The certificate of the time stamp server"),
            "",
            _("Certificates (*.pem *.crt *.cer)"),
        )
        if path:
            self.use_certificate(Path(path))

    def _on_keep(self) -> None:
        if self._certificate is None:
            return
        work = partial(_kept, self.tools, self._field.text().strip(), self._certificate)
        self.run(_("Asking the time stamp server"), work, self._on_kept)

    def _on_kept(self, _result: object) -> None:
        self.changed.emit()
        self.tell(_("The server stamps as it should. Plans are stamped by it from now on."))

    def _on_drop(self) -> None:
        self.run(_("Keeping this"), partial(_dropped, self.tools), self._on_dropped)

    def _on_dropped(self, _result: object) -> None:
        self.changed.emit()
        self.tell(_("Plans bear the computer’s own time. Stamps made before are still believed."))


def _kept(tools: Tools, address: str, certificate: Path, _progress: object) -> None:
    from contextlib import suppress

    from sdm_aid.application.record.clinic_time_server import believe_here, set_time_server
    from sdm_aid.application.time_server import TimeServer
    from sdm_aid.documents.seal.keys import certificates_in, pem_of

    with certificate.open("rb") as file:
        found = certificates_in(file.read(LARGEST))
    set_time_server(tools.desk.record, TimeServer(address, pem_of(found)))
    with suppress(OSError):  # written again each time the record is opened
        believe_here(tools.desk.record, tools.home)


def _dropped(tools: Tools, _progress: object) -> None:
    from sdm_aid.application.record.clinic_time_server import drop_time_server

    drop_time_server(tools.desk.record)
