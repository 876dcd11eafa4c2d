"""The yardstick of start-up and memory: a bare PySide6 window with one label."""

import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class Bare(QMainWindow):
    """Leaves on the spot once it has been painted, as the program does when it is measured."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, self._leave)

    def _leave(self) -> None:
        os._exit(0)


app = QApplication(sys.argv)
window = Bare()
window.setCentralWidget(QLabel("One label"))
window.resize(1366, 768)
window.show()
sys.exit(app.exec())
