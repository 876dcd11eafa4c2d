"""The one way in for every screen: open a paper, to look at it or to print it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from sdm_aid.ui.paper.paper import Paper

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sdm_aid.application.ports import Jobs
    from sdm_aid.ui.paper.handing import ChoosePlace
    from sdm_aid.ui.paper.overlay import PaperOverlay
    from sdm_aid.ui.paper.print_run import AskSystem


@runtime_checkable
class Working(Protocol):
    """A window that runs work off the GUI thread."""

    jobs: Jobs


def open_paper(
    pdf: bytes,
    title: str,
    suggested_name: str,
    parent: QWidget,
    *,
    to_print: bool = False,
    jobs: Jobs | None = None,
) -> PaperOverlay:
    """Show one PDF over the room that ``parent`` stands in; printing and saving start there.

    Args:
        title: for people and for the printer's queue; never with a patient's name.
        suggested_name: the file name offered when it is saved.
        to_print: bring the print card at once.
        jobs: None: those of the window.
    """
    paper = Paper("paper", title, suggested_name, pdf)
    return open_papers((paper,), parent, to_print=to_print, jobs=jobs)


def open_papers(
    papers: tuple[Paper, ...],
    parent: QWidget,
    *,
    kind: str = "",
    to_print: bool = False,
    jobs: Jobs | None = None,
    choose_place: ChoosePlace | None = None,
    ask_system: AskSystem | None = None,
) -> PaperOverlay:
    """The same for several papers that belong together; ``kind``: the one to begin with.

    ``jobs`` None: those of the window.
    """
    from sdm_aid.ui.paper.overlay import PaperOverlay

    overlay = PaperOverlay(
        papers,
        parent,
        jobs or _jobs_of(parent),
        choose_place=choose_place,
        ask_system=ask_system,
    )
    overlay.bring(kind, to_print=to_print)
    return overlay


def _jobs_of(widget: QWidget) -> Jobs:
    window = widget.window()
    if not isinstance(window, Working):
        raise TypeError("this window runs no jobs: name them")
    return window.jobs
