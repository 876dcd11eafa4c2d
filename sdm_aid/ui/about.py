"""The About screen: what the program is for and not for, versions, licences, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sdm_aid import __version__
from sdm_aid.i18n import _
from sdm_aid.i18n.formats import date_short
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.ui.widgets.plain import card, empty, label
from sdm_aid.wording.about import (
    intended_use,
    known_gaps,
    not_reviewed,
    review_state,
    trials_not_done,
    what_it_is_not,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sdm_aid.application.ports import Jobs
    from sdm_aid.application.versions import Part
    from sdm_aid.content.index import DecisionEntry


class About(Screen):
    """Cards of sentences; the list of parts is read off the GUI thread.

    ``review``: who stands behind the decision with this id, in words.
    """

    def __init__(
        self,
        entries: tuple[DecisionEntry, ...],
        review: Callable[[str], str],
        jobs: Jobs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            "about",
            _("About SDM Aid"),
            _("Version {version}. Free under the Apache License 2.0.").format(version=__version__),
            parent,
        )
        self.column.addSpacing(8)
        self._card("intended-use", _("What it is for"), intended_use())
        self._card("not", _("What it is not"), what_it_is_not())
        self._card(
            "content-state", _("The content"), tuple(_line(entry, review) for entry in entries)
        )
        self._card("gaps", _("What this version cannot do"), known_gaps())
        unread = not_reviewed(
            [entry.title for entry in entries if review(entry.id) == review_state()]
        )
        trials = (*([unread] if unread else []), *trials_not_done())
        self._card("trials", _("Trials with people"), trials)
        words = (_("Reading the list ..."),)
        self._parts_frame, self._parts = self._card("parts", _("Versions and licences"), words)
        self.column.addStretch(1)
        self.add_footer_button("back", _("Back"))
        jobs.run(_read_parts, done=self._show_parts, failed=self._on_failed)

    def _card(self, name: str, heading: str, lines: tuple[str, ...]) -> tuple[QFrame, QVBoxLayout]:
        frame, column = card(f"about-{name}", self.body)
        column.addWidget(label(heading, "h3", frame))
        inner = QVBoxLayout()
        inner.setSpacing(6)
        column.addLayout(inner)
        self._fill(inner, frame, lines)
        self.column.addWidget(frame)
        return frame, inner

    def _fill(self, column: QVBoxLayout, frame: QFrame, lines: tuple[str, ...]) -> None:
        empty(column)
        for number, line in enumerate(lines):
            column.addWidget(label(line, "body", frame, f"{frame.objectName()}-{number}"))

    def _show_parts(self, parts: tuple[Part, ...]) -> None:
        lines = tuple(
            _("{name} {version}: {licence}").format(
                name=part.name,
                version=part.version,
                licence=part.licence or _("licence not named in the package"),
            )
            for part in parts
        )
        self._fill(self._parts, self._parts_frame, lines)

    def _on_failed(self, problem: Exception) -> None:
        raise problem


def _line(entry: DecisionEntry, review: Callable[[str], str]) -> str:
    if entry.problem is not None or entry.compiled is None or entry.review_due is None:
        return _("{title}: cannot be opened.").format(title=entry.title)
    return _("{title}: {state}; compiled {compiled}, next look due {due}.").format(
        title=entry.title,
        state=review(entry.id),
        compiled=date_short(entry.compiled),
        due=date_short(entry.review_due),
    )


def _read_parts(_progress: object) -> tuple[Part, ...]:
    from sdm_aid.application.versions import parts

    return parts()
