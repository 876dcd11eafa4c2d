"""The preview: pages below each other, zoom, keys, words, and pictures only where one looks."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from time import thread_time

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from sdm_aid.ui.jobs import InlineJobs, PoolJobs
from sdm_aid.ui.paper.pages import PaperPages
from sdm_aid.ui.paper.preview import PaperPreview
from sdm_aid.ui.paper.zoom import STEPS, larger, smaller
from sdm_aid.ui.theme.apply import apply_theme
from tests.ui.pages.reach import nameless, one, press, small
from tests.ui.paper.papers import four_pages

Open = Callable[..., PaperPreview]


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    """Shows a paper and makes every picture at once."""

    def show(pdf: bytes = b"", jobs: InlineJobs | PoolJobs | None = None) -> PaperPreview:
        preview = PaperPreview(jobs or InlineJobs())
        qtbot.addWidget(preview)
        preview.resize(1000, 700)
        preview.show()
        preview.show_pdf(pdf or four_pages())
        return preview

    return show


def where(preview: PaperPreview) -> str:
    return one(preview, QLabel, "paper-where").text()


def size(preview: PaperPreview) -> str:
    return one(preview, QLabel, "paper-size").text()


def _colours(picture: QImage) -> bytes:
    """Red, green, blue of every pixel; the fourth byte is nobody's."""
    return bytes(picture.convertToFormat(QImage.Format.Format_RGB888).constBits())


