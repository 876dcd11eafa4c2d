"""Papers as files for the validator: those of the matrix, and a plan with each planted fault."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from sdm_aid.documents.blocks import SealField
from sdm_aid.documents.marks import APPROVAL_FIELD, VISIT_FILE
from sdm_aid.documents.pdf.render import Attachment, render
from sdm_aid.documents.seal import keys
from sdm_aid.documents.seal.approval import by_key
from sdm_aid.documents.seal.seal import seal
from tests.documents import sample
from tests.documents.conformance.faults import FAULTS, planted
from tests.documents.layouts import LAYOUTS, decisions
from tests.full_visit import SIGNED
from tests.shipped.once import loaded

_VISIT = Attachment(VISIT_FILE, "application/json", "The visit for machines", sample.VISIT)


def papers(
    folder: Path, about: Collection[str] = (), layouts: Collection[str] = ()
) -> Iterator[Path]:
    """The papers of these decisions in these layouts (empty: in all), and every plan also sealed.

    Each is made when it is asked for.
    """
    clinic = keys.new_key("Riverside Pain Clinic", SIGNED)
    for decision in about or decisions():
        for layout in layouts or LAYOUTS:
            name, document = f"{decision}-{layout}", LAYOUTS[layout](loaded(decision))
            if not layout.startswith("plan"):
                yield _written(folder, name, render(document, SIGNED))
                continue
            plan = render(document, SIGNED, (_VISIT,))
            yield _written(folder, name, plan)
            yield _written(folder, f"{name}-sealed", seal(plan, clinic, SIGNED, "Agreed"))


def sealed_twice(folder: Path) -> Path:
    """A small plan sealed by the clinic and signed with the clinician's own certificate."""
    room = SealField((), "The clinician's own signature", APPROVAL_FIELD)
    data = render(sample.plan(blocks=(*sample.plan_blocks(), room)), SIGNED, (_VISIT,))
    clinic, own = (keys.new_key(name, SIGNED) for name in ("Riverside Pain Clinic", "Dr A. Okafor"))
    return _written(folder, "sealed-twice", seal(data, clinic, SIGNED, "Agreed", by_key(own)))


def faulty(folder: Path) -> Iterator[tuple[Path, str]]:
    """A small plan with each planted fault, named after it, and the standard that it breaks."""
    for name, fault in FAULTS.items():
        with planted(name):
            data = render(sample.plan(), sample.CREATED, (_VISIT,))
        yield _written(folder, name, data), fault.flavour


def _written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / f"{name}.pdf"
    path.write_bytes(data)
    return path
