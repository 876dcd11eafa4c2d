"""Every paper of every decision in every layout against PDF/A-3a and PDF/UA-1.

``python -m tests.documents.conformance [DECISION ...]`` tells a line for each clause that fails;
its last line says how many papers there were.
"""

import sys
import tempfile
from itertools import chain
from pathlib import Path

from tests.documents.conformance.papers import papers, sealed_twice
from tests.documents.conformance.verapdf import both, validate


def main(about: list[str]) -> int:
    """Check the papers of these decisions, or of all; 1 if any does not conform."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        verdicts = validate(both(chain(papers(place, about), [sealed_twice(place)])), many=True)
    wrong = [verdict for verdict in verdicts if not verdict.compliant]
    names = {verdict.file for verdict in verdicts}
    lines = [*map(str, wrong), f"{len(names)} papers, {len({v.file for v in wrong})} failed"]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if wrong or not names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
