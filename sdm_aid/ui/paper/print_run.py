"""What the print card does: looks for printers, prints by a job, asks the system's own dialog."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sdm_aid.application.printing import (
    PrintTrouble,
    sent_sentence,
    stopped_sentence,
    trouble_sentence,
)
from sdm_aid.i18n import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from sdm_aid.application.ports import Jobs, Progress
    from sdm_aid.ui.paper.paper import Paper
    from sdm_aid.ui.paper.print_card import PrintCard
    from sdm_aid.ui.paper.printers import PrinterFacts
    from sdm_aid.ui.paper.printing import Copies, Printed, PrintOrder

AskSystem = Callable[["QPrinter", QWidget, int], bool]
"""The system's print dialog over a window, with so many pages to choose from; False: not now."""


class _Found(NamedTuple):
    printers: tuple[PrinterFacts, ...]
    counts: tuple[int, ...]


class PrintRun(QObject):
    """``running(bool)`` while papers are on their way; ``told(str)`` what became of it."""

    running = Signal(bool)
    told = Signal(str)

    def __init__(
        self, card: PrintCard, papers: tuple[Paper, ...], jobs: Jobs, ask: AskSystem | None = None
    ) -> None:
        super().__init__(card)
        self._card, self._papers, self._jobs = card, papers, jobs
        self._ask = ask or ask_system
        self._stop: Event | None = None
        card.print.clicked.connect(self._on_print)
        card.other.clicked.connect(self._on_other)
        card.stop.clicked.connect(self._on_stop)

    def look(self) -> None:
        """Find out what there is to print on."""
        self._jobs.run(partial(_found, self._papers), done=self._on_found, failed=self._on_failed)

    def _on_found(self, found: _Found) -> None:
        self._card.set_counts(found.counts)
        self._card.set_printer(found.printers[0] if found.printers else None)
        if self._card.isVisible():
            self._card.first_focus().setFocus()

    def _on_print(self) -> None:
        from sdm_aid.ui.paper.printers import ready

        facts = self._card.printer
        if facts is None:
            return
        both = self._card.both_sides.box.isChecked() if facts.both_sides else None
        grey = True if self._card.grey.box.isChecked() else None
        self._start(partial(ready, facts.name, both), self._copies(), grey)

    def _on_other(self) -> None:
        """Everything the system can do; its "Print" prints at once."""
        from sdm_aid.ui.paper.printers import ready

        card, copies = self._card, self._copies()
        if card.printer is None:
            return
        try:
            printer = ready(card.printer.name, None)
        except PrintTrouble as trouble:
            self._on_failed(trouble)
            return
        alone = copies[0] if len(copies) == 1 else None
        printer.setCopyCount(alone.count if alone else 1)
        if self._ask(printer, card.window(), card.count_alone):
            self._start(lambda: printer, _as_asked(printer, copies), None)

    def _copies(self) -> tuple[Copies, ...]:
        from sdm_aid.ui.paper.printing import Copies

        pages = self._card.chosen_pages()
        return tuple(Copies(row.paper, row.count, pages) for row in self._card.rows if row.wanted)

    def _start(
        self, printer: Callable[[], QPrinter], papers: tuple[Copies, ...], grey: bool | None
    ) -> None:
        from sdm_aid.ui.paper.printing import PrintOrder

        self._stop = Event()
        name = self._card.printer.name if self._card.printer else ""
        self._card.notice.say("")
        self._card.set_running(_("Getting the printer ready ..."))
        self._card.stop.setFocus()
        self.running.emit(True)
        self._jobs.run(
            partial(_printed, PrintOrder(printer, papers, grey, name, self._stop)),
            done=self._on_printed,
            failed=self._on_failed,
            progress=self._card.set_running,
        )

    def _on_stop(self) -> None:
        if self._stop is not None:
            self._stop.set()

    def _on_printed(self, printed: Printed) -> None:
        if printed.stopped:
            sentence = stopped_sentence(printed.pages)
        else:
            sentence = sent_sentence(
                printed.printer, printed.pages, printed.scale, printed.paper, waits=printed.waits
            )
        self._end(sentence, trouble=printed.stopped or printed.waits)

    def _on_failed(self, problem: Exception) -> None:
        if isinstance(problem, PrintTrouble):
            self._end(trouble_sentence(problem), trouble=True)
            return
        from sdm_aid.wording.record import trouble_sentence as record_sentence

        sentence = record_sentence(problem)
        self._end(sentence or _("This could not be printed. Nothing is lost."), trouble=True)
        if not sentence:
            raise problem

    def _end(self, sentence: str, *, trouble: bool) -> None:
        self._stop = None
        self._card.set_running("")
        self._card.notice.say(sentence, trouble=trouble)
        self.running.emit(False)
        if self._card.isVisible():
            after = self._card.print if trouble else self._card.close_button
            after.setFocus()
        self.told.emit(sentence)


def ask_system(printer: QPrinter, over: QWidget, pages: int) -> bool:
    """The system's own print dialog; ``pages`` 0: no choice of pages."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

    dialog = QPrintDialog(printer, over)
    options = QAbstractPrintDialog.PrintDialogOption
    # "Save as" does that: with a warning, and whole or not at all
    dialog.setOption(options.PrintToFile, False)
    dialog.setOption(options.PrintSelection, False)
    dialog.setOption(options.PrintPageRange, pages > 1)
    if pages > 1:
        dialog.setMinMax(1, pages)
        dialog.setFromTo(1, pages)
    return bool(dialog.exec() == QPrintDialog.DialogCode.Accepted)


def _as_asked(printer: QPrinter, copies: tuple[Copies, ...]) -> tuple[Copies, ...]:
    """What was set in the system's dialog: for one paper its copies and pages, else times all."""
    from PySide6.QtPrintSupport import QPrinter as Printer

    from sdm_aid.ui.paper.printing import Copies

    times = max(1, printer.copyCount())
    if len(copies) > 1:
        return tuple(Copies(one.paper, one.count * times, one.pages) for one in copies)
    pages = copies[0].pages
    if printer.printRange() == Printer.PrintRange.PageRange and printer.fromPage():
        pages = range(printer.fromPage() - 1, printer.toPage())
    return (Copies(copies[0].paper, times, pages),)


def _found(papers: tuple[Paper, ...], progress: Progress) -> _Found:
    from sdm_aid.ui.paper.pages import page_count
    from sdm_aid.ui.paper.printers import printers

    return _Found(printers(progress), tuple(page_count(paper.pdf) for paper in papers))


def _printed(order: PrintOrder, progress: Progress) -> Printed:
    from sdm_aid.ui.paper.printing import print_papers

    for copies in order.papers:
        if copies.paper.given is not None:
            copies.paper.given("printed")  # written down first: nothing is given without a line
    return print_papers(order, progress)
