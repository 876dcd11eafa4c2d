"""L-40: a treatment states every required harm; its state may be "no figure", omission may not."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.domain.treatment import PROCEDURE_HARMS, REQUIRED_HARMS, HarmKind, Treatment


def check(data: CheckInput) -> Iterator[Finding]:
    """Treatments that leave a required harm out; column A treats nothing."""
    for treatment in data.content.treatments.values():
        stated = {harm.kind for harm in treatment.harms}
        for kind in () if treatment.nothing_new else _required(treatment):
            if kind not in stated:
                file = f"treatments/{treatment.id}.toml"
                what = f'the treatment does not state the harm "{kind}"'
                remedy = 'Add it; state = "no_figure" where no checked figure was found'
                yield Finding(file, "harms", "L-40", "error", what, remedy)


def _required(treatment: Treatment) -> tuple[HarmKind, ...]:
    return (*REQUIRED_HARMS, *(PROCEDURE_HARMS if treatment.procedure else ()))
