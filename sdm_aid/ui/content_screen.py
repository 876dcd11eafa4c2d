"""The Content screen: version, dates, people behind it, and what the self-check found."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.i18n import _, current_language, ngettext
from sdm_aid.i18n.formats import date_short
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.ui.widgets.plain import button, card, label
from sdm_aid.wording.about import (
    due_words,
    expired_words,
    review_state,
    self_assessed,
    signed_off_by,
    trials_not_done,
)

if TYPE_CHECKING:
    from datetime import date

    from sdm_aid.application.content_state import ContentState
    from sdm_aid.application.ports import Jobs, Progress
    from sdm_aid.application.session import Clock
    from sdm_aid.content.index import DecisionEntry


class ContentScreen(Screen):
    """One card a decision, filled when the self-check has been through; it runs as a job."""

    def __init__(
        self,
        entries: tuple[DecisionEntry, ...],
        resources: Path,
        folder: Path,
        jobs: Jobs,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            "content",
            _("Content"),
            _("What the figures and texts rest on, and who stands behind them."),
            parent,
        )
        self._clock = clock
        self.column.addSpacing(8)
        frame, self._trials = card("content-trials", self.body)
        self._trials.addWidget(label(_("Trials with people"), "h3", frame))
        for line in trials_not_done():
            self._trials.addWidget(label(line, "body", frame))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self.column.addLayout(self._cards)
        self.column.addWidget(frame)
        self.column.addStretch(1)
        self.add_footer_button("back", _("Back"))
        self.status.setText(_("Reading and checking the content ..."))
        names = tuple(entry.id for entry in entries)
        work = partial(_read, resources, folder, names, current_language())
        jobs.run(work, done=self._show, failed=self._on_failed, progress=self._on_progress)

    def _show(self, states: tuple[ContentState, ...]) -> None:
        for state in states:
            self._add_state(state)
        self.status.setText(
            ngettext("{n} decision.", "{n} decisions.", len(states)).format(n=len(states))
        )

    def _on_progress(self, name: str) -> None:
        self.status.setText(_("Checking {name} ...").format(name=name))

    def _on_failed(self, problem: Exception) -> None:
        raise problem

    def _add_state(self, state: ContentState) -> None:
        frame, column = card(f"content-{state.id}", self.body)
        column.addWidget(label(state.title or state.id, "h3", frame))
        if not state.problem:
            reading = button(
                _("Read it and sign it off"), "secondary", f"content-review-{state.id}", frame
            )
            reading.clicked.connect(partial(self.pressed.emit, f"review/{state.id}"))
            column.addWidget(reading)
        for number, (name, words) in enumerate(_lines(state, self._clock().date())):
            text = _("{name}: {words}").format(name=name, words=words) if name else words
            column.addWidget(label(text, "body", frame, f"content-{state.id}-{number}"))
        for finding in (*state.errors, *state.warnings, *state.not_evidenced):
            column.addWidget(label(finding, "caption", frame))
        self._cards.addWidget(frame)


def _lines(state: ContentState, today: date) -> list[tuple[str, str]]:
    check = (_("Self-check"), _check_words(state))
    if state.problem:
        return [("", _("This content cannot be opened.")), check]
    return [
        (_("Version"), f"{state.version} · {state.digest[:12]}"),
        (_("Review"), _review(state)),
        *(("", band) for band in _bands(state, today)),
        (_("Compiled"), _day(state.compiled)),
        (_("Evidence looked for until"), _day(state.evidence_to)),
        (_("Next look due"), _day(state.review_due)),
        (_("Out of date after"), _day(state.expires)),
        (_("Languages"), ", ".join(state.languages)),
        (_("Authors"), state.authors),
        (_("Money"), state.funding),
        (_("Conflicts of interest"), state.conflicts),
        (_("How it is kept up to date"), state.update_policy),
        (_("Quality of the aid"), self_assessed(*state.evidenced)),
        check,
        *((_("Warning accepted"), waived) for waived in state.waived),
    ]


def _review(state: ContentState) -> str:
    by = state.sign_off
    return review_state(signed_off_by(by.name, by.role, by.on) if by else "")


def _bands(state: ContentState, today: date) -> list[str]:
    if state.review_due is None or state.expires is None:
        return []
    if today > state.expires:
        return [expired_words(state.expires)]
    return [due_words(state.review_due)] if today > state.review_due else []


def _check_words(state: ContentState) -> str:
    if not state.errors and not state.warnings:
        return _("every rule passed")
    errors = ngettext("{n} error", "{n} errors", len(state.errors)).format(n=len(state.errors))
    count = len(state.warnings)
    return _("{errors}, {warnings}").format(
        errors=errors, warnings=ngettext("{n} warning", "{n} warnings", count).format(n=count)
    )


def _day(day: date | None) -> str:
    return date_short(day) if day else _("not given")


def _read(
    resources: Path,
    folder: Path,
    names: tuple[str, ...],
    language: str,
    progress: Progress,
) -> tuple[ContentState, ...]:
    from sdm_aid.application.content_state import content_states

    return content_states(resources, folder, names, language, progress)
