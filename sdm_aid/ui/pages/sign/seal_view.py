"""Seal and save: where to, the passphrase or the making of the clinic's seal, and the work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sdm_aid.i18n import _
from sdm_aid.ui.pages.sign.key_card import KeyCard
from sdm_aid.ui.pages.sign.own_card import OwnCertificateCard
from sdm_aid.ui.pages.sign.parts import CheckLine, bare_column
from sdm_aid.ui.pages.sign.seal_job import Sealing, SealOrder, load_engines, seal_and_save
from sdm_aid.ui.pages.sign.seal_trouble import failure_sentence
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
        self._order: SealOrder | None = None
        column = bare_column(self)
        column.setSpacing(px(12))
        column.addWidget(self._where_card())
        home, in_record = context.home, context.record is not None
        self.key = KeyCard(home, in_record, self)
        self.key.typed.connect(self.changed)
        self.key.entered.connect(self.start)
        column.addWidget(self.key)
        self.own = OwnCertificateCard(home, context.jobs, self)
        self.own.typed.connect(self.changed)
        self.own.entered.connect(self.start)
        column.addWidget(self.own)
        self._add_ways_on(column)
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
        ready = self.key.ready and self.own.ready
        return not self.busy and self.folder is not None and ready

    def warm_up(self) -> None:
        """People are about to sign: load what sealing needs, so that nobody waits for it."""
        self._context.jobs.run(load_engines, done=_nothing, failed=_nothing)

    def begin(self) -> bool:
        """Ask where to, then show the form; False when nobody chose a folder."""
        chosen = self._choose()
        if chosen is None:
            return False
        self.folder = chosen
        self.key.suggest_clinic(self._context.bridge.state.clinic.name or "")
        self.own.begin()
        self._show()
        return True

    def first_field(self) -> QWidget:
        """Where typing begins."""
        return self.key.first_field() or self.own.first_field() or self.large_print.box

    def reset(self) -> None:
        """Forget the folder, the passphrase and what went wrong."""
        if self.busy:
            return
        self.folder, self._order = None, None
        self.key.forget()
        self.own.forget()
        for tick in (self.large_print, self.visit_file):
            tick.set_ticked(False)
        self._fail("")
        self._show()

    def start(self) -> None:
        """Seal and save, off the GUI thread."""
        if not self.ready or self.folder is None:
            return
        bridge, record = self._context.bridge, self._context.record
        self._run(
            SealOrder(
                content=self._context.content,
                state=bridge.state,
                journal=bridge.session.journal,
                now=bridge.session.now(),
                folder=self.folder,
                home=self._context.home,
                passphrase=self.key.passphrase,
                clinic=self.key.clinic,
                large_print=self.large_print.box.isChecked(),
                with_visit_file=self.visit_file.box.isChecked(),
                desk=record.desk if record else None,
                keeper=record.keeper if record else None,
                own=self.own.chosen(),
            )
        )

    def _add_ways_on(self, column: QVBoxLayout) -> None:
        """What went wrong, and what can be done about it."""
        self.problem = Notice(parent=self)
        self.problem.setObjectName("seal-problem")
        self.problem.set_kind("caution")
        self.stand_ins = button(
            _("Print a readable stand-in for them"), "secondary", "seal-stand-ins", self
        )
        self.without_own = button(
            _("Save without my own signature"), "secondary", "seal-without-own", self
        )
        self.without_time = button(
            _("Seal without the time stamp"), "secondary", "seal-without-time", self
        )
        column.addWidget(self.problem)
        self._ways_on: dict[QPushButton, Callable[[SealOrder], SealOrder]] = {
            self.stand_ins: SealOrder.with_stand_ins,
            self.without_own: SealOrder.without_own,
            self.without_time: SealOrder.without_time_stamp,
        }
        for way in self._ways_on:
            way.clicked.connect(partial(self._on_way, way))
            column.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)

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

    def _show(self) -> None:
        self._where.setText(str(self.folder) if self.folder else "")
        self.key.show_state(self.folder is not None)
        for holder in (self._progress, self._progress_words):
            holder.setVisible(self.busy)
        for control in self.findChildren(QLineEdit) + self.findChildren(QPushButton):
            control.setEnabled(not self.busy)
        self.changed.emit()

    def _on_other(self) -> None:
        self.begin()

    def _on_way(self, way: QPushButton) -> None:
        if self._order is not None and not self.busy:
            self._run(self._ways_on[way](self._order))

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
        from sdm_aid.application.own_certificate import OwnSignatureProblem
        from sdm_aid.application.signature_words import time_sentence
        from sdm_aid.documents.pdf.printable import UnprintableText

        self.busy = False
        sentence = failure_sentence(problem, folder)
        self._fail(sentence or _("The plan could not be sealed. The visit is kept as it is."))
        self.stand_ins.setVisible(isinstance(problem, UnprintableText))
        self.without_own.setVisible(isinstance(problem, OwnSignatureProblem))
        self.without_time.setVisible(bool(time_sentence(problem)))
        self._show()
        self._focus_after(problem)
        if not sentence:
            raise problem

    def _focus_after(self, problem: Exception) -> None:
        """Where what was typed last can be mended, or where the next step is."""
        shown = [way for way in self._ways_on if not way.isHidden()]
        field: QWidget | None = shown[0] if shown else None
        if type(problem).__name__ == "OwnSignatureProblem":
            self.own.ask_again()
            field = self.own.first_field() or field
        (field or self.first_field()).setFocus()
        self._bring_into_view((self.problem, *shown))

    def _bring_into_view(self, widgets: Sequence[QWidget]) -> None:
        """What went wrong and the ways on may lie below what is on the screen."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is None:
            return
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        for widget in widgets:
            above.ensureWidgetVisible(widget, 0, px(24))

    def _fail(self, sentence: str) -> None:
        self.problem.set_words("", sentence)
        for way in self._ways_on:
            way.hide()


def _nothing(_result: object) -> None:
    """Loading ahead changes nothing; where it fails, sealing says why."""
