"""Ways through a file: bookmarks of its headings, and where links lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFString

from sdm_aid.documents.pdf.structure import Node

_LONGEST = 90
"""Characters of a bookmark beyond which it is cut between words: a panel shows no more."""
_OPEN_BELOW = 2
"""Bookmarks of headings below this level are open: the title shows its chapters, no more."""
_ABOVE = 6.0
"""Points above its words at which a place is shown, so that they do not touch the window's edge."""
_UNSAFE = frozenset(b' "<>\\^`{|}')


class _Outline(PDFDictionary):  # type: ignore[misc]
    """An outline that reportlab writes as it is, in place of its own."""

    ready = 1

    def prepare(self, document: PDFDocument, canvas: object) -> None:
        """Nothing is left to prepare."""


@dataclass(slots=True)
class _Bookmark:
    """One entry with those of the headings below it; `level`: of its heading, 1 is the title."""

    level: int
    entry: PDFDictionary
    inner: list[_Bookmark] = field(default_factory=list)


def write_outline(document: PDFDocument, noted: Sequence[Node]) -> None:
    """Bookmarks of the headings, nested by level.

    The file does not ask for the panel to be open (`PageMode`): a paper of few pages is for
    reading, and the panel would take room from people who need the page large.
    """
    top = _Bookmark(0, _Outline({"Type": PDFName("Outlines")}))
    above = [top]
    for node in noted:
        if not node.bookmark:
            continue
        level = int(node.role[1:])
        while above[-1].level >= level:
            above.pop()
        title = PDFString(_shortened(node.bookmark))
        new = _Bookmark(level, PDFDictionary({"Title": title, "Dest": _where(document, node)}))
        above[-1].inner.append(new)
        above.append(new)
    if top.inner:
        _joined(document, top)
        document.Outlines = document.Catalog.Outlines = top.entry


def _joined(document: PDFDocument, bookmark: _Bookmark) -> int:
    """Tie a bookmark to those below it, and count those that show when it is open."""
    inner = bookmark.inner
    if not inner:
        return 0
    here = document.Reference(bookmark.entry)
    kids = [document.Reference(each.entry) for each in inner]
    for i, each in enumerate(inner):
        each.entry["Parent"] = here
        if i:
            each.entry["Prev"] = kids[i - 1]
        if i + 1 < len(inner):
            each.entry["Next"] = kids[i + 1]
    shown = len(inner) + sum(_joined(document, each) for each in inner)
    opened = bookmark.level < _OPEN_BELOW
    bookmark.entry["First"], bookmark.entry["Last"] = kids[0], kids[-1]
    bookmark.entry["Count"] = shown if opened else -shown
    return shown if opened else 0


def _shortened(title: str) -> str:
    """One line, cut between words where it is long."""
    words = " ".join(title.split())
    if len(words) <= _LONGEST:
        return words
    kept, _space, _cut = words[:_LONGEST].rpartition(" ")
    return (kept or words[: _LONGEST - 1]) + "…"


def _where(document: PDFDocument, node: Node) -> PDFArray:
    """The place of a drawn node: its page, scrolled so that it stands at the top."""
    page, top = node.at or (0, 0.0)
    place = [document.Reference(document.Pages.pages[page]), PDFName("XYZ")]
    return PDFArray([*place, "null", round(top + _ABOVE, 2), "null"])


def write_destinations(
    document: PDFDocument, leads: Sequence[tuple[PDFDictionary, str]], noted: Sequence[Node]
) -> None:
    """Let every link inside the file lead to the node of that place."""
    places = {node.place: node for node in noted if node.place}
    for annotation, name in leads:
        annotation["Dest"] = _where(document, places[name])


def web_address(address: str) -> str:
    """The address in the characters that one may hold."""
    return "".join(
        chr(byte) if 0x20 < byte < 0x7F and byte not in _UNSAFE else f"%{byte:02X}"
        for byte in address.encode()
    )
