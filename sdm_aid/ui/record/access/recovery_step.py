"""The printed key, shown once: read it, save or print it, then show that it was kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.record.access.key_view import KeyView
from sdm_aid.ui.record.access.parts import Busy, Sides, line
from sdm_aid.ui.record.access.printing import NoPrinter, print_pdf
from sdm_aid.ui.record.access.told import sentence_of
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.notice import Notice
from sdm_aid.ui.widgets.plain import button, label

if TYPE_CHECKING:
    from datetime import datetime

    from sdm_aid.application.ports import Jobs

Printer = Callable[[bytes, QWidget], bool]


class Sheet(NamedTuple):
    """What stands on the recovery sheet. ``where``: the record's place, as people read it."""

    clinic: str
    key: str
    made: datetime
    where: str


class RecoveryStep(QWidget):
    """``kept`` once the last two groups were typed back; then the key is dropped."""

    kept = Signal()

    def __init__(
        self, jobs: Jobs, parent: QWidget | None = None, *, printer: Printer = print_pdf
    ) -> None:
        super().__init__(parent)
        self.setObjectName("recovery-step")
        self._jobs, self._printer = jobs, printer
        self._sheet: Sheet | None = None
        self._unprintable = ""
        self._stack = QStackedWidget(self)
        sides = Sides(self)
        holder = Card(parent=sides)
        column = holder.column
        over = QVBoxLayout(self)
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(sides)
        sides.left.addWidget(holder)
        sides.left.addStretch(1)
        sides.right.addWidget(_advice(sides))
        sides.right.addStretch(1)
        column.addWidget(self._stack)
        self._notice = Notice(parent=holder)
        self._notice.setObjectName("recovery-notice")
        self._busy = Busy("recovery-busy", holder)
        column.addWidget(self._notice)
        column.addWidget(self._busy)
        self._stack.addWidget(self._showing())
        self._stack.addWidget(self._asking())

    @property
    def holds_key(self) -> bool:
        """Whether a key is still in memory here."""
        return self._sheet is not None

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a new key."""
        self._sheet = sheet
        self._key.show_key(sheet.key)
        self._typed.clear()
        self._notice.set_words("", "")
        self._turn(0)

    def first_focus(self) -> QWidget:
        """What is pressed or typed next."""
        return self._save if self._stack.currentIndex() == 0 else self._typed

    def forget(self) -> None:
        """Drop the key from memory."""
        self._sheet = None
        self._key.show_key("")
        self._typed.clear()

    def save_to(self, path: Path) -> None:
        """Write the sheet as a PDF."""
        self._make(_("Saving the sheet"), partial(_saved, path), self._on_saved)

    def _showing(self) -> QWidget:
        page, column = _page(self._stack)
        column.addWidget(label(_("This key opens the record"), "h3", page))
        column.addWidget(
            label(
                _(
                    "When a passphrase is forgotten, only this printed key helps. It is shown now "
                    "and kept nowhere: print it, or write it down."
                ),
                "body",
                page,
            )
        )
        self._key = KeyView(page)
        column.addWidget(self._key)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        self._save = button(_("Save as PDF ..."), "secondary", "recovery-save", page)
        self._print = button(_("Print ..."), "secondary", "recovery-print", page)
        self._go_on = button(_("I have it on paper"), "primary", "recovery-on-paper", page)
        self._save.clicked.connect(self._on_save)
        self._print.clicked.connect(self._on_print)
        self._go_on.clicked.connect(self._on_paper)
        row.addWidget(self._print)
        row.addWidget(self._save)
        row.addStretch(1)
        row.addWidget(self._go_on)
        column.addLayout(row)
        return page

    def _asking(self) -> QWidget:
        page, column = _page(self._stack)
        column.addWidget(label(_("Show that you have it"), "h3", page))
        words = _("Type the last two groups of the key, as they stand on your paper.")
        column.addWidget(label(words, "body", page))
        self._typed = line(column, page, "recovery-typed", _("The last two groups"))
        self._typed.setMaxLength(40)
        self._typed.returnPressed.connect(self._on_check)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        again = button(
            _("I could not print it; show it again"), "quiet", "recovery-show-again", page
        )
        again.clicked.connect(self._on_again)
        check = button(_("Go on"), "primary", "recovery-check", page)
        check.clicked.connect(self._on_check)
        row.addWidget(again)
        row.addStretch(1)
        row.addWidget(check)
        column.addLayout(row)
        column.addStretch(1)
        return page

    def _on_save(self) -> None:
        name = _("recovery-sheet") + ".pdf"
        path, _kind = QFileDialog.getSaveFileName(
            self, _("Save the recovery sheet"), name, _("PDF (*.pdf)")
        )
        if path:
            self.save_to(Path(path))

    def _on_saved(self, path: Path) -> None:
        saved = _(
            "Saved as {file}. Whoever has this file can open the record: print it, then delete it."
        ).format(file=path)
        self._say(" ".join(filter(None, (saved, self._unprintable))), caution=True)

    def _on_print(self) -> None:
        self._make(_("Preparing the sheet"), _pdf, self._on_printable)

    def _on_printable(self, pdf: bytes) -> None:
        from sdm_aid.application.printing import PrintTrouble, trouble_sentence

        try:
            printed = self._printer(pdf, self)
        except NoPrinter:
            self._say(
                _(
                    "No printer is set up on this computer. Save the sheet as a PDF and print it "
                    "elsewhere, or write the key down."
                ),
                caution=True,
            )
            return
        except PrintTrouble as trouble:
            self._say(trouble_sentence(trouble), caution=True)
            return
        if printed:
            sent = _("Sent to the printer. Check that the key on paper can be read.")
            words = " ".join(filter(None, (sent, self._unprintable)))
            self._say(words, caution=bool(self._unprintable))

    def _make(self, words: str, work: Callable[[Sheet], object], done: Callable[..., None]) -> None:
        if self._sheet is None or self._busy.words:
            return
        self._say("")
        self._busy.say(words)
        self._allow(False)
        self._jobs.run(
            partial(_made, work, self._sheet),
            done=partial(self._on_made, done),
            failed=self._on_failed,
        )

    def _on_made(self, done: Callable[..., None], made: tuple[object, str]) -> None:
        result, self._unprintable = made
        self._busy.say("")
        self._allow(True)
        done(result)

    def _on_failed(self, problem: Exception) -> None:
        self._busy.say("")
        self._allow(True)
        sentence = sentence_of(problem)
        self._say(sentence or _("The sheet could not be made. Write the key down."), caution=True)
        if not sentence:
            raise problem

    def _on_paper(self) -> None:
        self._say("")
        self._turn(1)

    def _on_again(self) -> None:
        self._say("")
        self._turn(0)

    def _on_check(self) -> None:
        from sdm_aid.application.record.recovery_sheet import shows_it_was_kept

        if self._sheet is None:
            return
        if shows_it_was_kept(self._sheet.key, self._typed.text()):
            self.forget()
            self._say("")
            self.kept.emit()
            return
        self._say(
            _("These are not the last two groups. Read them again from the end of the lower row."),
            caution=True,
        )
        self._typed.selectAll()
        self._typed.setFocus()

    def _turn(self, page: int) -> None:
        self._stack.setCurrentIndex(page)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _allow(self, free: bool) -> None:
        for control in (self._save, self._print, self._go_on):
            control.setEnabled(free)

    def _say(self, words: str, *, caution: bool = False) -> None:
        self._notice.set_kind("caution" if caution else "info")
        self._notice.set_words("", words)


def _page(stack: QStackedWidget) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget(stack)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(10))
    return page, column


def _advice(parent: QWidget) -> Card:
    from sdm_aid.application.record.recovery_sheet import keeping, using

    card = Card(_("Where to keep it"), parent)
    for words in keeping():
        card.column.addWidget(label(f"• {words}", "body", card))
    card.column.addWidget(label(_("How to use it"), "h3", card))
    for words in using():
        card.column.addWidget(label(f"• {words}", "body", card))
    return card


def _made(work: Callable[[Sheet], object], sheet: Sheet, _progress: object) -> tuple[object, str]:
    """What was made, and what it could not print."""
    from sdm_aid.application.record.recovery_sheet import recovery_sentence

    return work(sheet), recovery_sentence(*sheet)


def _pdf(sheet: Sheet) -> bytes:
    from sdm_aid.application.record.recovery_sheet import recovery_pdf

    return recovery_pdf(sheet.clinic, sheet.key, sheet.made, sheet.where)


def _saved(path: Path, sheet: Sheet) -> Path:
    from sdm_aid.application.whole_file import save

    try:
        save(path, _pdf(sheet))
    except OSError as problem:
        problem.filename = str(path)  # not the name of the part file beside it
        raise
    return path
