"""Start page, warning signs: asked before anything else; a yes leads out of the program."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.i18n.formats import time_short
from sdm_aid.ui.widgets.plain import button, label

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page

COLUMN = 20
"""Least width of a column of questions in text heights; at most three stand side by side."""


class SignsCard(QFrame):
    """One line a sign with Yes and No, "None of these", and what a yes means.

    ``go_on`` when the clinician has checked and wants to go on.
    """

    go_on = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.setObjectName("signs")
        self.setProperty("role", "card")
        self._page = page
        self._answers: dict[str, tuple[QPushButton, QPushButton]] = {}
        self._lines: list[QWidget] = []
        self._columns = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        column.addLayout(self._top())
        self._notice = self._routing()
        column.addWidget(self._notice)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(6)
        for flag in page.content.decision.red_flags:
            self._lines.append(self._line(flag))
        column.addLayout(self._grid)

    def render_state(self, state: Consultation) -> None:
        """Set every answer, and the notice where one is yes."""
        answers = {flag.flag: flag.answer for flag in state.red_flags}
        for flag, (yes, no) in self._answers.items():
            yes.setChecked(answers.get(flag) == "yes")
            no.setChecked(answers.get(flag) == "no")
        self._none.setChecked(state.no_red_flags)
        # it would wipe a "yes" in one click; a yes is taken back on its own line only
        self._none.setEnabled("yes" not in answers.values())
        self._notice.setVisible("yes" in answers.values())
        stopped = state.routed_out is not None
        self._stop.setVisible(not stopped)
        self._on.setText(_("Go on after all") if stopped else _("Go on, I have checked"))
        self._on.setAccessibleName(self._on.text())
        if state.routed_out is not None:
            time = time_short(state.routed_out.astimezone())
            self._words.setText(
                _("We stopped here at {time}. Something else comes first.").format(time=time)
            )
        else:
            self._words.setText(_("We need to check something first."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One to three columns of questions."""
        super().resizeEvent(event)
        columns = max(1, min(3, self.width() // (COLUMN * self.fontMetrics().height())))
        if columns == self._columns:
            return
        self._columns = columns
        for number, line in enumerate(self._lines):
            self._grid.addWidget(line, number // columns, number % columns)
        for number in range(3):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(_("Is any of this true for you now?"), "h3", self, "signs-heading"), 1)
        self._none = button(_("None of these"), "chip", "signs-none", self)
        self._none.setCheckable(True)
        self._none.clicked.connect(self._on_none)
        row.addWidget(self._none)
        return row

    def _routing(self) -> QFrame:
        frame = QFrame(self)
        frame.setObjectName("signs-routing")
        frame.setProperty("role", "notice")
        frame.setProperty("kind", "caution")
        row = QHBoxLayout(frame)
        row.setContentsMargins(16, 8, 12, 8)
        self._words = label("", "strong", frame, "signs-routing-words")
        self._stop = button(_("We stop here"), "secondary", "signs-stop", frame)
        self._stop.clicked.connect(partial(self._route, True))
        self._on = button("", "secondary", "signs-go-on", frame)
        self._on.clicked.connect(partial(self._route, False))
        row.addWidget(self._words, 1)
        row.addWidget(self._stop)
        row.addWidget(self._on)
        return frame

    def _line(self, flag: str) -> QWidget:
        holder = QWidget(self)
        holder.setObjectName(f"sign-{flag}")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        text = self._page.content.words(f"red_flags.{flag}")
        row.addWidget(label(text, "body", holder, "sign-words"), 1)
        pair = []
        for answer, word in (("yes", _("Yes")), ("no", _("No"))):
            made = button(word, "chip", f"sign-{flag}-{answer}", holder)
            made.setCheckable(True)
            made.setAccessibleName(f"{text} {word}")
            made.clicked.connect(partial(self._on_answer, flag, answer))
            row.addWidget(made)
            pair.append(made)
        self._answers[flag] = (pair[0], pair[1])
        return holder

    def _on_answer(self, flag: str, answer: Any) -> None:
        from sdm_aid.domain.actions import RedFlagAnswered

        yes, no = self._answers[flag]
        checked = (yes if answer == "yes" else no).isChecked()
        self._page.dispatch(RedFlagAnswered(flag=flag, answer=answer if checked else None))

    def _on_none(self, checked: bool) -> None:
        from sdm_aid.domain.actions import NoRedFlags

        self._page.dispatch(NoRedFlags(none_of_these=checked))

    def _route(self, out: bool) -> None:
        from sdm_aid.domain.actions import RoutedOut

        stopped = self._page.state.routed_out is not None
        if out or stopped:
            self._page.dispatch(RoutedOut(out=out))
        if not out:
            self.go_on.emit()
