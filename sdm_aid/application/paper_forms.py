"""Papers that belong to nobody yet: the sheet before a visit, a decision to take home, a
questionnaire on one page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from sdm_aid import __version__
from sdm_aid.application.paper_size import paper_size
from sdm_aid.documents.blocks import Document, PageSize, TextSize
from sdm_aid.documents.marks import TOOL

if TYPE_CHECKING:
    from sdm_aid.domain.measure import Measure

PROGRAM = f"{TOOL} {__version__}"


@dataclass(frozen=True, slots=True)
class FormRequest:
    """What is wanted: ``kind`` ``visit``, ``handout`` or ``measure``, and the id of decision or
    instrument. ``page``: None is the size papers are laid out for here."""

    kind: str
    id: str
    resources: Path
    home: Path
    language: str
    now: datetime
    clinic: str = ""
    large_print: bool = False
    page: PageSize | None = None
    phone: str = ""
    out_of_hours: str = ""


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

    return render(_document(request), request.now, replace_unprintable=True)


def form_sentence(request: FormRequest) -> str:
    """What of the clinic's own words the form cannot print; "" where all can. A job's work.

    Raises: as :func:`form_pdf`.
    """
    from sdm_aid.application.unprintable import paper_sentence
    from sdm_aid.documents.pdf.printable import unprintable_in

    if not unprintable_in(request.clinic + request.phone + request.out_of_hours):
        return ""
    return paper_sentence(_document(request))


def _document(request: FormRequest) -> Document:
    make = {"visit": _before_the_visit, "handout": _to_take_home}.get(request.kind, _measure)
    size = TextSize.LARGE if request.large_print else TextSize.STANDARD
    return replace(make(request, size), page_size=request.page or paper_size())


def _before_the_visit(request: FormRequest, size: TextSize) -> Document:
    from sdm_aid.content.load import load_decision
    from sdm_aid.documents.pre_visit import build_pre_visit

    content = load_decision(request.resources, request.id, request.language)
    return build_pre_visit(content, PROGRAM, _day(request), request.clinic, size)


def _to_take_home(request: FormRequest, size: TextSize) -> Document:
    """The empty handout; who stands behind the content is said if this computer knows it."""
    from sdm_aid.application.sign_off import standing_sign_offs
    from sdm_aid.content.ipdas import assess, counts
    from sdm_aid.content.load import load_decision
    from sdm_aid.documents.handout import build_take_home
    from sdm_aid.documents.handout.take_home import TakeHome
    from sdm_aid.domain.room import Clinic
    from sdm_aid.wording.about import self_assessed

    content = load_decision(request.resources, request.id, request.language)
    signed = standing_sign_offs(
        request.resources, request.home, (content.decision.id,), request.language
    )
    clinic = Clinic(
        name=request.clinic or None,
        phone=request.phone or None,
        out_of_hours=request.out_of_hours or None,
    )
    checked = self_assessed(*counts(assess(content)))
    by = signed.get(content.decision.id)
    return build_take_home(TakeHome(content, request.now, PROGRAM, clinic, by, checked), size)


def _measure(request: FormRequest, size: TextSize) -> Document:
    from sdm_aid.documents.measure_sheet import build_measure_sheet

    measure = _measures(request.resources, request.home, request.language).get(request.id)
    if measure is None:
        known = paper_measures(request.resources, request.home, request.language)
        raise NoSuchForm(request.id, tuple(one.id for one in known))
    return build_measure_sheet(
        measure, request.language, PROGRAM, _day(request), request.clinic, size
    )


def _day(request: FormRequest) -> date:
    return request.now.astimezone().date()


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
