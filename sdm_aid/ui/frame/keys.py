"""The keys of a visit; every one of them has a button too."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

KEYS: dict[str, tuple[str, ...]] = {
    "undo": ("Ctrl+Z",),
    "redo": ("Ctrl+Shift+Z", "Ctrl+Y"),
    "next": ("Ctrl+Right",),
    "back": ("Ctrl+Left",),
    "drawer": ("F8",),
    "cover": ("F9",),
    "language": ("Ctrl+L",),
    "bigger": ("Ctrl++", "Ctrl+="),
    "smaller": ("Ctrl+-",),
    "usual": ("Ctrl+0",),
    "save": ("Ctrl+S",),
    "escape": ("Esc",),
}


def connect_keys(widget: QWidget, press: Callable[[str], None]) -> None:
    """Send the name of what a key means to ``press`` while ``widget`` is to be seen."""
    for name, sequences in KEYS.items():
        for sequence in sequences:
            shortcut = QShortcut(QKeySequence(sequence), widget)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(partial(press, name))
