"""What can be chosen for the table's columns and for the two halves of a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdm_aid.i18n import _
from sdm_aid.ui.models.faces import column_name

if TYPE_CHECKING:
    from sdm_aid.domain.library import DecisionContent

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Choice:
    """One button: its words, and the letters on show once it is pressed.

    ``checked`` None: the button is no switch.
    """

    id: str
    text: str
    letters: tuple[str, ...]
    checked: bool | None = None
    enabled: bool = True


def all_names(content: DecisionContent) -> dict[str, str]:
    """The names of all columns by their letters, on the table or standing by."""
    return {one.letter: column_name(content, one.letter) for one in content.decision.options}


def named(names: Names, letter: str) -> str:
    """Letter and name."""
    return _("{letter}, {name}").format(letter=letter, name=names[letter])


def column_choices(names: Names, shown: Sequence[str], most: int) -> tuple[Choice, ...]:
    """Tick what stands on the table; A always does, and never more than ``most``."""
    choices = []
    for letter in names:
        on = letter in shown
        after = tuple(one for one in names if (one in shown) != (one == letter))
        free = letter != "A" and (len(shown) > 2 if on else len(shown) < most)
        choices.append(Choice(f"show-{letter}", named(names, letter), after, on, free))
    return tuple(choices)


def instead_of(names: Names, shown: Sequence[str], letter: str) -> tuple[Choice, ...]:
    """What can stand in the place of one column."""
    choices = []
    for other in (one for one in names if one not in shown):
        text = _("Show {new} instead of {old}").format(new=named(names, other), old=letter)
        after = tuple(sorted(other if one == letter else one for one in shown))
        choices.append(Choice(f"put-{other}", text, after))
    if len(shown) > 2:
        text = _("Take {name} off the table for now").format(name=named(names, letter))
        after = tuple(one for one in shown if one != letter)
        choices.append(Choice("take-off", text, after))
    return tuple(choices)


def place_for(names: Names, shown: Sequence[str], letter: str) -> tuple[Choice, ...]:
    """Which column gives its place to the one that stood by."""
    choices = []
    for old in (one for one in shown if one != "A"):
        text = _("Show {new} instead of {old}").format(new=letter, old=named(names, old))
        after = tuple(sorted(letter if one == old else one for one in shown))
        choices.append(Choice(f"instead-{old}", text, after))
    return tuple(choices)


def swaps(names: Names, pair: Sequence[str]) -> tuple[Choice, ...]:
    """Swap one of the two, or put a second beside the first."""
    others = [one for one in names if one not in pair]
    if len(pair) == 1:
        return tuple(
            Choice(
                f"beside-{new}",
                _("Put {name} beside it").format(name=named(names, new)),
                tuple(sorted((*pair, new))),
            )
            for new in others
        )
    return tuple(
        Choice(
            f"swap-{old}-{new}",
            _("Show {new} instead of {old}").format(new=named(names, new), old=old),
            tuple(new if one == old else one for one in pair),
        )
        for old in pair
        for new in others
    )
