"""The frame of one visit: header, notice line, page, footer, panels and keys around a session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sdm_aid.domain.steps import STEPS
from sdm_aid.i18n import _
from sdm_aid.i18n.formats import language_name
from sdm_aid.ui.frame.content_band import ContentBand
from sdm_aid.ui.frame.drawer import ClinicianDrawer
from sdm_aid.ui.frame.expired_panel import ExpiredPanel
from sdm_aid.ui.frame.footer_bar import FooterBar
from sdm_aid.ui.frame.header_bar import HeaderBar
from sdm_aid.ui.frame.keys import connect_keys
from sdm_aid.ui.frame.leaving import Leaving
from sdm_aid.ui.frame.notice import NoticeLine
from sdm_aid.ui.frame.page_area import PageArea
from sdm_aid.ui.frame.question_panel import QuestionPanel
from sdm_aid.ui.frame.saver import VisitSaver
from sdm_aid.ui.frame.scroll_keys import scroll_by_key
from sdm_aid.ui.frame.side_panel import SidePanel
from sdm_aid.ui.frame.signature_watch import SignatureWatch
from sdm_aid.ui.navigator import Navigator, PageMaker
from sdm_aid.ui.pages.base import Footer, FooterButton, VisitContext
from sdm_aid.wording.refusals import refusal_sentence
from sdm_aid.wording.steps import step_name

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation

QUICK = "quick"
FULL = "full"


class VisitFrame(QWidget):
    """Everything on the window while a visit is open.

    ``cover_asked(bool)`` (True: for a break), ``close_asked``, ``screen_asked(str)``,
    ``text_asked(int)`` (1 larger, -1 smaller, 0 back) and ``language_asked(str)`` go to the window.
    """

    cover_asked = Signal(bool)
    close_asked = Signal()
    screen_asked = Signal(str)
    text_asked = Signal(int)
    language_asked = Signal(str)

    def __init__(
        self,
        context: VisitContext,
        pages: Mapping[str, PageMaker] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("visit-frame")
        self.context = context
        self.bridge = context.bridge
        self.bridge.setParent(self)
        self.navigator = Navigator(context, pages, self)
        self.signatures = SignatureWatch(context.bridge, self)
        self.saver = VisitSaver(self.bridge.session, context.jobs, self)
        self.header = HeaderBar([step_name(step) for step in STEPS], self)
        self.band = ContentBand(context.content.decision, self.bridge.session.now, self)
        self.notice = NoticeLine(self)
        self.stack = QStackedWidget(self)
        self.stack.setObjectName("pages")
        self.footer = FooterBar(self)
        self._areas: dict[str, PageArea] = {}
        self._build()
        self.questions = QuestionPanel(self.bridge, self.stack)
        self.drawer = ClinicianDrawer(context, self.stack)
        self.leaving = Leaving(context, self.saver, self.commit, self.stack)
        self.expired = ExpiredPanel(context, self.stack)
        self.panels: tuple[SidePanel, ...] = (
            self.questions,
            self.drawer,
            self.leaving.panel,
            self.expired,
        )
        self._join_record()
        self._connect()
        self.navigator.go(self.bridge.state.step)

    def say(self, sentence: str) -> None:
        """Show a sentence in the notice line."""
        self.notice.say(sentence)

    def commit(self) -> None:
        """Hand over everything still being typed, on the page and in the panels."""
        self.navigator.commit()
        for panel in self.panels:
            panel.leaving()

    def press(self, name: str) -> None:
        """What the buttons of header and footer, the menus and the keys ask for."""
        actions: dict[str, Callable[[], object]] = {
            "back": self.navigator.go_back,
            "next": self.navigator.go_next,
            "skip": self.navigator.skip,
            "undo": self._undo,
            "redo": self.bridge.redo,
            "question": self.questions.bring,
            "break": self._rest,
            "cover": partial(self._cover, False),
            "drawer": self._toggle_drawer,
            "bigger": partial(self.text_asked.emit, 1),
            "smaller": partial(self.text_asked.emit, -1),
            "usual": partial(self.text_asked.emit, 0),
            "language": self._language,
            "save": partial(self.screen_asked.emit, "save"),
            "about": partial(self.screen_asked.emit, "about"),
            "entry": partial(self.screen_asked.emit, "entry"),
            "home": self.leaving.leave,
            "lock": partial(self.screen_asked.emit, "lock"),
            "escape": self.close_panels,
            QUICK: partial(self._choose_path, "quick", "compare"),
            FULL: partial(self._choose_path, "full", ""),
        }
        action = actions.get(name)
        if action is not None:
            action()
            return
        self.band.refresh()
        if not self.expired.holds_back(self.navigator.current, name):
            self.navigator.page.footer_action(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no control took scroll the page, also from header and footer."""
        area = self._areas.get(self.navigator.current)
        if area is None or not scroll_by_key(area, event):
            super().keyPressEvent(event)

    def close_panels(self) -> None:
        """Put every panel away; what was typed in one is kept."""
        for panel in self.panels:
            panel.put_away()

    def go_on_at(self, place: str) -> None:
        """Put the focus where the visit was left; an empty or unknown name: where the page has it.

        Only what can be seen takes it: a panel that was open then is not opened again.
        """
        for found in self.navigator.page.findChildren(QWidget, place) if place else ():
            if found.isVisibleTo(self) and found.isEnabled():
                found.setFocus()
                self._areas[self.navigator.current].bring(found)
                return

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self.band, self.notice):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        column.addWidget(self.footer)

    def _connect(self) -> None:
        self.header.pressed.connect(self.press)
        self.header.step_chosen.connect(self._go_to_index)
        self.footer.pressed.connect(self.press)
        self.navigator.shown.connect(self._on_shown)
        self.bridge.changed.connect(self._on_changed)
        self.bridge.refused.connect(self._on_refused)
        self.signatures.lost.connect(self.say)
        self.saver.changed.connect(self._render_footer)
        self.saver.failed.connect(self.say)
        self.drawer.closed.connect(partial(self.header.drawer.setChecked, False))
        self.leaving.left.connect(self.close_asked)
        self.leaving.screen_asked.connect(self.screen_asked)
        self.expired.taken_on.connect(self.press)
        connect_keys(self, self.press)
        self.header.show_language(language_name(self.context.content.ref.language))

    def _on_shown(self, step: str) -> None:
        page = self.navigator.page
        if step not in self._areas:
            area = PageArea(page, self.stack)
            self._areas[step] = area
            self.stack.addWidget(area)
            page.go_to_step.connect(self.navigator.go)
            page.footer_changed.connect(self._render_footer)
            # a page that shows another view says so here: its heading goes along
            page.footer_changed.connect(area.refresh)
            page.announce.connect(self.say)
        self.close_panels()
        self.notice.clear_old()
        self.stack.setCurrentWidget(self._areas[step])
        self._areas[step].to_top()
        self._on_changed(self.bridge.state)
        self.drawer.show_page(page)
        self.saver.save()
        page.first_focus().setFocus()

    def _on_changed(self, state: Consultation) -> None:
        step = self.navigator.current
        if not step or self._areas.get(step) is not self.stack.currentWidget():
            return  # the page is on its way: what follows is done when it is shown
        places: dict[str, int] = {name: number for number, name in enumerate(STEPS)}
        visited = {places[name] for name in state.visited}
        skipped = {places[name] for name in state.skipped}
        self.header.show_step(places[step], visited, skipped)
        if step in self._areas:
            self._areas[step].refresh()
        self.band.refresh()
        self._render_footer()

    def _render_footer(self) -> None:
        page = self.navigator.page
        following = self.navigator.next_step()
        footer = page.footer()
        self.footer.show_footer(
            self._with_paths(footer),
            back=self.navigator.previous_step() is not None,
            next_text=step_name(following) if following else "",
            can_undo=self.bridge.session.can_undo,
            skippable=following is not None and self.bridge.state.seal is None,
        )
        self.footer.set_status(footer.status or self.leaving.status)

    def _with_paths(self, footer: Footer) -> Footer:
        """Add the way into the quick path on the first pages, and out of it on all."""
        own = tuple(b for b in footer.extra if b.id not in (QUICK, FULL))
        quick = self.bridge.state.path == "quick"
        link: tuple[FooterButton, ...] = ()
        if quick:
            link = (FooterButton(FULL, _("See it in full"), "quiet"),)
        elif self.navigator.current in ("start", "you"):
            link = (FooterButton(QUICK, _("Quick: compare now"), "quiet"),)
        return Footer(footer.back, footer.status, (*own, *link), footer.primary, footer.skippable)

    def _go_to_index(self, index: int) -> None:
        self.navigator.go(STEPS[index])

    def _choose_path(self, path: str, step: str) -> None:
        from sdm_aid.domain.actions import PathChosen

        self.navigator.commit()
        self.bridge.dispatch(PathChosen(path="quick" if path == "quick" else "full"))
        if step:
            self.navigator.go(step)

    def _on_refused(self, code: str) -> None:
        self.say(refusal_sentence(code))

    def _undo(self) -> None:
        self.commit()
        self.bridge.undo()

    def _rest(self) -> None:
        from sdm_aid.domain.actions import BreakTaken

        self.commit()
        if self.bridge.state.seal is None:
            self.bridge.dispatch(BreakTaken())
        self._cover(True)

    def _cover(self, rest: bool) -> None:
        self.cover_asked.emit(rest)
        self.saver.save()

    def _toggle_drawer(self) -> None:
        if self.drawer.isVisible():
            self.drawer.put_away()
        else:
            self.drawer.bring()
        self.header.drawer.setChecked(self.drawer.isVisible())

    def _language(self) -> None:
        languages = self.context.content.decision.languages
        here = self.context.content.ref.language
        others = [name for name in languages if name != here]
        if others:
            self.language_asked.emit(others[0])
        else:
            self.say(_("This content is there in one language only, so far."))

    def _join_record(self) -> None:
        """Where the visit lies in the record: say how that stands, ask where two rooms wrote."""
        record = self.context.record
        if record is None:
            return
        from sdm_aid.ui.frame.conflict_panel import ConflictPanel

        panel = ConflictPanel(self.context, record, self.stack)
        self.panels = (*self.panels, panel)
        panel.settled.connect(self.say)
        record.changed.connect(self._render_footer)
        record.failed.connect(self.say)
        record.watch(self)
        self.header.show_lock()
