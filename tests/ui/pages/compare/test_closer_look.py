"""From a cell to its picture, its harms and its source, and back, by mouse and by key."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame

from sdm_aid.domain.answers import CellSeen
from sdm_aid.domain.library import DecisionContent
from sdm_aid.drawing.person import HATCH
from sdm_aid.ui.models.faces import question
from sdm_aid.ui.pages.compare import ComparePage
from sdm_aid.ui.pages.compare.cell import BlockButton
from sdm_aid.ui.pages.compare.column import BlockColumn
from sdm_aid.wording.figure import describe
from sdm_aid.wording.harms import harm_words
from tests.content.builders import mini_content, mini_decision
from tests.ui.pages.compare.conftest import Open
from tests.ui.pages.reach import one, press, small, the_mini


def click(page: ComparePage, row: str, letter: str) -> None:
    cell = page.table.body.cell(row, letter)
    page.table.area.ensureWidgetVisible(cell)
    QTest.mouseClick(cell, Qt.MouseButton.LeftButton)


def extras(page: ComparePage) -> set[str]:
    return {button.id for button in page.footer().extra}


def digits(texts: tuple[str, ...]) -> set[str]:
    return set(re.findall(r"\d[\d,]*", " ".join(texts)))


def weak(tmp_path: object) -> DecisionContent:
    """The made-up needle's relief as a number nobody should rely on."""
    files = mini_content()
    for entry in files["evidence/mini-needle.toml"]["estimate"]:
        if entry["id"] == "needle-relief":
            entry["certainty"] = "very_low"
    return mini_decision(tmp_path, files)  # type: ignore[arg-type]


def test_a_cell_opens_its_picture_and_that_is_noted(page: ComparePage) -> None:
    click(page, "relief", "C")
    assert page.picture.isVisible()
    assert not page.table.isVisible()
    assert page.title() == question(the_mini(), "relief")
    assert page.picture.letters == ("A", "C")
    assert page.state.seen == (CellSeen(row="relief", option="C", view="picture"),)


def test_enter_opens_and_back_gives_the_focus_to_the_cell(page: ComparePage) -> None:
    cell = page.table.body.cell("relief", "C")
    cell.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(cell, Qt.Key.Key_Return)
    assert page.picture.right.canvas.hasFocus()
    back = page.footer().back
    assert back is not None
    page.footer_action(back.id)
    assert cell.hasFocus()


def test_a_pair_of_one_study_shows_who_anyway_and_who_because(page: ComparePage) -> None:
    click(page, "relief", "C")
    left, right = page.picture.left, page.picture.right
    assert left.canvas.scene is not None
    assert right.canvas.scene is not None
    counts = {name: sum(1 for _ in right.canvas.scene.uses(name))
              for name in ("anyway", "added", "neither")}  # fmt: skip
    assert counts == {"anyway": 45, "added": 15, "neither": 40}
    assert sum(1 for _ in left.canvas.scene.uses("anyway")) == 45
    assert left.canvas.size() == right.canvas.size()
    assert page.picture.band.isHidden()


def test_the_picture_says_its_whole_sentence_as_one_graphic(page: ComparePage) -> None:
    click(page, "relief", "C")
    canvas = page.picture.right.canvas
    words = describe(the_mini(), "needle-relief", denominator=100)
    assert words.alt in canvas.accessibleName()
    interface = QAccessible.queryAccessibleInterface(canvas)
    assert interface is not None
    assert interface.role() == QAccessible.Role.Graphic
    assert interface.childCount() == 0


def test_numbers_beside_the_picture_are_those_of_the_one_formatter(page: ComparePage) -> None:
    click(page, "relief", "C")
    words = describe(the_mini(), "needle-relief", denominator=100)
    said = (words.headline, words.complement, words.other, words.horizon)
    legend = {"45", "15", "40"}
    assert digits(page.picture.right.words.texts()) <= digits(said) | legend


def test_bars_and_people_show_the_same_counts_in_the_same_room(page: ComparePage) -> None:
    click(page, "relief", "C")
    before = page.picture.right.words.texts()
    people = page.picture.right.canvas.size()
    page.footer_action("bars")
    assert page.picture.right.words.texts() == before
    assert page.picture.right.canvas.height() == pytest.approx(people.height(), abs=1)
    page.footer_action("bars")
    assert page.picture.right.canvas.size() == people


def test_the_range_is_off_until_asked_for(page: ComparePage) -> None:
    click(page, "relief", "C")
    words = describe(the_mini(), "needle-relief", denominator=100)
    canvas, column = page.picture.right.canvas, page.picture.right.words
    assert canvas.scene is not None
    assert not list(canvas.scene.uses(HATCH))
    page.footer_action("range")
    assert sum(1 for _ in canvas.scene.uses(HATCH)) == 20
    assert words.range.lower() in " ".join(column.texts()).lower()


def test_part_of_it_also_happened_with_a_pretend_treatment(page: ComparePage) -> None:
    click(page, "relief", "C")
    assert page.picture.below.texts() == (describe(the_mini(), "needle-relief").blinding,)


def test_different_studies_stand_apart_and_are_never_split(page: ComparePage) -> None:
    click(page, "walking", "B")
    assert page.picture.band.isVisible()
    assert "different studies" in page.picture.band.text()
    for panel in (page.picture.left, page.picture.right):
        assert panel.canvas.scene is not None
        assert not list(panel.canvas.scene.uses("added"))


