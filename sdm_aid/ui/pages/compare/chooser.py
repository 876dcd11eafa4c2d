"""The drawer in which people choose what stands beside what: one large button a choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from sdm_aid.ui.models.choices import Choice
from sdm_aid.ui.pages.compare.side_drawer import SideDrawer
from sdm_aid.ui.pages.compare.style import Measure

WIDTH = 460

Choose = Callable[[tuple[str, ...]], None]


class Chooser(SideDrawer):
    """Closes as soon as something was chosen."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, "choose", WIDTH)

    def offer(self, title: str, choices: Sequence[Choice], choose: Choose) -> None:
        """Show these choices; ``choose`` gets the letters of the one pressed."""
        inside, column = self._inside()
        column.setSpacing(Measure(self).px(10))
        for choice in choices:
            button = QPushButton(choice.text.replace("&", "&&"), inside)
            button.setObjectName(choice.id)
            button.setAccessibleName(choice.text)
            button.setCheckable(choice.checked is not None)
            button.setChecked(bool(choice.checked))
            button.setEnabled(choice.enabled)
            button.clicked.connect(partial(self._chosen, choose, choice.letters))
            column.addWidget(button)
        column.addStretch(1)
        self._bring(title, inside)

    def _chosen(self, choose: Choose, letters: tuple[str, ...], _checked: bool = False) -> None:
        self.close_drawer()
        choose(letters)
