"""Papers to look at and to print, made once, and the look of a printed file."""

from __future__ import annotations

from functools import cache

from sdm_aid.documents.blocks import PageSize
from sdm_aid.documents.pdf.render import render
from tests.documents.sample import CREATED, plan, plan_blocks


@cache
def four_pages(size: PageSize = PageSize.A4) -> bytes:
    """A made-up plan of several pages."""
    *talk, seal = plan_blocks()  # one field for one seal
    return render(plan(blocks=(*talk * 4, seal), page_size=size), CREATED)
