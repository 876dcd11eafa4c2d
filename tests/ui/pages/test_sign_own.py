"""Also signing with the clinician’s own certificate: file, card, and what can be wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.application import own_certificate
from sdm_aid.application.clinic_key import make_key
from sdm_aid.application.own_certificate import OwnSignatureProblem, habit
from sdm_aid.application.session import Session
from sdm_aid.application.signature_words import own_sentence
from sdm_aid.application.time_server import TimeServer
from sdm_aid.documents.marks import APPROVAL_FIELD, SEAL_FIELD
from sdm_aid.documents.seal import card as cards
from sdm_aid.documents.seal.card import CardCertificate, CardProblem, CardTrouble
from sdm_aid.documents.seal.own_key import KindOfKey, NotForSigning, OutOfTime, read_pkcs12
from sdm_aid.documents.seal.seal import SealProblem
from sdm_aid.domain.journal import Journal
from sdm_aid.ui.bridge import SessionBridge
from sdm_aid.ui.jobs import InlineJobs
from sdm_aid.ui.pages.base import VisitContext
from sdm_aid.ui.pages.sign import SignPage, seal_job
from sdm_aid.ui.theme.apply import apply_theme
from tests.domain.visits import NOON
from tests.own_certificates import SECRET, own_file
from tests.time_servers import serving, stamping, stamps
from tests.ui.pages.hands import one, press, type_in
from tests.ui.pages.reach import nameless, small
from tests.ui.pages.real_content import the_content
from tests.ui.pages.signed import a_signed_visit

PASSPHRASE = "copper lantern field seven"
Open = Callable[[], SignPage]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("own") / "okafor.p12"
    path.write_bytes(own_file(NOON))
    return path


@pytest.fixture
def open_page(qtbot: QtBot, tmp_path: Path, papers: Path) -> Open:
    """Opens the page where a signed visit is sealed; the clinic's passphrase is typed."""
    home = tmp_path / "home"
    make_key(home, "Riverside Pain Clinic", PASSPHRASE, NOON)

    def opened() -> SignPage:
        session = Session(Journal(begun=a_signed_visit()), lambda: NOON, who="test")
        bridge = SessionBridge(session)
        page = SignPage(
            VisitContext(bridge, the_content(), InlineJobs(), home), choose_folder=lambda: papers
        )
        bridge.changed.connect(page.render_state)
        page.render_state(bridge.state)
        page.reset_view()
        qtbot.addWidget(page)
        page.resize(1300, 900)
        page.show()
        page.footer_action("read")
        page.footer_action("seal")
        type_in(page, "seal-passphrase", PASSPHRASE)
        return page

    return opened


def problem(page: SignPage) -> str:
    return one(page, QWidget, "seal-problem").accessibleName()


def signed_fields(papers: Path) -> list[str]:
    """The signature fields of the one plan in a folder."""
    (plan,) = papers.glob("*-plan.pdf")
    fields = PdfReader(BytesIO(plan.read_bytes())).get_fields()
    assert fields is not None
    return [name for name, field in fields.items() if "/V" in field]


def test_it_is_off_at_first_and_says_that_nothing_signs_for_the_patient(open_page: Open) -> None:
    page = open_page()
    tick = one(page, QCheckBox, "own-wanted")
    assert not tick.isChecked()
    assert not one(page, QWidget, "own-kind").isVisible()
    assert page.seal.ready
    tick.click()
    assert one(page, QWidget, "own-kind").isVisible()
    words = " ".join(each.text() for each in page.seal.own.findChildren(QLabel) if each.isVisible())
    assert "No certificate ever signs for the patient" in words
    assert not page.seal.ready
    tick.click()
    assert page.seal.ready


def test_a_file_is_asked_for_its_passphrase_each_time_and_remembered_otherwise(
    open_page: Open, papers: Path, tmp_path: Path, own: Path
) -> None:
    page = open_page()
    one(page, QCheckBox, "own-wanted").click()
    page.seal.own.use_file(own)
    secret = one(page, QLineEdit, "own-secret")
    assert secret.accessibleName() == "Passphrase of this file"
    assert secret.echoMode() is QLineEdit.EchoMode.Password
    type_in(page, "own-secret", "something else")
    page.footer_action("seal-now")
    assert "does not open the file of your certificate" in problem(page)
    assert "The visit is kept" in problem(page)
    assert page.state.seal is None
    assert page.state.signatures
    assert list(papers.iterdir()) == []
    assert secret.text() == ""
    assert page.focusWidget() is secret
    type_in(page, "own-secret", SECRET)
    QTest.keyClick(secret, Qt.Key.Key_Return)
    assert page.state.seal is not None
    assert signed_fields(papers) == [SEAL_FIELD, APPROVAL_FIELD]
    assert SECRET not in (tmp_path / "home" / own_certificate.FILE_NAME).read_text("utf-8")
    later = open_page()
    assert one(later, QCheckBox, "own-wanted").isChecked()
    assert one(later, QLabel, "own-file-name").text() == str(own)
    assert one(later, QLineEdit, "own-secret").text() == ""


