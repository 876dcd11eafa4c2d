"""How the choices line up with what a person said: words for each cell, never a winner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from sdm_aid.i18n import N_, _, ngettext
from sdm_aid.i18n.formats import number
from sdm_aid.wording.facts import say

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.domain.line_up import LineUp, RowWord

_WORDS: Mapping[RowWord, str] = MappingProxyType(
    {
        "as_now": N_("as now"),
        "helps_a_lot": N_("helps a lot"),
        "helps_some": N_("helps some"),
        "same": N_("about the same"),
        "harder": N_("makes harder"),
        "not_known": N_("not known"),
        "disputed": N_("experts disagree"),
    }
)
GLYPHS: Mapping[RowWord, str] = MappingProxyType(
    {
        "as_now": "now",
        "helps_a_lot": "full",
        "helps_some": "half",
        "same": "same",
        "harder": "empty",
        "not_known": "unknown",
        "disputed": "disputed",
    }
)
"""Key of the sign beside a word: same size, no colour."""


@dataclass(frozen=True, slots=True)
class OptionLine:
    """One sentence for one option: the same template for each, so none sounds better."""

    letter: str
    sentence: str


def row_word(word: RowWord) -> str:
    """The words of a cell."""
    return _(_WORDS[word])


def row_name(content: DecisionContent, state: Consultation, row: str) -> str:
    """A row's name: the content's, or the patient's own words."""
    for concern in state.matters.own:
        if concern.id == row:
            return concern.text
    return say(content, f"values.{row}.name", row)


def title() -> str:
    """The heading; no "best", no "match", no score."""
    return _("How the choices line up with what you said")


def own_comparison(content: DecisionContent, lined: LineUp) -> str:
    """What the words are compared with; not every study compared with nothing new."""
    apart = {row.id for row in content.decision.values if not row.comparable}
    if not apart.intersection(row.row for row in lined.rows):
        return _("All words compare with A, nothing new for now.")
    return _(
        "Words compare with A, nothing new for now. Where the numbers come from different studies, "
        "each word says what its own study found against what it compared with."
    )


def option_lines(line_up: LineUp, letters: tuple[str, ...]) -> tuple[OptionLine, ...]:
    """One sentence an option, in fixed order."""
    dispute = any(word == "disputed" for row in line_up.rows for _letter, word in row.words)
    return tuple(
        OptionLine(letter, _option_sentence(line_up, letter, dispute=dispute)) for letter in letters
    )


def _option_sentence(line_up: LineUp, letter: str, *, dispute: bool) -> str:
    """``dispute``: experts disagree somewhere, so each sentence says on how many rows."""
    counts = dict.fromkeys(_WORDS, 0)
    for row in line_up.rows:
        counts[dict(row.words)[letter]] += 1
    if counts["as_now"] == len(line_up.rows):
        return _("{letter}: as now.").format(letter=letter)
    form = _(
        "{letter}: helps with {helps}, about the same on {same}, makes {harder} harder, "
        "{unknown} not known."
    )
    if dispute:
        form = _(
            "{letter}: helps with {helps}, about the same on {same}, makes {harder} harder, "
            "{unknown} not known, experts disagree on {disputed}."
        )
    return form.format(
        letter=letter,
        helps=number(counts["helps_a_lot"] + counts["helps_some"]),
        same=number(counts["same"] + counts["as_now"]),
        harder=number(counts["harder"]),
        unknown=number(counts["not_known"]),
        disputed=number(counts["disputed"]),
    )


def summary(content: DecisionContent, state: Consultation, line_up: LineUp) -> tuple[str, ...]:
    """What may be said about the whole; the last line always gives the word back to the patient."""
    lines: list[str] = []
    if not line_up.rows:
        return (_("Put stones on what matters to you, and the choices line up here."),)
    if not line_up.weights:
        lines.append(
            _(
                "Everything matters about the same to you. That is fine. "
                "Let's talk through the rows."
            )
        )
    else:
        lines += _closeness(content, state, line_up)
    lines.append(_("Does this look right to you? What would you change?"))
    return tuple(lines)


def _closeness(content: DecisionContent, state: Consultation, line_up: LineUp) -> list[str]:
    out = {mark.option for mark in state.not_suitable}
    shown = [letter for letter, fit in line_up.fits.items() if fit.shown and letter not in out]
    hidden = [letter for letter in line_up.fits if letter not in shown and letter not in out]
    less = {worse for _better, worse in line_up.clear}
    lines = []
    if len(shown) > 1 and not less:
        lines.append(
            _("On what you told us, these are close: {letters}.").format(letters=", ".join(shown))
        )
    for letter in shown:
        if letter in less:
            rows = [row_name(content, state, row) for row in line_up.behind.get(letter, ())]
            lines.append(
                _("{letter} lines up less with what you said, mostly on: {rows}.").format(
                    letter=letter, rows=", ".join(rows) or _("several rows together")
                )
            )
    if hidden:
        lines.append(
            ngettext(
                "For {letters} too much isn't known to line it up.",
                "For {letters} too much isn't known to line them up.",
                len(hidden),
            ).format(letters=", ".join(hidden))
        )
    if line_up.turn is not None:
        lines.append(_turn(content, state, line_up))
    return lines


def _turn(content: DecisionContent, state: Consultation, line_up: LineUp) -> str:
    turn = line_up.turn
    if turn is None:
        return ""
    name = row_name(content, state, turn.row)
    if turn.stones > turn.was:
        return _("If this mattered more to you, it would look different: {row}.").format(row=name)
    return _("If this mattered less to you, it would look different: {row}.").format(row=name)


def mismatch(content: DecisionContent, state: Consultation, line_up: LineUp) -> str:
    """A curious question where leaning and line-up differ; empty otherwise. Gut feeling wins."""
    leaning = state.matters.leaning_after or state.matters.leaning_before
    if leaning in (None, "unsure") or not line_up.rows:
        return ""
    top = line_up.rows[0]
    if dict(top.words).get(leaning or "") != "harder":
        return ""
    return _(
        "You lean to {letter}, though this was at the top: {row}. What makes {letter} feel right?"
    ).format(letter=leaning, row=row_name(content, state, top.row))
