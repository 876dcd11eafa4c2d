"""Painted controls: they show what they are given and can be heard as well as seen."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QGuiApplication,
    QImage,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.drawing.body_regions import REGION_IDS
from sdm_aid.drawing.ruler import RulerWords
from sdm_aid.ui.theme.apply import apply_theme
from sdm_aid.ui.theme.metrics import theme_colour
from sdm_aid.ui.widgets.body_chart_view import BodyChartView
from sdm_aid.ui.widgets.certainty_dots import CertaintyDots
from sdm_aid.ui.widgets.icon_array_view import IconArrayView
from sdm_aid.ui.widgets.letter_disc import LetterDisc
from sdm_aid.ui.widgets.ruler_view import RulerView
from sdm_aid.ui.widgets.signature_pad import SignaturePad

pytestmark = pytest.mark.usefixtures("app")


@dataclass(frozen=True)
class People:
    """Counts of the four states."""

    anyway: int
    added: int
    fewer: int
    neither: int


def colours_in(widget: QWidget) -> set[str]:
    """All colours of a widget's picture, every second pixel."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


def test_a_picture_is_one_graphic_with_its_sentence(qtbot: QtBot) -> None:
    view = IconArrayView()
    qtbot.addWidget(view)
    view.set_counts(People(45, 7, 0, 48), 100, "Out of 100 people, about 52 get better.")
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() == QAccessible.Role.Graphic
    assert interface.text(QAccessible.Text.Name) == "Out of 100 people, about 52 get better."
    assert interface.childCount() == 0
    assert view.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_people_and_bar_take_the_same_room(qtbot: QtBot) -> None:
    view = IconArrayView()
    qtbot.addWidget(view)
    view.set_counts(People(45, 7, 0, 48), 100, "about 52")
    people = view.sizeHint()
    view.show_bar(True)
    assert (view.sizeHint(), view.is_bar) == (people, True)
    assert view.accessibleName() == "about 52"


def test_the_picture_follows_theme_and_text_size(qtbot: QtBot, app: QApplication) -> None:
    view = IconArrayView()
    qtbot.addWidget(view)
    view.set_counts(People(45, 7, 0, 48), 100, "about 52")
    view.resize(view.sizeHint())
    small = view.sizeHint()
    assert theme_colour("icon_added").name() in colours_in(view)
    apply_theme(app, "contrast", 2.0)
    assert view.sizeHint().width() == small.width() * 2
    view.resize(view.sizeHint())
    assert theme_colour("icon_added").name() in colours_in(view)
    assert theme_colour("icon_anyway").name() in colours_in(view)


def test_a_narrow_view_shrinks_the_picture(qtbot: QtBot) -> None:
    view = RulerView()
    qtbot.addWidget(view)
    view.show_arms(45, 38, RulerWords(), "45 and 38", smallest=10)
    view.resize(260, view.heightForWidth(260))
    assert view.scene_scale() == pytest.approx(0.5)
    assert view.accessibleName() == "45 and 38"


def test_ruler_forms_differ(qtbot: QtBot) -> None:
    view = RulerView()
    qtbot.addWidget(view)
    scenes = []
    view.show_difference(-7, RulerWords(), "seven less", interval=(-12, -2))
    scenes.append(view.scene)
    view.show_level(45, RulerWords(), "45")
    scenes.append(view.scene)
    view.show_course(62, 40, RulerWords(), "from 62 to 40")
    scenes.append(view.scene)
    assert len({scene.shapes for scene in scenes}) == 3
    assert view.accessibleName() == "from 62 to 40"


def test_certainty_has_dots_and_words(qtbot: QtBot) -> None:
    dots = CertaintyDots(3, "fairly sure")
    qtbot.addWidget(dots)
    assert dots.accessibleName() == "fairly sure"
    dots.set_level(1, "very unsure")
    assert dots.accessibleName() == "very unsure"
    with pytest.raises(ValueError, match="dots"):
        dots.set_level(5, "")


def test_a_disc_takes_no_focus_and_no_clicks(qtbot: QtBot) -> None:
    disc = LetterDisc("C")
    qtbot.addWidget(disc)
    assert disc.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert disc.accessibleName() == "C"


@pytest.fixture
def chart(qtbot: QtBot) -> BodyChartView:
    """A body chart on the screen."""
    chart = BodyChartView()
    chart.set_names({name: name for name in REGION_IDS}, ("Front", "Back"))
    qtbot.addWidget(chart)
    chart.resize(chart.sizeHint())
    chart.show()
    return chart


@pytest.mark.parametrize("region", sorted(REGION_IDS))
def test_a_touch_toggles_its_place(chart: BodyChartView, region: str) -> None:
    spy = QSignalSpy(chart.toggled)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.point_of(region).toPoint())
    assert spy.at(0)[0] == region
    assert chart.marked == frozenset()


def test_a_touch_that_slides_away_means_nothing(chart: BodyChartView) -> None:
    spy = QSignalSpy(chart.toggled)
    QTest.mousePress(
        chart, Qt.MouseButton.LeftButton, pos=chart.point_of("front-chest-left").toPoint()
    )
    QTest.mouseRelease(
        chart, Qt.MouseButton.LeftButton, pos=chart.point_of("front-foot-left").toPoint()
    )
    assert spy.count() == 0


def test_a_touch_just_beside_a_hand_means_the_hand(chart: BodyChartView) -> None:
    inside = chart.point_of("front-hand-left")
    assert chart.place_at(inside + QPointF(12, 0)) == "front-hand-left"
    assert chart.place_at(QPointF(199, 30)) is None


