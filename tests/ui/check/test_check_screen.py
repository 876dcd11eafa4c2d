"""The screen that checks a plan: verdict, visit, pages, and trusting a clinic, by keyboard too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from sdm_aid.application.clinic_key import CERTIFICATE_FILE
from sdm_aid.documents.seal.keys import certificate_pem, fingerprint, new_key
from sdm_aid.i18n import use_language
from sdm_aid.paths import resources_dir
from sdm_aid.ui.check.screen import CheckPdf
from sdm_aid.ui.jobs import InlineJobs
from sdm_aid.ui.paper.preview import PaperPreview
from sdm_aid.ui.theme.apply import apply_theme
from tests.documents.seal import tampering
from tests.full_visit import SIGNED
from tests.sealed_visit import clinic_key, sealed_plan
from tests.ui.check.seen import press, shown, tones, visible
from tests.ui.test_pseudo_language import bare_words, sideways, squeezed
from tests.ui.walk import settle


def test_a_known_plan_is_intact_with_a_tick_and_words(
    screen: CheckPdf, home: Path, plan: Path
) -> None:
    (home / CERTIFICATE_FILE).write_bytes(certificate_pem(clinic_key()))
    screen.check(plan)
    assert "plan.pdf: Intact" in shown(screen)
    assert "Sealed by Riverside Pain Clinic" in shown(screen)
    assert tones(screen) == {"good"}
    (frame,) = visible(screen, QWidget, "verdict-card")
    assert "Intact" in frame.accessibleName()
    assert not visible(screen, QAbstractButton, "verdict-trust")


def test_a_changed_plan_says_what_and_shows_the_visit_as_sealed(
    screen: CheckPdf, home: Path, plan: Path
) -> None:
    (home / CERTIFICATE_FILE).write_bytes(certificate_pem(clinic_key()))
    plan.write_bytes(tampering.attachment_replaced(sealed_plan()))
    screen.check(plan)
    assert "Changed" in shown(screen)
    assert "The attached visit was replaced or removed." in shown(screen)
    assert tones(screen) == {"bad"}
    press(screen, "verdict-visit")
    assert "as it was when sealed" in shown(screen)
    assert "Maria Rossi" in shown(screen)
    assert "Somebody Else" not in shown(screen)


def test_a_broken_seal_offers_neither_visit_nor_pages(screen: CheckPdf, plan: Path) -> None:
    plan.write_bytes(tampering.page_byte_flipped(sealed_plan()))
    screen.check(plan)
    assert "Bytes were changed inside what was sealed." in shown(screen)
    for name in ("visit", "pages", "trust"):
        assert not visible(screen, QAbstractButton, f"verdict-{name}")


def test_the_visit_is_a_copy_to_read_and_nothing_in_it_can_be_changed(
    screen: CheckPdf, home: Path, plan: Path
) -> None:
    (home / CERTIFICATE_FILE).write_bytes(certificate_pem(clinic_key()))
    screen.check(plan)
    press(screen, "verdict-visit")
    words = shown(screen)
    assert "A copy from plan.pdf. It cannot be changed here." in words
    assert "Maria Rossi · born 4 May 1974 · 10482" in words
    assert "I want to walk to work again." in words
    (view,) = visible(screen, QWidget, "visit-view")
    assert not view.findChildren(QAbstractButton)
    assert not view.findChildren(QLineEdit)
    press(screen, "check-pdf-return")
    assert "plan.pdf: Intact" in shown(screen)
    assert "I want to walk to work again." not in shown(screen)


def test_the_pages_are_those_that_were_sealed(screen: CheckPdf, plan: Path) -> None:
    plan.write_bytes(tampering.page_removed(sealed_plan()))
    screen.check(plan)
    press(screen, "verdict-pages")
    (preview,) = visible(screen, PaperPreview)
    assert preview.pages is not None
    assert preview.isVisible()
    sealed = len(preview.pages)
    press(screen, "check-pdf-return")
    assert "A page was removed." in shown(screen)
    assert len(PdfReader(plan).pages) == sealed - 1


def test_a_dropped_file_is_checked(screen: CheckPdf, plan: Path) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(plan))])
    none = Qt.KeyboardModifier.NoModifier
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    screen.dropEvent(QDropEvent(QPointF(5, 5), copy, dropped, left, none))
    assert "plan.pdf: Unverified" in shown(screen)


def test_what_cannot_be_read_gets_one_sentence(screen: CheckPdf, tmp_path: Path) -> None:
    (tmp_path / "loose").symlink_to(tmp_path / "nowhere")
    for name, words in (
        ("gone.pdf", "gone.pdf is not there"),
        ("loose", "loose is not there"),
        ("home", "home is a folder"),
    ):
        screen.check(tmp_path / name)
        assert words in shown(screen)
        assert tones(screen) == {"care"}


def views(screen: CheckPdf, plan: Path) -> Iterator[str]:
    """Show each view with all it can hold; the name of what is on view."""
    screen.check(plan)
    yield "verdict"
    press(screen, "verdict-trust")
    yield "trust"
    press(screen, "trust-compared")
    press(screen, "trust-yes")
    press(screen, "check-pdf-trusted")
    press(screen, "trusted-0-remove")
    yield "trusted"
    press(screen, "check-pdf-return")
    press(screen, "verdict-visit")
    yield "visit"


@pytest.mark.parametrize(("language", "scale"), [("qps", 100), ("qpr", 100), ("en", 200)])
def test_words_are_translated_and_nothing_is_cut_off(
    language: str, scale: int, screen: CheckPdf, home: Path, plan: Path
) -> None:
    screen.close()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    use_language(language)
    right = language == "qpr"
    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
    )
    apply_theme(app, "light", scale / 100)
    (home / CERTIFICATE_FILE).write_bytes(certificate_pem(new_key("Other Clinic", SIGNED)))
    made = CheckPdf(InlineJobs(), home, resources_dir())
    made.resize(1366, 768)
    made.show()
    known = {"plan.pdf", "Riverside Pain Clinic", "Other Clinic", "SDM Aid", "SHA-256"}
    known |= {fingerprint(clinic_key().certificate)}
    wrong = []
    for name in views(made, plan):
        settle()
        wrong += [f"{name}: {place}" for place in (*sideways(made), *squeezed(made))]
        if language != "en" and name != "visit":
            wrong += [f"{name}: {bare}" for bare in bare_words(made, known)]
    made.deleteLater()
    assert not wrong, "\n".join(wrong)
