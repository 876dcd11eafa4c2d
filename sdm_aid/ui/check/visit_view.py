"""The visit that is attached to a sealed plan: a copy to read, with no control that changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.notice import Notice, NoticeKind
from sdm_aid.ui.widgets.plain import card, empty, label

if TYPE_CHECKING:
    from sdm_aid.application.attached_visit import AttachedVisit, VisitPart
    from sdm_aid.ui.check.checking import Checked


class VisitView(QWidget):
    """Says whose visit it is and that this is a copy; then the plan's own words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("visit-view")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(12))

    def show_visit(self, checked: Checked, visit: AttachedVisit) -> None:
        """Show the visit of a checked file."""
        empty(self._column)
        kind, words = _standing(checked)
        heading = _("A copy from {file}. It cannot be changed here.").format(file=checked.path.name)
        self._add(Notice(heading, words, kind, self), "visit-copy")
        whose, column = card("visit-whose", self)
        for number, line in enumerate(filter(None, visit.whose)):
            column.addWidget(_words(line, "lead" if number == 0 else "body", whose))
        self._column.addWidget(whose)
        if visit.notice:
            self._add(Notice("", visit.notice, "caution", self), "visit-lacking")
        for number, part in enumerate(visit.parts):
            self._add_part(part, number)

    def forget(self) -> None:
        """Show nothing: a visit is not kept on a screen that was left."""
        empty(self._column)

    def _add(self, notice: Notice, name: str) -> None:
        notice.setObjectName(name)
        self._column.addWidget(notice)

    def _add_part(self, part: VisitPart, number: int) -> None:
        frame, column = card(f"visit-part-{number}", self)
        column.setSpacing(px(6))
        if part.heading:
            column.addWidget(label(part.heading, "h3", frame))
        for line in part.lines:
            column.addWidget(_words(line.strip(), "body", frame))
        self._column.addWidget(frame)


def _words(words: str, role: str, parent: QWidget) -> QLabel:
    made = label(words, role, parent)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _standing(checked: Checked) -> tuple[NoticeKind, str]:
    """How far the copy can be relied on."""
    from sdm_aid.documents.seal.verdict import Status

    if checked.verdict.status is Status.CHANGED:
        return "stop", _(
            "The file was changed later. This is the visit as it was when sealed: the seal still "
            "stands for it."
        )
    if checked.verdict.status is Status.UNVERIFIED:
        return "caution", _(
            "This computer cannot tell whose seal it is, so anyone may have made this visit."
        )
    return "info", _("It is as it was when the clinic sealed it.")
