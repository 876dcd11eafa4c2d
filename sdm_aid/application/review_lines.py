"""The page that is read before a sign-off, as plain lines, and what changed since the last one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sdm_aid.i18n import _

Change = Literal["same", "new", "changed", "gone"]

FINGERPRINT = "decision.digest"
"""The place of the digest: it differs with any change, so it tells nobody what to read again."""


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One thing to read. ``place``: its stable name; ``before``: what it said when signed off."""

    place: str
    label: str
    words: str
    change: Change = "same"
    before: str = ""


@dataclass(frozen=True, slots=True)
class ReviewSection:
    """A heading and what stands under it."""

    title: str
    lines: tuple[ReviewLine, ...]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The whole page; ``changes`` counts lines that are new, changed or gone since ``since``."""

    title: str
    sections: tuple[ReviewSection, ...]

    def lines(self) -> dict[str, str]:
        """Place to words of everything that stands there now; what is gone is not signed again."""
        return {
            line.place: line.words
            for part in self.sections
            for line in part.lines
            if line.change != "gone"
        }

    @property
    def changes(self) -> int:
        """How many lines differ from what was signed off; the fingerprint is not one of them."""
        return sum(line.change != "same" for part in self.sections for line in part.lines)

    def marked(self, before: Mapping[str, str]) -> ReviewPage:
        """The page with each line compared with ``before``; what is gone stands at the end."""
        sections = [
            ReviewSection(part.title, tuple(_compared(line, before) for line in part.lines))
            for part in self.sections
        ]
        now = self.lines()
        gone = tuple(
            ReviewLine(place, place, "", "gone", words)
            for place, words in before.items()
            if place not in now
        )
        if gone:
            sections.append(ReviewSection(_("No longer there"), gone))
        return ReviewPage(self.title, tuple(sections))

    def unmarked(self) -> ReviewPage:
        """The page as it stands now, without a word about what it was before."""
        sections = (
            ReviewSection(
                part.title,
                tuple(
                    ReviewLine(line.place, line.label, line.words)
                    for line in part.lines
                    if line.change != "gone"
                ),
            )
            for part in self.sections
        )
        return ReviewPage(self.title, tuple(part for part in sections if part.lines))


def _compared(line: ReviewLine, before: Mapping[str, str]) -> ReviewLine:
    if line.place == FINGERPRINT:
        return line
    if line.place not in before:
        return ReviewLine(line.place, line.label, line.words, "new")
    was = before[line.place]
    if was == line.words:
        return line
    return ReviewLine(line.place, line.label, line.words, "changed", was)
