"""The clinic's seal in the vault: plans sealed with it check, and no file gives the key away."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

from sdm_aid.application import clinic_key
from sdm_aid.application.record import clinic_seal
from sdm_aid.application.record.clinic_seal import CannotSeal, SealExists
from sdm_aid.documents.pdf.render import render
from sdm_aid.documents.seal import keys, own_key
from sdm_aid.documents.seal.keys import ClinicKey, WrongPassphrase
from sdm_aid.documents.seal.seal import seal
from sdm_aid.documents.seal.verdict import Reason, Status, Verdict
from sdm_aid.documents.seal.verify import verify
from sdm_aid.records import users
from sdm_aid.records.clinic import put_item
from sdm_aid.records.opening import create, open_for
from sdm_aid.records.place import Place
from sdm_aid.records.record import Record
from sdm_aid.records.trouble import DamagedRecord, NotAllowed
from sdm_aid.ui.record.access.told import sentence_of
from tests.documents.sample import CREATED, plan
from tests.own_certificates import SECRET, own_file
from tests.records.conftest import FIRST, PASSPHRASE, QUICK

CLINIC = "Riverside Pain Clinic"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def record(home: Path) -> Iterator[Record]:
    made = create(Place(home / "record"), CLINIC, FIRST, PASSPHRASE, _now, QUICK).record
    yield made
    made.close()


def _now() -> datetime:
    return CREATED


def _status(key: ClinicKey | None, home: Path) -> Status:
    """What this computer says of a plan sealed with the key."""
    assert key is not None
    sealed = seal(render(plan(), CREATED), key, CREATED, "agreed")
    return verify(sealed, clinic_key.trusted_here(home)).status


def test_a_made_seal_is_the_same_after_locking_and_this_computer_trusts_it(
    record: Record, home: Path
) -> None:
    assert clinic_seal.seal_key(record) is None
    made = clinic_seal.make_seal(record, CLINIC, CREATED)
    clinic_seal.trust_here(record, home)
    record.close()
    again = open_for(record.place, FIRST.id, PASSPHRASE, _now).record
    found = clinic_seal.seal_key(again)
    assert found is not None
    assert found.certificate == made.certificate
    assert _status(found, home) is Status.INTACT
    about = clinic_seal.about(again)
    assert about is not None
    assert (about.clinic, about.origin) == (CLINIC, "made")
    assert about.fingerprint == keys.fingerprint(made.root)
    again.close()


def test_no_file_holds_the_private_key(record: Record, home: Path) -> None:
    made = clinic_seal.make_seal(record, CLINIC, CREATED)
    clinic_seal.trust_here(record, home)
    private = own_key.private_bytes(made)
    for file in home.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert private[-32:] not in data
            assert base64.b64encode(private)[:40] not in data
            assert b"PRIVATE" not in data


def test_a_seal_is_never_written_over_by_a_made_one(record: Record) -> None:
    made = clinic_seal.make_seal(record, CLINIC, CREATED)
    with pytest.raises(SealExists):
        clinic_seal.make_seal(record, "Another name", CREATED)
    found = clinic_seal.seal_key(record)
    assert found is not None
    assert found.root == made.root


@pytest.mark.parametrize(
    "make",
    [
        lambda: ec.generate_private_key(ec.SECP256R1()),
        lambda: ec.generate_private_key(ec.SECP384R1()),
        lambda: rsa.generate_private_key(65537, 2048),
    ],
    ids=["p256", "p384", "rsa2048"],
)
def test_an_own_certificate_seals_and_what_was_sealed_before_still_reads_as_intact(
    record: Record, home: Path, make: Callable[[], object]
) -> None:
    clinic_seal.make_seal(record, CLINIC, CREATED)
    before = seal(render(plan(), CREATED), _key(record), CREATED, "agreed")
    data = own_file(CREATED, make(), authority=ec.generate_private_key(ec.SECP256R1()))
    clinic_seal.import_pkcs12(record, data, SECRET)
    clinic_seal.trust_here(record, home)
    assert _key(record).clinic == "Riverside Hospital"
    assert _status(_key(record), home) is Status.INTACT
    assert verify(before, clinic_key.trusted_here(home)).status is Status.INTACT
    others = keys.certificates_in(clinic_seal.export_certificate(record))
    assert others[0].subject == _key(record).root.subject
    assert verify(before, others).status is Status.INTACT


def _key(record: Record) -> ClinicKey:
    found = clinic_seal.seal_key(record)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("data", "secret", "kind", "said"),
    [
        (lambda: own_file(CREATED), "wrong", WrongPassphrase, "does not open the file"),
        (lambda: b"", SECRET, own_key.NotPkcs12, "no whole PKCS#12"),
        (lambda: b"-----BEGIN", SECRET, own_key.NotPkcs12, "no whole PKCS#12"),
        (lambda: own_file(CREATED)[:-40], SECRET, own_key.NotPkcs12, "no whole PKCS#12"),
        (lambda: b"0" * (own_key.LARGEST_FILE + 1), SECRET, own_key.NotPkcs12, "no whole"),
        (
            lambda: own_file(CREATED, without_key=True),
            SECRET,
            own_key.NoKeyInside,
            "no private key",
        ),
        (
            lambda: own_file(CREATED, ed25519.Ed25519PrivateKey.generate()),
            SECRET,
            own_key.KindOfKey,
            "RSA of 2048 bits",
        ),
        (
            lambda: own_file(CREATED, ec.generate_private_key(ec.SECP256K1())),
            SECRET,
            own_key.KindOfKey,
            "P-256",
        ),
        (
            lambda: own_file(CREATED, rsa.generate_private_key(65537, 1024)),
            SECRET,
            own_key.KindOfKey,
            "RSA of 2048 bits",
        ),
        (
            lambda: own_file(CREATED, begins=-30, days=20),
            SECRET,
            own_key.OutOfTime,
            "ran out on 11 Nov 2026",
        ),
        (lambda: own_file(CREATED, begins=3), SECRET, own_key.OutOfTime, "only from 24 Nov 2026"),
        (
            lambda: own_file(CREATED, usage="key_encipherment"),
            SECRET,
            own_key.NotForSigning,
            "nonRepudiation",
        ),
    ],
    ids=[
        "wrong", "empty", "pem", "cut", "huge", "no key", "ed25519", "k1", "weak", "old", "early",
        "usage",
    ],
)  # fmt: skip
def test_an_own_certificate_that_will_not_do_is_refused_in_one_sentence(
    record: Record, data: Callable[[], bytes], secret: str, kind: type[Exception], said: str
) -> None:
    made = clinic_seal.make_seal(record, CLINIC, CREATED)
    with pytest.raises(kind) as problem:
        clinic_seal.import_pkcs12(record, data(), secret)
    assert said in sentence_of(problem.value)
    assert _key(record).root == made.root


@pytest.mark.parametrize("usage", ["digital_signature", "content_commitment", None])
def test_whatever_usage_is_taken_reads_as_intact(
    record: Record, home: Path, usage: str | None
) -> None:
    clinic_seal.import_pkcs12(record, own_file(CREATED, usage=usage), SECRET)
    clinic_seal.trust_here(record, home)
    assert _status(_key(record), home) is Status.INTACT


def test_a_certificate_whose_seal_does_not_pass_our_check_is_refused(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sdm_aid.documents.seal import seal as sealing

    monkeypatch.setattr(
        sealing, "verify", lambda *_: Verdict(Status.UNVERIFIED, Reason.UNKNOWN_KEY)
    )
    with pytest.raises(CannotSeal) as problem:
        clinic_seal.import_pkcs12(record, own_file(CREATED), SECRET)
    assert "did not pass" in sentence_of(problem.value)
    assert clinic_seal.seal_key(record) is None


def test_the_seal_of_this_computer_is_taken_over(record: Record, home: Path) -> None:
    assert not clinic_seal.file_key_here(home)
    of_file = clinic_key.make_key(home, CLINIC, "lantern copper field", CREATED)
    assert clinic_seal.file_key_here(home)
    with pytest.raises(WrongPassphrase) as problem:
        clinic_seal.adopt_file_key(record, home, "not it at all")
    assert "does not open" in sentence_of(problem.value)
    assert clinic_seal.seal_key(record) is None
    clinic_seal.adopt_file_key(record, home, "lantern copper field")
    assert _key(record).certificate == of_file.certificate
    clinic_seal.trust_here(record, home)
    assert _status(_key(record), home) is Status.INTACT


def test_trusting_keeps_what_was_trusted_and_drops_what_is_no_certificate(
    record: Record, home: Path
) -> None:
    older = keys.new_key("Before", CREATED)
    pem = keys.certificate_pem(older)
    broken = b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
    (home / "clinic.pem").write_bytes(broken + pem)
    clinic_seal.make_seal(record, CLINIC, CREATED)
    clinic_seal.trust_here(record, home)
    first = (home / "clinic.pem").read_bytes()
    clinic_seal.trust_here(record, home)
    assert (home / "clinic.pem").read_bytes() == first
    assert set(clinic_key.trusted_here(home)) == {_key(record).root, older.root}


def test_only_an_administrator_changes_the_seal(record: Record, home: Path) -> None:
    users.add(record, "Rea Reader", "reader", "", PASSPHRASE, QUICK)
    users.add(record, "Cleo Clinician", "clinician", "", PASSPHRASE, QUICK)
    clinic_seal.make_seal(record, CLINIC, CREATED)
    record.close()
    for name in ("Rea Reader", "Cleo Clinician"):
        theirs = open_for(record.place, name, PASSPHRASE, _now).record
        with pytest.raises(NotAllowed):
            clinic_seal.make_seal(theirs, CLINIC, CREATED)
        with pytest.raises(NotAllowed):
            clinic_seal.import_pkcs12(theirs, own_file(CREATED), SECRET)
        with pytest.raises(NotAllowed):
            clinic_seal.adopt_file_key(theirs, home, "x")
        assert clinic_seal.seal_key(theirs) is not None
        assert clinic_seal.export_certificate(theirs).startswith(b"-----BEGIN CERT")
        theirs.close()


def test_an_item_that_is_no_key_is_told_as_damage(record: Record) -> None:
    put_item(record, clinic_seal.ITEM, {"private": "AAAA"}, {"kind": "test"})
    with pytest.raises(DamagedRecord):
        clinic_seal.seal_key(record)
