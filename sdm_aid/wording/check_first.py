"""Things to check first in words: questions, topics, marks, statements for the clinician."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from sdm_aid.domain.raised import age_contradiction, contradictions, unspoken
from sdm_aid.i18n import N_, _, ngettext
from sdm_aid.i18n.formats import number
from sdm_aid.wording.history_names import plain_id

if TYPE_CHECKING:
    from sdm_aid.domain.check_first import RuleSource, Severity
    from sdm_aid.domain.checked_first import FactAnswer, TopicMark, TopicMarkKind
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.domain.raised import RaisedRule, RaisedTopic

MARKS: Mapping[TopicMarkKind, str] = MappingProxyType(
    {
        "talked": N_("We talked about it"),
        "plan": N_("We made a plan"),
        "not_apply": N_("It does not apply"),
    }
)
"""What can become of a topic, in the order shown."""
_SEVERITY: Mapping[Severity, str] = MappingProxyType(
    {
        "contraindicated": N_("named as a reason not to"),
        "needs-plan": N_("asks for a plan"),
        "caution": N_("asks for care"),
        "inform": N_("to be told"),
    }
)
_TIMES: tuple[tuple[str, str], ...] = (
    ("high", N_("Stop before, high bleeding risk")),
    ("intermediate", N_("Stop before, intermediate")),
    ("low", N_("Stop before, low")),
    ("restart", N_("Start again after")),
)
_AGE: Mapping[str, str] = MappingProxyType(
    {
        "minor": N_(
            "The date of birth says under 18, and all this is about adults. Please check the date."
        ),
        "younger": N_(
            "Sixty-five or older is chosen, and the date of birth says younger. "
            "Please check which one is right."
        ),
        "older": N_(
            "The date of birth says sixty-five or older, and that is not chosen under age. "
            "Please check which one is right."
        ),
    }
)


def question_words(content: DecisionContent, question: str) -> str:
    """What is asked; an id of other content by its own words."""
    return content.words(f"check_first.questions.{question}.ask", plain_id(question))


def choice_words(content: DecisionContent, question: str, choice: str) -> str:
    """One answer."""
    key = f"check_first.questions.{question}.choices.{choice}"
    return content.words(key, plain_id(choice))


def answer_words(content: DecisionContent, answer: FactAnswer | None) -> str:
    """What was answered, in one line; empty where nobody asked."""
    if answer is None:
        return ""
    if answer.none:
        return _("none of these")
    return ", ".join(choice_words(content, answer.question, one) for one in answer.choices)


def topic_name(content: DecisionContent, topic: str) -> str:
    """What a topic is called, in plain words."""
    return content.words(f"check_first.topics.{topic}.name", plain_id(topic))


def topic_why(content: DecisionContent, topic: str) -> str:
    """Why it is talked about, in plain words."""
    return content.words(f"check_first.topics.{topic}.why", "")


def place_name(content: DecisionContent, place: str) -> str:
    """A treatment as the rules name it."""
    return content.words(f"check_first.places.{place}", plain_id(place))


def where_words(content: DecisionContent, topic: RaisedTopic) -> str:
    """What a topic touches: columns by letter and name, and medicines taken now."""
    names = [_column(content, letter) for letter in topic.letters]
    parts = []
    if names:
        parts.append(_("Before: {choices}.").format(choices="; ".join(names)))
    if topic.taken:
        parts.append(_("With what you take now: {names}.").format(names=_taken(content, topic)))
    return " ".join(parts)


def column_mark() -> str:
    """The small mark at a column, alike at every one: a count would rank the columns."""
    return _("Check first")


def summary_words(content: DecisionContent, state: Consultation, raised: int) -> str:
    """How far the asking went."""
    total = len(content.check_first.questions)
    asked = len(state.check_first.answers)
    if not asked:
        return ngettext("{n} short question", "{n} short questions", total).format(n=number(total))
    said = _("{asked} of {total} asked").format(asked=number(asked), total=number(total))
    topics = ngettext("{n} thing to talk about", "{n} things to talk about", raised)
    return _("{said}, {topics}").format(said=said, topics=topics.format(n=number(raised)))


def mark_words(mark: TopicMark | None) -> str:
    """What became of a topic, without the words written to it."""
    if mark is None:
        return _("not yet talked about")
    return {
        "talked": _("talked about"),
        "plan": _("a plan was made"),
        "not_apply": _("does not apply"),
    }[mark.how]


def contradiction_words(content: DecisionContent, state: Consultation) -> tuple[str, ...]:
    """One sentence for each pair of answers that cannot both be right."""
    found = [
        content.words(f"check_first.contradictions.{name}", plain_id(name))
        for name in contradictions(content, state.check_first)
    ]
    age = age_contradiction(state)
    return (*found, _(_AGE[age])) if age else tuple(found)


def unspoken_words(content: DecisionContent, state: Consultation) -> str:
    """That nothing is held about some answers, which is not the same as nothing to think of."""
    names = [choice_words(content, question, one) for question, one in unspoken(content, state)]
    if not names:
        return ""
    return _(
        "Also answered: {answers}. We hold no published statement on this for the things on this "
        "table. That does not mean that it is of no weight: your clinician looks at it."
    ).format(answers=", ".join(names))


def statement_lines(content: DecisionContent, raised: RaisedRule) -> tuple[tuple[str, str], ...]:
    """A rule for the clinician: label and words, in reading order; the first is its name."""
    rule = raised.rule
    start = f"check_first.rules.{rule.id}"
    source = rule.source
    lines = [
        ("", content.words(f"{start}.about")),
        (_("Published, in our words"), content.words(f"{start}.statement")),
    ]
    for end, name in _TIMES:
        lines.append((_(name), content.words(f"{start}.timing.{end}", "")))
    lines += [
        (_("Filed as"), _(_SEVERITY[rule.severity])),
        (_("The source names"), _named(content, raised)),
        (_("Note"), content.words(f"{start}.note", "")),
        (_("Words found"), _("“{quote}”").format(quote=source.quote)),
        (_("Source"), source_words(source)),
        (_("How far checked"), checked_words(content, raised)),
    ]
    return tuple((label, words) for label, words in lines if words)


def checked_words(content: DecisionContent, raised: RaisedRule) -> str:
    """How far the statement was verified."""
    if not raised.rule.check_original:
        return _("Read at its source when this was compiled; not reviewed by a clinician.")
    what = content.words(f"check_first.rules.{raised.rule.id}.check")
    return _("Not yet compared with the original. {what}").format(what=what)


def source_words(source: RuleSource) -> str:
    """The reference with its year and where to find it; what is missing is said."""
    parts = [source.citation.rstrip(".")]
    if source.year and str(source.year) not in source.citation:
        parts.append(str(source.year))
    if source.at.startswith("10."):
        parts.append(f"doi:{source.at}")
    elif source.printable:
        parts.append(source.at)
    line = ". ".join(parts)
    if source.complete:
        return line
    return _("{reference} (reference incomplete: year not verified)").format(reference=line)


def printed_words(content: DecisionContent, raised: Iterable[RaisedRule]) -> tuple[str, ...]:
    """For paper: what rules are about, their source, and how far it was checked; no dose.

    Rules of one source stand in one line.
    """
    about: dict[str, list[str]] = {}
    for one in raised:
        words = content.words(f"check_first.rules.{one.rule.id}.about")
        about.setdefault(_printed_source(one), []).append(words)
    form = _("{about}: {source}.")
    return tuple(
        form.format(about="; ".join(dict.fromkeys(words)), source=source)
        for source, words in about.items()
    )


def _printed_source(raised: RaisedRule) -> str:
    source = raised.rule.source
    reference = source.citation.rstrip(".")
    if source.year and str(source.year) not in reference:
        reference = f"{reference}. {source.year}"
    if not source.complete:
        reference = _("{reference} (reference incomplete: year not verified)").format(
            reference=reference
        )
    elif source.at.startswith("10."):
        reference = f"{reference}. doi:{source.at}"
    checked = (
        _("not yet compared with the original")
        if raised.rule.check_original
        else _("not reviewed by a clinician")
    )
    return _("{reference}; {checked}").format(reference=reference, checked=checked)


def unnamed_words(content: DecisionContent, topic: RaisedTopic) -> str:
    """Which columns no source held here names, though the topic concerns them."""
    if not topic.unnamed:
        return ""
    names = "; ".join(_column(content, letter) for letter in topic.unnamed)
    return _(
        "Also raised at {names}: no source held here names these; the topic is raised there "
        "because it concerns every treatment of that kind."
    ).format(names=names)


def _named(content: DecisionContent, raised: RaisedRule) -> str:
    names = list(dict.fromkeys(place_name(content, one) for one in raised.rule.touches))
    listed = "; ".join(names)
    if not raised.named and not raised.taken:
        return _("{names} (none of them on this table)").format(names=listed)
    return listed


def _taken(content: DecisionContent, topic: RaisedTopic) -> str:
    return ", ".join(place_name(content, one) for one in topic.taken)


def _column(content: DecisionContent, letter: str) -> str:
    name = content.words(f"treatments.{content.decision.option(letter).treatment}.name")
    return _("{letter}. {name}").format(letter=letter, name=name)


def answers_told(content: DecisionContent, state: Consultation) -> Iterator[tuple[str, str]]:
    """Every question that was asked with its answer, in the order of the content."""
    known = [one.id for one in content.check_first.questions]
    given = [one.question for one in state.check_first.answers]
    for question in (*known, *(name for name in given if name not in known)):
        answer = state.check_first.answer(question)
        if answer is not None:
            yield question_words(content, question), answer_words(content, answer)
