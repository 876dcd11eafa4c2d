"""The verdict on a file: the sentence, what changed, each signature, and what can be done now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.check.mark import VerdictMark
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.flow_layout import FlowLayout
from sdm_aid.ui.widgets.plain import button, card, empty, label

if TYPE_CHECKING:
    from sdm_aid.application.check_words import SignatureWords, Tone
    from sdm_aid.ui.check.checking import Checked


class VerdictView(QWidget):
    """``wanted(str)``: ``visit``, ``pages`` or ``trust``, whatever is offered for this file."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("verdict")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(12))

    def say(self, sentence: str, tone: Tone | None = "care") -> None:
        """One sentence instead of a verdict; None: it is still to come."""
        self._begin()
        self._headline(sentence, (), tone)

    def show_checked(self, checked: Checked) -> None:
        """Show what was found, and offer what can be done with it."""
        self._begin()
        words = checked.words
        named = _("{name}: {verdict}").format(name=checked.path.name, verdict=words.sentence)
        frame = self._headline(named, words.changes, words.tone)
        column = frame.layout()
        assert isinstance(column, QVBoxLayout)
        for number, line in enumerate(words.further):
            column.addWidget(label(line, "soft", frame, f"verdict-further-{number}"))
        self._offers(checked, frame, column)
        for number, signature in enumerate(words.signatures):
            self._column.addWidget(_signature_card(signature, number, self))

    def _begin(self) -> None:
        empty(self._column)
        self.show()

    def _headline(self, sentence: str, changes: tuple[str, ...], tone: Tone | None) -> QFrame:
        frame, column = card("verdict-card", self)
        row = QHBoxLayout()
        row.setSpacing(px(14))
        if tone is not None:
            row.addWidget(VerdictMark(tone, 40, frame), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(sentence, "lead", frame, "verdict-0"), 1)
        column.addLayout(row)
        for number, line in enumerate(changes, start=1):
            column.addWidget(label(line, "strong", frame, f"verdict-{number}"))
        frame.setAccessibleName(" ".join((sentence, *changes)))
        self._column.addWidget(frame)
        told = QAccessibleAnnouncementEvent(frame, frame.accessibleName())
        QAccessible.updateAccessibility(told)
        return frame

    def _offers(self, checked: Checked, frame: QFrame, column: QVBoxLayout) -> None:
        offers = []
        if checked.verdict.visit is not None:
            offers.append(("visit", _("Open the visit in it (read only)")))
        if checked.sealed is not None:
            offers.append(("pages", _("Show the pages as sealed")))
        if checked.stranger is not None:
            clinic = checked.stranger[1] == "clinic"
            words = _("Trust this clinic ...") if clinic else _("Trust this clinician ...")
            offers.append(("trust", words))
        if not offers:
            return
        row = QWidget(frame)
        row.setProperty("role", "plain")
        flow = FlowLayout(row, px(10))
        for name, words in offers:
            made = button(words, "secondary", f"verdict-{name}", row)
            made.clicked.connect(partial(self.wanted.emit, name))
            flow.addWidget(made)
        column.addWidget(row)


def _signature_card(words: SignatureWords, number: int, parent: QWidget) -> QFrame:
    frame, column = card(f"signature-{number}", parent)
    row = QHBoxLayout()
    row.setSpacing(px(10))
    row.addWidget(VerdictMark(words.tone, 24, frame), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(words.title, "h3", frame, f"signature-{number}-title"), 1)
    column.addLayout(row)
    lines = [(words.who, "strong"), (words.covers, "body")]
    lines += [(line, "body") for line in words.state]
    lines += [(line, "caption") for line in words.certificate]
    for line, role in lines:
        made = label(line, role, frame)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(made)
    frame.setAccessibleName(" ".join((words.title, *words.lines)))
    return frame
