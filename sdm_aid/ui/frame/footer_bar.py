"""The bar under a page: back, undo and status to the left, quiet links and the next step right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from sdm_aid.ui.pages.base import Footer, FooterButton

MARGIN = 24
GAP = 10


class FooterBar(QFrame):
    """Draws a page's :class:`Footer`; what finds no room moves into a "More" menu.

    ``pressed(str)`` carries ``back``, ``next``, ``skip``, ``undo``, ``question``, ``break`` or
    the id of a page's own button.
    """

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("footer-bar")
        self.setProperty("role", "bar")
        self.back = self._button("back", _("Back"), "secondary")
        self.undo = self._button("undo", _("Undo"), "quiet")
        self.status = QLabel(self)
        self.status.setObjectName("footer-status")
        self.status.setProperty("role", "caption")
        self.question = self._button("question", _("I have a question"), "quiet")
        self.rest = self._button("break", _("I need a break"), "quiet")
        self.skip = self._button("skip", _("Skip"), "quiet")
        self.more = PushButton(_("More"), self)
        self.more.setObjectName("footer-more")
        self.more.setProperty("role", "quiet")
        self._menu = QMenu(self)
        self._menu.setObjectName("footer-menu")
        self.more.setMenu(self._menu)
        self.primary = self._button("next", "", "primary")
        self._extras: list[QPushButton] = []
        self._wanted: set[QWidget] = set()
        self._row = self._arrange()

    def show_footer(
        self, footer: Footer, *, back: bool, next_text: str, can_undo: bool, skippable: bool
    ) -> None:
        """Set every button from what the page asks for and where the visit stands."""
        self._set(self.back, footer.back, _("Back"), back or footer.back is not None)
        self._set(self.primary, footer.primary, next_text, bool(next_text or footer.primary))
        self.undo.setEnabled(can_undo)
        self._want(self.undo, True)
        self._want(self.skip, skippable and footer.skippable)
        self._want(self.question, True)
        self._want(self.rest, True)
        self._renew_extras(footer.extra)
        self._fit()

    def set_status(self, text: str) -> None:
        """The soft words beside Back, for example "Saved 10:42"."""
        if text != self.status.text():
            self.status.setText(text)
            self._want(self.status, bool(text))
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find room for as many buttons as fit."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Narrow: what does not fit is in the menu."""
        return QSize(200, super().minimumSizeHint().height())

    def _arrange(self) -> QHBoxLayout:
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 12, MARGIN, 12)
        row.setSpacing(GAP)
        for widget in (self.back, self.undo, self.status):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.question, self.rest, self.skip, self.more, self.primary):
            row.addWidget(widget)
        return row

    def _button(self, name: str, text: str, role: str) -> QPushButton:
        button = PushButton(text, self)
        button.setObjectName(f"footer-{name}")
        button.setProperty("role", role)
        button.setAccessibleName(text)
        button.setProperty("id", name)
        button.clicked.connect(partial(self._press, button))
        return button

    def _press(self, button: QPushButton) -> None:
        self.pressed.emit(str(button.property("id")))

    def _set(
        self, button: QPushButton, wish: FooterButton | None, text: str, visible: bool
    ) -> None:
        default = "back" if button is self.back else "next"
        button.setText(wish.text if wish else text)
        button.setAccessibleName(button.text())
        button.setEnabled(wish.enabled if wish else True)
        button.setProperty("id", wish.id if wish else default)
        self._want(button, visible)

    def _renew_extras(self, wishes: tuple[FooterButton, ...]) -> None:
        for button in self._extras:
            self._row.removeWidget(button)
            self._wanted.discard(button)
            button.hide()
            button.deleteLater()
        self._extras = []
        place = self._row.indexOf(self.question)
        for wish in wishes:
            button = self._button(wish.id, wish.text, wish.role)
            button.setEnabled(wish.enabled)
            self._row.insertWidget(place, button)
            place += 1
            self._extras.append(button)
            self._want(button, True)

    def _want(self, widget: QWidget, wanted: bool) -> None:
        (self._wanted.add if wanted else self._wanted.discard)(widget)

    def _fit(self) -> None:
        """Hide what gives way first until the rest fits; the menu holds what was hidden."""
        gives_way = [self.status, self.undo, *self._extras, self.skip, self.question, self.rest]
        shown = [w for w in self._all() if w in self._wanted]
        hidden: list[QWidget] = []
        while self._width(shown, hidden) > self.width() and gives_way:
            widget = gives_way.pop(0)
            if widget in shown:
                shown.remove(widget)
                hidden.append(widget)
        for widget in self._all():
            widget.setVisible(widget in shown)
        in_menu = [w for w in hidden if isinstance(w, QPushButton)]
        self.more.setVisible(bool(in_menu))
        self._menu.clear()
        for button in in_menu:
            action = self._menu.addAction(button.text(), button.click)
            action.setEnabled(button.isEnabled())

    def _all(self) -> list[QWidget]:
        left: list[QWidget] = [self.back, self.undo, self.status]
        return [*left, *self._extras, self.question, self.rest, self.skip, self.primary]

    def _width(self, shown: list[QWidget], hidden: list[QWidget]) -> int:
        widgets = [*shown, self.more] if any(w is not self.status for w in hidden) else shown
        return sum(w.sizeHint().width() + GAP for w in widgets) + 2 * MARGIN
