"""Whom this computer trusts, with a way off the list, and the clinic's own certificate."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.plain import button, card, empty, label

if TYPE_CHECKING:
    from sdm_aid.application.trusted_clinics import TrustedClinic
    from sdm_aid.documents.seal.certificates import CertificateFacts
    from sdm_aid.ui.check.checking import Trusting


class TrustedView(QWidget):
    """``picked(Path, str)``: a certificate file, and of what kind.

    ``removed(TrustedClinic)``: take it off the list. ``exported(Path)``: where the clinic's own
    certificate shall go.
    """

    picked = Signal(Path, str)
    removed = Signal(object)
    exported = Signal(Path)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("trusted-view")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(12))
        self._sure: tuple[str, str] | None = None

    def show_trusting(self, found: Trusting) -> None:
        """Show the list as it stands."""
        self._found = found
        empty(self._column)
        frame, column = card("trusted-list", self)
        column.addWidget(label(_("Other clinics, and clinicians"), "h3", frame))
        if not found.others:
            words = _("Nobody else is trusted yet.")
            column.addWidget(label(words, "body", frame, "trusted-none"))
        for kind, words in (
            ("clinic", _("Trust a clinic by its certificate ...")),
            ("clinician", _("Trust a clinician by a certificate ...")),
        ):
            take = button(words, "secondary", f"trusted-add-{kind}", frame)
            take.clicked.connect(partial(self._on_add, kind))
            column.addWidget(take, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(frame)
        for number, clinic in enumerate(found.others):
            self._column.addWidget(self._clinic_card(clinic, number))
        self._column.addWidget(self._own_card(found.own))

    def _clinic_card(self, clinic: TrustedClinic, number: int) -> QFrame:
        frame, column = card(f"trusted-{number}", self)
        self._facts(clinic.facts, frame, column)
        if clinic.kind == "clinician":
            words = _("Trusted for a clinician’s own signature alone.")
            column.addWidget(label(words, "body", frame))
        key = (clinic.kind, clinic.id)
        sure = self._sure == key
        words = _("Yes, trust it no longer") if sure else _("Remove ...")
        made = button(words, "danger" if sure else "secondary", f"trusted-{number}-remove", frame)
        made.setAccessibleName(f"{words}: {clinic.facts.name}")
        made.clicked.connect(partial(self._on_remove, clinic, number))
        if sure:
            ask = _("What it signed will read as signed by somebody unknown. Remove it?")
            column.addWidget(label(ask, "strong", frame))
        column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _own_card(self, own: tuple[CertificateFacts, ...]) -> QFrame:
        frame, column = card("trusted-own", self)
        column.addWidget(label(_("This clinic’s own certificate"), "h3", frame))
        if not own:
            words = _("This clinic has no seal yet, so it has nothing to give to others.")
            column.addWidget(label(words, "body", frame, "trusted-own-none"))
            return frame
        words = _(
            "Give this to other clinics, so that they can check your plans. It holds no secret."
        )
        column.addWidget(label(words, "body", frame))
        self._facts(own[0], frame, column)
        save = button(_("Save our certificate ..."), "secondary", "trusted-export", frame)
        save.clicked.connect(self._on_export)
        column.addWidget(save, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _facts(self, held: CertificateFacts, frame: QFrame, column: QVBoxLayout) -> None:
        from sdm_aid.application.check_words import facts_lines

        for number, line in enumerate(facts_lines(held)):
            column.addWidget(label(line, "strong" if number == 0 else "caption", frame))

    def _on_remove(self, clinic: TrustedClinic, number: int) -> None:
        """The first press asks, the second does it."""
        key = (clinic.kind, clinic.id)
        if self._sure == key:
            self._sure = None
            self.removed.emit(clinic)
            return
        self._sure = key
        self.show_trusting(self._found)
        again = self.findChildren(QWidget, f"trusted-{number}-remove")
        again[-1].setFocus()

    def _on_add(self, kind: str) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self,
            _("Choose a certificate"),
            "",
            _("Certificates (*.pem *.cer *.crt *.der)"),
        )
        if path:
            self.picked.emit(Path(path), kind)

    def _on_export(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self, _("Save our certificate"), "clinic.pem", _("Certificates (*.pem)")
        )
        if path:
            self.exported.emit(Path(path))
