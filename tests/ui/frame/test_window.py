"""The window outside a visit: home, opening, settings, about, checking a PDF, cover, keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid import app
from sdm_aid.application.settings import load_settings
from sdm_aid.application.start_visit import begin, visit_bytes
from sdm_aid.ui.jobs import PoolJobs
from sdm_aid.ui.main_window import MainWindow
from tests.domain.visits import NOON
from tests.ui.frame.conftest import SETTINGS, the_mini
from tests.ui.pages.test_start import one, press


def words(widget: QWidget) -> str:
    """All that is to be read on a widget."""
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_home_shows_each_decision_with_its_state(window: MainWindow) -> None:
    card = one(window.home, QAbstractButton, "decision-mini")
    assert card.accessibleName()
    assert "not yet reviewed by a clinician" in words(card) + card.accessibleDescription()
    assert "No record is open" in words(one(window.home, QWidget, "patients"))


def test_damaged_content_is_listed_with_its_reason_and_nothing_to_press(
    window: MainWindow,
) -> None:
    (window.resources / "decisions" / "mini.toml").write_text("id = ", encoding="utf-8")
    window.home.refresh()
    assert "decisions/mini.toml" in words(one(window.home, QWidget, "broken-mini"))
    assert window.home.first_readable() is None
    assert not window.home.made_up.isEnabled()


def test_a_decision_opens_a_visit_with_the_clinic_filled_in(window: MainWindow) -> None:
    press(window, "decision-mini")
    assert window.visit is not None
    state = window.visit.bridge.state
    assert state.clinic.name == "Riverside Pain Clinic"
    assert state.clinician.name == "Dr A. Okafor"
    assert not state.made_up
    assert state.patient.name is None


def test_the_made_up_patient_is_marked_as_made_up(window: MainWindow) -> None:
    press(window, "home-made-up")
    assert window.visit is not None
    assert window.visit.bridge.state.made_up
    assert "made-up patient" in window.visit.navigator.page.subtitle()


def test_content_that_breaks_on_opening_is_a_sentence_on_home(window: MainWindow) -> None:
    next((window.resources / "treatments").glob("*.toml")).unlink()
    press(window, "decision-mini")
    assert window.visit is None
    assert "This cannot be opened" in window.home.notice.sentence
    assert ".toml" in window.home.notice.sentence
    assert window.home.body.isEnabled()


def test_a_saved_visit_goes_on_where_it_was(window: MainWindow, tmp_path: Path) -> None:
    press(window, "decision-mini")
    assert window.visit is not None
    window.visit.navigator.go("understand")
    path = tmp_path / "visit.json"
    path.write_bytes(visit_bytes(window.visit.bridge.session))
    before = window.visit.bridge.state
    window.show_home()
    window.opener.visit_file(path, SETTINGS)
    assert window.visit is not None
    assert window.visit.bridge.state == before
    assert window.visit.navigator.current == "understand"
    assert window.visit.saver.path == path


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff\xfe", b'{"schema_id": 1}', None])
def test_a_bad_visit_file_is_one_sentence(
    window: MainWindow, tmp_path: Path, data: bytes | None
) -> None:
    path = tmp_path / "visit.json"
    if data is not None:
        path.write_bytes(data)
    window.opener.visit_file(path, SETTINGS)
    assert window.visit is None
    assert "visit.json" in window.home.notice.sentence


def test_settings_hold_at_once_and_are_written_down(window: MainWindow, qapp: QApplication) -> None:
    window.show_screen("settings")
    press(window, "theme-contrast")
    assert qapp.property("themeName") == "contrast"
    press(window, "text-150")
    field = one(window, QLineEdit, "clinic-name")
    field.clear()
    QTest.keyClicks(field, "Hill Clinic")
    press(window, "settings-back")
    kept = load_settings(window.folder).settings
    assert (kept.theme, kept.text_scale, kept.clinic_name) == ("contrast", 150, "Hill Clinic")
    assert window.home.isVisible()
    assert "Hill Clinic" in words(window.home)


def test_settings_that_cannot_be_written_are_said(window: MainWindow) -> None:
    (window.folder / "settings.json").unlink()
    window.folder.rmdir()
    window.folder.write_text("a file where the folder should be", encoding="utf-8")
    window.appearance.step_text(1)
    assert "could not be saved" in window.home.notice.sentence
    assert window.appearance.settings.text_scale == 115


def test_a_damaged_settings_file_is_said_at_the_start(
    make_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def damaged(folder: Path, _settings: object) -> None:
        folder.mkdir()
        (folder / "settings.json").write_text('{"theme": "pink"}', encoding="utf-8")

    monkeypatch.setattr("tests.ui.frame.conftest.save_settings", damaged)
    assert "settings.json" in make_window().home.notice.sentence


def test_about_says_what_it_is_not_and_what_was_not_done(window: MainWindow) -> None:
    window.show_screen("about")
    said = words(window)
    assert "does not recommend" in said
    assert "Timed visits in a clinic: not done." in said
    assert "pydantic" in said
    assert "Apache-2.0" in said


def test_content_shows_dates_people_and_the_self_check(window: MainWindow) -> None:
    window.show_screen("content")
    said = words(one(window, QWidget, "content-mini"))
    for part in ("Version", "not yet reviewed", "Authors", "Conflicts of interest", "Self-check"):
        assert part in said


def test_a_foreign_file_is_not_one_of_ours(window: MainWindow, tmp_path: Path) -> None:
    window.show_screen("check")
    screen = window.findChild(QWidget, "check-pdf")
    assert screen is not None
    for name, data in (("empty.pdf", b""), ("text.pdf", b"hello")):
        (tmp_path / name).write_bytes(data)
        screen.check(tmp_path / name)  # type: ignore[attr-defined]
        assert "Not one of our plans" in words(one(window, QWidget, "verdict"))
    screen.check(tmp_path / "gone.pdf")  # type: ignore[attr-defined]
    assert "gone.pdf is not there" in words(one(window, QWidget, "verdict"))


def test_the_cover_is_up_within_a_tenth_of_a_second(window: MainWindow) -> None:
    window.show_visit(begin(the_mini(), SETTINGS, lambda: NOON))
    window.set_cover(True)
    window.set_cover(False)
    taken = []
    for _ in range(5):
        begun = perf_counter()
        window.set_cover(True)
        taken.append(perf_counter() - begun)
        window.set_cover(False)
    assert min(taken) < 0.1
    assert one(window, QLabel, "cover-clinic").text() == "Riverside Pain Clinic"


def test_f9_covers_and_enter_uncovers(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert window.layers.covered
    QTest.mouseClick(one(window, QPushButton, "cover-button"), Qt.MouseButton.LeftButton)
    assert not window.layers.covered


def test_jobs_work_elsewhere_and_report_on_this_thread(qtbot: QtBot) -> None:
    jobs = PoolJobs()
    here = QThread.currentThread()
    seen: list[object] = []

    def work(progress: Callable[[str], None]) -> bool:
        progress("half way")
        return QThread.currentThread() is here

    def note(value: object) -> None:
        seen.extend([value, QThread.currentThread() is here])

    with qtbot.waitSignal(jobs.busy_changed, check_params_cb=lambda busy: not busy):
        jobs.run(work, done=note, failed=note, progress=note)
    qtbot.waitUntil(lambda: len(seen) == 4)
    jobs.finish()
    assert seen == ["half way", True, False, True]


def test_a_job_that_fails_reports_its_problem(qtbot: QtBot) -> None:
    jobs = PoolJobs()
    found: list[Exception] = []

    def work(_progress: object) -> Exception:
        raise ValueError("broken")

    jobs.run(work, done=found.append, failed=found.append)
    qtbot.waitUntil(lambda: bool(found))
    jobs.finish()
    assert str(found[0]) == "broken"
    assert not jobs.busy


def test_without_a_display_one_sentence_names_the_demo(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert app.run([]) == app.NO_DISPLAY
    said = capsys.readouterr().err
    assert "sdm-aid demo" in said
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("environment", "platform", "there"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_display_is_looked_for_on_linux_only(
    environment: dict[str, str], platform: str, there: bool
) -> None:
    assert app.has_display(environment, platform) is there