def key(preview: PaperPreview, pressed: Qt.Key, ctrl: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(preview.view, pressed, held)


def test_every_page_is_there_with_its_words(opened: Open) -> None:
    preview = opened()
    pages = len(PaperPages(four_pages()))
    assert pages > 3
    assert [sheet.accessibleName() for sheet in preview.view.sheets] == [
        f"Page {number} of {pages}" for number in range(1, pages + 1)
    ]
    assert "What happens next" in preview.view.sheets[0].accessibleDescription()
    assert preview.view.accessibleDescription() == preview.view.sheets[0].accessibleDescription()


def test_the_picture_is_the_page_to_the_pixel(opened: Open) -> None:
    view = opened().view
    sheet = view.sheets[0]
    seen = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    view.viewport().render(seen)
    corner = sheet.mapTo(view.viewport(), QPoint(0, 0))
    part = QRect(40, 40, 400, 300)
    tile = sheet.area((0, 0))  # from the corner of the page
    page = PaperPages(four_pages()).picture(0, sheet.whole, tile).copy(part)
    shown = seen.copy(part.translated(corner))
    assert _colours(shown) == _colours(page)
    assert min(_colours(page)) < 60, "there is no ink to compare"


def test_pages_are_turned_by_button_and_by_key(opened: Open) -> None:
    preview = opened()
    pages = len(preview.view.sheets)
    press(preview, "paper-after")
    assert where(preview) == f"Page 2 of {pages}"
    press(preview, "paper-before")
    assert where(preview) == f"Page 1 of {pages}"
    assert not one(preview, QPushButton, "paper-before").isEnabled()
    key(preview, Qt.Key.Key_End)
    assert where(preview) == f"Page {pages} of {pages}"
    assert not one(preview, QPushButton, "paper-after").isEnabled()
    key(preview, Qt.Key.Key_Home)
    before = preview.view.verticalScrollBar().value()
    key(preview, Qt.Key.Key_PageDown)
    assert before < preview.view.verticalScrollBar().value() < preview.view.viewport().height()
    press(preview, "paper-fit-page")
    key(preview, Qt.Key.Key_Home)
    for number in range(2, pages + 1):
        key(preview, Qt.Key.Key_PageDown)
        assert where(preview) == f"Page {number} of {pages}"
    key(preview, Qt.Key.Key_PageUp)
    assert where(preview) == f"Page {pages - 1} of {pages}"


def test_zoom_by_keys_buttons_and_wheel(opened: Open) -> None:
    preview = opened()
    assert size(preview) == "100 %"
    key(preview, Qt.Key.Key_Plus, ctrl=True)
    assert size(preview) == "125 %"
    press(preview, "paper-smaller")
    press(preview, "paper-smaller")
    assert size(preview) == "80 %"
    key(preview, Qt.Key.Key_0, ctrl=True)
    assert size(preview) == "100 %"
    spot = QPointF(300, 200)
    wheel = QWheelEvent(
        spot,
        preview.view.viewport().mapToGlobal(spot),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(preview.view.viewport(), wheel)
    assert size(preview) == "125 %"
    press(preview, "paper-fit-width")
    sheet = preview.view.sheets[0]
    assert 0 < preview.view.viewport().width() - sheet.width() < 60
    press(preview, "paper-fit-page")
    assert sheet.height() < preview.view.viewport().height()
    for _time in STEPS:
        key(preview, Qt.Key.Key_Plus, ctrl=True)
    assert size(preview) == "400 %"
    assert not one(preview, QPushButton, "paper-larger").isEnabled()


def test_zoom_keeps_the_place_that_is_looked_at(opened: Open) -> None:
    preview = opened()
    preview.view.go_to(2)
    middle = preview.view.viewport().rect().center()
    page, share = preview.view._anchor(middle) or (-1, QPointF())
    for _time in range(4):
        key(preview, Qt.Key.Key_Plus, ctrl=True)
    after, then = preview.view._anchor(middle) or (-1, QPointF())
    assert after == page
    assert abs(then.y() - share.y()) < 0.02


def test_only_what_is_looked_at_is_kept(opened: Open) -> None:
    preview = opened()
    view = preview.view
    for _time in STEPS:
        key(preview, Qt.Key.Key_Plus, ctrl=True)
    held = 0
    while view.verticalScrollBar().value() < view.verticalScrollBar().maximum():
        key(preview, Qt.Key.Key_PageDown)
        kept = sum(len(sheet.tiles) for sheet in view.sheets)
        assert kept, "nothing was drawn"
        held = max(held, kept)
    # the view is 1000 x 600: two tiles across, and as many down as it and half of it again touch
    assert held <= 2 * 5
    assert not view.sheets[0].tiles
    assert view.sheets[0].backdrop is None


def test_pictures_come_from_another_thread_and_as_sharp_as_the_screen(
    opened: Open, qtbot: QtBot
) -> None:
    jobs = PoolJobs()
    view = opened(jobs=jobs).view
    qtbot.waitUntil(lambda: bool(view.sheets) and len(view.sheets[0].tiles) >= 2, timeout=20_000)
    sheet = view.sheets[0]
    assert sheet.whole == sheet.size() * sheet.devicePixelRatioF()
    assert sheet.tiles[(0, 0)].size() == sheet.area((0, 0)).size()
    jobs.finish()


def test_the_window_is_never_held(opened: Open, qtbot: QtBot) -> None:
    jobs = PoolJobs()
    preview = opened(jobs=jobs)
    view = preview.view
    spent, beat = [thread_time()], QTimer()

    def tick() -> None:
        spent.append(thread_time())

    beat.timeout.connect(tick)
    beat.start(1)

    def drawn() -> bool:
        return bool(view.sheets) and view._next() is None

    qtbot.waitUntil(drawn, timeout=20_000)
    for pressed, ctrl in ((Qt.Key.Key_Plus, True), (Qt.Key.Key_End, False), (Qt.Key.Key_0, True)):
        key(preview, pressed, ctrl)
        qtbot.waitUntil(drawn, timeout=20_000)
    beat.stop()
    jobs.finish()
    assert len(spent) > 10
    # work of the GUI thread itself, which no other program on this machine can lengthen
    assert max(after - before for before, after in pairwise(spent)) <= 0.05


def test_what_is_no_pdf_is_said_so(opened: Open) -> None:
    preview = opened(b"hello")
    assert "cannot be shown" in where(preview)
    assert preview.view.sheets == []


def test_parts_make_up_the_whole_page() -> None:
    pages, whole = PaperPages(four_pages()), QSize(500, 707)
    page = pages.picture(1, whole)
    for part in (QRect(0, 0, 500, 200), QRect(120, 333, 77, 200)):
        assert pages.picture(1, whole, part) == page.copy(part)
    with pytest.raises(ValueError, match="size"):
        pages.picture(0, QSize(0, 10))


@pytest.mark.parametrize("start", STEPS)
def test_zoom_steps_lead_there_and_back(start: float) -> None:
    assert smaller(larger(start)) in (start, STEPS[-2])
    assert larger(smaller(start)) in (start, STEPS[1])
    assert STEPS[0] <= smaller(start) <= start <= larger(start) <= STEPS[-1]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_control_is_named_and_large_enough(
    usual_ways: QApplication, opened: Open, scale: float
) -> None:
    apply_theme(usual_ways, "contrast", scale)
    preview = opened()
    assert nameless(preview) == []
    assert small(preview) == []
    assert preview.minimumSizeHint().width() <= 1000
