"""Whether the clinician signs after the seal with a certificate of their own, and which."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from sdm_aid.application.own_certificate import (
    Habit,
    OwnCard,
    OwnCertificate,
    OwnFile,
    habit,
    keep_habit,
)
from sdm_aid.i18n import _
from sdm_aid.ui.pages.sign.card_finder import CardFinder
from sdm_aid.ui.pages.sign.parts import CheckLine, bare_column
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.chip import ChipGroup
from sdm_aid.ui.widgets.new_passphrase import secret_field
from sdm_aid.ui.widgets.plain import button, label

if TYPE_CHECKING:
    from sdm_aid.application.ports import Jobs


class OwnCertificateCard(Card):
    """``typed`` when what can be done may differ, ``entered`` for Return.

    What is remembered on this computer is whether, with what and where; never a secret. ``home``:
    the data folder, where that is kept.
    """

    typed = Signal()
    entered = Signal()

    def __init__(self, home: Path, jobs: Jobs, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setObjectName("own-certificate")
        self._home = home
        self._habit = Habit()
        self.tick = CheckLine(_("Also sign with my own certificate"), "own-wanted", self)
        self.tick.ticked.connect(self._on_wanted)
        self.column.addWidget(self.tick)
        self._body = QWidget(self)
        column = bare_column(self._body)
        for part in (self._words(), self._kind_part(), self._file_part()):
            column.addWidget(part)
        self.finder = CardFinder(jobs, self._body)
        self.finder.changed.connect(self._on_found)
        self.finder.module_chosen.connect(self._on_module)
        column.addWidget(self.finder)
        self._over = label("", "caption", self._body)
        self._secret = secret_field("own-secret", "", self._body)
        self._secret.textChanged.connect(self.typed)
        self._secret.returnPressed.connect(self.entered)
        self._over.setBuddy(self._secret)
        column.addWidget(self._over)
        column.addWidget(self._secret)
        self.column.addWidget(self._body)
        self._show()

    @property
    def wanted(self) -> bool:
        """Whether the clinician signs too."""
        return self._habit.wanted

    @property
    def ready(self) -> bool:
        """True when nothing is missing here, which it never is where nothing is wanted."""
        return not self.wanted or self.chosen() is not None

    def chosen(self) -> OwnCertificate | None:
        """What signs after the seal; None: nothing, or something is still missing."""
        secret, found = self._secret.text(), self.finder.chosen
        if not self.wanted:
            return None
        if self._habit.kind == "file":
            there = bool(self._habit.file and secret)
            return OwnFile(Path(self._habit.file), secret) if there else None
        if found is None or not (secret or found.pinpad):
            return None
        return OwnCard(Path(self._habit.module), found, "" if found.pinpad else secret)

    def begin(self) -> None:
        """The view is opened: what was chosen last on this computer, and the card that is there."""
        self._habit = habit(self._home)
        self._show()
        self._look_again()

    def forget(self) -> None:
        """Clear the secret and the card."""
        self._secret.clear()
        self.finder.forget()

    def ask_again(self) -> None:
        """What was typed did not do; it is typed once more."""
        self._secret.clear()

    def first_field(self) -> QLineEdit | None:
        """Where typing begins; None where nothing is typed here."""
        return self._secret if self.wanted and not self._secret.isHidden() else None

    def use_file(self, path: Path) -> None:
        """The file with the certificate."""
        self._keep(self._habit._replace(file=str(path)))
        self._secret.clear()
        self._secret.setFocus()

    def _words(self) -> QWidget:
        words = _(
            "A signature in the clinician’s own name, after the clinic’s seal. No certificate ever "
            "signs for the patient: the patient’s part is the ink on the page and the record."
        )
        return label(words, "soft", self._body)

    def _kind_part(self) -> QWidget:
        kinds = (("file", _("It is in a file")), ("card", _("It is on a card")))
        self._kinds = ChipGroup(kinds, multiple=False, parent=self._body)
        self._kinds.setObjectName("own-kind")
        self._kinds.setAccessibleName(_("Where your certificate is"))
        for kind, words in kinds:
            self._kinds.chip(kind).setAccessibleName(words)
        self._kinds.changed.connect(self._on_kind)
        return self._kinds

    def _file_part(self) -> QWidget:
        self._file = QWidget(self._body)
        row = QHBoxLayout(self._file)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        self._file_name = label("", "body", self._file, "own-file-name")
        pick = button(_("Choose the file ..."), "secondary", "own-file", self._file)
        pick.clicked.connect(self._on_pick)
        row.addWidget(self._file_name, 1)
        row.addWidget(pick)
        return self._file

    def _keep(self, chosen: Habit) -> None:
        if chosen != self._habit:
            self._habit = chosen
            with suppress(OSError):  # then it is asked for once more next time
                keep_habit(self._home, chosen)
        self._show()
        self.typed.emit()

    def _show(self) -> None:
        chosen, found = self._habit, self.finder.chosen
        by_file = chosen.kind == "file"
        self.tick.set_ticked(chosen.wanted)
        self._body.setVisible(chosen.wanted)
        self._kinds.set_selected((chosen.kind,))
        self._file.setVisible(by_file)
        self._file_name.setText(chosen.file or _("No file is chosen yet."))
        self.finder.setVisible(not by_file)
        self.finder.set_module(chosen.module)
        words = _("Passphrase of this file") if by_file else _("PIN of the card")
        self._over.setText(words)
        self._secret.setAccessibleName(words)
        asked = bool(chosen.file) if by_file else found is not None and not found.pinpad
        for widget in (self._over, self._secret):
            widget.setVisible(asked)

    def _on_wanted(self, wanted: bool) -> None:
        self._keep(self._habit._replace(wanted=wanted))
        self._look_again()

    def _on_kind(self, kinds: tuple[str, ...]) -> None:
        kind = kinds[0] if kinds else self._habit.kind  # one of the two always holds
        self._secret.clear()
        self._keep(self._habit._replace(kind="card" if kind == "card" else "file"))
        self._look_again()

    def _on_module(self, module: str) -> None:
        self._keep(self._habit._replace(module=module))
        self.finder.look()

    def _look_again(self) -> None:
        if self.wanted and self._habit.kind == "card" and self._habit.module:
            self.finder.look()

    def _on_found(self) -> None:
        self._show()
        self.typed.emit()

    def _on_pick(self) -> None:
        before = str(Path(self._habit.file).parent) if self._habit.file else ""
        path, _kind = QFileDialog.getOpenFileName(
            self, _("The file with your certificate"), before, _("PKCS#12 (*.p12 *.pfx)")
        )
        if path:
            self.use_file(Path(path))
