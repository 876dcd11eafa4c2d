"""Links and bookmarks: where they lead, what is said of them, where they lie."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pypdf

from sdm_aid.documents import blocks as b
from sdm_aid.documents.handout import build_handout
from sdm_aid.documents.pdf.outline import web_address
from tests.documents.paper_text import paper_of
from tests.documents.pdf.tags import content, elements, is_reference, kids, rendered, roles
from tests.full_visit import a_session

DOI = "https://doi.org/10.1002/14651858.CD013577.pub2"
MARK = b.Run("[1]", link=b.Link("#source-1", "Source 1"))
ENTRY = b.Paragraph(
    (b.Run("[1] ", strong=True), b.Run("doi:10.1002/x", link=b.Link(DOI, "Opens the article"))),
    place="source-1",
)
FILLER = tuple(b.text(f"line {number}") for number in range(60))


def _annotations(page: pypdf.PageObject) -> list[Any]:
    return [each.get_object() for each in page.get("/Annots", [])]


def test_mark_leads_to_its_source_and_the_source_to_the_web() -> None:
    reader = rendered(b.Paragraph((b.Run("38 of 100 "), MARK)), *FILLER, ENTRY)
    (mark,), (web,) = (_annotations(page) for page in reader.pages)
    assert mark["/Subtype"] == web["/Subtype"] == "/Link"
    assert mark["/Contents"] == "Source 1"
    page, kind, _left, top, _zoom = mark["/Dest"]
    assert page.get_object() == reader.pages[1].get_object()
    assert kind == "/XYZ"
    assert web["/Rect"][3] < top < web["/Rect"][3] + 20
    assert web["/A"] == {"/S": "/URI", "/URI": DOI}
    assert {mark["/F"], web["/F"]} == {4}
    assert mark["/Border"] == [0, 0, 0]


def test_link_is_an_element_between_the_words_around_it() -> None:
    reader = rendered(b.Paragraph((b.Run("before "), MARK, b.Run(" after"))), ENTRY)
    paragraph = next(node for node in elements(reader) if "/Link" in _roles_of(node))
    first, link, last = kids(paragraph)
    words, reference = kids(link)
    assert (first, words, last) == (first, first + 1, first + 2)
    annotation = reference["/Obj"].get_object()
    root: Any = reader.root_object
    numbers = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    at = numbers[::2].index(annotation["/StructParent"])
    assert numbers[2 * at + 1].get_object() == link


def _roles_of(node: Any) -> list[str]:
    return [_role(kid) for kid in kids(node)]


def _role(kid: Any) -> str:
    return "" if isinstance(kid, int) else str(kid.get("/S", ""))


def test_link_over_three_lines_is_one_element_with_a_box_for_each() -> None:
    words = "a name of a source that is much too long for one line " * 5
    reader = rendered(b.Paragraph((b.Run("See "), b.Run(words, link=b.Link(DOI, "Opens")))))
    (annotation,) = _annotations(reader.pages[0])
    quads, around = annotation["/QuadPoints"], annotation["/Rect"]
    assert len(quads) == 8 * 3
    assert min(quads[::2]) == around[0]
    assert max(quads[1::2]) == around[3]
    (link,) = (node for node in elements(reader) if node["/S"] == "/Link")
    assert [is_reference(kid) for kid in kids(link)] == [False, False, False, True]


def test_link_over_two_pages_has_a_reference_on_each() -> None:
    words = "one line of a link that does not end on this page " * 3
    long = b.Paragraph((b.Run(words * 20, link=b.Link(DOI, "Opens")),))
    reader = rendered(*FILLER[:35], long)
    assert [len(_annotations(page)) for page in reader.pages] == [1, 1]
    (link,) = (node for node in elements(reader) if node["/S"] == "/Link")
    assert sum(is_reference(kid) for kid in kids(link)) == 2


def test_link_inside_words_from_right_to_left_is_read_in_its_place() -> None:
    runs = (b.Run("حوالي ١٢ شخص "), MARK, b.Run(" نهاية"))
    reader = rendered(b.Paragraph(runs), ENTRY, direction=b.Direction.RTL, language="ar")
    paragraph = next(node for node in elements(reader) if "/Link" in _roles_of(node))
    before, link, after = kids(paragraph)
    assert link["/S"] == "/Link"
    assert "/Link" not in (_role(before), _role(after))
    assert content(before) < content(link) < content(after)
    box = next(a for a in _annotations(reader.pages[0]) if a["/Contents"] == "Source 1")["/Rect"]
    assert 440 < box[0] < box[2] < 557 - 40  # left of the words before it, at the right edge


def test_link_to_what_is_not_in_the_paper_is_plain_text() -> None:
    reader = rendered(b.Paragraph((b.Run("38 of 100 "), MARK)))
    assert "Link" not in roles(reader)
    assert _annotations(reader.pages[0]) == []
    assert "[1]" in reader.pages[0].extract_text()


def test_head_that_is_repeated_links_once() -> None:
    header = (b.Cell((b.Paragraph((MARK,)),)), b.text_cell("b"))
    rows = tuple((b.text_cell(f"row {i}"), b.text_cell("x")) for i in range(60))
    reader = rendered(b.Table(header, rows), ENTRY)
    marks = [a["/Contents"] for page in reader.pages for a in _annotations(page)]
    assert sorted(marks) == ["Opens the article", "Source 1"]


def test_bookmarks_follow_the_headings() -> None:
    reader = rendered(
        b.Heading(2, "What happens next"),
        b.OptionTitle("B", "Physiotherapy"),
        *FILLER,
        b.Heading(2, "word " * 40),
    )
    outline: Any = reader.outline
    title, (next_step, (option,), long) = outline
    assert (title.title, title.page) == ("What we agreed", reader.pages[0].indirect_reference)
    assert (next_step.title, option.title) == ("What happens next", "B. Physiotherapy")
    assert long.title == "word " * 17 + "word…"
    assert long.page == reader.pages[1].indirect_reference
    root: Any = reader.root_object
    assert root["/Outlines"]["/Count"] == 3  # the title is open, its chapters are closed
    assert next_step.node["/Count"] == -1
    assert root["/PageMode"] == "/UseNone"


def test_address_holds_only_what_one_may() -> None:
    assert web_address("https://doi.org/10.1/a(b)<c>é d") == (
        "https://doi.org/10.1/a(b)%3Cc%3E%C3%A9%20d"
    )


def test_every_mark_of_the_handout_leads_to_its_source() -> None:
    parts = list(_parts(build_handout(paper_of(a_session()))))
    places = {each.place for each in parts if isinstance(each, b.Paragraph) and each.place}
    runs = [each for each in parts if isinstance(each, b.Run)]
    inside = {run.link.to for run in runs if run.link and run.link.to.startswith("#")}
    assert inside == {f"#{place}" for place in places}
    bare = [run for run in runs if re.search(r"\[\d+\]", run.text) and not run.link]
    assert len(bare) == len(places)  # the numbers of the list itself
    assert all(run.strong for run in bare)
    assert [run for run in runs if "doi:10." in run.text and not run.link] == []


def _parts(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for each in value:
            yield from _parts(each)
    elif is_dataclass(value) and not isinstance(value, b.FigureBlock):
        yield value
        for field in fields(value):
            yield from _parts(getattr(value, field.name))
