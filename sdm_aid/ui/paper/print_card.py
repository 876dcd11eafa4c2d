"""The print card: which papers, how often, on what; one button prints, one asks the system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from sdm_aid.application.printing import no_printer_sentence, pages_from_to
from sdm_aid.i18n import _
from sdm_aid.ui.paper.print_row import PaperRow
from sdm_aid.ui.paper.told import Told
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.check_line import CheckLine
from sdm_aid.ui.widgets.plain import button, label
from sdm_aid.ui.widgets.scroll_page import ScrollPage
from sdm_aid.ui.widgets.text_field import LineField

if TYPE_CHECKING:
    from sdm_aid.ui.paper.paper import Paper
    from sdm_aid.ui.paper.printers import PrinterFacts


class PrintCard(QFrame):
    """Shows and asks; who made it connects the buttons."""

    def __init__(self, papers: tuple[Paper, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("print-card")
        self.setProperty("role", "panel")
        self.setAccessibleName(_("Print"))
        self.printer: PrinterFacts | None = None
        self._counts: tuple[int, ...] = ()
        self._running = False
        self._found = False
        self._scroll = ScrollPage(self)
        inside, column = self._scroll.body, self._scroll.column
        inside.setProperty("role", "surface")
        self._on = label(_("Looking for printers ..."), "body", inside, "print-on")
        self.rows = [PaperRow(paper, inside) for paper in papers]
        self._pages = self._page_fields(inside)
        self.grey = CheckLine(_("In black and white"), "print-grey", inside)
        self.both_sides = CheckLine(_("On both sides of the paper"), "print-both", inside)
        self.print = button(_("Print"), "primary", "print-now", self)
        self.other = button(
            _("Another printer, more settings ..."), "secondary", "print-other", self
        )
        self.notice = Told("print-notice", self)
        self.save = button(_("Save as PDF ..."), "secondary", "print-save", self)
        for widget in (self._on, *self.rows, self._pages, self.grey, self.both_sides):
            column.addWidget(widget)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(16), px(12), px(16), px(12))
        outer.setSpacing(px(10))
        outer.addLayout(self._top())
        outer.addWidget(self._scroll, 1)
        for widget in (self.notice, self.save, *self._run(self), self.print, self.other):
            outer.addWidget(widget)
        for row in self.rows:
            row.changed.connect(self.refresh)
        self.first.textChanged.connect(self.refresh)
        self.last.textChanged.connect(self.refresh)
        self.set_running("")
        self.refresh()

    def set_printer(self, printer: PrinterFacts | None) -> None:
        """The printer that "Print" prints on; None: there is none."""
        self.printer = printer
        if printer is None:
            self.notice.say(no_printer_sentence(), trouble=True)
            self._on.setText("")
        else:
            self._on.setText(_("On {printer}").format(printer=printer.name))
            self.grey.set_ticked(printer.grey_only)
            self.grey.setEnabled(not printer.grey_only)
        self._on.setVisible(printer is not None)
        self.save.setVisible(printer is None)
        self._found = True
        self.both_sides.setVisible(printer is not None and printer.both_sides)
        self.refresh()

    def set_counts(self, pages: tuple[int, ...]) -> None:
        """How many pages each paper has."""
        self._counts = pages
        self.refresh()

    def chosen_pages(self) -> range | None:
        """The pages to print (from 0), where one paper is ticked; None: all, or not to be had."""
        if not self._typed or not self.count_alone:
            return None
        return pages_from_to(self.first.text(), self.last.text(), self.count_alone)

    def set_running(self, words: str) -> None:
        """Show what is being printed, with the way to stop it; empty: nothing is."""
        self._running = bool(words)
        self.progress.setText(words)
        for widget in (self.progress, self._bar, self.stop):
            widget.setVisible(self._running)
        self.close_button.setEnabled(not self._running)
        self.refresh()

    def first_focus(self) -> QWidget:
        """The button that most people want."""
        if self._found and self.printer is None:
            return self.save
        return self.print if self.print.isEnabled() else self.close_button

    def refresh(self) -> None:
        """Set what depends on the ticks."""
        wanted = sum(row.wanted for row in self.rows)
        one = wanted == 1 and self.count_alone > 1
        wrong = one and self._typed and self.chosen_pages() is None
        self._pages.setVisible(one)
        self._wrong.setText(_("Pages go from 1 to {last}.").format(last=self.count_alone))
        self._wrong.setVisible(wrong)
        may = bool(wanted and self.printer) and not wrong and not self._running
        for widget in (self.print, self.other):
            widget.setEnabled(may)
            widget.setVisible(not self._running and (self.printer is not None or not self._found))

    @property
    def _typed(self) -> bool:
        return bool(self.first.text() or self.last.text())

    @property
    def count_alone(self) -> int:
        """Pages of the one paper that is ticked; 0 where it is not one, or not known yet."""
        counts = [count for row, count in zip(self.rows, self._counts, strict=False) if row.wanted]
        return counts[0] if len(counts) == 1 else 0

    def _top(self) -> QHBoxLayout:
        top = QHBoxLayout()
        heading = label(_("Print"), "h2", self, "print-heading")
        self.close_button = button(_("Close"), "quiet", "print-close", self)
        self.close_button.setAccessibleName(_("Close printing"))
        top.addWidget(heading, 1)
        top.addWidget(self.close_button)
        return top

    def _page_fields(self, parent: QWidget) -> QWidget:
        holder = QWidget(parent)
        self.first, self.last = LineField("", holder), LineField("", holder)
        self._wrong = label("", "soft", holder, "print-pages-wrong")
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for name, words, field in (
            ("print-first", _("From page"), self.first),
            ("print-last", _("to page"), self.last),
        ):
            field.setObjectName(name)
            field.setAccessibleName(words)
            field.setMaxLength(4)
            field.setFixedWidth(px(72))
            before = QLabel(words, holder)
            before.setBuddy(field)
            row.addWidget(before)
            row.addWidget(field)
        row.addStretch(1)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._wrong)
        return holder

    def _run(self, parent: QWidget) -> tuple[QWidget, ...]:
        self.progress = label("", "strong", parent, "print-progress")
        self._bar = QProgressBar(parent)
        self._bar.setObjectName("print-progress-bar")
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Printing"))
        self.stop = button(_("Stop printing"), "secondary", "print-stop", parent)
        return self.progress, self._bar, self.stop
