"""Trusting a clinic or a clinician: a certificate is shown, compared by telephone, agreed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.check_line import CheckLine
from sdm_aid.ui.widgets.flow_layout import FlowLayout
from sdm_aid.ui.widgets.plain import button, card, empty, label

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

    from sdm_aid.application.trusted_clinics import Kind


class TrustCard(QWidget):
    """Hidden until :meth:`ask`. ``agreed`` after the tick and the button; ``dropped``: not so."""

    agreed = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("trust")
        self.certificates: tuple[Certificate, ...] = ()
        self.kind: Kind = "clinic"
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, column = card("trust-card", self)
        outer.addWidget(frame)
        self._heading = label("", "h3", frame, "trust-heading")
        self._facts = QVBoxLayout()
        self._facts.setSpacing(px(4))
        self._how = label("", "body", frame, "trust-how")
        self._tick = CheckLine(
            _("The clinic read the same fingerprint out to me."), "trust-compared", frame
        )
        self._yes = button("", "primary", "trust-yes", frame)
        self._no = button(_("Do not trust"), "secondary", "trust-no", frame)
        self._tick.ticked.connect(self._yes.setEnabled)
        self._yes.clicked.connect(self.agreed)
        self._no.clicked.connect(self._drop)
        column.addWidget(self._heading)
        column.addLayout(self._facts)
        column.addWidget(self._how)
        column.addWidget(self._tick)
        row = QWidget(frame)
        row.setProperty("role", "plain")
        flow = FlowLayout(row, px(10))
        flow.addWidget(self._yes)
        flow.addWidget(self._no)
        column.addWidget(row)
        self.hide()

    def ask(self, certificates: tuple[Certificate, ...], kind: Kind) -> None:
        """Show these certificates and ask; nothing is ticked beforehand."""
        from sdm_aid.application.check_words import facts_lines
        from sdm_aid.documents.seal.certificates import facts

        self.certificates, self.kind = certificates, kind
        clinic = kind == "clinic"
        self._heading.setText(_("Trust this clinic?") if clinic else _("Trust this clinician?"))
        yes = _("Trust this clinic") if clinic else _("Trust this clinician")
        self._yes.setText(yes)
        self._yes.setAccessibleName(yes)
        empty(self._facts)
        vouches = False
        for certificate in certificates:
            held = facts(certificate)
            vouches = vouches or held.vouches
            for number, line in enumerate(facts_lines(held)):
                role = "strong" if number == 0 else "body"
                self._facts.addWidget(label(line, role, self))
        self._how.setText(_how_to_compare(kind, vouches=vouches))
        self._tick.set_ticked(False)
        self._yes.setEnabled(False)
        self.show()
        self._tick.box.setFocus()

    def close_up(self) -> None:
        """Ask no more."""
        self.certificates = ()
        self.hide()

    def _drop(self) -> None:
        self.close_up()
        self.dropped.emit()


def _how_to_compare(kind: Kind, *, vouches: bool) -> str:
    words = _(
        "Anyone can make a certificate with any name in it. Ring the clinic under a number that "
        "you know from elsewhere, let it read out its fingerprint, and compare every group."
    )
    more = []
    if kind == "clinician":
        more.append(_("It is trusted for a clinician’s own signature, never for a seal."))
    if vouches:
        more.append(_("What is signed by a certificate that this one has issued is trusted too."))
    return " ".join((words, *more))
