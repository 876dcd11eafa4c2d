"""Asks before something is done that cannot be undone, or that needs a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.theme.sheet import restyle
from sdm_aid.ui.widgets.button import ButtonRole
from sdm_aid.ui.widgets.capped_field import CappedLine
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.notice import Notice
from sdm_aid.ui.widgets.plain import button, label


class AskCard(Card):
    """``confirmed(str)`` carries the reason; ``cancelled`` changes nothing.

    Args:
        lines: what happens then, a paragraph each.
        reason: caption of the field for the reason; empty: none is asked for.
        word: what has to be typed to confirm; empty: nothing.
    """

    confirmed = Signal(str)
    cancelled = Signal()

    def __init__(
        self,
        name: str,
        heading: str,
        lines: tuple[str, ...],
        confirm: str,
        *,
        reason: str = "",
        word: str = "",
        role: ButtonRole = "primary",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(heading, parent)
        self.setObjectName(name)
        self._word = word
        for words in lines:
            self.column.addWidget(label(words, "body", self))
        self.reason = self._field(f"{name}-reason", reason) if reason else None
        typed = _("Type “{word}” to confirm").format(word=word)
        self.typed = self._field(f"{name}-typed", typed) if word else None
        self._problem = Notice("", "", "caution", self)
        self._problem.setObjectName(f"{name}-problem")
        self.column.addWidget(self._problem)
        self.confirm = button(confirm, role, f"{name}-confirm", self)
        self.confirm.clicked.connect(self._on_confirm)
        self.cancel = button(_("Cancel"), "secondary", f"{name}-cancel", self)
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self.confirm)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.column.addLayout(row)

    def first_focus(self) -> QWidget:
        """The reason, else what leaves all as it is."""
        return self.reason or self.typed or self.cancel

    def say(self, sentence: str) -> None:
        """Say why it was not done; what was typed stays."""
        self._problem.set_words("", sentence)

    def set_busy(self, busy: bool) -> None:
        """While it is being done nothing is pressed twice."""
        self.confirm.setEnabled(not busy)
        self.cancel.setEnabled(not busy)
        if not busy:
            self.confirm.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_confirm(self) -> None:
        reason = self.reason.text().strip() if self.reason is not None else ""
        for field in (self.reason, self.typed):
            if field is not None:
                self._mark(field, wrong=False)
        if self.reason is not None and not reason:
            self._refuse(self.reason, _("Write down a reason: it stays in the record."))
        elif self.typed is not None and not self._typed_right():
            self._refuse(self.typed, _("Type “{word}” to confirm.").format(word=self._word))
        else:
            self.say("")
            self.confirmed.emit(reason)

    def _typed_right(self) -> bool:
        typed = self.typed.text() if self.typed is not None else ""
        return typed.strip().casefold() == self._word.casefold()

    def _refuse(self, field: CappedLine, sentence: str) -> None:
        self.say(sentence)
        self._mark(field, wrong=True)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, field: CappedLine, *, wrong: bool) -> None:
        field.setProperty("invalid", wrong)
        restyle(field)

    def _field(self, name: str, caption: str) -> CappedLine:
        field = CappedLine(self)
        field.setObjectName(name)
        field.setMaxLength(500)
        field.setAccessibleName(caption)
        field.returnPressed.connect(self._on_confirm)
        over = label(caption, "caption", self)
        over.setBuddy(field)
        self.column.addWidget(over)
        self.column.addWidget(field)
        return field
