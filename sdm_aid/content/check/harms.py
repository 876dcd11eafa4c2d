"""L-40: a procedure states every required harm; its state may be "no figure", omission may not."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.domain.treatment import REQUIRED_HARMS


def check(data: CheckInput) -> Iterator[Finding]:
    """Procedures that leave a required harm out."""
    for treatment in data.content.treatments.values():
        stated = {harm.kind for harm in treatment.harms}
        for kind in REQUIRED_HARMS if treatment.procedure else ():
            if kind not in stated:
                file = f"treatments/{treatment.id}.toml"
                what = f'the procedure does not state the harm "{kind}"'
                remedy = 'Add it; state = "no_figure" where no checked figure was found'
                yield Finding(file, "harms", "L-40", "error", what, remedy)
