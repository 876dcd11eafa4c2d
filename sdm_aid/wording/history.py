"""What was said in a visit, one whole sentence for each line of its journal, values included.

``wording.said`` says what kind of thing a line is, for two rooms that compare; here it is told with
what was said, for whoever reads a visit's history afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sdm_aid.i18n import N_, _
from sdm_aid.i18n.formats import date_short, number
from sdm_aid.wording import assessment as asked
from sdm_aid.wording import history_assessment as assessment
from sdm_aid.wording import history_check_first as check_first
from sdm_aid.wording import history_genes as genes
from sdm_aid.wording import history_plan as plan
from sdm_aid.wording import you as words
from sdm_aid.wording.direction import on_its_own
from sdm_aid.wording.history_names import Names, joined, quoted
from sdm_aid.wording.steps import step_name
from sdm_aid.wording.text_names import text_name

if TYPE_CHECKING:
    from sdm_aid.domain.actions import Recorded
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.library import DecisionContent

_PAIN: Mapping[str, str] = MappingProxyType(
    {
        "now": N_("Pain now"),
        "average": N_("Pain on average, past 7 days"),
        "worst": N_("Worst pain, past 7 days"),
    }
)


def told(
    action: Recorded,
    content: DecisionContent | None = None,
    before: Consultation | None = None,
) -> str:
    """One line of the journal as a sentence with its values.

    ``content``: where names are looked up; without it ids stand for themselves. ``before``: the
    visit as it stood then, which tells "picked" from "let go".
    """
    return _TOLD[action.kind](action, Names(content, before))


def _pair(name: str, value: str) -> str:
    return _("{what}: {value}").format(what=name, value=value)


def _taken_back(name: str) -> str:
    return _("{what}: taken back").format(what=name)


def _given(name: str, value: str | None) -> str:
    """A name with its value, or that it was taken back."""
    return _taken_back(name) if value is None else _pair(name, value)


def _toggled(name: str, value: str, there: bool | None) -> str:
    """Picked or let go; neither is claimed where it is not known how the visit stood."""
    if there is None:
        return _("{what}, picked or let go: {value}").format(what=name, value=value)
    form = _("{what} let go: {value}") if there else _("{what} picked: {value}")
    return form.format(what=name, value=value)


def _expired(action: Any, _names: Names) -> str:
    sentence = _("Content past its last day was used all the same by {name}: {reason}")
    return sentence.format(name=on_its_own(action.name), reason=quoted(action.reason))


def _path(action: Any, _names: Names) -> str:
    chosen = _("quick") if action.path == "quick" else _("full")
    return _pair(_("Way through the visit"), chosen)


def _clinic(action: Any, _names: Names) -> str:
    clinic = action.clinic
    return _pair(_("Clinic"), joined(clinic.name, clinic.phone, clinic.out_of_hours))


def _patient(action: Any, _names: Names) -> str:
    one = action.patient
    born = _("born {date}").format(date=date_short(one.born)) if one.born else None
    number_words = _("no. {number}").format(number=one.number) if one.number else None
    return _pair(_("Patient"), joined(one.name, born, number_words))


def _clinician(action: Any, _names: Names) -> str:
    return _pair(_("Clinician"), joined(action.clinician.name, action.clinician.role))


def _present(action: Any, _names: Names) -> str:
    one = action.present
    return _pair(_("In the room"), f"{one.name} ({words.role(one.role)})")


def _left(action: Any, names: Names) -> str:
    return _pair(_("No longer in the room"), names.person(action.id))


def _red_flag(action: Any, names: Names) -> str:
    sign = quoted(names.text(f"red_flags.{action.flag}", action.flag))
    name = _("Warning sign {sign}").format(sign=sign)
    return _given(name, None if action.answer is None else _yes_no(action.answer))


def _no_red_flags(action: Any, _names: Names) -> str:
    return _given(_("Warning signs"), _("none of them") if action.none_of_these else None)


def _routed_out(action: Any, _names: Names) -> str:
    if action.out:
        return _("A warning sign led out of the visit")
    return _("The clinician decided to go on after a warning sign")


def _capacity(action: Any, _names: Names) -> str:
    return _given(_("Concern about the ability to decide"), _quoted_or_none(action.words))


def _text(action: Any, _names: Names) -> str:
    return _given(text_name(action.field), _quoted_or_none(action.words))


def _break(_action: Any, _names: Names) -> str:
    return _("A break was taken")


def _asked(action: Any, _names: Names) -> str:
    what = _("Question at {step}").format(step=step_name(action.step))
    return _pair(what, quoted(action.text))


def _answered(action: Any, names: Names) -> str:
    name = _("Answer to {question}").format(question=quoted(names.question(action.id)))
    return _given(name, _quoted_or_none(action.answer))


def _unasked(action: Any, names: Names) -> str:
    return _pair(_("Question removed"), quoted(names.question(action.id)))


def _goal(action: Any, names: Names) -> str:
    there = None if names.state is None else action.goal in names.state.you.goals
    return _toggled(_("Goal"), words.goal(action.goal), there)


def _region(action: Any, names: Names) -> str:
    there = None if names.state is None else action.region in names.state.you.regions
    return _toggled(_("Place that hurts"), names.region(action.region), there)


def _pain(action: Any, _names: Names) -> str:
    return _given(_(_PAIN[action.which]), None if action.score is None else number(action.score))


def _quality(action: Any, names: Names) -> str:
    there = None if names.state is None else action.quality in names.state.you.qualities
    return _toggled(_("Word for the pain"), words.quality(action.quality), there)


def _tried(action: Any, _names: Names) -> str:
    one = action.tried
    trouble = _("trouble: {words}").format(words=quoted(one.trouble)) if one.trouble else None
    kind = asked.kind(one.tried_kind) if one.tried_kind else None
    came_of_it = joined(quoted(one.what), kind, words.helped(one.helped), trouble)
    return _pair(_("Tried before"), came_of_it)


def _untried(action: Any, names: Names) -> str:
    return _pair(_("Tried before, removed"), quoted(names.tried(action.id)))


def _leaning(action: Any, names: Names) -> str:
    before = action.when == "before"
    name = _("Leaning before the line-up") if before else _("Leaning after the line-up")
    if action.leaning is None:
        return _taken_back(name)
    return _pair(
        name, _("not sure") if action.leaning == "unsure" else names.option(action.leaning)
    )


def _stones(action: Any, names: Names) -> str:
    return _("Stones on {row}: {n}").format(row=names.row(action.row), n=number(action.count))


def _top(action: Any, names: Names) -> str:
    there = None if names.state is None else action.row in names.state.matters.top
    return _toggled(_("What matters most"), names.row(action.row), there)


def _own(action: Any, names: Names) -> str:
    if not action.text.strip():
        return _pair(_("What matters, in own words, removed"), names.row(action.id))
    return _pair(_("What matters, in own words"), quoted(action.text))


def _own_mark(action: Any, names: Names) -> str:
    what = _("{row}, with {option}").format(
        row=names.row(action.id), option=names.option(action.option)
    )
    marks = {
        "helps": _("helps"),
        "same": _("about the same"),
        "harder": _("makes it harder"),
        "not_known": _("not known"),
    }
    return _given(what, None if action.mark is None else marks[action.mark])


def _breaker(action: Any, names: Names) -> str:
    there = None
    if names.state is not None:
        there = any(one.id == action.id for one in names.state.matters.deal_breakers)
    said = names.text(f"deal_breakers.{action.id}", action.id)
    return _toggled(_("Not wanted"), quoted(action.own_words) if action.own_words else said, there)


def _nothing_unwanted(action: Any, _names: Names) -> str:
    return _given(_("Not wanted"), _("nothing is ruled out") if action.nothing else None)


def _lined_up(_action: Any, _names: Names) -> str:
    return _("The line-up was opened")


def _advice(action: Any, _names: Names) -> str:
    name = _("Would rather be advised by the clinician")
    return name if action.wanted else _taken_back(name)


def _teach_back(action: Any, names: Names) -> str:
    name = _("In own words, {question}").format(
        question=quoted(names.text(f"teach_back.{action.item}.ask", action.item))
    )
    if action.result is None:
        return _taken_back(name)
    said = quoted(action.words) if action.words else None
    return _pair(name, joined(words.teach_back(action.result), said))


def _yes_no(answer: str | None) -> str:
    return {"yes": _("yes"), "no": _("no")}.get(answer or "", "")


def _quoted_or_none(said: str | None) -> str | None:
    return quoted(said) if said else None


def _entered(action: Any, _names: Names) -> str:
    return _("Looked at: {step}").format(step=step_name(action.step))


def _skipped(action: Any, _names: Names) -> str:
    return _("Passed over: {step}").format(step=step_name(action.step))


Teller = Callable[[Any, Names], str]
_TOLD: Mapping[str, Teller] = MappingProxyType(
    {
        "step_entered": _entered, "step_skipped": _skipped, "expired_content_used": _expired,
        "path_chosen": _path, "clinic_named": _clinic, "patient_named": _patient,
        "clinician_named": _clinician, "present_added": _present, "present_removed": _left,
        "red_flag_answered": _red_flag, "no_red_flags": _no_red_flags, "routed_out": _routed_out,
        "capacity_concern": _capacity, "text_written": _text, "break_taken": _break,
        "question_asked": _asked, "question_answered": _answered, "question_removed": _unasked,
        "goal_toggled": _goal, "region_toggled": _region, "pain_rated": _pain,
        "quality_toggled": _quality, "tried_set": _tried, "tried_removed": _untried,
        "leaning_said": _leaning, "stones_put": _stones, "top_toggled": _top,
        "own_concern_set": _own, "own_concern_marked": _own_mark, "deal_breaker_toggled": _breaker,
        "nothing_unwanted": _nothing_unwanted, "lined_up": _lined_up, "advice_wanted": _advice,
        "teach_back_noted": _teach_back, **plan.TOLD, **genes.TOLD, **assessment.TOLD,
        **check_first.TOLD,
    }
)  # fmt: skip
"""A sentence for every kind of action; a test over the union of actions finds what is missing."""
