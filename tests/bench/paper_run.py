"""A plan built, sealed and checked inside one process, ours and bare in turn; writes JSON."""

from __future__ import annotations

import io
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pypdf
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives import serialization
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from sdm_aid.application.clinic_key import make_key
from sdm_aid.application.export_plan import PROGRAM, plan_bytes
from sdm_aid.documents.paper import PaperInput
from sdm_aid.documents.plan import build_plan
from sdm_aid.documents.seal.keys import ClinicKey
from sdm_aid.documents.seal.seal import seal
from sdm_aid.documents.seal.verify import verify
from tests.bench import bare_plan
from tests.bench.measure import alternating, calls_ms
from tests.bench.plain_story import story
from tests.full_visit import SIGNED, a_session, the_content

ROUNDS = 15
PASSPHRASE = "made-up clinic, made-up seal"


def main() -> None:
    """Measure and print."""
    visit, content = a_session(), the_content()
    document = build_plan(PaperInput(content, visit.state, SIGNED, PROGRAM))
    with tempfile.TemporaryDirectory() as home:
        key = make_key(Path(home), "Riverside Pain Clinic", PASSPHRASE, SIGNED)
    plan = plan_bytes(content, visit.state, visit.journal, SIGNED)
    reason = "Plan agreed and sealed by the clinic"
    sealed = seal(plan, key, SIGNED, reason)
    found = {
        "built": _in_turn(
            lambda: plan_bytes(content, visit.state, visit.journal, SIGNED),
            lambda: bare_plan.write(document),
        ),
        # sealing ends with our own check of what was sealed
        "sealed": _in_turn(
            lambda: seal(plan, key, SIGNED, reason),
            lambda: _validated(bare_plan.sign(plan, key), key),
        ),
        "checked": _in_turn(lambda: verify(sealed, (key.root,)), lambda: _validated(sealed, key)),
        "pages": len(pypdf.PdfReader(io.BytesIO(plan)).pages),
        "kb": len(sealed) / 1024,
        "steps": story(document),
    }
    sys.stdout.write(json.dumps(found))


def _in_turn(ours: Callable[[], object], bare: Callable[[], object]) -> tuple[float, float]:
    return alternating(lambda: calls_ms(ours, 1)[0], lambda: calls_ms(bare, 1)[0], ROUNDS)


def _validated(data: bytes, key: ClinicKey) -> bool:
    """What pyHanko alone says of the first signature."""
    root = asn1_x509.Certificate.load(key.root.public_bytes(serialization.Encoding.DER))
    context = ValidationContext(trust_roots=[root], allow_fetching=False)
    signature = PdfFileReader(io.BytesIO(data)).embedded_regular_signatures[0]
    valid: bool = validate_pdf_signature(signature, context).bottom_line
    return valid


if __name__ == "__main__":
    main()
