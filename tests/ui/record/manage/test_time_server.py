"""The clinic’s time stamp server by clicks and keys: tried, kept, let go; what can be wrong."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from sdm_aid.application.clinic_key import time_servers_here
from sdm_aid.application.record.clinic_time_server import time_server
from sdm_aid.application.record.desk import Desk
from tests.time_servers import serving, stamping, stamps
from tests.ui.pages.hands import one, press, type_in
from tests.ui.record.access_clinic import NOW, Clinic
from tests.ui.record.manage.looking import Show, said, there


def test_a_server_is_tried_then_kept_and_can_be_let_go(
    show: Show, desks: list[Desk], clinic: Clinic, tmp_path: Path
) -> None:
    screen = show()
    assert "own clock" in one(screen, QLabel, "time-server-now").text()
    assert not there(screen, "time-server-drop")
    certificate = tmp_path / "time.pem"
    with serving(stamps(NOW)) as address:
        type_in(screen, "time-server-address", address)
        assert not one(screen, QPushButton, "time-server-keep").isEnabled()
        certificate.write_text("no certificate")
        screen.time_server.use_certificate(certificate)
        press(screen, "time-server-keep")
        assert "holds no certificate" in said(screen, "time-server-notice")
        certificate.write_text(stamping().pem)
        press(screen, "time-server-keep")
        assert "stamps as it should" in said(screen, "time-server-notice")
    kept = time_server(desks[0].record)
    assert kept is not None
    assert (kept.address, kept.certificates) == (address, stamping().pem)
    assert address in one(screen, QLabel, "time-server-now").text()
    assert time_servers_here(clinic.home) == (stamping().certificate,)
    screen.time_server.use_certificate(certificate)
    press(screen, "time-server-keep")  # nobody is there any more
    assert said(screen, "time-server-notice").endswith("does not answer. Nothing was changed.")
    assert time_server(desks[0].record) == kept
    press(screen, "time-server-drop")
    assert "still believed" in said(screen, "time-server-notice")
    assert time_server(desks[0].record) is None


def test_an_address_elsewhere_is_never_asked(show: Show, desks: list[Desk], tmp_path: Path) -> None:
    screen = show()
    certificate = tmp_path / "time.pem"
    certificate.write_text(stamping().pem)
    screen.time_server.use_certificate(certificate)
    for address, why in (("time", "is no address"), ("http://192.0.2.7/", "own network")):
        type_in(screen, "time-server-address", address)
        press(screen, "time-server-keep")
        assert why in said(screen, "time-server-notice")
    assert one(screen, QLineEdit, "time-server-address").text() == "http://192.0.2.7/"
    assert time_server(desks[0].record) is None
