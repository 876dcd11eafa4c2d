"""Things to check first on the plan: what was asked, what became of each topic, the sources.

No dose and no timing: those stand in the clinician's drawer. With nothing entered, nothing stands
here.
"""

from __future__ import annotations

from sdm_aid.documents.addresses import addressed
from sdm_aid.documents.blocks import Block, BulletList, Paragraph, Run, TextRole
from sdm_aid.documents.paper import PaperInput, labelled, said, section
from sdm_aid.domain.raised import RaisedTopic, raised_topics
from sdm_aid.i18n import _
from sdm_aid.wording.check_first import (
    answers_told,
    contradiction_words,
    mark_words,
    printed_words,
    topic_name,
    unnamed_words,
    unspoken_words,
    where_words,
)


def asked_first(paper: PaperInput) -> list[tuple[str, tuple[Run, ...]]]:
    """Field 6: every question that was asked with its answer."""
    told = [
        _("{question} {answer}.").format(question=question, answer=answer)
        for question, answer in answers_told(paper.content, paper.state)
    ]
    told += contradiction_words(paper.content, paper.state) if told else ()
    told += [unspoken_words(paper.content, paper.state)]
    return (
        [(_("Asked first"), (Run(" ".join(part for part in told if part)),))] if any(told) else []
    )


def ready_first(paper: PaperInput) -> list[Block]:
    """What was planned about a topic, for "Getting ready".

    What was planned for another column is told as such: nobody shall get ready for a treatment that
    was not chosen.
    """
    found: list[Block] = []
    outcome = paper.state.outcome
    chosen = outcome.option if outcome is not None else None
    for topic in raised_topics(paper.content, paper.state):
        mark = topic.mark
        if mark is not None and mark.how == "plan" and mark.words:
            fits = chosen is None or chosen in topic.letters or topic.taken
            form = (
                _("Getting ready, {topic}:")
                if fits
                else _("Planned for another choice than this one, {topic}:")
            )
            label = form.format(topic=topic_name(paper.content, topic.id))
            found.append(labelled(label, said(mark.words)))
    return found


def checked(paper: PaperInput) -> tuple[Block, ...]:
    """Each topic raised: where, what became of it, and which published rules stand behind it."""
    blocks: list[Block] = []
    for topic in raised_topics(paper.content, paper.state):
        blocks += _topic(paper, topic)
    return section(_("Things to check first"), blocks, 3)


def not_yet(paper: PaperInput) -> list[str]:
    """The topics raised and not yet talked about, for field 11."""
    return [
        topic_name(paper.content, topic.id)
        for topic in raised_topics(paper.content, paper.state)
        if topic.mark is None
    ]


def _topic(paper: PaperInput, topic: RaisedTopic) -> list[Block]:
    content = paper.content
    name = _("{topic}:").format(topic=topic_name(content, topic.id))
    runs = [Run(mark_words(topic.mark))]
    if topic.mark is not None and topic.mark.words:
        joined = _(", because:") if topic.mark.how == "not_apply" else ":"
        runs = [Run(f"{mark_words(topic.mark)}{joined} "), said(topic.mark.words)]
    where = " ".join(filter(None, (where_words(content, topic), unnamed_words(content, topic))))
    sources = tuple(addressed(line, soft=True) for line in printed_words(content, topic.rules))
    return [
        labelled(name, *runs),
        Paragraph((Run(where),), TextRole.SOFT),
        BulletList(sources),
    ]
