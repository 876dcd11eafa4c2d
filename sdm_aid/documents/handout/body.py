"""What the visit looked at, in one order on every handout: course, pictures, table, harms."""

from __future__ import annotations

from sdm_aid.documents.blocks import Block, TextSize
from sdm_aid.documents.cost_blocks import published_prices
from sdm_aid.documents.handout.course import natural_course
from sdm_aid.documents.handout.findings import what_studies_found
from sdm_aid.documents.handout.harms import what_could_go_wrong
from sdm_aid.documents.handout.pictures import pictures
from sdm_aid.documents.handout.sources import Sources
from sdm_aid.documents.handout.table import side_by_side
from sdm_aid.documents.paper import PaperInput
from sdm_aid.documents.provenance import experts
from sdm_aid.domain.comparison import ComparisonTable


def looked_at(
    paper: PaperInput, table: ComparisonTable, sources: Sources, size: TextSize
) -> tuple[Block, ...]:
    """All that the screens showed, each number with what belongs to it."""
    numbers = sources.numbers
    return (
        *natural_course(paper, numbers),
        *pictures(paper, numbers, size),
        *what_studies_found(paper.content, table, numbers),
        *side_by_side(paper, table),
        *published_prices(paper),
        *what_could_go_wrong(paper, table, numbers),
        *experts(paper.content, table, 2, numbers=numbers, why="disputed"),
    )
