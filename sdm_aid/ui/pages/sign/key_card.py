"""Which seal closes the plan: the one in the record, or one of this PC with its passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.pages.sign.parts import CheckLine
from sdm_aid.ui.pages.sign.strength import SHORT, strength_hint
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import label


class KeyCard(Card):
    """``typed`` after every key, ``entered`` for Return.

    ``in_record``: the seal lies in the open record, nothing has to be typed. ``home``: the data
    folder, where a seal outside a record lies.
    """

    typed = Signal()
    entered = Signal()

    def __init__(self, home: Path, in_record: bool, parent: QWidget) -> None:
        super().__init__(_("The clinic’s seal"), parent)
        self._home, self.in_record = home, in_record
        self.making = False
        self._words = label("", "body", self, "seal-key-words")
        self.column.addWidget(self._words)
        clinic_over = label(_("Name of the clinic, as it stands in the seal"), "caption", self)
        self._clinic = self._field("seal-clinic", clinic_over.text(), secret=False)
        pass_over = label(_("Passphrase of the clinic’s seal"), "caption", self)
        self._passphrase = self._field("seal-passphrase", pass_over.text())
        again_over = label(_("The same passphrase once more"), "caption", self)
        self._again = self._field("seal-again", again_over.text())
        for over, field in (
            (clinic_over, self._clinic),
            (pass_over, self._passphrase),
            (again_over, self._again),
        ):
            over.setBuddy(field)
            self.column.addWidget(over)
            self.column.addWidget(field)
        self._hint = label("", "soft", self, "seal-hint")
        self._shown = CheckLine(_("Show what I type"), "seal-show", self)
        self._shown.ticked.connect(self._on_show)
        self.column.addWidget(self._hint)
        self.column.addWidget(self._shown)
        self._only_making: tuple[QWidget, ...] = (
            clinic_over,
            self._clinic,
            again_over,
            self._again,
            self._hint,
        )
        self._only_file: tuple[QWidget, ...] = (pass_over, self._passphrase, self._shown)

    @property
    def ready(self) -> bool:
        """True when a seal can be opened or made with what stands here."""
        typed = self._passphrase.text()
        if self.in_record:
            return True
        if not typed or not self.making:
            return bool(typed)
        same = typed == self._again.text()
        return len(typed) >= SHORT and same and bool(self._clinic.text().strip())

    @property
    def passphrase(self) -> str:
        """What was typed."""
        return self._passphrase.text()

    @property
    def clinic(self) -> str:
        """The name for a seal made now; empty where there is one already."""
        return self._clinic.text().strip() if self.making or self.in_record else ""

    def first_field(self) -> QLineEdit | None:
        """Where typing begins; None: there is nothing to type."""
        if self.in_record:
            return None
        return self._clinic if self.making and not self._clinic.text() else self._passphrase

    def suggest_clinic(self, name: str) -> None:
        """Fill in the clinic's name where nothing was typed."""
        if not self._clinic.text():
            self._clinic.setText(name)

    def forget(self) -> None:
        """Clear what was typed."""
        for field in (self._passphrase, self._again, self._clinic):
            field.clear()

    def show_state(self, chosen: bool) -> None:
        """Show what is asked for; ``chosen``: a folder was chosen, so the work can begin."""
        self.making = not self.in_record and chosen and self._is_first_time()
        words = _("Type its passphrase. It stays on this computer.")
        if self.in_record:
            words = _("The clinic’s seal lies in the record, which is open.")
        elif self.making:
            words = _(
                "This clinic has no seal yet. Make it now: a name and a passphrase that only the "
                "clinic knows. Keep it safe: without it nobody can use this seal again."
            )
        self._words.setText(words)
        for widget in self._only_making:
            widget.setVisible(self.making)
        for widget in self._only_file:
            widget.setVisible(not self.in_record)
        self._on_typed()

    def _field(self, name: str, caption: str, *, secret: bool = True) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(name)
        field.setAccessibleName(caption)
        field.setMaxLength(200)
        if secret:
            field.setEchoMode(QLineEdit.EchoMode.Password)
        field.textChanged.connect(self._on_typed)
        field.returnPressed.connect(self.entered)
        return field

    def _is_first_time(self) -> bool:
        # here, not above: it loads the machinery of keys
        from sdm_aid.application.clinic_key import has_key

        return not has_key(self._home)

    def _on_typed(self) -> None:
        typed, again = self._passphrase.text(), self._again.text()
        hint = strength_hint(typed)
        if again and not typed.startswith(again) and typed != again:
            hint = _("The two are not the same.")
        self._hint.setText(hint)
        self.typed.emit()

    def _on_show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._passphrase.setEchoMode(mode)
        self._again.setEchoMode(mode)
