"""What a test sees on the screen and in the record."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from sdm_aid.application.record.desk import Desk
from sdm_aid.records import users
from sdm_aid.records.rows import User
from sdm_aid.ui.record.manage.screen import RecordSettings
from tests.ui.pages.hands import one

Show = Callable[..., RecordSettings]


def said(screen: QWidget, name: str) -> str:
    notice = one(screen, QWidget, name)
    return notice.accessibleName() if notice.isVisible() else ""


def user_of(desk: Desk, name: str) -> User:
    return next(user for user in users.everyone(desk.record) if user.name == name)


def there(screen: QWidget, name: str) -> bool:
    return any(each.isVisible() for each in screen.findChildren(QPushButton, name))
