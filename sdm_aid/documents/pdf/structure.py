"""Logical structure of a tagged PDF: the tree that screen readers follow, and its PDF objects.

Nodes are made in story order, which is reading order.  Whatever draws opens a marked-content
sequence for its node; what breaks over two pages gives its node content on both.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFString,
)

if TYPE_CHECKING:
    from sdm_aid.documents.pdf.spans import Part

_INLINE = ("Link", "Span")
"""Roles of what is inside a paragraph."""

Attributes = dict[str, str | list[float]]


@dataclass(frozen=True, slots=True)
class Content:
    """Marked content `number` on page `page` (both from 0)."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Widget:
    """The annotation of a form field or a link on a page."""

    page: int
    annotation: PDFDictionary


@dataclass(eq=False, slots=True)
class Node:
    """One structure element; `once`: what it draws a second time is decoration (table heads).

    `place`: name that links use.  `bookmark`: title in the outline.  `at`: page (from 0) and height
    of a node with either, once it is drawn.  `parts`: the links and phrases inside it.
    """

    role: str
    alt: str = ""
    spoken: str = ""
    language: str = ""
    attributes: Attributes = field(default_factory=dict)
    once: bool = False
    kids: list[Node | Content | Widget] = field(default_factory=list)
    entry: PDFDictionary = field(default_factory=PDFDictionary)
    place: str = ""
    bookmark: str = ""
    at: tuple[int, float] | None = None
    parts: dict[Part, Node] = field(default_factory=dict)

    def add(self, role: str, **details: str) -> Node:
        """A new last child."""
        child = Node(role, **details)  # type: ignore[arg-type]
        self.kids.append(child)
        return child

    def drawn(self) -> bool:
        """Whether the node has content already, its own or that of a link or phrase in it."""
        return any(
            isinstance(kid, Content)
            or (isinstance(kid, Node) and kid.role in _INLINE and kid.drawn())
            for kid in self.kids
        )


@dataclass(slots=True)
class StructureTree:
    """Writes the finished tree into a reportlab document.

    `owners`: for every page, the node of each marked content; `widgets`: fields and links, with
    their node.
    """

    root: Node
    owners: list[list[Node]]
    widgets: list[tuple[PDFDictionary, Node]]

    def write(self, document: PDFDocument) -> None:
        """Set StructTreeRoot and MarkInfo in the catalogue; pages must be complete."""
        pages = document.Pages.pages
        tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        here = document.Reference(tree)
        tree["K"] = PDFArray([self._element(document, self.root, here)])
        numbers: list[object] = []
        for i, owners in enumerate(self.owners[: len(pages)]):
            parents = PDFArray([document.Reference(node.entry) for node in owners])
            numbers += [i, document.Reference(parents)]
        for i, (annotation, node) in enumerate(self.widgets, len(pages)):
            annotation["StructParent"] = i
            numbers += [i, document.Reference(node.entry)]
        tree["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        tree["ParentTreeNextKey"] = len(pages) + len(self.widgets)
        document.Catalog.StructTreeRoot = here
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _element(self, document: PDFDocument, node: Node, parent: PDFObject) -> PDFObject:
        pages = document.Pages.pages
        entry = node.entry
        here = document.Reference(entry)
        entry["S"], entry["P"] = PDFName(node.role), parent
        on = {kid.page for kid in node.kids if not isinstance(kid, Node)}
        single = len(on) == 1  # then the page is named once and content by its bare number
        if single:
            entry["Pg"] = document.Reference(pages[min(on)])
        kids: list[object] = []
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(self._element(document, kid, here))
            elif isinstance(kid, Widget):
                kids.append(_object_reference(document, kid))
            elif single:
                kids.append(kid.number)
            else:
                page = document.Reference(pages[kid.page])
                kids.append(PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": kid.number}))
        # a Form must hold its field directly, not in an array, or a later signature looks like
        # a forbidden change to difference checkers
        entry["K"] = kids[0] if len(kids) == 1 else PDFArray(kids)
        _describe(entry, node)
        return here


def _object_reference(document: PDFDocument, widget: Widget) -> PDFDictionary:
    return PDFDictionary(
        {
            "Type": PDFName("OBJR"),
            "Pg": document.Reference(document.Pages.pages[widget.page]),
            "Obj": document.Reference(widget.annotation),
        }
    )


def _describe(entry: PDFDictionary, node: Node) -> None:
    """Alternative text, spoken text, language and layout attributes of an element."""
    for key, value in (("Alt", node.alt), ("ActualText", node.spoken), ("Lang", node.language)):
        if value:
            entry[key] = PDFString(value)
    if node.attributes:
        entry["A"] = PDFDictionary(
            {key: _attribute(key, value) for key, value in node.attributes.items()}
        )


def _attribute(key: str, value: str | list[float]) -> PDFObject:
    if isinstance(value, list):
        return PDFArray(value)
    return PDFString(value) if key == "Summary" else PDFName(value)
