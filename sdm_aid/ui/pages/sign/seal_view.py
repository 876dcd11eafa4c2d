"""Seal and save: where to, the passphrase or the making of the clinic's seal, and the work."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QPushButton, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.pages.sign.parts import CheckLine, bare_column
from sdm_aid.ui.pages.sign.seal_job import (
    Sealing,
    SealOrder,
    failure_sentence,
    load_engines,
    seal_and_save,
)
from sdm_aid.ui.pages.sign.strength import SHORT, strength_hint
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.notice import Notice
from sdm_aid.ui.widgets.plain import button, label

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import VisitContext

ChooseFolder = Callable[[], Path | None]


class SealView(QWidget):
    """``sealed(object)`` carries a :class:`Sealing`; ``changed`` when the footer may differ."""

    sealed = Signal(object)
    changed = Signal()

    def __init__(self, context: VisitContext, choose_folder: ChooseFolder, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("seal-view")
        self._context, self._choose = context, choose_folder
        self.folder: Path | None = None
        self.busy = False
        self._making = False
        self._order: SealOrder | None = None
        column = bare_column(self)
        column.setSpacing(px(12))
        column.addWidget(self._where_card())
        column.addWidget(self._key_card())
        self.problem = Notice(parent=self)
        self.problem.setObjectName("seal-problem")
        self.problem.set_kind("caution")
        self.stand_ins = button(
            _("Print a readable stand-in for them"), "secondary", "seal-stand-ins", self
        )
        self.stand_ins.clicked.connect(self._on_stand_ins)
        column.addWidget(self.problem)
        column.addWidget(self.stand_ins, 0, Qt.AlignmentFlag.AlignLeft)
        self._progress_words = label("", "strong", self, "seal-progress")
        self._progress = QProgressBar(self)
        self._progress.setObjectName("seal-progress-bar")
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(_("Sealing"))
        column.addWidget(self._progress_words)
        column.addWidget(self._progress)
        column.addStretch(1)
        self.reset()

    @property
    def ready(self) -> bool:
        """True when everything is there to begin."""
        typed = self._passphrase.text()
        if self.busy or self.folder is None or not typed:
            return False
        if not self._making:
            return True
        same = typed == self._again.text()
        return len(typed) >= SHORT and same and bool(self._clinic.text().strip())

    def warm_up(self) -> None:
        """People are about to sign: load what sealing needs, so that nobody waits for it."""
        self._context.jobs.run(load_engines, done=_nothing, failed=_nothing)

    def begin(self) -> bool:
        """Ask where to, then show the form; False when nobody chose a folder."""
        chosen = self._choose()
        if chosen is None:
            return False
        self.folder = chosen
        if not self._clinic.text():
            self._clinic.setText(self._context.bridge.state.clinic.name or "")
        self._show()
        return True

    def first_field(self) -> QWidget:
        """Where typing begins."""
        empty_name = self._making and not self._clinic.text()
        return self._clinic if empty_name else self._passphrase

    def reset(self) -> None:
        """Forget the folder, the passphrase and what went wrong."""
        if self.busy:
            return
        self.folder, self._order = None, None
        for field in (self._passphrase, self._again, self._clinic):
            field.clear()
        for tick in (self.large_print, self.visit_file):
            tick.set_ticked(False)
        self._fail("")
        self._show()

    def start(self) -> None:
        """Seal and save, off the GUI thread."""
        if not self.ready or self.folder is None:
            return
        bridge = self._context.bridge
        self._run(
            SealOrder(
                content=self._context.content,
                state=bridge.state,
                journal=bridge.session.journal,
                now=bridge.session.now(),
                folder=self.folder,
                home=self._context.home,
                passphrase=self._passphrase.text(),
                clinic=self._clinic.text().strip() if self._making else "",
                large_print=self.large_print.box.isChecked(),
                with_visit_file=self.visit_file.box.isChecked(),
            )
        )

    def _where_card(self) -> Card:
        card = Card(_("Where the papers go"), self)
        self._where = label("", "body", card, "seal-folder")
        other = button(_("Another folder ..."), "secondary", "seal-other-folder", card)
        other.clicked.connect(self._on_other)
        line = QHBoxLayout()
        line.setSpacing(px(12))
        line.addWidget(self._where, 1)
        line.addWidget(other)
        card.column.addLayout(line)
        warning = Notice(parent=card)
        warning.setObjectName("seal-warning")
        warning.set_kind("caution")
        warning.set_words(
            _("The files are not encrypted."),
            _(
                "Whoever can open the folder can read them. The seal shows changes; it hides "
                "nothing."
            ),
        )
        card.column.addWidget(warning)
        self.large_print = CheckLine(_("The handout in large print"), "seal-large-print", card)
        self.visit_file = CheckLine(
            _("Also the visit as a file for this program"), "seal-visit-file", card
        )
        card.column.addWidget(self.large_print)
        card.column.addWidget(self.visit_file)
        return card

    def _key_card(self) -> Card:
        card = Card(_("The clinic’s seal"), self)
        self._key_words = label("", "body", card, "seal-key-words")
        card.column.addWidget(self._key_words)
        self._clinic_over = label(
            _("Name of the clinic, as it stands in the seal"), "caption", card
        )
        self._clinic = self._field("seal-clinic", self._clinic_over.text(), secret=False)
        self._pass_over = label(_("Passphrase of the clinic’s seal"), "caption", card)
        self._passphrase = self._field("seal-passphrase", self._pass_over.text())
        self._again_over = label(_("The same passphrase once more"), "caption", card)
        self._again = self._field("seal-again", self._again_over.text())
        for over, field in (
            (self._clinic_over, self._clinic),
            (self._pass_over, self._passphrase),
            (self._again_over, self._again),
        ):
            over.setBuddy(field)
            card.column.addWidget(over)
            card.column.addWidget(field)
        self._hint = label("", "soft", card, "seal-hint")
        self._shown = CheckLine(_("Show what I type"), "seal-show", card)
        self._shown.ticked.connect(self._on_show)
        card.column.addWidget(self._hint)
        card.column.addWidget(self._shown)
        return card

    def _field(self, name: str, caption: str, *, secret: bool = True) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(name)
        field.setAccessibleName(caption)
        field.setMaxLength(200)
        if secret:
            field.setEchoMode(QLineEdit.EchoMode.Password)
        field.textChanged.connect(self._on_typed)
        field.returnPressed.connect(self.start)
        return field

    def _show(self) -> None:
        self._making = self.folder is not None and self._is_first_time()
        self._where.setText(str(self.folder) if self.folder else "")
        words = _("Type its passphrase. It stays on this computer.")
        if self._making:
            words = _(
                "This clinic has no seal yet. Make it now: a name and a passphrase that only the "
                "clinic knows. Keep it safe: without it nobody can use this seal again."
            )
        self._key_words.setText(words)
        for widget in (self._clinic_over, self._clinic, self._again_over, self._again, self._hint):
            widget.setVisible(self._making)
        self._on_typed()
        for holder in (self._progress, self._progress_words):
            holder.setVisible(self.busy)
        for control in self.findChildren(QLineEdit) + self.findChildren(QPushButton):
            control.setEnabled(not self.busy)
        self.changed.emit()

    def _is_first_time(self) -> bool:
        # here, not above: it loads the machinery of keys
        from sdm_aid.application.clinic_key import has_key

        return not has_key(self._context.home)

    def _on_typed(self) -> None:
        typed, again = self._passphrase.text(), self._again.text()
        hint = strength_hint(typed)
        if again and not typed.startswith(again) and typed != again:
            hint = _("The two are not the same.")
        self._hint.setText(hint)
        self.changed.emit()

    def _on_show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._passphrase.setEchoMode(mode)
        self._again.setEchoMode(mode)

    def _on_other(self) -> None:
        self.begin()

    def _on_stand_ins(self) -> None:
        if self._order is not None and not self.busy:
            self._run(self._order.with_stand_ins())

    def _run(self, order: SealOrder) -> None:
        self._order, self.busy = order, True
        self._fail("")
        self._progress_words.setText(_("Sealing"))
        self._show()
        self._context.jobs.run(
            partial(seal_and_save, order),
            done=partial(self._on_done, order.state),
            failed=partial(self._on_failed, order.folder),
            progress=self._progress_words.setText,
        )

    def _on_done(self, state: Consultation, sealing: Sealing) -> None:
        self.busy = False
        now = self._context.bridge.state
        if now.evolve(step=state.step) != state:
            self._fail(
                _(
                    "Something changed while the plan was being saved, so these papers are not "
                    "the last word. Read, sign and seal again."
                )
            )
            self._show()
            return
        self.reset()
        self.sealed.emit(sealing)

    def _on_failed(self, folder: Path, problem: Exception) -> None:
        from sdm_aid.documents.pdf.printable import UnprintableText

        self.busy = False
        sentence = failure_sentence(problem, folder)
        self._fail(sentence or _("The plan could not be sealed. The visit is kept as it is."))
        self.stand_ins.setVisible(isinstance(problem, UnprintableText))
        self._show()
        self.first_field().setFocus()
        if not sentence:
            raise problem

    def _fail(self, sentence: str) -> None:
        self.problem.set_words("", sentence)
        self.stand_ins.hide()


def _nothing(_result: object) -> None:
    """Loading ahead changes nothing; where it fails, sealing says why."""
