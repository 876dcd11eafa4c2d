"""Makes the pictures that are wanted, one after the other, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QRect, QSize

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from sdm_aid.application.ports import Jobs, Progress
    from sdm_aid.ui.paper.pages import PaperPages
    from sdm_aid.ui.paper.sheet import Place


class Wanted(NamedTuple):
    """A part of a page that somebody looks at; ``place`` None: the whole page, small."""

    page: int
    whole: QSize
    part: QRect
    place: Place | None


class TileMaker(QObject):
    """Asks ``want`` what to make next whenever one picture is done.

    So what was scrolled out of view meanwhile is never made, and no more than one picture is on
    its way. ``take`` gets each with what it was made for.
    """

    def __init__(
        self,
        jobs: Jobs,
        want: Callable[[], Wanted | None],
        take: Callable[[Wanted, QImage], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._want, self._take = jobs, want, take
        self._pages: PaperPages | None = None
        self._busy = False

    def set_pages(self, pages: PaperPages | None) -> None:
        """Work on these pages from now on."""
        self._pages = pages

    def wake(self) -> None:
        """Something else may be wanted now."""
        # jobs that run at once come back before this returns: a loop, so that they do not pile up
        while not self._busy and self._pages is not None:
            wanted = self._want()
            if wanted is None:
                return
            self._busy = True
            pages = self._pages
            self._jobs.run(
                partial(_made, pages, wanted),
                done=partial(self._done, pages, wanted),
                failed=self._failed,
            )

    def _done(self, pages: PaperPages, wanted: Wanted, picture: QImage) -> None:
        self._busy = False
        if pages is self._pages:
            self._take(wanted, picture)
        self.wake()

    def _failed(self, problem: Exception) -> None:
        self._busy = False
        self._pages = None
        raise problem


def _made(pages: PaperPages, wanted: Wanted, _progress: Progress) -> QImage:
    return pages.picture(wanted.page, wanted.whole, wanted.part)
