"""One visit or look again on the patient's screen: how it stands and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from sdm_aid.i18n import N_, _
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.button import Button
from sdm_aid.ui.widgets.flow_layout import FlowLayout
from sdm_aid.ui.widgets.plain import button, label
from sdm_aid.wording.filed import moment_whole, moved_note

if TYPE_CHECKING:
    from sdm_aid.records.rows import VisitRow

_WORDS = {
    "continue": N_("Continue"),
    "open": N_("Open"),
    "look_again": N_("Look again"),
    "papers": N_("Papers again"),
    "new_version": N_("New version"),
    "discard": N_("Discard"),
    "move": N_("File under another patient"),
    "history": N_("History"),
}
WITHOUT_ASKING = ("continue", "open", "look_again", "new_version", "history")
"""What the main window does; the rest is done on the patient's screen."""


def offered(row: VisitRow, *, may_write: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What can be done with a visit: at once in sight, and behind "More"."""
    head = row.head
    if head.status in ("discarded", "withdrawn"):
        return ("history",), ()
    if not may_write:
        # a draft opened is a draft that can be written in: its history tells all of it
        return (("history",) if head.status == "draft" else ("open", "history")), ()
    if head.status == "draft":
        rest = ("discard", "history") if row.kind == "follow_up" else ("discard", "move", "history")
        return ("continue",), rest
    if row.kind == "follow_up":
        return ("open",), ("history",)
    return ("open", "papers", "look_again"), ("new_version", "move", "history")


class Flow(QWidget):
    """Buttons in a row that goes on in the next one where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(self, px(8))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class VisitLine(QFrame):
    """``asked(str, str)``: the visit and what was pressed. ``slot`` takes what a press opens."""

    asked = Signal(str, str)

    def __init__(
        self, row: VisitRow, state: str, *, may_write: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"visit-{row.id}")
        self.setProperty("role", "plain")
        self.row = row
        self.buttons: dict[str, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, px(8))
        column.setSpacing(px(4))
        title = row.head.title or row.head.decision
        if row.kind == "follow_up":
            title = _("Look again: {title}").format(title=title)
        self._title = title
        column.addWidget(label(title, "strong", self, "visit-title"))
        begun = _("Begun {when}").format(when=moment_whole(row.head.started))
        parts = [state, begun]
        if row.head.last_who:
            parts.append(row.head.last_who)
        if row.head.made_up:
            parts.append(_("made-up patient"))
        column.addWidget(label(" · ".join(parts), "soft", self, "visit-state"))
        if row.head.moved:
            note = moved_note(row.head.moved, row.head.moved_why)
            column.addWidget(label(note, "caption", self, "visit-moved"))
        self._make_buttons(column, *offered(row, may_write=may_write))
        self.slot = QVBoxLayout()
        column.addLayout(self.slot)

    def _make_buttons(
        self, column: QVBoxLayout, first: tuple[str, ...], rest: tuple[str, ...]
    ) -> None:
        row = Flow(self)
        for action in first:
            row.flow.addWidget(self._button(action, row))
        column.addWidget(row)
        self.more: Button | None = None
        if not rest:
            return
        self.more = button(_("More"), "quiet", "visit-more", row)
        self.more.setCheckable(True)
        self.more.setAccessibleName(_("More about {title}").format(title=self._title))
        self.more.toggled.connect(self._on_more)
        row.flow.addWidget(self.more)
        self._rest = Flow(self)
        for action in rest:
            self._rest.flow.addWidget(self._button(action, self._rest))
        self._rest.hide()
        column.addWidget(self._rest)

    def _button(self, action: str, parent: QWidget) -> Button:
        made = button(_(_WORDS[action]), "secondary", f"visit-{action}", parent)
        made.setAccessibleName(f"{made.text()}: {self._title}")
        made.clicked.connect(partial(self.asked.emit, self.row.id, action))
        self.buttons[action] = made
        return made

    def _on_more(self, shown: bool) -> None:
        self._rest.setVisible(shown)
        if shown:
            first = self._rest.flow.itemAt(0)
            widget = first.widget() if first is not None else None
            if widget is not None:
                widget.setFocus(Qt.FocusReason.TabFocusReason)
