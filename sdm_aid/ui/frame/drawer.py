"""The clinician's drawer: what patients do not need on the screen, opened only by a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.frame.check_first_drawer import CheckFirstNotes
from sdm_aid.ui.frame.genes_drawer import GenesNotes
from sdm_aid.ui.frame.side_panel import SidePanel
from sdm_aid.ui.widgets.plain import empty, label
from sdm_aid.ui.widgets.text_field import TextField
from sdm_aid.ui.widgets.typed_words import LONGEST
from sdm_aid.wording.said import said

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page, VisitContext

HISTORY = 12
"""How many of the last entries are listed."""


class Section(QFrame):
    """A card with a heading; what it holds goes into ``inner``."""

    def __init__(self, name: str, heading: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        if heading:
            column.addWidget(label(heading, "strong", self))
        self.inner = QVBoxLayout()
        self.inner.setSpacing(8)
        column.addLayout(self.inner)


class ClinicianDrawer(SidePanel):
    """What the page adds, warning signs with their pathway, notes on each treatment, capacity,
    and what was done so far."""

    def __init__(self, context: VisitContext, body: QWidget) -> None:
        super().__init__(_("For the clinician"), "drawer", body)
        self._context = context
        self._bridge = context.bridge
        self._shown_flags: tuple[str, ...] | None = None
        self._shown_history = -1
        self._page: Page | None = None
        self._page_part = self._section("drawer-page", "")
        self._flags = self._section("drawer-flags", _("Warning signs"))
        self._capacity = self._capacity_field()
        check_first = self._section("drawer-check-first", _("Things to check first"))
        self._check_first = CheckFirstNotes(check_first, check_first.inner, context.content)
        genes = self._section("drawer-genes", _("Gene results"))
        self._genes = GenesNotes(genes, genes.inner, context.content.ref.language)
        self._notes = self._section("drawer-notes", _("Notes on each choice"))
        self._history = self._section("drawer-history", _("Done so far, last first"))
        self.column.addStretch(1)
        self._fill_notes()
        self._bridge.changed.connect(self.render_state)

    def bring(self) -> None:
        """Set everything from the state, then show."""
        if self._page is not None:
            self._fill_page(self._page)
        super().bring()
        self.render_state(self._bridge.state)

    def leaving(self) -> None:
        """Keep words on capacity that are still being typed."""
        self._capacity.commit()

    def show_page(self, page: Page) -> None:
        """Take in what the page has for the clinician; in a hidden drawer once it is opened."""
        self._page = page
        if not self.isHidden():
            self._fill_page(page)

    def _fill_page(self, page: Page) -> None:
        empty(self._page_part.inner)
        widget = page.drawer()
        if widget is not None:
            self._page_part.inner.addWidget(widget)
        self._page_part.setVisible(widget is not None)

    def render_state(self, state: Consultation) -> None:
        """Set every part from the state; a drawer nobody sees is set when it is opened."""
        self._capacity.set_text(state.capacity_concern or "")
        if self.isHidden():
            return
        self._check_first.render_state(state)
        flags = tuple(flag.flag for flag in state.red_flags if flag.answer == "yes")
        if flags != self._shown_flags:
            self._shown_flags = flags
            self._fill_flags(flags)
        self._genes.render_state(state)
        entries = self._bridge.session.journal.entries
        if len(entries) != self._shown_history:
            self._shown_history = len(entries)
            self._fill_history()

    def _section(self, name: str, heading: str) -> Section:
        section = Section(name, heading, self._inside)
        self.column.addWidget(section)
        return section

    def _capacity_field(self) -> TextField:
        part = self._section("drawer-capacity", _("Concern about capacity"))
        note = _(
            "If you doubt that the patient can decide this now, write down why, stop here and "
            "follow your clinic’s own way. The plan will carry the note."
        )
        part.inner.addWidget(label(note, "caption", part))
        field = TextField(parent=part)
        field.setObjectName("capacity-concern")
        field.setAccessibleName(_("Concern about capacity"))
        field.edited.connect(self._on_capacity)
        part.inner.addWidget(field)
        return field

    def _fill_flags(self, flags: tuple[str, ...]) -> None:
        empty(self._flags.inner)
        parent = self._flags
        content = self._context.content
        if not flags:
            self._flags.inner.addWidget(label(_("None was answered with yes."), "body", parent))
        for flag in flags:
            self._flags.inner.addWidget(label(content.words(f"red_flags.{flag}"), "body", parent))
            own = content.words(f"red_flags.{flag}.pathway", "")
            general = _(
                "This is a reason to leave this program. Examine, and follow your clinic’s "
                "urgent pathway the same day."
            )
            self._flags.inner.addWidget(label(own or general, "caution", parent))

    def _fill_notes(self) -> None:
        parent = self._notes
        content = self._context.content
        for option in content.decision.options:
            treatment = content.treatments[option.treatment]
            key = f"treatments.{treatment.id}"
            if not treatment.drawer:
                continue
            heading = f"{option.letter}  {content.words(f'{key}.name')}"
            self._notes.inner.addWidget(label(heading, "strong", parent))
            for note in treatment.drawer:
                self._notes.inner.addWidget(
                    label(content.words(f"{key}.drawer.{note}"), "body", parent)
                )
        if not self._notes.inner.count():
            self._notes.inner.addWidget(label(_("The content has none."), "body", parent))

    def _fill_history(self) -> None:
        empty(self._history.inner)
        parent = self._history
        entries = self._bridge.session.journal.entries
        for entry in reversed(entries[-HISTORY:]):
            line = _("{time}  {what}").format(
                time=entry.at.astimezone().strftime("%H:%M"), what=said(entry.action)
            )
            self._history.inner.addWidget(label(line, "body", parent))

    def _on_capacity(self, words: str) -> None:
        from sdm_aid.domain.actions import CapacityConcern

        self._bridge.dispatch(CapacityConcern(words=words.strip()[:LONGEST] or None))
