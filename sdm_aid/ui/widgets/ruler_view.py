"""Scores on a ruler, in whichever form the evidence allows."""

from PySide6.QtCore import Qt

from sdm_aid.drawing.ruler import (
    RulerWords,
    arms_ruler,
    course_ruler,
    difference_ruler,
    level_ruler,
)
from sdm_aid.ui.widgets.scene_view import SceneView


class RulerView(SceneView):
    """Thin over :mod:`sdm_aid.drawing.ruler`; scales of 0 to 100 unless ``scale`` says else."""

    def show_arms(
        self,
        control: float,
        treated: float,
        words: RulerWords,
        alt: str,
        *,
        smallest: float | None = None,
        scale: tuple[float, float] = (0.0, 100.0),
    ) -> None:
        """Two averages of one study."""
        low, high = scale
        self.set_scene(
            arms_ruler(
                control,
                treated,
                words,
                low=low,
                high=high,
                smallest=smallest,
                rtl=self._rtl(),
                alt=alt,
            )
        )

    def show_difference(
        self,
        difference: float,
        words: RulerWords,
        alt: str,
        *,
        interval: tuple[float, float] | None = None,
        smallest: float | None = None,
        span: tuple[float, float] | None = None,
    ) -> None:
        """A difference alone, with its interval."""
        self.set_scene(
            difference_ruler(
                difference,
                words,
                interval=interval,
                smallest=smallest,
                span=span,
                rtl=self._rtl(),
                alt=alt,
            )
        )

    def show_level(
        self, level: float, words: RulerWords, alt: str, scale: tuple[float, float] = (0.0, 100.0)
    ) -> None:
        """One average."""
        low, high = scale
        self.set_scene(level_ruler(level, words, low=low, high=high, rtl=self._rtl(), alt=alt))

    def show_course(
        self,
        start: float,
        later: float,
        words: RulerWords,
        alt: str,
        scale: tuple[float, float] = (0.0, 100.0),
    ) -> None:
        """Where one group began and where it was later."""
        low, high = scale
        self.set_scene(
            course_ruler(start, later, words, low=low, high=high, rtl=self._rtl(), alt=alt)
        )

    def _rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft
