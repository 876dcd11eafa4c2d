"""The handout: pictures as on screen, every harm, sources, odd input, nobody named."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdm_aid.documents import blocks as b
from sdm_aid.documents.handout import build_handout
from sdm_aid.documents.paper import PaperInput
from sdm_aid.documents.pdf.render import render
from sdm_aid.documents.plain_text import plan_text
from sdm_aid.documents.plan import build_plan
from sdm_aid.domain import actions as a
from sdm_aid.domain.actions import Action
from sdm_aid.domain.apply import apply
from sdm_aid.domain.comparison import comparison
from sdm_aid.domain.pairing import picture
from sdm_aid.domain.refusal import Refused
from sdm_aid.i18n import use_language
from sdm_aid.i18n.pseudo import pseudo
from sdm_aid.wording.harms import panels
from sdm_aid.wording.scenes import panel_scene
from sdm_aid.wording.table_rows import table_words
from tests.documents.handout.walking import within
from tests.documents.paper_text import pages_of, paper_of, text_of
from tests.full_visit import SIGNED, a_session, the_content
from tests.strategies import actions_of


def _levels(document: b.Document) -> list[int]:
    heads = (b.Heading, b.OptionTitle)
    return [block.level for block in within(document.blocks) if isinstance(block, heads)]


@pytest.fixture(scope="module")
def full() -> b.Document:
    """The handout of a full visit."""
    return build_handout(paper_of(a_session()))


def test_the_story_comes_in_the_order_of_the_content(full: b.Document) -> None:
    text = text_of(full)
    keys = ("going_on.what", "going_on.course", "going_on.moving")
    places = [text.index(the_content().words(key)) for key in keys]
    assert places == sorted(places)


def test_what_was_agreed_on_is_in_the_handout_also_where_it_was_not_in_the_table() -> None:
    content = the_content()
    text = plan_text(build_handout(paper_of(a_session(a.ColumnsChosen(columns=("A", "B"))))))
    for panel in panels(content, content.treatment_of("C").id, content.decision.harm_panels):
        for line in panel.lines:
            assert line.name in text
    assert "D: " in text.split("The other things we could do")[1].split("\n\n")[0]


def test_the_pair_is_the_drawing_of_the_screen(full: b.Document) -> None:
    content = the_content()
    pair = picture(content, "recovered-year", "A", "D")
    drawn = [block for block in within(full.blocks) if isinstance(block, b.FigureBlock)]
    assert len(drawn) == 2
    for block, panel in zip(drawn, (pair.left, pair.right), strict=True):
        scene = panel_scene(content, panel, block.alt, as_bars=False, show_range=True, rtl=False)
        assert block.scene == scene
        assert block.alt.startswith(f"{panel.cell.option}, ")
        assert "95 out of 100" in block.alt


def test_every_harm_of_every_option(full: b.Document) -> None:
    text = text_of(full).lower()
    content = the_content()
    lines = [
        line
        for option in content.decision.options
        for panel in panels(content, option.treatment, content.decision.harm_panels)
        for line in panel.lines
    ]
    assert [line.name for line in lines if line.name.lower() not in text] == []
    counts = [line.figure.short for line in lines if line.figure]
    assert [count for count in counts if count.lower() not in text] == []


def test_every_number_leads_to_a_source(full: b.Document) -> None:
    text = text_of(full)
    listed = text[text.index("Where the numbers come from") :]
    total = listed.count("[")
    assert total > 10
    assert [place for place in range(1, total + 1) if f"[{place}]" not in listed] == []
    before = text[: text.index("Where the numbers come from")]
    assert "[1]" in before


@pytest.mark.parametrize("whole", [True, False])
def test_no_heading_level_is_skipped(whole: bool) -> None:
    paper = paper_of(a_session(whole=whole))
    for document in (build_handout(paper), build_plan(paper)):
        before = 1
        for level in _levels(document):
            assert level <= before + 1
            before = level


def test_an_empty_decision_to_take_home() -> None:
    document = build_handout(paper_of(a_session(whole=False)))
    text = text_of(document)
    assert "My questions, now and for next time" in text
    assert "For " not in " ".join(document.header_lines)
    assert "In my own words" not in text
    assert "None" not in [word.strip(".,") for word in text.split() if word == "None,"]


def test_harms_have_one_form_whatever_was_chosen(full: b.Document) -> None:
    """Panels of the same kind for every option, each headed by its letter."""
    heads = [
        run.text
        for block in within(full.blocks)
        if isinstance(block, b.Table) and len(block.header) == 1
        for cell in block.header
        for paragraph in cell.blocks
        if isinstance(paragraph, b.Paragraph)
        for run in paragraph.runs
    ]
    content = the_content()
    wanted = [
        f"{option.letter}. {panel.heading}"
        for option in content.decision.options
        for panel in panels(content, option.treatment, content.decision.harm_panels)
    ]
    assert heads == wanted


def test_every_finding_of_the_table_is_somewhere(full: b.Document) -> None:
    """The first of each cell at its question, the others further down; none is left out."""
    text = text_of(full)
    paper = paper_of(a_session())
    table = comparison(paper.content, paper.state)
    found = [
        figure
        for row in table.rows
        for cell in row.cells
        for words in (table_words(paper.content, row, cell),)
        if words.figure is not None
        for figure in (words.figure, *words.more)
    ]
    assert len(found) > 30
    lost = [one.headline for one in found if one.headline.lower() not in text.lower()]
    assert lost == []


def test_large_print_is_whole() -> None:
    document = build_handout(paper_of(a_session()), b.TextSize.LARGE)
    text = text_of(document)
    assert "Where the numbers come from" in text
    assert "Will I feel well again after a year?" in text


def test_forty_questions_long_reasons_and_other_scripts() -> None:
    asked = [
        a.QuestionAsked(id=f"q{place}", step="compare", text=f"Question number {place}?")
        for place in range(10, 50)
    ]
    reason = "because " * 300
    odd = (
        a.OptionUnsuitable(option="D", reason=reason),
        a.TextWritten(field="goal_words", words="😀 مرحبا שלום"),
    )
    text = text_of(build_handout(paper_of(a_session(*asked, *odd))))
    assert [place for place in range(10, 50) if f"Question number {place}?" not in text] == []
    assert text.count("because") >= 300
    assert "emoji U+1F600" in text


def test_every_page_names_the_patient() -> None:
    for page in pages_of(build_handout(paper_of(a_session()))):
        assert "Maria Rossi · born 4 May 1974 · no. 10482" in page
        assert "MADE-UP PATIENT" in page


def test_same_inputs_same_bytes() -> None:
    first, second = (render(build_handout(paper_of(a_session())), SIGNED) for _turn in range(2))
    assert first == second


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(actions_of(the_content()), max_size=25),
    st.sampled_from([b.TextSize.STANDARD, b.TextSize.LARGE]),
)
def test_any_visit_can_be_taken_home(actions: list[Action], size: b.TextSize) -> None:
    state = a_session(whole=False).state
    for action in actions:
        try:
            state = apply(state, action, SIGNED)
        except Refused:
            continue
    paper = PaperInput(the_content(), state, SIGNED, "SDM Aid 0.1")
    document = build_handout(paper, size)
    assert render(document, SIGNED, replace_unprintable=True).startswith(b"%PDF")


@pytest.mark.parametrize("language", ["qps", "qpr"])
def test_other_languages_and_right_to_left(language: str) -> None:
    prose = {key: pseudo(words) for key, words in the_content().text.items()}
    content = the_content().with_text(prose, language)
    use_language(language)
    try:
        paper = PaperInput(content, a_session().state, SIGNED, "SDM Aid 0.1")
        documents = (build_handout(paper), build_plan(paper))
    finally:
        use_language("en")
    for document in documents:
        assert (document.direction is b.Direction.RTL) == (language == "qpr")
        assert render(document, SIGNED, replace_unprintable=True).startswith(b"%PDF")
