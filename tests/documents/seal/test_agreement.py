# mypy: disable-error-code="no-untyped-call"
"""Another reader, the bare library and our own check say the same of an untouched plan."""

from __future__ import annotations

import io
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from sdm_aid.documents.seal.keys import ClinicKey
from sdm_aid.documents.seal.signature import for_pyhanko
from sdm_aid.documents.seal.verdict import Status
from sdm_aid.documents.seal.verify import verify

Roots = Sequence[x509.Certificate]


@pytest.mark.parametrize("count", [1, 2])
def test_all_three_agree_on_an_untouched_plan(
    count: int,
    tmp_path: Path,
    sealed: bytes,
    sealed_twice: bytes,
    clinic_key: ClinicKey,
    clinician_key: ClinicKey,
) -> None:
    data, roots = (sealed, sealed_twice)[count - 1], (clinic_key.root, clinician_key.root)
    report = _pdfsig(tmp_path, data)
    assert report.count("Signature is Valid.") == count
    assert report.count("Total document signed") == 1
    assert "Riverside Pain Clinic" in report
    assert _bare(data, roots) == [True] * count
    verdict = verify(data, roots)
    assert verdict.status is Status.INTACT
    assert [found.trusted for found in verdict.signatures] == [True] * count


def _bare(data: bytes, roots: Roots) -> list[bool]:
    """The library's own bottom line on each signature."""
    known = [for_pyhanko(each) for each in roots]
    return [
        validate_pdf_signature(
            signature, ValidationContext(trust_roots=known, allow_fetching=False)
        ).bottom_line
        for signature in PdfFileReader(io.BytesIO(data)).embedded_signatures
    ]


def _pdfsig(folder: Path, data: bytes) -> str:
    """What poppler says, with no key database of this computer's user."""
    file = folder / "plan.pdf"
    file.write_bytes(data)
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder)}
    command = ["pdfsig", str(file)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    return run.stdout
