"""Which page of the visit is shown, and which one follows: any order, quick or full."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from sdm_aid.domain.steps import STEPS

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page, VisitContext

PageMaker = Callable[["VisitContext"], "Page"]

QUICK_STEPS: tuple[str, ...] = ("start", "compare", "matters", "words", "next", "sign")
"""The short way; every other step stays open through the step bar."""

_PAGES = {
    "start": ("start", "StartPage"),
    "you": ("you", "YouPage"),
    "understand": ("understand", "UnderstandPage"),
    "compare": ("compare", "ComparePage"),
    "matters": ("matters", "MattersPage"),
    "words": ("words", "WordsPage"),
    "next": ("next_step", "NextPage"),
    "sign": ("sign", "SignPage"),
}


def make_page(step: str, context: VisitContext) -> Page:
    """Build the page of ``step``; its module is imported on first use, not at start."""
    module, name = _PAGES[step]
    page: Page = getattr(import_module(f"sdm_aid.ui.pages.{module}"), name)(context)
    return page


class Navigator(QObject):
    """Makes pages when they are first needed, moves between them and keeps the shown one true.

    ``shown(str)`` tells that the page of a step is now the one to look at. A page that is out of
    sight is not drawn on every change; it is set from the state when it comes back.
    """

    shown = Signal(str)

    def __init__(
        self,
        context: VisitContext,
        pages: Mapping[str, PageMaker] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._makers = dict(pages or {})
        self._pages: dict[str, Page] = {}
        self._current = ""
        context.bridge.changed.connect(self._render)

    @property
    def current(self) -> str:
        """The step whose page is shown; empty before the first."""
        return self._current

    @property
    def page(self) -> Page:
        """The page shown."""
        return self._pages[self._current]

    def page_of(self, step: str) -> Page:
        """The page of ``step``, made if this is the first time."""
        if step not in self._pages:
            maker = self._makers.get(step)
            page = maker(self._context) if maker else make_page(step, self._context)
            page.setObjectName(f"page-{step}")
            self._pages[step] = page
        return self._pages[step]

    def order(self) -> tuple[str, ...]:
        """The steps that Back and the primary button walk through."""
        return QUICK_STEPS if self._context.bridge.state.path == "quick" else STEPS

    def next_step(self) -> str | None:
        """The step after the shown one, or None at the end."""
        place = STEPS.index(self._current)
        return next((step for step in self.order() if STEPS.index(step) > place), None)

    def previous_step(self) -> str | None:
        """The step before the shown one, or None at the start."""
        place = STEPS.index(self._current)
        return next((s for s in reversed(self.order()) if STEPS.index(s) < place), None)

    def go(self, step: str) -> None:
        """Show the page of ``step`` and write down that it was entered."""
        page = self.page_of(step)
        self.commit()
        self._current = step
        bridge = self._context.bridge
        # a sealed visit can still be walked through; it takes nothing more
        if bridge.state.seal is None and self._is_news(bridge.state, step):
            self._say_entered(step)  # its echo renders the page
        else:
            page.render_state(bridge.state)
        page.reset_view()
        self.shown.emit(step)

    def go_next(self) -> None:
        """Show the step that follows, if any."""
        step = self.next_step()
        if step is not None:
            self.go(step)

    def go_back(self) -> None:
        """Show the step before, if any."""
        step = self.previous_step()
        if step is not None:
            self.go(step)

    def skip(self) -> None:
        """Pass the shown step over: it prints as "not discussed" unless something was said."""
        from sdm_aid.domain.actions import StepSkipped

        step: Any = self._current
        self.commit()
        if self._context.bridge.state.seal is None:
            self._context.bridge.dispatch(StepSkipped(step=step))
        self.go_next()

    def commit(self) -> None:
        """Let the shown page hand over what is still being typed."""
        if self._current:
            self.page.leaving()

    def _is_news(self, state: Consultation, step: str) -> bool:
        return state.step != step or step not in state.visited or step in state.skipped

    def _say_entered(self, step: Any) -> None:
        from sdm_aid.domain.actions import StepEntered

        self._context.bridge.dispatch(StepEntered(step=step))

    def _render(self, state: Consultation) -> None:
        if self._current:
            self.page.render_state(state)
