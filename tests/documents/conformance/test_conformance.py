"""A sample of papers is archival and accessible, and the validator would say if it were not.

One Java process for all of it, whichever workers the tests fall to.
"""

from __future__ import annotations

import os
import pickle
from itertools import chain

import pytest
from filelock import FileLock

from tests.documents.conformance.faults import FAULTS
from tests.documents.conformance.papers import faulty, papers, sealed_twice
from tests.documents.conformance.verapdf import FLAVOURS, Verdict, both, validate

ABOUT = "fibromyalgia"
"""One of the shorter papers: the validator takes its time for each word."""
LAYOUTS = (
    "plan",
    "plan-quick",
    "plan-arabic",
    "handout",
    "handout-large-letter",
    "handout-arabic",
    "empty",
)
PAPERS = (
    *(f"{ABOUT}-{layout}" for layout in LAYOUTS),
    *(f"{ABOUT}-{layout}-sealed" for layout in LAYOUTS if layout.startswith("plan")),
    "sealed-twice",
)


@pytest.fixture(scope="session")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Verdict]:
    """What was said of each file, by its name and the standard; asked once in a run of tests."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "conformance"
    folder.mkdir(exist_ok=True)
    kept = folder / "verdicts"
    with FileLock(folder / "lock"):
        if not kept.exists():
            files = chain(papers(folder, [ABOUT], LAYOUTS), [sealed_twice(folder)])
            kept.write_bytes(pickle.dumps(validate(chain(both(files), faulty(folder)))))
    found: list[Verdict] = pickle.loads(kept.read_bytes())
    return {(verdict.file.stem, verdict.flavour): verdict for verdict in found}


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_conforms(
    verdicts: dict[tuple[str, str], Verdict], paper: str, flavour: str
) -> None:
    verdict = verdicts[paper, flavour]
    assert verdict.compliant, str(verdict)
    assert verdict.failures == ()


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_breaks_its_clause(
    verdicts: dict[tuple[str, str], Verdict], name: str
) -> None:
    fault = FAULTS[name]
    verdict = verdicts[name, fault.flavour]
    assert not verdict.compliant
    assert fault.clause in verdict.clauses