def test_a_plan_can_be_saved_without_it_after_any_trouble(
    open_page: Open, papers: Path, own: Path
) -> None:
    page = open_page()
    one(page, QCheckBox, "own-wanted").click()
    page.seal.own.use_file(own)
    assert not one(page, QWidget, "seal-without-own").isVisible()
    type_in(page, "own-secret", "something else")
    page.footer_action("seal-now")
    press(page, "seal-without-own")
    assert page.state.seal is not None
    assert signed_fields(papers) == [SEAL_FIELD]


def _two_on_a_card(own: Path) -> Sequence[CardCertificate]:
    certificate = read_pkcs12(own.read_bytes(), SECRET, NOON).certificate
    return tuple(
        CardCertificate(certificate, number, label, "Card of Okafor", "", pinpad)
        for number, label, pinpad in (("AQ==", "signing", False), ("Ag==", "at the reader", True))
    )


def _choose_card(page: SignPage) -> None:
    one(page, QCheckBox, "own-wanted").click()
    press(one(page, QWidget, "own-kind"), "chip-card")
    page.seal.own.finder.module_chosen.emit("/usr/lib/card.so")


def test_a_certificate_on_a_card_is_chosen_by_its_label(
    qapp: QApplication, open_page: Open, papers: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    apply_theme(qapp, "light")
    monkeypatch.setattr(cards, "find", lambda _module: _two_on_a_card(own))
    page = open_page()
    _choose_card(page)
    assert not page.seal.ready
    assert not one(page, QLineEdit, "own-secret").isVisible()
    press(page, "chip-0")
    assert "signing" in page.seal.own.finder._list.chip("0").text()
    assert one(page, QLineEdit, "own-secret").accessibleName() == "PIN of the card"
    type_in(page, "own-secret", "1111")

    def wrong(*_of_card: object) -> object:
        raise CardProblem(CardTrouble.PIN, "one")

    monkeypatch.setattr(cards, "Card", wrong)
    page.footer_action("seal-now")
    assert "one more try" in problem(page)
    assert (page.state.seal, list(papers.iterdir())) == (None, [])
    assert one(page, QLineEdit, "own-secret").text() == ""
    press(page, "chip-1")
    assert not one(page, QLineEdit, "own-secret").isVisible()
    assert page.seal.ready
    assert (small(page), nameless(page)) == ([], [])


def test_a_reader_that_is_not_there_is_told_beside_it(open_page: Open, tmp_path: Path) -> None:
    page = open_page()
    _choose_card(page)
    told = one(page, QWidget, "own-card-notice").accessibleName()
    assert "no longer at its place" in told
    assert problem(page) == ""
    assert not page.seal.ready
    assert habit(tmp_path / "home").module == "/usr/lib/card.so"
    one(page, QCheckBox, "own-wanted").click()
    assert page.seal.ready


def test_a_time_server_that_is_silent_can_be_done_without(
    open_page: Open, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(stamps(NOON)) as address:
        pass
    server = TimeServer(address, stamping().pem)
    monkeypatch.setattr(
        seal_job, "_time_server", lambda order: server if order.time_stamped else None
    )
    page = open_page()
    page.footer_action("seal-now")
    assert f"The time stamp server {address} does not answer." in problem(page)
    assert (page.state.seal, list(papers.iterdir())) == (None, [])
    press(page, "seal-without-time")
    assert page.state.seal is not None
    assert signed_fields(papers) == [SEAL_FIELD]


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        *((CardProblem(each), ".") for each in CardTrouble if each is not CardTrouble.PIN),
        *((CardProblem(CardTrouble.PIN, left), "PIN is wrong") for left in ("", "few", "none")),
        (KindOfKey("weak"), "2048 bits"),
        (NotForSigning("usage"), "not meant for signing"),
        (OutOfTime(NOON.replace(year=2020), NOON.replace(year=2024), NOON), "21 Nov 2024"),
        (OutOfTime(NOON.replace(year=2028), NOON.replace(year=2029), NOON), "21 Nov 2028"),
        (OSError("gone"), "cannot be read"),
        (SealProblem("check"), "did not pass our own check"),
    ],
)
def test_every_trouble_has_one_sentence_and_says_the_visit_is_kept(
    cause: Exception, said: str
) -> None:
    words = own_sentence(OwnSignatureProblem(cause))
    assert said in words
    assert words.endswith("The visit is kept; the plan can be saved without your own signature.")
    assert "could not sign" not in words
