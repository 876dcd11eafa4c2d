"""The bar over a page: the program, the steps, text size, language, the drawer, the cover."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.frame.brand import Brand
from sdm_aid.ui.frame.step_menu import StepMenu
from sdm_aid.ui.widgets.push_button import PushButton
from sdm_aid.ui.widgets.step_bar import StepBar

MARGIN = 24
GAP = 8


class HeaderBar(QFrame):
    """``pressed(str)`` carries ``smaller``, ``bigger``, ``language``, ``drawer``, ``cover``,
    ``save``, ``entry``, ``home``, ``lock``, ``about``; ``step_chosen(int)`` the index of a step."""

    pressed = Signal(str)
    step_chosen = Signal(int)

    def __init__(self, step_names: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header-bar")
        self.setProperty("role", "bar")
        self._brand = Brand(self)
        self._menu = self._main_menu()
        self._brand.setMenu(self._menu)
        self.steps = StepBar(step_names, self)
        self.steps.setObjectName("step-bar")
        self.steps.step_chosen.connect(self.step_chosen)
        self.step_menu = StepMenu(step_names, self)
        self.step_menu.chosen.connect(self.step_chosen)
        self.smaller = self._button("smaller", _("A"), _("Smaller text"))
        self.bigger = self._button("bigger", _("A+"), _("Larger text"))
        self.language = self._button("language", "", _("Language"))
        self.drawer = self._button("drawer", _("Clinician"), _("Clinician’s drawer"))
        self.drawer.setCheckable(True)
        self.cover = self._button("cover", _("Cover"), _("Cover the screen"))
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 8, MARGIN, 8)
        row.setSpacing(GAP)
        row.addWidget(self._brand)
        row.addSpacing(GAP)
        row.addWidget(self.steps, 1)
        row.addSpacing(GAP)
        row.addWidget(self.step_menu)
        row.addStretch(0)
        for button in self._buttons():
            row.addWidget(button)

    def show_step(self, index: int, visited: set[int], skipped: set[int]) -> None:
        """Mark the step on the screen, those looked at and those passed over."""
        self.steps.set_state(index, visited, skipped)
        self.step_menu.show_step(index)
        self._fit()

    def show_language(self, name: str) -> None:
        """Name the language the content is shown in."""
        self.language.setText(name)
        self._fit()

    def show_lock(self) -> None:
        """Offer to lock the record that this visit lies in."""
        for action in self._menu.actions():
            action.setVisible(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way: the name first, then the row of steps, at last the language button."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Narrow: the bar gives way."""
        return QSize(320, super().minimumSizeHint().height())

    def _fit(self) -> None:
        room = self.width() - self._taken(self._buttons())
        least = self._brand.mark_width() + self.step_menu.sizeHint().width()
        self.language.setVisible(room >= least)  # it stands in the menu too
        if room < least:
            room = self.width() - self._taken((self.smaller, self.bigger, self.drawer, self.cover))
        full = room - self._brand.mark_width() >= self.steps.minimumSizeHint().width()
        self.steps.setVisible(full)
        self.step_menu.setVisible(not full)
        steps = self.steps.minimumSizeHint() if full else self.step_menu.sizeHint()
        self._brand.show_name(room - self._brand.full_width() >= steps.width())

    def _taken(self, buttons: tuple[QPushButton, ...]) -> int:
        return sum(b.sizeHint().width() + GAP for b in buttons) + 2 * MARGIN + 5 * GAP

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (self.smaller, self.bigger, self.language, self.drawer, self.cover)

    def _button(self, name: str, text: str, accessible: str) -> QPushButton:
        button = PushButton(text, self)
        button.setObjectName(f"header-{name}")
        button.setProperty("role", "secondary")
        button.setAccessibleName(accessible)
        button.clicked.connect(partial(self.pressed.emit, name))
        return button

    def _main_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("main-menu")
        for name, text in (
            ("save", _("Save this visit to a file ...")),
            ("entry", _("Type in a sheet from before the visit ...")),
            ("language", _("Change the language")),
            ("about", _("About SDM Aid")),
            ("home", _("Close this visit")),
            ("lock", _("Close this visit and lock the record")),
        ):
            action = menu.addAction(text, partial(self.pressed.emit, name))
            action.setObjectName(f"menu-{name}")
            action.setVisible(name != "lock")
        return menu
