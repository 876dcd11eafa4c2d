"""What the parts that show the record ask of the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sdm_aid.application.ports import Jobs
    from sdm_aid.application.session import Clock
    from sdm_aid.application.start_visit import OpenedVisit
    from sdm_aid.ui.appearance import Appearance
    from sdm_aid.ui.frame.screen import Screen
    from sdm_aid.ui.home import Home
    from sdm_aid.ui.opening import Opener


class RecordWindow(Protocol):
    """The window, as far as the record is concerned."""

    appearance: Appearance
    jobs: Jobs
    clock: Clock
    folder: Path
    resources: Path
    home: Home
    opener: Opener

    @property
    def in_visit(self) -> bool:
        """Whether a visit is open."""
        ...

    def show_home(self) -> None:
        """Close what is open and show the home screen."""
        ...

    def put_screen(self, screen: Screen) -> None:
        """Show a screen in place of what is shown."""
        ...

    def show_visit(self, opened: OpenedVisit) -> None:
        """Put a frame around a visit and show it."""
        ...

    def open_checked(self, opened: OpenedVisit) -> None:
        """Show a visit, after asking where its content is past its last day."""
        ...

    def leave_visit(self) -> bool:
        """Close an open visit; False where it stays because something is not kept."""
        ...

    def say(self, sentence: str) -> None:
        """Say a sentence on what is shown."""
        ...

    def set_cover(self, up: bool, *, rest: bool = False) -> None:
        """Blank the window, or show again what was there."""
        ...

    def as_widget(self) -> QWidget:
        """The window itself, as the parent of screens and dialogs."""
        ...
