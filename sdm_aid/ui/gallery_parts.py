"""The boards of the gallery: one function a group of controls; figures in them are made up."""

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, sin

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from sdm_aid.drawing.course_plot import PlotPoint, PlotWords, course_plot
from sdm_aid.drawing.person import STATES, person_scene
from sdm_aid.drawing.ruler import RulerWords
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.body_chart_view import BodyChartView
from sdm_aid.ui.widgets.button import Button, ButtonRole
from sdm_aid.ui.widgets.card import Card, CardButton
from sdm_aid.ui.widgets.certainty_dots import CertaintyDots
from sdm_aid.ui.widgets.chip import ChipGroup, ChipLabel
from sdm_aid.ui.widgets.icon_array_view import IconArrayView
from sdm_aid.ui.widgets.letter_disc import LetterDisc
from sdm_aid.ui.widgets.notice import Notice, NoticeKind
from sdm_aid.ui.widgets.ruler_view import RulerView
from sdm_aid.ui.widgets.scene_view import SceneView
from sdm_aid.ui.widgets.segmented import Segmented
from sdm_aid.ui.widgets.signature_pad import SignaturePad
from sdm_aid.ui.widgets.step_bar import StepBar
from sdm_aid.ui.widgets.text_field import LineField, TextField

_STEPS = (
    "Start",
    "You",
    "Understand",
    "Compare",
    "What matters",
    "In your words",
    "What next",
    "Plan and sign",
)
_ROLES: tuple[ButtonRole, ...] = ("primary", "secondary", "quiet", "danger", "chip")
_RULER = RulerWords(
    "no pain",
    "worst pain",
    "usual care: about 45",
    "with it: about 38",
    "7 points less",
    "smallest change most people notice: 10",
    "no difference",
)


@dataclass(frozen=True, slots=True)
class MadeUp:
    """Made-up people for the boards."""

    anyway: int
    added: int
    fewer: int
    neither: int


def _holder(parent: QWidget) -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget(parent)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(16))
    return holder, column


def _row(layout: QVBoxLayout, *widgets: QWidget) -> QLayout:
    row = QHBoxLayout()
    row.setSpacing(px(12))
    for widget in widgets:
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
    row.addStretch(1)
    layout.addLayout(row)
    return row


def buttons(parent: QWidget) -> QWidget:
    """Every kind of button: at rest, chosen, switched off."""
    holder, column = _holder(parent)
    grid = QGridLayout()
    grid.setSpacing(px(12))
    for line, role in enumerate(_ROLES):
        for place, state in enumerate(("at rest", "chosen", "off")):
            button = Button(f"{role.capitalize()}, {state}", role, holder)
            button.setCheckable(state == "chosen")
            button.setChecked(state == "chosen")
            button.setEnabled(state != "off")
            grid.addWidget(button, line, place)
    column.addLayout(grid)
    narrow = Button("A long sentence on a button that has to go on in a second line", "primary")
    narrow.setFixedWidth(px(330))
    column.addWidget(narrow)
    return holder


def cards(parent: QWidget) -> QWidget:
    """Cards, notices, chips and labels."""
    holder, column = _holder(parent)
    row = QHBoxLayout()
    for heading, note in (
        ("Low back pain", "4 choices · signed off 3 Nov"),
        ("Leg pain from the back (sciatica)", "5 choices · needs clinic sign-off"),
        ("Nerve pain", "6 choices · signed off 3 Nov"),
    ):
        card = CardButton(heading, note, holder)
        card.setCheckable(True)
        card.setChecked(heading == "Nerve pain")
        row.addWidget(card)
    column.addLayout(row)
    kinds: tuple[NoticeKind, ...] = ("info", "caution", "stop")
    for kind in kinds:
        column.addWidget(Notice("Check first.", "You take blood thinners.", kind, holder))
    card_frame = Card("Labels", holder)
    for role in ("h1", "h2", "lead", "key", "strong", "soft", "caption", "link"):
        label = QLabel(f"{role}: about 45 out of 100 people", card_frame)
        label.setProperty("role", role)
        card_frame.column.addWidget(label)
    line = QFrame(card_frame)
    line.setProperty("role", "rule")
    card_frame.column.addWidget(line)
    chip = ChipLabel("compared with a pretend injection", card_frame)
    _row(card_frame.column, chip, CertaintyDots(3, "fairly sure", card_frame))
    column.addWidget(card_frame)
    return holder