def test_keys_reach_every_place(chart: BodyChartView) -> None:
    reached: set[str] = set()
    for keys in (
        [Qt.Key.Key_Down] * 12,
        [Qt.Key.Key_Left] * 4 + [Qt.Key.Key_Down] * 10,
        [Qt.Key.Key_Right] * 12,
    ):
        chart.setFocus(Qt.FocusReason.TabFocusReason)
        for key in keys:
            QTest.keyClick(chart, key)
            if chart.focused:
                reached.add(chart.focused)
    assert len(reached) > 8
    assert {name.split("-")[0] for name in reached} == {"front", "back"}


def test_space_toggles_and_enter_asks_for_the_list(chart: BodyChartView) -> None:
    toggled, asked = QSignalSpy(chart.toggled), QSignalSpy(chart.list_asked)
    QTest.keyClick(chart, Qt.Key.Key_Down)
    QTest.keyClick(chart, Qt.Key.Key_Space)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert toggled.at(0)[0] == chart.focused
    assert asked.count() == 1


def test_marks_are_set_from_outside(chart: BodyChartView) -> None:
    chart.set_marked(["back-lower-back-left", "front-wing-left"])
    assert chart.marked == {"back-lower-back-left"}
    image = chart.grab().toImage()
    pixel = image.pixelColor(chart.point_of("back-lower-back-left").toPoint())
    assert pixel == theme_colour("icon_added")


@pytest.fixture
def pad(qtbot: QtBot) -> SignaturePad:
    """A pad 400 by 120."""
    pad = SignaturePad("Sign here")
    qtbot.addWidget(pad)
    pad.resize(400, 120)
    pad.show()
    return pad


def draw(pad: SignaturePad, *points: tuple[int, int]) -> None:
    """Draw one stroke with the mouse."""
    first, *rest = (QPoint(x, y) for x, y in points)
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=first)
    for point in rest:
        QTest.mouseMove(pad, point)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(*points[-1]))


def test_strokes_come_in_units_of_the_pads_width(pad: SignaturePad) -> None:
    spy = QSignalSpy(pad.signed)
    draw(pad, (40, 20), (200, 60), (360, 100))
    (stroke,) = spy.at(0)[0]
    assert [(round(x, 3), round(y, 3)) for x, y, _, _ in stroke] == [
        (0.1, 0.05),
        (0.5, 0.15),
        (0.9, 0.25),
    ]
    assert all(pressure == 0.5 for _, _, pressure, _ in stroke)
    assert [at for _, _, _, at in stroke] == sorted(at for _, _, _, at in stroke)


def test_every_stroke_is_handed_over_and_clearing_too(pad: SignaturePad) -> None:
    spy = QSignalSpy(pad.signed)
    draw(pad, (10, 10), (50, 50))
    draw(pad, (90, 10), (50, 50))
    QTest.keyClick(pad, Qt.Key.Key_Delete)
    QTest.keyClick(pad, Qt.Key.Key_Delete)
    assert [len(spy.at(index)[0]) for index in range(spy.count())] == [1, 2, 0]


def test_a_pen_brings_its_pressure(pad: SignaturePad) -> None:
    spy = QSignalSpy(pad.signed)
    device = QPointingDevice.primaryPointingDevice()
    for kind, x, pressure in (
        (QEvent.Type.TabletPress, 40.0, 0.2),
        (QEvent.Type.TabletMove, 80.0, 0.9),
        (QEvent.Type.TabletRelease, 80.0, 0.0),
    ):
        button = Qt.MouseButton.LeftButton
        event = QTabletEvent(
            kind,
            device,
            QPointF(x, 60),
            QPointF(x, 60),
            pressure,
            0,
            0,
            0,
            0,
            0,
            Qt.KeyboardModifier.NoModifier,
            button,
            button,
        )
        QGuiApplication.sendEvent(pad, event)
        assert event.isAccepted()
    (stroke,) = spy.at(0)[0]
    assert [round(point[2], 2) for point in stroke] == [0.2, 0.9]


def test_ink_that_leaves_the_pad_stays_at_its_edge(pad: SignaturePad) -> None:
    draw(pad, (390, 110), (450, 300))
    (stroke,) = pad.strokes
    assert all(0 <= x <= 1 and 0 <= y <= 120 / 400 for x, y, _, _ in stroke)


def test_the_same_strokes_look_the_same_in_a_larger_pad(pad: SignaturePad) -> None:
    pad.set_strokes([[(0.1, 0.1, 0.5, 0), (0.9, 0.1, 0.5, 100)], []])
    assert len(pad.strokes) == 1
    for width in (400, 800):
        pad.resize(width, width * 3 // 10)
        image = pad.grab().toImage()
        ink = image.pixelColor(width // 2, width // 10).lightness()
        assert ink < 140 < image.pixelColor(width // 2, width // 20).lightness()


def test_an_empty_pad_shows_its_hint_and_a_signed_one_does_not(pad: SignaturePad) -> None:
    empty = pad.grab().toImage()
    pad.set_hint("")
    assert pad.grab().toImage() != empty
    pad.set_strokes([[(0.5, 0.15, 0.5, 0)]])
    assert QColor(pad.grab().toImage().pixelColor(200, 60)) == theme_colour("ink")
    assert pad.sizeHint().width() > pad.minimumSizeHint().width()
