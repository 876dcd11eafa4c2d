"""Words on paper: runs, the headings and paragraphs made of them, and where they lead."""

from __future__ import annotations

from dataclasses import dataclass

from sdm_aid.documents.roles import TextRole


@dataclass(frozen=True, slots=True)
class Link:
    """Where a run leads: a web address, or "#" and the `place` of a paragraph, heading or title in
    the same paper (a place that is not in it makes no link).  `says`: what a screen reader says of
    it, for example "Source 12".
    """

    to: str
    says: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight.

    `isolated`: words typed by a person, which may run in another direction than the page; they are
    laid out on their own so that they cannot reorder their neighbours.  `language`: BCP 47 tag
    where it differs from the document's.  `link`: only adds to what is printed.
    """

    text: str
    strong: bool = False
    soft: bool = False
    isolated: bool = False
    language: str | None = None
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's title, so blocks use 2 to 4 without skipping one.

    `language`: BCP 47 tag where it differs from the document's.  `place`: name that links use.
    """

    level: int
    text: str
    language: str | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class OptionTitle:
    """Title of one thing we could do, with its letter in a disc; the rest as for `Heading`."""

    letter: str
    text: str
    level: int = 3
    language: str | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text that wraps; line feeds inside a run begin a new line.  `place`: name that links use."""

    runs: tuple[Run, ...]
    role: TextRole = TextRole.BODY
    place: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """A short label on a quiet rounded ground, for example the comparator."""

    text: str
