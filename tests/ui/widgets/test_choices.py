"""Buttons, chips, scales and steps: one value in, one signal out, by finger and by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.design.tokens import TARGET
from sdm_aid.ui.widgets.button import Button
from sdm_aid.ui.widgets.card import Card, CardButton
from sdm_aid.ui.widgets.chip import ChipGroup
from sdm_aid.ui.widgets.flow_layout import FlowLayout
from sdm_aid.ui.widgets.notice import Notice
from sdm_aid.ui.widgets.scroll_page import ScrollPage
from sdm_aid.ui.widgets.segmented import Segmented
from sdm_aid.ui.widgets.step_bar import StepBar

pytestmark = pytest.mark.usefixtures("app")

STEPS = ("Start", "You", "Understand", "Compare")
LONG = "I would rather talk about this at home first and come back another day"


def click(widget: QWidget) -> None:
    """Press and let go with the left button."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_a_long_button_wraps_and_keeps_its_words(qtbot: QtBot) -> None:
    button = Button(LONG, "primary")
    qtbot.addWidget(button)
    one_line = button.sizeHint()
    assert button.heightForWidth(260) > one_line.height()
    button.show()
    button.resize(260, button.heightForWidth(260))
    assert "\n" in QPushButton.text(button)
    assert button.text() == LONG
    assert button.sizeHint() == one_line
    button.resize(one_line)
    assert QPushButton.text(button) == LONG


def test_a_chip_keeps_its_size_when_chosen(qtbot: QtBot) -> None:
    chip = Button("Blood thinner: apixaban", "chip")
    chip.setCheckable(True)
    qtbot.addWidget(chip)
    before = chip.sizeHint()
    chip.setChecked(True)
    assert chip.sizeHint() == before


def test_chips_tell_what_is_chosen_in_the_order_shown(qtbot: QtBot) -> None:
    group = ChipGroup([("sleep", "Sleep"), ("work", "Work"), ("mood", "Mood")])
    qtbot.addWidget(group)
    spy = QSignalSpy(group.changed)
    click(group.chip("mood"))
    click(group.chip("sleep"))
    assert [spy.at(index)[0] for index in range(spy.count())] == [("mood",), ("sleep", "mood")]


def test_setting_chips_tells_nobody(qtbot: QtBot) -> None:
    group = ChipGroup([("sleep", "Sleep"), ("work", "Work")])
    qtbot.addWidget(group)
    spy = QSignalSpy(group.changed)
    group.set_selected(["work", "unknown"])
    assert (group.selected(), spy.count()) == (("work",), 0)


def test_one_of_several_chips_can_be_taken_back(qtbot: QtBot) -> None:
    group = ChipGroup([("yes", "Yes"), ("no", "No")], multiple=False)
    qtbot.addWidget(group)
    click(group.chip("yes"))
    click(group.chip("no"))
    assert group.selected() == ("no",)
    click(group.chip("no"))
    assert group.selected() == ()