def fields(parent: QWidget) -> QWidget:
    """Fields, scales, toggles and lists."""
    holder, column = _holder(parent)
    goals = Card("What would you like to be able to do?", holder)
    names = ("Sleep", "Walking", "Work", "Family and care", "Mood", "What I enjoy")
    group = ChipGroup([(name, name) for name in names], parent=goals)
    group.set_selected(("Walking", "Work"))
    goals.column.addWidget(group)
    column.addWidget(goals)
    scale = Card("Pain on average, past 7 days (0 none, 10 worst you can imagine)", holder)
    numbers = Segmented(parent=scale)
    numbers.set_value(7)
    scale.column.addWidget(numbers)
    column.addWidget(scale)
    typed = Card("In your own words", holder)
    words = TextField("Type here", parent=typed)
    words.set_text("I want to walk to work again.\nשלום مرحبا नमस्ते Ελληνικά Кириллица")
    typed.column.addWidget(words)
    typed.column.addWidget(LineField("Search name, number or date of birth", typed))
    choice = QComboBox(typed)
    choice.addItems(["English", "Deutsch"])
    number = QSpinBox(typed)
    tick, radio = QCheckBox("Read aloud", typed), QRadioButton("Large print", typed)
    tick.setChecked(True)
    radio.setChecked(True)
    off = QCheckBox("Not now", typed)
    _row(typed.column, choice, number, tick, radio, off)
    column.addWidget(typed)
    return holder


def steps(parent: QWidget) -> QWidget:
    """The step bar with every state of a step."""
    bar = StepBar(_STEPS, parent)
    bar.set_state(3, (0, 2), (1,))
    return bar


def people(parent: QWidget) -> QWidget:
    """Icon arrays, their legend, and the bar."""
    holder = Card("", parent)
    arrays = (MadeUp(50, 8, 0, 42), MadeUp(42, 0, 8, 50), MadeUp(50, 8, 0, 42))
    views = [IconArrayView(holder, size=210.0) for _ in arrays]
    views[0].set_counts(arrays[0], 100, "58", range_band=(51, 65), range_label="could be\n51 to 65")
    views[1].set_counts(arrays[1], 100, "42")
    views[2].set_counts(arrays[2], 100, "58")
    views[2].show_bar(True)
    _row(holder.column, *views)
    legend: list[QWidget] = []
    for state in STATES:
        glyph = SceneView(holder, focusable=False)
        glyph.set_scene(person_scene(state, 30.0))
        glyph.setFixedSize(glyph.sizeHint())
        legend += [glyph, QLabel(state, holder)]
    _row(holder.column, *legend, LetterDisc("A", holder), LetterDisc("C", holder, size=44.0))
    return holder


def rulers(parent: QWidget) -> QWidget:
    """The four forms of a ruler."""
    holder = Card("", parent)
    views = [RulerView(holder) for _ in range(4)]
    views[0].show_arms(45, 38, _RULER, "", smallest=10)
    views[1].show_difference(-7, _RULER, "", interval=(-12, -2), smallest=10)
    views[2].show_level(45, _RULER, "")
    views[3].show_course(62, 40, _RULER, "")
    for view in views:
        holder.column.addWidget(view)
    return holder


def course(parent: QWidget) -> QWidget:
    """The course: a visit, looks again with a gap, the second score, the patient's own mark."""
    holder = Card("How it went", parent)
    view = SceneView(holder)
    scores = ((0, 7, None), (42, 5, 5.7), (90, 6, 6.3), (120, None, None), (180, 4, 4.3))
    points = [
        PlotPoint(
            day, "look" if day else "visit", pain, second, label=f"day {day}", number=f"{pain}"
        )
        for day, pain, second in scores
    ]
    points.append(PlotPoint(200, "look", 3, momentary=True, label="day 200", number="3"))
    words = PlotWords(
        "0 no pain, 10 worst", "Pain 3", "PEG about 4", "Good enough: 3",
        (("visit", "visit"), ("look", "looked again"), ("look_open", "now"), ("second", "PEG")),
    )  # fmt: skip
    rtl = parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
    view.set_scene(course_plot(points, words, target=3, rtl=rtl))
    holder.column.addWidget(view)
    return holder


def body(parent: QWidget) -> QWidget:
    """The body chart with places marked."""
    holder = Card("Where does it hurt?", parent)
    chart = BodyChartView(holder)
    chart.set_names({}, ("Front", "Back"))
    chart.set_marked(
        ("back-lower-back-left", "back-buttock-left", "back-thigh-left", "front-knee-right")
    )
    holder.column.addWidget(chart)
    return holder


def signing(parent: QWidget) -> QWidget:
    """The signature pad, empty and signed."""
    holder, column = _holder(parent)
    column.addWidget(SignaturePad("Sign here with finger, pen or mouse", holder))
    signed = SignaturePad("", holder)
    signed.set_strokes([made_up_ink()])
    column.addWidget(signed)
    return holder


def made_up_ink() -> list[tuple[float, float, float, float]]:
    """A wave that dies away, as someone might sign."""
    return [
        (
            0.25 + index / 320,
            0.07 + 0.04 * sin(index / 6) * exp(-index / 90),
            0.35 + 0.3 * abs(sin(index / 9)),
            index * 8.0,
        )
        for index in range(140)
    ]


PARTS: dict[str, Callable[[QWidget], QWidget]] = {
    "buttons": buttons,
    "cards": cards,
    "fields": fields,
    "steps": steps,
    "people": people,
    "rulers": rulers,
    "course": course,
    "body": body,
    "signing": signing,
}
