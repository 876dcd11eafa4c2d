"""Theme and text size as set by the clinic: applied live to the whole program, kept in a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from sdm_aid.application.paper_size import use_paper_size
from sdm_aid.application.settings import TEXT_SCALES, Settings, Theme, load_settings, save_settings
from sdm_aid.i18n import _
from sdm_aid.ui.theme.apply import apply_theme, show_focus_ring


class Appearance(QObject):
    """Holds the settings; ``changed`` after each change, ``problem(str)`` where saving failed.

    ``early``: the window is not painted yet; :meth:`complete` is to follow when it is.
    """

    changed = Signal()
    problem = Signal(str)

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        parent: QObject | None = None,
        *,
        early: bool = False,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._folder = folder
        loaded = load_settings(folder)
        self.settings = loaded.settings
        self.load_problem = loaded.problem
        """A sentence where the settings file was damaged; empty otherwise."""
        self._complete = not early
        use_paper_size(self.settings.paper_size)
        self._apply()

    def complete(self) -> None:
        """What the first paint did not wait for."""
        if not self._complete:
            self._complete = True
            show_focus_ring(self._app)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme from now on."""
        self.keep(self.settings._replace(theme=theme))

    def step_text(self, direction: int) -> None:
        """One text size up (1), down (-1), or back to 100 % (0)."""
        place = TEXT_SCALES.index(self.settings.text_scale)
        wish = place + direction if direction else 0
        size = TEXT_SCALES[min(max(wish, 0), len(TEXT_SCALES) - 1)]
        self.keep(self.settings._replace(text_scale=size))

    def keep(self, settings: Settings) -> None:
        """Apply and write down; the former settings stay in the file where that fails."""
        if settings == self.settings:
            return
        looks = (self.settings.theme, self.settings.text_scale)
        self.settings = settings
        use_paper_size(settings.paper_size)
        if looks != (settings.theme, settings.text_scale):
            self._apply()
        self.changed.emit()
        try:
            save_settings(self._folder, settings)
        except OSError:
            self.problem.emit(
                _(
                    "The settings could not be saved. They hold until the program is closed. "
                    "Check that the folder {folder} can be written to."
                ).format(folder=self._folder)
            )

    def _apply(self) -> None:
        scale = self.settings.text_scale / 100
        apply_theme(self._app, self.settings.theme, scale, with_focus_ring=self._complete)
