"""Content past its last day opens only when somebody says who takes that on, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.ui.widgets.finished_field import TypedLine
from sdm_aid.ui.widgets.plain import card, label
from sdm_aid.wording.about import expired_words

if TYPE_CHECKING:
    from sdm_aid.application.settings import Settings
    from sdm_aid.application.start_visit import OpenedVisit


class ExpiredScreen(Screen):
    """``accepted(OpenedVisit)`` once name and reason stand in the visit; ``pressed("back")``."""

    accepted = Signal(object)

    def __init__(
        self, opened: OpenedVisit, settings: Settings, parent: QWidget | None = None
    ) -> None:
        content = opened.content
        super().__init__(
            "expired", content.words("title"), expired_words(content.decision.expires), parent
        )
        self._opened = opened
        frame, column = card("expired-form", self.body)
        words = _(
            "Its figures may be wrong by now. It opens only when you say who takes that on and "
            "why. Both are written into the visit and printed on the plan and the handout."
        )
        column.addWidget(label(words, "body", frame))
        self.name = TypedLine("expired-name", _("Your name"), frame)
        self.name.set_words(settings.clinician_name)
        self.reason = TypedLine("expired-reason", _("Why it is used all the same"), frame)
        for field in (self.name, self.reason):
            field.setMaxLength(500)
            over = label(field.accessibleName(), "caption", frame)
            over.setBuddy(field)
            column.addWidget(over)
            column.addWidget(field)
            field.textChanged.connect(self._enable)
        self.column.addWidget(frame)
        self.column.addStretch(1)
        self.add_footer_button("back", _("Back"))
        self.open = self.add_footer_button("open", _("Open it all the same"), "primary")
        self.pressed.connect(self._on_pressed)
        self._enable()

    def first_focus(self) -> QWidget:
        """The first field that is still empty."""
        return self.reason if self.name.text().strip() else self.name

    def _enable(self, *_changed: object) -> None:
        self.open.setEnabled(bool(self.name.text().strip() and self.reason.text().strip()))

    def _on_pressed(self, name: str) -> None:
        if name != "open":
            return
        from sdm_aid.domain.actions import ExpiredContentUsed

        used = ExpiredContentUsed(name=self.name.text().strip(), reason=self.reason.text().strip())
        self._opened.session.dispatch(used)
        self.accepted.emit(self._opened)
