"""Forms to fill in on paper: the sheet before a visit, a questionnaire on one page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from sdm_aid import __version__
from sdm_aid.documents.blocks import TextSize
from sdm_aid.documents.marks import TOOL

if TYPE_CHECKING:
    from sdm_aid.domain.measure import Measure

PROGRAM = f"{TOOL} {__version__}"


@dataclass(frozen=True, slots=True)
class FormRequest:
    """What is wanted: ``kind`` ``visit`` or ``measure``, and the id of decision or instrument."""

    kind: str
    id: str
    resources: Path
    home: Path
    language: str
    now: datetime
    clinic: str = ""
    large_print: bool = False


@dataclass(frozen=True, slots=True)
class PaperMeasure:
    """An instrument that can be printed in the language in use."""

    id: str
    name: str


class NoSuchForm(ValueError):
    """There is no instrument of this id that can be printed; ``ids``: those that can."""

    def __init__(self, wanted: str, ids: tuple[str, ...]) -> None:
        super().__init__(wanted)
        self.wanted, self.ids = wanted, ids


def form_pdf(request: FormRequest) -> bytes:
    """The form as a tagged PDF. Takes a while the first time: a job's work.

    Raises:
        NoSuchForm: there is no such instrument in this language.
        sdm_aid.content.problem.ContentError: the decision cannot be read.
    """
    from sdm_aid.documents.pdf.render import render

    made, size = request.now.astimezone().date(), TextSize.STANDARD
    if request.large_print:
        size = TextSize.LARGE
    if request.kind == "visit":
        from sdm_aid.content.load import load_decision
        from sdm_aid.documents.pre_visit import build_pre_visit

        content = load_decision(request.resources, request.id, request.language)
        document = build_pre_visit(content, PROGRAM, made, request.clinic, size)
    else:
        from sdm_aid.documents.measure_sheet import build_measure_sheet

        measure = _measures(request.resources, request.home, request.language).get(request.id)
        if measure is None:
            known = paper_measures(request.resources, request.home, request.language)
            raise NoSuchForm(request.id, tuple(one.id for one in known))
        document = build_measure_sheet(
            measure, request.language, PROGRAM, made, request.clinic, size
        )
    return render(document, request.now, replace_unprintable=True)


def save_form(request: FormRequest, path: Path) -> Path:
    """Write the form to a file, whole or not at all.

    Raises:
        OSError: the place takes no file; besides what :func:`form_pdf` raises.
    """
    from sdm_aid.application.whole_file import save

    try:
        save(path, form_pdf(request))
    except OSError as problem:
        if problem.filename is None or Path(problem.filename).name.endswith(".part"):
            problem.filename = str(path)  # not the name of the part file beside it
        raise
    return path


def paper_measures(resources: Path, home: Path, language: str) -> tuple[PaperMeasure, ...]:
    """The instruments that have a wording in this language: the program's own, then the clinic's.

    One whose file cannot be used is not among them; where it is asked says what is wrong.
    """
    found = _measures(resources, home, language)
    return tuple(PaperMeasure(one.id, one.name) for one in found.values())


def _measures(resources: Path, home: Path, language: str) -> dict[str, Measure]:
    from sdm_aid.content.measures import offered
    from sdm_aid.domain.measure import Asked

    every = [one for where in get_args(Asked) for one in offered(resources, home, where).measures]
    return {one.id: one for one in every if one.speaks(language)}
