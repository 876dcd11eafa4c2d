"""All of a letter is on the screen: the dots of a final yeh tell it from another letter."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.ui.theme.apply import apply_theme
from sdm_aid.ui.widgets.plain import label


def _ink_rows(qtbot: QtBot, text: str) -> set[int]:
    """Rows of the label that hold dark pixels."""
    holder = QWidget()
    qtbot.addWidget(holder)
    shown = label(text, "h2", holder)
    shown.resize(300, shown.sizeHint().height())
    holder.resize(400, 100)
    holder.show()
    image = holder.grab().toImage()
    return {
        y
        for y in range(image.height())
        for x in range(image.width())
        if QColor(image.pixel(x, y)).lightness() < 100
    }


def test_dots_below_are_not_cut_off(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    assert max(_ink_rows(qtbot, "علي")) > max(_ink_rows(qtbot, "على"))


def test_other_words_take_no_more_room(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    holder = QWidget()
    qtbot.addWidget(holder)
    shown = label("علي", "h2", holder)
    assert shown.contentsMargins().bottom() > 0
    shown.setText("Ali")
    assert shown.contentsMargins().bottom() == 0
