"""The course as a picture that grows with what is answered, and the sentences under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import px, text_scale
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import empty, label
from sdm_aid.ui.widgets.scene_view import SceneView
from sdm_aid.wording.course import IMMPACT, band_line, lines_under
from sdm_aid.wording.course_scene import course_scene

if TYPE_CHECKING:
    from sdm_aid.domain.course import Course
    from sdm_aid.drawing.scene import Scene

LEAST, MOST = 400.0, 920.0
"""Scene units: narrower than the least the picture shrinks, wider than the most it stays."""


class CoursePlotView(SceneView):
    """Drawn anew for the width it has, so that its words keep the size of the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("course-plot")
        self._course: Course | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_course(self, course: Course) -> None:
        """Show this course."""
        self._course = course
        self._draw()

    def sizeHint(self) -> QSize:
        """Wide enough for a visit and a few looks again."""
        return QSize(px(560), self.heightForWidth(px(560)))

    def minimumSizeHint(self) -> QSize:
        """As narrow as half a small screen."""
        return QSize(px(260), px(160))

    def heightForWidth(self, width: int) -> int:
        """The height of the picture for this width."""
        scene = self._scene_for(width)
        return 0 if scene is None else round(scene.height * min(text_scale(), width / scene.width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new width."""
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        scene = self._scene_for(self.width())
        if scene is not None:
            self.set_scene(scene)

    def _scene_for(self, width: int) -> Scene | None:
        if self._course is None:
            return None
        units = min(max(width / text_scale(), LEAST), MOST)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return course_scene(self._course, width=float(round(units)), rtl=rtl)


class PlotCard(Card):
    """The picture, what it says in sentences, and where the words for sizes come from."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("How it went"), parent)
        self.setObjectName("look-course")
        self.plot = CoursePlotView(self)
        self.column.addWidget(self.plot)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(6))
        self.column.addLayout(self._lines)
        self._band = label("", "caption", self, "course-band")
        self._source = label(IMMPACT, "caption", self, "course-source")
        self.column.addWidget(self._band)
        self.column.addWidget(self._source)
        self._said: tuple[str, ...] = ()

    def show_course(self, course: Course) -> None:
        """Show the picture and its sentences."""
        self.plot.show_course(course)
        said = lines_under(course)
        if said != self._said:
            self._said = said
            empty(self._lines)
            for number, line in enumerate(said):
                role = "strong" if number == 0 else "body"
                self._lines.addWidget(label(line, role, self, f"course-line-{number}"))
        band = band_line(course)
        self._band.setText(band)
        self._band.setVisible(bool(band))
        self._source.setVisible(bool(band))
