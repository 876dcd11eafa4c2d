"""Filling in the first form, up to the printed key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget

from sdm_aid.application.record.desk import Desk
from sdm_aid.ui.record.access.printing import NoPrinter
from sdm_aid.ui.record.access.set_up import SetUp
from tests.ui.pages.hands import one, press, type_in
from tests.ui.record.access_clinic import CLINIC, PASSPHRASE

Opened = tuple[SetUp, list[Desk]]
MakeScreen = Callable[..., Opened]


def fill_in(screen: SetUp, passphrase: str = PASSPHRASE, again: str | None = None) -> None:
    for name, words in (
        ("set-up-clinic", CLINIC),
        ("set-up-name", "Dr A. Okafor"),
        ("set-up-title", "pain physician"),
        ("set-up-passphrase", passphrase),
        ("set-up-again", passphrase if again is None else again),
    ):
        type_in(screen, name, words)


def shown_key(screen: QWidget) -> str:
    return "-".join(one(screen, QLabel, f"recovery-group-{n}").text() for n in range(1, 9))


def said(screen: QWidget, name: str) -> str:
    notice = one(screen, QWidget, name)
    return notice.accessibleName() if notice.isVisible() else ""


def to_the_end(screen: SetUp) -> str:
    """From the form to the typed proof; the printed key."""
    fill_in(screen)
    press(screen, "set-up-make")
    key = shown_key(screen)
    press(screen, "recovery-on-paper")
    type_in(screen, "recovery-typed", key[-9:])
    press(screen, "recovery-check")
    return key


def no_printer(_pdf: bytes, _over: QWidget) -> bool:
    raise NoPrinter


def at_the_key(screen: SetUp) -> str:
    fill_in(screen)
    press(screen, "set-up-make")
    return shown_key(screen)
