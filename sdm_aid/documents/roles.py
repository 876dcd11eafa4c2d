"""Names for what a part of a paper is; the print theme decides how that looks."""

from __future__ import annotations

from enum import StrEnum


class Direction(StrEnum):
    """Reading direction of the page; single phrases find their own."""

    LTR = "ltr"
    RTL = "rtl"


class PageSize(StrEnum):
    """Sheet the document is laid out for."""

    A4 = "A4"
    LETTER = "Letter"


class TextSize(StrEnum):
    """Body text: dense 8.5 pt (figures as shown, on the plan), compact 10 pt (the plan), standard
    12 pt (the handout), large print 18 pt."""

    DENSE = "dense"
    COMPACT = "compact"
    STANDARD = "standard"
    LARGE = "large"


class TextRole(StrEnum):
    """What a paragraph is; the print theme decides how that looks."""

    BODY = "body"
    SOFT = "soft"
    LEAD = "lead"
    CAPTION = "caption"
    STRONG = "strong"
    DETAIL = "detail"
    SMALL = "small"


class BoxRole(StrEnum):
    """Frames: a strong outline for the agreement, a caution, a card, or a quiet ground."""

    OUTLINE = "outline"
    CAUTION = "caution"
    CARD = "card"
    SOFT = "soft"