def test_new_chips_keep_what_was_chosen(qtbot: QtBot) -> None:
    group = ChipGroup([("a", "A"), ("b", "B")])
    qtbot.addWidget(group)
    group.set_selected(["b"])
    group.set_items([("b", "Be"), ("c", "Ce")])
    assert group.selected() == ("b",)


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_flow_goes_on_in_the_next_row(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    holder = QWidget()
    holder.setLayoutDirection(direction)
    flow = FlowLayout(holder, 8)
    labels = [QLabel(f"word {index}", holder) for index in range(6)]
    for label in labels:
        label.setFixedSize(80, 20)
        flow.addWidget(label)
    qtbot.addWidget(holder)
    holder.resize(270, flow.heightForWidth(270))
    holder.show()
    assert flow.heightForWidth(270) == 48
    assert {label.y() for label in labels} == {0, 28}
    first = 0 if direction == Qt.LayoutDirection.LeftToRight else 270 - 80
    assert labels[0].x() == labels[3].x() == first
    assert all(holder.rect().contains(label.geometry()) for label in labels)


def test_a_scale_starts_unanswered_and_can_be_unanswered(qtbot: QtBot) -> None:
    scale = Segmented()
    qtbot.addWidget(scale)
    spy = QSignalSpy(scale.chosen)
    assert scale.value is None
    seven = scale.findChild(QPushButton, "step-7")
    assert isinstance(seven, QPushButton)
    click(seven)
    assert scale.value == 7
    click(seven)
    assert scale.value is None
    assert [spy.at(index)[0] for index in range(spy.count())] == [7, None]


def test_arrows_move_on_the_scale_and_stop_at_its_ends(qtbot: QtBot) -> None:
    scale = Segmented(0, 10)
    qtbot.addWidget(scale)
    scale.set_value(9)
    for name in ("step-9", "step-10", "step-10"):
        step = scale.findChild(QPushButton, name)
        assert isinstance(step, QPushButton)
        QTest.keyClick(step, Qt.Key.Key_Right)
    assert scale.value == 10


def test_the_first_arrow_chooses_where_the_focus_is(qtbot: QtBot) -> None:
    scale = Segmented()
    qtbot.addWidget(scale)
    zero = scale.findChild(QPushButton, "step-0")
    assert isinstance(zero, QPushButton)
    QTest.keyClick(zero, Qt.Key.Key_Right)
    assert scale.value == 0


def test_numbers_off_the_scale_are_refused(qtbot: QtBot) -> None:
    scale = Segmented(0, 10)
    qtbot.addWidget(scale)
    with pytest.raises(ValueError, match="not on the scale"):
        scale.set_value(11)


@pytest.mark.parametrize("width", [260, 420, 700, 1100])
def test_steps_of_a_scale_stay_large_enough(qtbot: QtBot, width: int) -> None:
    scale = Segmented()
    qtbot.addWidget(scale)
    scale.resize(width, scale.heightForWidth(width))
    scale.show()
    steps = scale.findChildren(QPushButton)
    assert all(min(step.width(), step.height()) >= TARGET for step in steps)
    assert all(scale.rect().contains(step.geometry()) for step in steps)
    assert max(step.width() for step in steps) - min(step.width() for step in steps) <= 1


def test_every_step_can_be_chosen_and_says_where_it_stands(qtbot: QtBot) -> None:
    bar = StepBar(STEPS)
    qtbot.addWidget(bar)
    bar.set_state(2, {0}, {1})
    spy = QSignalSpy(bar.step_chosen)
    for tick in bar.ticks:
        click(tick)
    assert [spy.at(index)[0] for index in range(spy.count())] == [0, 1, 2, 3]
    assert [tick.state for tick in bar.ticks] == ["seen", "skipped", "now", "ahead"]
    assert len({tick.accessibleName() for tick in bar.ticks}) == 4
    assert "3" in bar.ticks[2].accessibleName()


def test_steps_are_one_tab_stop_with_arrows(qtbot: QtBot) -> None:
    bar = StepBar(STEPS)
    qtbot.addWidget(bar)
    with qtbot.waitActive(bar):
        bar.show()
        bar.activateWindow()
    bar.set_state(1, (), ())
    stops = [tick for tick in bar.ticks if tick.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [bar.ticks[1]]
    bar.ticks[1].setFocus()
    QTest.keyClick(bar.ticks[1], Qt.Key.Key_Right)
    assert bar.ticks[2].hasFocus()
    spy = QSignalSpy(bar.step_chosen)
    QTest.keyClick(bar.ticks[2], Qt.Key.Key_Return)
    assert spy.at(0)[0] == 2


def test_a_card_button_grows_with_its_words(qtbot: QtBot) -> None:
    card = CardButton("Low back pain", "4 choices")
    qtbot.addWidget(card)
    short = card.heightForWidth(200)
    card.set_words(LONG, LONG)
    assert card.heightForWidth(200) > short
    assert card.accessibleName() == f"{LONG}. {LONG}"


def test_a_notice_without_words_is_not_there(qtbot: QtBot) -> None:
    notice = Notice("", "")
    qtbot.addWidget(notice)
    assert notice.isHidden()
    notice.set_words("Check first.", "You take blood thinners.")
    notice.set_kind("caution")
    assert not notice.isHidden()
    assert notice.accessibleName() == "Check first. You take blood thinners."


def test_a_page_never_scrolls_sideways(qtbot: QtBot, app: QApplication) -> None:
    page = ScrollPage()
    qtbot.addWidget(page)
    card = Card("A heading that is rather long for so narrow a page", page.body)
    card.column.addWidget(Button(LONG, "secondary", card))
    page.column.addWidget(card)
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.addWidget(page)
    holder.resize(320, 300)
    holder.show()
    assert page.horizontalScrollBar().maximum() == 0
    assert page.body.width() <= page.viewport().width()
