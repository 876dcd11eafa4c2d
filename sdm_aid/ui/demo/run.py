"""``sdm-aid demo``: a made-up visit through the real window, export and seal."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sdm_aid.i18n import _

if TYPE_CHECKING:
    from sdm_aid.application.session import Clock
    from sdm_aid.ui.demo.driver import Driver
    from sdm_aid.ui.main_window import MainWindow

PASSPHRASE = "made-up clinic, made-up seal"
"""Opens the seal that this demonstration makes for itself; it protects nothing."""


@dataclass(frozen=True)
class DemoRequest:
    """What to play and how it looks. ``size`` in pixels, ``text`` in percent."""

    out: Path
    decision: str = "sciatica"
    language: str = "en"
    screens: bool = False
    size: tuple[int, int] = (1366, 768)
    text: int = 100
    theme: str = "light"


class DemoFailed(Exception):
    """The visit could not be played; the text is one sentence for the command line."""


def _now() -> datetime:
    return datetime.now().astimezone()


def run_demo(request: DemoRequest, clock: Clock = _now) -> tuple[Path, ...]:
    """Play the visit; the files written: plan, handout, visit, certificate, and pictures.

    Content past its last day is opened as people open it, by saying who takes that on and why; the
    papers say OUT OF DATE.

    Raises:
        DemoFailed: the decision cannot be opened, or the window did not do as it should.
        OSError: the folder cannot be written.
    """
    request.out.mkdir(parents=True, exist_ok=True)
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="sdm-aid-demo-") as home:
        return _play(request, Path(home), clock)


def _quiet(_kind: object, _context: object, message: str) -> None:
    """Pass Qt's own words on, but for the one that the screenless platform always says."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")


def _play(request: DemoRequest, home: Path, clock: Clock) -> tuple[Path, ...]:
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from sdm_aid.ui.demo.driver import CannotFind, Driver
    from sdm_aid.ui.demo.visit import MadeUpVisit

    qInstallMessageHandler(_quiet)
    app = QApplication.instance() or QApplication(["sdm-aid"])
    window = _window(app, request, home, clock)
    driver = Driver(window)
    pictures: list[Path] = []

    def picture(name: str) -> None:
        if request.screens:
            path = request.out / f"{name}.png"
            driver.to_top()
            driver.picture(path)
            pictures.append(path)

    try:
        _open(driver, window, request, picture)
        play = MadeUpVisit(driver, window, picture)
        play.play()
        with tempfile.TemporaryDirectory(prefix=".sdm-aid-", dir=request.out) as papers:
            plan, handout = play.seal(Path(papers), PASSPHRASE)
            return (*_settled(request.out, plan, handout, window, home), *pictures)
    except CannotFind as missing:
        raise DemoFailed(
            _("The window did not show {what}; the demonstration stopped there.").format(
                what=missing
            )
        ) from missing
    finally:
        _leave(window)


def _window(app: object, request: DemoRequest, home: Path, clock: Clock) -> MainWindow:
    from PySide6.QtWidgets import QApplication

    from sdm_aid.application.settings import Settings, save_settings
    from sdm_aid.paths import resources_dir
    from sdm_aid.ui.appearance import Appearance
    from sdm_aid.ui.jobs import PoolJobs
    from sdm_aid.ui.main_window import MainWindow

    if not isinstance(app, QApplication):
        raise DemoFailed(_("Another kind of program is running in this process."))
    settings = Settings(
        theme=request.theme,  # type: ignore[arg-type]  # the command line offers these only
        text_scale=request.text,
        clinic_name=_("Riverside Pain Clinic (made up)"),
        phone="555 0100",
        out_of_hours="555 0199",
    )
    save_settings(home, settings)

    window = MainWindow(Appearance(app, home), PoolJobs(), clock, home, resources_dir())
    window.resize(*request.size)
    window.show()
    return window


def _open(
    driver: Driver, window: MainWindow, request: DemoRequest, picture: Callable[[str], None]
) -> None:
    """Open the decision with a made-up patient, by the home screen's own button where it leads."""
    from sdm_aid.application.settings import Settings

    entries = {entry.id: entry for entry in window.home.entries}
    entry = entries.get(request.decision)
    if entry is None:
        raise DemoFailed(
            _("There is no decision {id}. There are: {ids}.").format(
                id=request.decision, ids=", ".join(sorted(entries)) or "–"
            )
        )
    if entry.problem is not None:
        raise DemoFailed(str(entry.problem))
    if request.language != entry.language:
        raise DemoFailed(
            _("{id} is not there in {language}; it is there in {other}.").format(
                id=request.decision, language=request.language, other=entry.language
            )
        )
    picture("00-home")
    said: list[str] = []
    window.opener.failed.connect(said.append)
    settings: Settings = window.appearance.settings
    window.opener.decision(entry.id, entry.title, settings, made_up=True)

    def there() -> bool:
        return window.visit is not None or bool(said) or driver.shows("expired-form")

    driver.until(there, _("the visit"))
    if said:
        raise DemoFailed(said[0])
    if window.visit is None:
        _take_on(driver, picture)


def _take_on(driver: Driver, picture: Callable[[str], None]) -> None:
    """Content past its last day asks for a name and a reason; the papers bear both."""
    driver.type("expired-name", _("Demonstration"))
    driver.type("expired-reason", _("To show the program; nobody is treated by it."))
    picture("00-out-of-date")
    driver.click("expired-open")


def _settled(
    out: Path, plan: Path, handout: Path, window: MainWindow, home: Path
) -> tuple[Path, ...]:
    """Put the papers, the visit and the clinic's certificate under their plain names."""
    from sdm_aid.application.clinic_key import CERTIFICATE_FILE
    from sdm_aid.application.export_plan import PROGRAM
    from sdm_aid.application.visit_file import to_json
    from sdm_aid.application.whole_file import save

    if window.visit is None:
        raise DemoFailed(_("The visit did not stay open."))
    made = {"plan.pdf": plan.read_bytes(), "handout.pdf": handout.read_bytes()}
    made["visit.json"] = to_json(window.visit.bridge.session.journal, PROGRAM)
    made["clinic.pem"] = (home / CERTIFICATE_FILE).read_bytes()
    for name, data in made.items():
        save(out / name, data)
    return tuple(out / name for name in made)


def _leave(window: MainWindow) -> None:
    from sdm_aid.ui.jobs import PoolJobs

    if window.visit is not None:
        window.visit.leaving.anyway = True
    window.close()
    if isinstance(window.jobs, PoolJobs):
        window.jobs.finish()