def test_scores_are_rulers_and_words_have_no_picture(page: ComparePage) -> None:
    click(page, "score", "B")
    assert page.picture.right.canvas.is_ruler
    assert "bars" not in extras(page)
    page.show_table()
    click(page, "sleep", "C")
    assert page.picture.right.canvas.isHidden()
    assert page.picture.right.words.texts()


def test_a_very_uncertain_number_stays_behind_a_tap(open_page: Open, tmp_path: object) -> None:
    page = open_page(weak(tmp_path))
    click(page, "relief", "C")
    panel = page.picture.right
    assert panel.canvas.isHidden()
    assert not digits(panel.words.texts())
    press(page, "reveal-right")
    assert panel.canvas.isVisible()
    assert "60" in digits(panel.words.texts())
    page.reset_view()
    click(page, "relief", "C")
    assert panel.canvas.isHidden()


def test_questions_follow_each_other_round(page: ComparePage) -> None:
    click(page, "relief", "C")
    seen = []
    for _turn in range(8):
        page.footer_action("next-question")
        seen.append(page.title())
    asked = [question(the_mini(), row.id) for row in the_mini().decision.rows]
    assert set(seen) == set(asked[:-1])  # what experts say is no picture
    assert page.title() == question(the_mini(), "relief")
    page.footer_action("previous-question")
    assert page.title() == question(the_mini(), "what")


def test_one_of_the_two_can_be_swapped(page: ComparePage) -> None:
    click(page, "relief", "C")
    page.footer_action("swap")
    press(page, "swap-A-B")
    assert page.picture.letters == ("B", "C")
    assert CellSeen(row="relief", option="B", view="picture") in page.state.seen


def test_the_source_is_told_and_exact_figures_only_to_the_clinician(page: ComparePage) -> None:
    click(page, "relief", "C")
    press(page, "source-right")
    told = " ".join(page.sources.sections[0].texts())
    for part in ("adults with leg pain", "10.1234/made-up", "Made-up fund", "made up for tests"):
        assert part in told
    assert "NNT" not in told
    assert page.sources.clinician.isHidden()
    press(page, "source-clinician")
    assert page.sources.clinician.isVisible()
    assert "NNT" in " ".join(page.sources.clinician.texts())
    assert CellSeen(row="relief", option="C", view="source") in page.state.seen


def test_escape_closes_the_drawer_and_gives_the_focus_back(page: ComparePage) -> None:
    click(page, "relief", "C")
    link = one(page, BlockButton, "source-right")
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.sources.isAncestorOf(focused)
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert page.sources.isHidden()
    assert link.hasFocus()


def test_experts_who_disagree_are_both_heard(page: ComparePage) -> None:
    texts = page.table.body.cell("experts", "C").texts()
    assert "Experts disagree" in texts
    click(page, "experts", "C")
    assert len(page.sources.sections) == 2
    assert CellSeen(row="experts", option="C", view="source") in page.state.seen


def test_harms_open_in_panels_two_at_most_at_once(page: ComparePage) -> None:
    click(page, "harms", "C")
    assert page.harms.isVisible()
    shown = set()
    for _part in range(page.harms.pages):
        cards = [one for one in page.harms.findChildren(QFrame) if one.isVisible()]
        panels = {one.objectName() for one in cards if one.objectName().startswith("harms-")}
        assert 0 < len(panels) <= 2
        shown |= panels
        page.footer_action("more-harms")
    assert shown == {"harms-100", "harms-100000", "harms-none"}
    assert CellSeen(row="harms", option="C", view="harms") in page.state.seen


def test_a_harm_says_how_many_how_bad_how_long_and_what_we_do(page: ComparePage) -> None:
    click(page, "harms", "C")
    treatment = the_mini().treatments["needle"]
    harm = next(one for one in treatment.harms if one.id == "more-pain")
    words = harm_words(the_mini(), treatment, harm, denominator=100)
    columns = page.harms.findChildren(BlockColumn)
    entry = next(one for one in columns if words.name in one.texts())
    assert words.alt in entry.accessibleName()
    meaning = " ".join(text for one in columns for text in one.texts())
    for part in (words.how_bad, words.how_long, words.undone, words.what_we_do):
        assert part in meaning
    assert words.figure is not None
    assert digits(entry.texts()) <= digits((words.figure.alt,))


def test_two_options_harms_stand_side_by_side(page: ComparePage) -> None:
    click(page, "harms", "C")
    page.footer_action("swap")
    press(page, "beside-B")
    assert "".join(page.harms.letters) == "BC"
    page.footer_action("alone")
    assert "".join(page.harms.letters) == "C"


def test_every_target_of_the_closer_look_is_large_enough(page: ComparePage) -> None:
    for row, letter in (("relief", "C"), ("harms", "C")):
        click(page, row, letter)
        assert small(page) == []
        page.show_table()


def test_leaving_and_coming_back_starts_at_the_table(page: ComparePage) -> None:
    click(page, "relief", "C")
    page.footer_action("bars")
    press(page, "source-right")
    page.reset_view()
    assert page.table.isVisible()
    assert page.sources.isHidden()
    assert not page.picture.as_bars
