"""A clinic key and a sealed two-page plan, made once for all tests of the seal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from cryptography import x509

from sdm_aid.documents import blocks as b
from sdm_aid.documents.marks import APPROVAL_FIELD
from sdm_aid.documents.pdf.render import Attachment, render
from sdm_aid.documents.seal import keys
from sdm_aid.documents.seal.approval import by_key
from sdm_aid.documents.seal.seal import seal
from tests.documents.sample import CREATED, VISIT, plan, plan_blocks

CLINIC = "Riverside Pain Clinic"
CLINICIAN = "Dr A. Okafor"


@pytest.fixture(scope="session")
def clinic_key(tmp_path_factory: pytest.TempPathFactory) -> keys.ClinicKey:
    return keys.create(tmp_path_factory.mktemp("key") / "clinic.key", CLINIC, "open it", CREATED)


@pytest.fixture(scope="session")
def stranger_key(tmp_path_factory: pytest.TempPathFactory) -> keys.ClinicKey:
    """Another key under the very same name."""
    folder: Path = tmp_path_factory.mktemp("stranger")
    return keys.create(folder / "clinic.key", CLINIC, "other", CREATED)


@pytest.fixture(scope="session")
def clinician_key() -> keys.ClinicKey:
    """The clinician's own certificate."""
    return keys.new_key(CLINICIAN, CREATED)


def _unsealed(*more: b.Block) -> bytes:
    last = (b.PageBreak(), b.Heading(2, "Page two"), b.text("Something."))
    attachment = Attachment("visit.json", "application/json", "The visit", VISIT)
    return render(plan(blocks=(*plan_blocks(), *more, *last)), CREATED, (attachment,))


@pytest.fixture(scope="session")
def unsealed() -> bytes:
    return _unsealed()


@pytest.fixture(scope="session")
def with_room() -> bytes:
    """The same with a field for the clinician's own certificate."""
    return _unsealed(b.SealField((), "The clinician's own", APPROVAL_FIELD))


@pytest.fixture(scope="session")
def sealed(unsealed: bytes, clinic_key: keys.ClinicKey) -> bytes:
    return seal(unsealed, clinic_key, CREATED, "Agreed plan")


@pytest.fixture(scope="session")
def sealed_twice(
    with_room: bytes, clinic_key: keys.ClinicKey, clinician_key: keys.ClinicKey
) -> bytes:
    """Sealed by the clinic, then signed with the clinician's own certificate."""
    return seal(with_room, clinic_key, CREATED, "Agreed plan", by_key(clinician_key))


@pytest.fixture(scope="session")
def trusted(clinic_key: keys.ClinicKey) -> Sequence[x509.Certificate]:
    return (clinic_key.root,)
