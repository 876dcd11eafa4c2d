"""The clinic's seal: whose it is, its certificate for others, an own certificate in its place."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from sdm_aid.i18n import _
from sdm_aid.i18n.formats import date_short
from sdm_aid.ui.record.manage.card import ManageCard, Tools
from sdm_aid.ui.widgets.new_passphrase import secret_field
from sdm_aid.ui.widgets.plain import button, card, label

if TYPE_CHECKING:
    from sdm_aid.application.record.overview import Overview

Wish = Literal["make", "adopt"] | Path


class SealCard(ManageCard):
    """Shows the fingerprint; exports the certificate; takes in another key."""

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__("seal", _("The clinic’s seal"), tools, parent)
        self._clinic = ""
        self._wish: Wish = "make"
        self._about = self.words("", "body", "seal-about")
        self._print = self.words("", "caption", "seal-fingerprint")
        self._export, self._make = self.buttons(
            ("seal-export", _("Save the certificate ..."), self._on_export),
            ("seal-make", _("Make a seal"), self._on_make),
        )
        self._own, self._adopt = self.buttons(
            ("seal-own", _("Use the clinic’s own certificate ..."), self._on_own),
            ("seal-adopt", _("Take over the seal of this computer ..."), self._on_adopt),
        )
        self._form = self._secret_form()
        self.close_up()

    def show_overview(self, shown: Overview) -> None:
        """Whose seal it is."""
        self._clinic, seal = shown.clinic, shown.seal
        manages = self.tools.desk.may_manage
        if seal is None:
            self._about.setText(_("The clinic has no seal yet, so no plan can be sealed."))
        else:
            words = _("Plans are sealed for {clinic}, until {date}.")
            if seal.origin == "own":
                words = _("Plans are sealed with the clinic’s own certificate: {clinic}, {date}.")
            day = date_short(seal.until.astimezone().date())
            self._about.setText(words.format(clinic=seal.clinic, date=day))
            self._print.setText(
                _("Fingerprint, to compare by voice: {digits}").format(digits=seal.fingerprint)
            )
        self._print.setVisible(seal is not None)
        self._export.setVisible(seal is not None)
        self._make.setVisible(seal is None and manages)
        self._own.setVisible(manages)
        self._adopt.setVisible(manages and shown.seal_file)
        self._form.hide()

    def import_own(self, path: Path) -> None:
        """Ask for the passphrase of a PKCS#12 file."""
        self._ask(path, _("Passphrase of {file}").format(file=path.name))

    def export_to(self, path: Path) -> None:
        """Write the public certificates."""
        self.run(
            _("Saving the certificate"), partial(_exported, self.tools, path), self._on_exported
        )

    def _secret_form(self) -> QWidget:
        form, column = card("seal-form", self, "sunken")
        self._over = label("", "caption", form)
        self._secret = secret_field("seal-secret", _("Passphrase"), form)
        self._over.setBuddy(self._secret)
        column.addWidget(self._over)
        column.addWidget(self._secret)
        go = button(_("Use it from now on"), "primary", "seal-go", form)
        go.clicked.connect(self._on_go)
        self._secret.returnPressed.connect(self._on_go)
        column.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(form)
        return form

    def _on_export(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self, _("Save the certificate"), "clinic.pem", _("Certificates (*.pem)")
        )
        if path:
            self.export_to(Path(path))

    def _on_own(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self, _("Choose the certificate"), "", _("PKCS#12 (*.p12 *.pfx)")
        )
        if path:
            self.import_own(Path(path))

    def _on_adopt(self) -> None:
        self._ask("adopt", _("Passphrase of the seal on this computer"))

    def _on_make(self) -> None:
        work = partial(_taken, self.tools, "make", self._clinic)
        self.run(_("Making the clinic’s seal"), work, self._on_taken)

    def _ask(self, wish: Wish, words: str) -> None:
        self.tell("")
        self._wish = wish
        self._over.setText(words)
        self._secret.clear()
        self._secret.setAccessibleDescription(words)
        self._form.show()
        self._secret.setFocus()

    def _on_go(self) -> None:
        work = partial(_taken, self.tools, self._wish, self._secret.text())
        self.run(_("Trying the key"), work, self._on_taken)

    def _on_taken(self, _result: object) -> None:
        self._secret.clear()
        self._form.hide()
        self.changed.emit()
        self.tell(
            _(
                "Plans are sealed with this key from now on. Give the certificate to those who "
                "check plans; what was sealed before still reads as intact."
            )
        )

    def _on_exported(self, path: Path) -> None:
        self.tell(
            _("Saved as {file}. It holds no secret: others check plans with it.").format(file=path)
        )


def _exported(tools: Tools, path: Path, _progress: object) -> Path:
    from sdm_aid.application.record.clinic_seal import export_certificate
    from sdm_aid.application.whole_file import save

    try:
        save(path, export_certificate(tools.desk.record))
    except OSError as problem:
        problem.filename = str(path)
        raise
    return path


def _taken(tools: Tools, wish: Wish, secret: str, _progress: object) -> None:
    from contextlib import suppress

    from sdm_aid.application.record import clinic_seal

    desk = tools.desk
    if isinstance(wish, Path):
        clinic_seal.import_pkcs12(desk.record, _read(wish), secret)
    elif wish == "adopt":
        clinic_seal.adopt_file_key(desk.record, tools.home, secret)
    else:
        clinic_seal.make_seal(desk.record, secret, desk.clock())
    with suppress(OSError):  # written again each time the record is opened
        clinic_seal.trust_here(desk.record, tools.home)


def _read(path: Path) -> bytes:
    from sdm_aid.documents.seal.own_key import LARGEST_FILE

    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)
