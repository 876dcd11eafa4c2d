"""What the papers cannot print is told where they are read together, before anybody signs."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from sdm_aid.domain.actions import PatientNamed
from sdm_aid.domain.room import Patient
from sdm_aid.ui.pages.sign.reading import PageView
from sdm_aid.ui.widgets.notice import Notice
from tests.ui.pages.hands import one
from tests.ui.pages.real_content import a_visit_to_sign
from tests.ui.pages.signed import open_sign


def test_a_name_we_cannot_print_is_told_before_signing(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_sign(qtbot, tmp_path, a_visit_to_sign(patient=Patient(name="王小明")))
    page.footer_action("read")
    view = one(page, PageView, "plan-page")
    qtbot.waitUntil(lambda: view.picture is not None, timeout=20_000)
    notice = one(page, Notice, "plan-unprintable")
    assert notice.isVisible()
    assert "“王小明” at the top would be printed as “[Chinese characters" in notice.accessibleName()
    page.dispatch(PatientNamed(patient=Patient(name="Wang Xiaoming")))
    qtbot.waitUntil(lambda: not notice.isVisible(), timeout=20_000)
