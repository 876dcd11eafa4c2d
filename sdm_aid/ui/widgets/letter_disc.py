"""The neutral disc with a choice's letter."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from sdm_aid.drawing.letter_disc import letter_disc
from sdm_aid.ui.widgets.scene_view import SceneView


class LetterDisc(SceneView):
    """Shows one letter; the name of the choice stands beside it, so it takes no focus."""

    def __init__(
        self, letter: str = "", parent: QWidget | None = None, *, size: float = 34.0
    ) -> None:
        super().__init__(parent, focusable=False)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_letter(letter)

    def set_letter(self, letter: str) -> None:
        """Show another letter."""
        self.set_scene(letter_disc(letter, self._size, alt=letter))
