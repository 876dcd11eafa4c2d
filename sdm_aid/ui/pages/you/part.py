"""You page, what opens under a button of the further parts, made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.ui.theme.metrics import px

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page


class Part(QWidget):
    """What opens under a button: a projection of the state like the page it stands on."""

    def __init__(self, page: Page, parent: QWidget) -> None:
        super().__init__(parent)
        self.page = page
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, px(6), 0, px(10))
        self.column.setSpacing(px(10))

    def render_state(self, state: Consultation) -> None:
        """Set every control from the state."""
        raise NotImplementedError

    def commit(self) -> None:
        """Hand over what is still being typed."""

    def first_focus(self) -> QWidget:
        """The control that gets the focus when the part opens."""
        raise NotImplementedError
