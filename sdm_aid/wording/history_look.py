"""What changed in a look again, one sentence for each answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sdm_aid.i18n import _
from sdm_aid.i18n.formats import number
from sdm_aid.wording import follow_up as words
from sdm_aid.wording.history_names import joined, plain_id, quoted

if TYPE_CHECKING:
    from sdm_aid.domain.follow_up import FollowUp, Happened


def look_changes(before: FollowUp | None, after: FollowUp) -> tuple[str, ...]:
    """The answers that are new or other than before; none: nothing was answered yet."""
    old = dict(_answers(before)) if before is not None else {}
    new = dict(_answers(after))
    said = [_("{what}: {value}").format(what=k, value=v) for k, v in new.items() if old.get(k) != v]
    said += [_("{what}: taken back").format(what=name) for name in old if name not in new]
    if after.done and not (before is not None and before.done):
        said.append(_("The look again was finished"))
    return tuple(said)


def _answers(look: FollowUp) -> Iterator[tuple[str, str]]:
    """Every answer given as (question, answer); what was not answered is not there."""
    yield from _scores(look)
    if look.pgic is not None:
        yield _("How it is overall"), words.pgic(look.pgic)
    if look.goal is not None:
        yield _("Goal reached"), words.goal_reached(look.goal)
    if look.goal_words:
        yield _("About the goal"), quoted(look.goal_words)
    if look.none_happened:
        yield _("What happened"), _("nothing of the kind")
    for harm in look.harms:
        yield _("What happened, {name}").format(name=plain_id(harm.id)), _harm(harm)
    for one in look.doing:
        if one.state is not None:
            name = _("what was agreed") if one.id == "agreed" else plain_id(one.id)
            why = quoted(one.why) if one.why else None
            yield _("Of the plan, {name}").format(name=name), joined(words.doing(one.state), why)
    if look.notes:
        yield _("Notes"), quoted(look.notes)


def _scores(look: FollowUp) -> Iterator[tuple[str, str]]:
    for name, score in (
        (_("Pain now"), look.pain_now),
        (_("Pain on average, past 7 days"), look.pain_average),
        (_("Worst pain, past 7 days"), look.pain_worst),
        (_("PEG, pain"), look.peg.pain),
        (_("PEG, enjoyment of life"), look.peg.enjoyment),
        (_("PEG, general activity"), look.peg.activity),
    ):
        if score is not None:
            yield name, number(score)


def _harm(harm: Happened) -> str:
    parts = [plain_id(harm.harm) if harm.harm else None, quoted(harm.words) if harm.words else None]
    if harm.still_there is not None:
        parts.append(_("still there") if harm.still_there == "yes" else _("gone"))
    if harm.got_help is not None:
        parts.append(_("got help") if harm.got_help == "yes" else _("got no help"))
    return joined(*parts)
