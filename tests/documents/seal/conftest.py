"""A clinic key and a sealed two-page plan, made once for all tests of the seal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from cryptography import x509

from sdm_aid.documents import blocks as b
from sdm_aid.documents.pdf.render import Attachment, render
from sdm_aid.documents.seal import keys
from sdm_aid.documents.seal.seal import seal
from tests.documents.sample import CREATED, VISIT, plan, plan_blocks

CLINIC = "Riverside Pain Clinic"


@pytest.fixture(scope="session")
def clinic_key(tmp_path_factory: pytest.TempPathFactory) -> keys.ClinicKey:
    return keys.create(tmp_path_factory.mktemp("key") / "clinic.key", CLINIC, "open it", CREATED)


@pytest.fixture(scope="session")
def stranger_key(tmp_path_factory: pytest.TempPathFactory) -> keys.ClinicKey:
    """Another key under the very same name."""
    folder: Path = tmp_path_factory.mktemp("stranger")
    return keys.create(folder / "clinic.key", CLINIC, "other", CREATED)


@pytest.fixture(scope="session")
def unsealed() -> bytes:
    blocks = (*plan_blocks(), b.PageBreak(), b.Heading(2, "Page two"), b.text("Something."))
    attachment = Attachment("visit.json", "application/json", "The visit", VISIT)
    return render(plan(blocks=blocks), CREATED, (attachment,))


@pytest.fixture(scope="session")
def sealed(unsealed: bytes, clinic_key: keys.ClinicKey) -> bytes:
    return seal(unsealed, clinic_key, CREATED, "Agreed plan")


@pytest.fixture(scope="session")
def trusted(clinic_key: keys.ClinicKey) -> Sequence[x509.Certificate]:
    return (clinic_key.root,)
