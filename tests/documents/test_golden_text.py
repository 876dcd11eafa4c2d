"""The text of both papers of the made-up visit, as pdftotext sets it out, against kept files.

`SDM_AID_UPDATE_GOLDEN=1` writes them anew. The content's digest is left out: it changes with every
word of the content.
"""

from __future__ import annotations

import difflib
import os
import re
from pathlib import Path

import pytest

from sdm_aid.documents.handout import build_handout
from sdm_aid.documents.plan import build_plan
from tests.documents.paper_text import laid_out, paper_of
from tests.full_visit import a_quick_session, a_session

GOLDEN = Path(__file__).parent / "golden"
PAPERS = {
    "plan": (build_plan, a_session),
    "quick-plan": (build_plan, a_quick_session),
    "handout": (build_handout, a_session),
}


@pytest.mark.parametrize("name", PAPERS)
def test_text_is_as_kept(name: str) -> None:
    build, visit = PAPERS[name]
    text = re.sub(r"[0-9a-f]{5,}", "…", laid_out(build(paper_of(visit()))))
    kept = GOLDEN / f"{name}.txt"
    if os.environ.get("SDM_AID_UPDATE_GOLDEN"):
        kept.write_text(text, encoding="utf-8")
    before = kept.read_text(encoding="utf-8").splitlines()
    assert list(difflib.unified_diff(before, text.splitlines(), lineterm="", n=0)) == []
