"""The later half of a visit's history in words: from the four questions to the signing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from sdm_aid.i18n import _
from sdm_aid.i18n.formats import date_short, number
from sdm_aid.wording.history_names import Names, joined, quoted
from sdm_aid.wording.outcomes import outcome_recorded
from sdm_aid.wording.parties import party_words
from sdm_aid.wording.text_names import text_name


def _given(name: str, value: str | None) -> str:
    form = _("{what}: taken back") if value is None else _("{what}: {value}")
    return form.format(what=name, value=value)


def _sure(action: Any, _names: Names) -> str:
    labels = {
        "sure": _("sure of the choice"),
        "understand": _("know enough"),
        "risk": _("clear what matters most"),
        "encouragement": _("enough support"),
    }
    answers = {"yes": _("yes"), "no": _("no"), None: None}
    what = _("SURE, {question}").format(question=labels[action.question])
    return _given(what, answers[action.answer])


def _unsuitable(action: Any, names: Names) -> str:
    what = _("Not right for the patient now, {option}").format(option=names.option(action.option))
    return _given(what, quoted(action.reason) if action.reason else None)


def _columns(action: Any, names: Names) -> str:
    chosen = "; ".join(names.option(letter) for letter in action.columns)
    return _given(_("Columns on the table"), chosen)


def _opened(action: Any, names: Names) -> str:
    views = {
        "picture": _("the picture"),
        "harms": _("what could go wrong"),
        "source": _("the source"),
    }
    cell = action.cell
    return _("Looked at {view} of {row}, {option}").format(
        view=views[cell.view], row=names.table_row(cell.row), option=names.option(cell.option)
    )


def _outcome(action: Any, names: Names) -> str:
    chosen = action.outcome
    if chosen is None:
        return _given(_("What to do next"), None)
    option = names.option(chosen.option) if chosen.option else ""
    return _given(_("What to do next"), outcome_recorded(chosen.kind, option, chosen.until))


def _step(action: Any, _names: Names) -> str:
    one = action.step
    return _given(_("Step of the plan"), joined(quoted(one.what), one.who, one.when))


def _no_step(action: Any, names: Names) -> str:
    return _given(_("Step of the plan removed"), quoted(names.step(action.id)))


def _get_help(action: Any, names: Names) -> str:
    signs = "; ".join(names.sign(sign) for sign in action.signs)
    return _given(_("Signs to get help fast"), signs or _("none"))


def _target(action: Any, _names: Names) -> str:
    score = None if action.score is None else number(action.score)
    return _given(_("Pain that would be good enough"), score)


def _look_again(action: Any, _names: Names) -> str:
    return _given(_("Day to look again"), date_short(action.on) if action.on else None)


def _further_look(action: Any, _names: Names) -> str:
    form = _("{what}: {value}") if action.there else _("{what}, taken back: {value}")
    return form.format(what=_("Further day to look again"), value=date_short(action.on))


def _offer(action: Any, _names: Names) -> str:
    name = _("{what}, offered words taken over").format(what=text_name(action.field))
    if action.words == action.offered:
        return _given(name, quoted(action.offered))
    offered, now = quoted(action.offered), quoted(action.words)
    return _given(name, _("{offered}; there now: {words}").format(offered=offered, words=now))


def _member(action: Any, _names: Names) -> str:
    one = action.member
    does = quoted(one.does) if one.does else None
    return _given(_("On the team"), joined(one.role, one.name, does, one.phone))


def _no_member(action: Any, names: Names) -> str:
    return _given(_("No longer on the team"), names.member(action.id))


def _read(action: Any, _names: Names) -> str:
    name = _("The plan was read together")
    return name if action.done else _given(name, None)


def _signed(action: Any, _names: Names) -> str:
    one = action.signature
    ways = {
        "drawn": _("signed"),
        "mark": _("made a mark"),
        "aloud": _("agreed aloud"),
        "declined": _("chose not to sign"),
    }
    witness = _("witness: {name}").format(name=one.witness) if one.witness else None
    reason = quoted(one.reason) if one.reason else None
    who = f"{one.name} ({party_words(one.party)})"
    return joined(f"{who} {ways[one.method]}", one.relation, witness, one.why, reason)


def _cleared(action: Any, _names: Names) -> str:
    return _("Signature cleared: {who}").format(who=party_words(action.party))


def _sealed(action: Any, _names: Names) -> str:
    return _("The plan was sealed, SHA-256 {hash}").format(hash=action.seal.sha256)


def _undone(_action: Any, _names: Names) -> str:
    return _("Took back what was said last")


def _redone(_action: Any, _names: Names) -> str:
    return _("Put back what was taken back last")


def _set_aside(action: Any, _names: Names) -> str:
    if action.first == action.last:
        return _("Two rooms wrote at once: line {first} was set aside").format(
            first=number(action.first)
        )
    return _("Two rooms wrote at once: lines {first} to {last} were set aside").format(
        first=number(action.first), last=number(action.last)
    )


TOLD: Mapping[str, Callable[[Any, Names], str]] = MappingProxyType(
    {
        "sure_answered": _sure,
        "option_unsuitable": _unsuitable,
        "columns_chosen": _columns,
        "cell_opened": _opened,
        "outcome_chosen": _outcome,
        "plan_step_set": _step,
        "plan_step_removed": _no_step,
        "get_help_chosen": _get_help,
        "target_pain_set": _target,
        "look_again_set": _look_again,
        "further_look_set": _further_look,
        "offer_taken": _offer,
        "team_member_set": _member,
        "team_member_removed": _no_member,
        "read_together": _read,
        "signed": _signed,
        "signature_cleared": _cleared,
        "sealed": _sealed,
        "undone": _undone,
        "redone": _redone,
        "set_aside": _set_aside,
    }
)
"""By kind of action; joined with the earlier half in ``wording.history``."""
