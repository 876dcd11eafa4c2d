"""The rest of the assessment on the plan: answers and lists as rows, questionnaires with source."""

from __future__ import annotations

from sdm_aid.documents.blocks import Block, Newspaper, Paragraph, Run
from sdm_aid.documents.paper import PaperInput, labelled, quoted, said, section, soft
from sdm_aid.domain.assessment import ABOUT_DAYS, ABOUT_PAIN, LISTS, ListName, Question
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.measure_taken import MeasureTaken
from sdm_aid.i18n import _
from sdm_aid.wording import assessment as words
from sdm_aid.wording import measures as measure_words
from sdm_aid.wording.assessment_said import told

Rows = list[tuple[str, tuple[Run, ...]]]


def about_pain(state: Consultation) -> Rows:
    """Spread, side, since when, better and worse: only what was told."""
    return _questions(state, ABOUT_PAIN)


def about_days(state: Consultation) -> Rows:
    """Sleep, mood, work, care, home, then the lists: only what was told."""
    lists = [row for name in LISTS if (row := _list(state, name)) is not None]
    return [*_questions(state, ABOUT_DAYS), *lists]


def measures(paper: PaperInput) -> tuple[Block, ...]:
    """Every questionnaire that was answered; nothing at all where none was."""
    taken = paper.state.assessment.measured
    if not taken:
        return ()
    inside = [block for one in taken for block in _measure(one)]
    inside.append(soft(_("A screening score is no diagnosis. What it means is for the clinician.")))
    return section(measure_words.heading(), (Newspaper(tuple(inside), dense=True),))


def _questions(state: Consultation, questions: tuple[Question, ...]) -> Rows:
    rows: Rows = []
    for question in questions:
        answer = state.assessment.answer(question)
        runs = [Run(told(answer))] if answer.picked else []
        if answer.words:
            runs += [*([Run("; ")] if runs else []), *quoted(answer.words)]
        if runs:
            rows.append((words.short(question), tuple(runs)))
    return rows


def _list(state: Consultation, name: ListName) -> tuple[str, tuple[Run, ...]] | None:
    listed = state.assessment.listed(name)
    if listed.nothing:
        return words.short(name), (Run(_("asked, and none named")),)
    runs: list[Run] = []
    for line in listed.lines:
        runs += [*([Run("; ")] if runs else []), said(line.words)]
    return (words.short(name), tuple(runs)) if runs else None


def _measure(taken: MeasureTaken) -> list[Block]:
    ref = taken.measure
    result = measure_words.result(taken) or _("Not answered.")
    blocks: list[Block] = [labelled(f"{ref.name}:", Run(result))]
    follow = measure_words.follow_up(taken)
    if follow:
        blocks.append(Paragraph((Run(follow, strong=True),)))
    if taken.reading:
        blocks.append(labelled(f"{measure_words.reading_label()}:", said(taken.reading)))
    else:
        blocks.append(labelled(f"{measure_words.reading_label()}:", Run(_("not written down"))))
    source = measure_words.source(ref.name, ref.owner, ref.citation, ref.recall)
    if ref.permission:
        source += " " + measure_words.permission(ref.permission)
    blocks.append(soft(source))
    return blocks
