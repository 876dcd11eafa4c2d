"""The first run: set up the clinic's record, or try the program with nothing kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.i18n import N_, _
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.ui.theme.metrics import px, scaled_font
from sdm_aid.ui.widgets.card import CardButton
from sdm_aid.ui.widgets.plain import button, label

CHOICES = (
    (
        "set-up",
        N_("Set up this clinic"),
        N_(
            "A record on this computer, encrypted. It keeps every visit, opens with your "
            "passphrase, and takes about five minutes to set up."
        ),
    ),
    (
        "made-up",
        N_("Try with a made-up patient"),
        N_("A whole visit with somebody who does not exist. Nothing is kept."),
    ),
)
OTHERS = (
    ("restore", N_("Bring a record back from a backup ...")),
    ("server", N_("Connect to the clinic’s database server ...")),
    ("look-around", N_("Look around without a record")),
)


class _Choice(CardButton):
    """One of the two large choices."""

    def heightForWidth(self, width: int) -> int:
        return max(px(180), super().heightForWidth(width))

    def _fonts(self) -> tuple[QFont, QFont]:
        return scaled_font(self, 1.35, bold=True), scaled_font(self, 1.05)

    def _margin(self) -> int:
        return px(26)


class Welcome(Screen):
    """``pressed(str)``: ``set-up``, ``made-up``, ``restore``, ``server`` or ``look-around``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "welcome",
            _("Welcome"),
            _("For talks about pain, side by side. This computer has no record yet."),
            parent,
        )
        self.column.addSpacing(px(12))
        self._choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._choices.setSpacing(px(16))
        self._first: CardButton | None = None
        for name, heading, note in CHOICES:
            card = _Choice(_(heading), _(note), self.body)
            card.setObjectName(f"welcome-{name}")
            card.clicked.connect(partial(self.pressed.emit, name))
            self._choices.addWidget(card, 1)
            self._first = self._first or card
        self.column.addLayout(self._choices)
        self.column.addSpacing(px(12))
        self.column.addWidget(label(_("Or"), "h3", self.body))
        self.column.addLayout(self._quieter())
        self.column.addStretch(1)
        self.status.setText(_("Works without the internet."))

    def first_focus(self) -> QWidget:
        """The first choice."""
        return self._first or self

    def _quieter(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(px(4))
        for name, words in OTHERS:
            row = QHBoxLayout()
            made = button(_(words), "quiet", f"welcome-{name}", self.body)
            made.clicked.connect(partial(self.pressed.emit, name))
            row.addWidget(made)
            row.addStretch(1)
            column.addLayout(row)
        return column
