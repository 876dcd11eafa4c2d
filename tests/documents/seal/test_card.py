"""The clinician's card: found, opened, signed with; and everything that can be wrong with one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from pkcs11 import TokenFlag

from sdm_aid.documents.seal import card as cards
from sdm_aid.documents.seal import card_process
from sdm_aid.documents.seal.card import Card, CardCertificate, CardProblem, CardTrouble, find
from sdm_aid.documents.seal.keys import ClinicKey
from sdm_aid.documents.seal.own_key import OutOfTime
from sdm_aid.documents.seal.seal import seal
from sdm_aid.documents.seal.verdict import Status
from sdm_aid.documents.seal.verify import verify
from tests.cards import MODULE, PIN, Drawer, a_drawer
from tests.documents.sample import CREATED


@pytest.fixture(scope="module")
def drawer(tmp_path_factory: pytest.TempPathFactory) -> Drawer:
    made = a_drawer(tmp_path_factory.mktemp("cards"))
    made.put_in("Card of Okafor", ec.generate_private_key(ec.SECP256R1()))
    made.put_in("Card of Silva", rsa.generate_private_key(65537, 2048))
    made.add("Card of Silva", ec.generate_private_key(ec.SECP384R1()), 2)
    return made


@pytest.fixture(scope="module")
def found(drawer: Drawer) -> tuple[CardCertificate, ...]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(drawer.settings))
        return tuple(sorted(find(MODULE), key=lambda each: (each.card, each.label)))


@pytest.fixture
def inserted(
    drawer: Drawer, found: tuple[CardCertificate, ...], monkeypatch: pytest.MonkeyPatch
) -> tuple[CardCertificate, ...]:
    """The certificates, while the cards are in their readers."""
    monkeypatch.setenv("SOFTHSM2_CONF", str(drawer.settings))
    return found


def test_all_cards_and_certificates_are_found_without_a_pin(
    inserted: tuple[CardCertificate, ...],
) -> None:
    assert [(each.card, each.label) for each in inserted] == [
        ("Card of Okafor", "certificate 1"),
        ("Card of Silva", "certificate 1"),
        ("Card of Silva", "certificate 2"),
    ]
    assert not any(each.pinpad for each in inserted)


@pytest.mark.parametrize("which", [0, 1, 2], ids=["p256", "rsa", "p384"])
def test_a_card_approves_a_plan(
    inserted: tuple[CardCertificate, ...], with_room: bytes, clinic_key: ClinicKey, which: int
) -> None:
    chosen = inserted[which]
    with Card(MODULE, chosen, PIN, CREATED) as card:
        twice = seal(with_room, clinic_key, CREATED, "Agreed plan", card.approval("Signed"))
    verdict = verify(twice, (clinic_key.root, chosen.certificate))
    assert verdict.status is Status.INTACT
    assert verdict.signatures[1].certificate == chosen.certificate


def test_a_wrong_pin_is_told_and_that_a_try_is_gone(inserted: tuple[CardCertificate, ...]) -> None:
    with pytest.raises(CardProblem) as problem:
        Card(MODULE, inserted[0], "111111", CREATED)
    assert (problem.value.trouble, problem.value.left) == (CardTrouble.PIN, "few")
    with Card(MODULE, inserted[0], PIN, CREATED) as card:
        assert card.sign(b"data")


@pytest.mark.parametrize(
    ("flags", "left"),
    [
        (TokenFlag.USER_PIN_COUNT_LOW | TokenFlag.USER_PIN_FINAL_TRY, "one"),
        (TokenFlag.USER_PIN_COUNT_LOW, "few"),
        (TokenFlag.USER_PIN_LOCKED | TokenFlag.USER_PIN_COUNT_LOW, "none"),
        (TokenFlag.LOGIN_REQUIRED, ""),
    ],
)
def test_what_a_card_says_of_its_tries(flags: TokenFlag, left: str) -> None:
    slot = SimpleNamespace(get_token=lambda: SimpleNamespace(flags=flags))
    assert card_process._left(slot) == left


def test_a_card_that_was_pulled_out(
    inserted: tuple[CardCertificate, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOFTHSM2_CONF", str(a_drawer(tmp_path).settings))
    assert find(MODULE) == ()
    with pytest.raises(CardProblem) as problem:
        Card(MODULE, inserted[0], PIN, CREATED)
    assert problem.value.trouble is CardTrouble.NO_CARD


def test_a_certificate_without_its_key(inserted: tuple[CardCertificate, ...]) -> None:
    lost = CardCertificate(
        inserted[0].certificate, "Zm8=", "", inserted[0].card, inserted[0].serial, False
    )
    with pytest.raises(CardProblem) as problem:
        Card(MODULE, lost, PIN, CREATED)
    assert problem.value.trouble is CardTrouble.NO_KEY


def test_a_certificate_that_has_run_out_is_told_before_the_pin_is_tried(
    inserted: tuple[CardCertificate, ...],
) -> None:
    with pytest.raises(OutOfTime):
        Card(MODULE, inserted[0], "not the PIN", CREATED.replace(year=2031))


@pytest.mark.parametrize(
    ("module", "trouble"),
    [
        ("none.so", CardTrouble.MODULE_GONE),
        ("text.so", CardTrouble.MODULE),
        ("other.so", CardTrouble.MODULE),
    ],
)
def test_a_module_that_is_none(tmp_path: Path, module: str, trouble: CardTrouble) -> None:
    (tmp_path / "text.so").write_text("not a library")
    (tmp_path / "other.so").symlink_to(_some_library())
    with pytest.raises(CardProblem) as problem:
        find(tmp_path / module)
    assert problem.value.trouble is trouble


def _some_library() -> Path:
    """A library that is loaded already and knows nothing of cards."""
    lines = Path("/proc/self/maps").read_text().splitlines()
    return Path(next(line.split()[-1] for line in lines if "libc.so" in line))


def test_a_module_that_crashes_takes_only_its_own_process_down(
    inserted: tuple[CardCertificate, ...],
) -> None:
    with Card(MODULE, inserted[0], PIN, CREATED) as card:
        os.kill(card._process._child.pid, signal.SIGSEGV)
        with pytest.raises(CardProblem) as problem:
            card.sign(b"data")
    assert problem.value.trouble is CardTrouble.STOPPED


def test_a_module_that_hangs_is_given_up(
    inserted: tuple[CardCertificate, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cards, "LEAVING", 0.2)
    with Card(MODULE, inserted[0], PIN, CREATED) as card:
        monkeypatch.setattr(cards, "ASKING", 0.2)
        os.kill(card._process._child.pid, signal.SIGSTOP)
        with pytest.raises(CardProblem) as problem:
            card.sign(b"data")
    assert problem.value.trouble is CardTrouble.SILENT
    assert card._process._child.returncode is not None


def test_the_pin_is_in_no_command_line_and_no_answer(
    inserted: tuple[CardCertificate, ...],
) -> None:
    with Card(MODULE, inserted[0], PIN, CREATED) as card:
        command = Path(f"/proc/{card._process._child.pid}/cmdline").read_bytes()
        environment = Path(f"/proc/{card._process._child.pid}/environ").read_bytes()
        assert PIN.encode() not in command + environment
    assert PIN not in repr(card) + repr(inserted[0])


def test_what_a_module_prints_does_not_reach_the_answers() -> None:
    code = """
import os
from sdm_aid.documents.seal.card_process import _own_output
answers = _own_output()
os.write(1, b"chatter of a module")
os.write(2, b"more of it")
answers.write("answer\\n")
answers.close()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"answer\n", b"")
