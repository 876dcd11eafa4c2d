"""What a test sees and does on the screen that opens the record."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from sdm_aid.application.record.desk import Unlocked
from sdm_aid.ui.record.access.unlock import Unlock
from tests.ui.pages.hands import one, type_in

Opened = tuple[Unlock, list[Unlocked]]
MakeScreen = Callable[..., Opened]


def names(screen: Unlock) -> list[str]:
    people = one(screen, QListWidget, "unlock-people")
    return [people.item(row).text() for row in range(people.count())]


def enter(screen: Unlock, passphrase: str) -> None:
    type_in(screen, "unlock-passphrase", passphrase)
    QTest.keyClick(one(screen, QLineEdit, "unlock-passphrase"), Qt.Key.Key_Return)


def problem(screen: Unlock) -> str:
    notice = one(screen, QWidget, "unlock-problem")
    return notice.accessibleName() if notice.isVisible() else ""
