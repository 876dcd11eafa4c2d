"""People, or the same people as a bar, in one view of one size."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sdm_aid.drawing.bars import bar
from sdm_aid.drawing.icon_array import StateCounts, icon_array
from sdm_aid.ui.widgets.scene_view import SceneView


class IconArrayView(SceneView):
    """Shows the counts of one option; :meth:`show_bar` switches without changing the numbers."""

    def __init__(self, parent: QWidget | None = None, *, size: float = 232.0) -> None:
        super().__init__(parent)
        self._size = size
        self._counts: StateCounts | None = None
        self._total = 100
        self._band: tuple[int, int] | None = None
        self._label = ""
        self._as_bar = False
        self._number: Callable[[int], str] = str

    def set_counts(
        self,
        counts: StateCounts,
        total: int,
        alt: str,
        *,
        range_band: tuple[int, int] | None = None,
        range_label: str = "",
        number: Callable[[int], str] = str,
    ) -> None:
        """Show ``counts`` out of ``total``; ``alt`` is the whole sentence for screen readers."""
        self._counts, self._total = counts, total
        self._band, self._label, self._number = range_band, range_label, number
        self.setAccessibleName(alt)
        self._renew()

    def show_bar(self, as_bar: bool) -> None:
        """Draw a bar instead of people, or people again."""
        self._as_bar = as_bar
        self._renew()

    @property
    def is_bar(self) -> bool:
        """Whether the bar is shown."""
        return self._as_bar

    def _renew(self) -> None:
        if self._counts is None:
            return
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        shared = {"rtl": rtl, "range_band": self._band, "range_label": self._label}
        if self._as_bar:
            scene = bar(self._counts, self._total, self._size, number=self._number, **shared)  # type: ignore[arg-type]
        else:
            scene = icon_array(self._counts, self._total, self._size, **shared)  # type: ignore[arg-type]
        self.set_scene(scene)
