"""Names for the ids in a visit's journal: the content's, the patient's own, or the id's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdm_aid.i18n import _
from sdm_aid.wording.body import region_name
from sdm_aid.wording.direction import on_its_own
from sdm_aid.wording.facts import say

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.library import DecisionContent


def quoted(said: str) -> str:
    """Somebody's own words in quotation marks."""
    return _("“{words}”").format(words=on_its_own(said))


def joined(*parts: str | None) -> str:
    """What there is of these, in a row; a dash where there is nothing."""
    return ", ".join(on_its_own(part) for part in parts if part) or "–"


def plain_id(name: str) -> str:
    """The words of an id: ``back-to-work`` is "back to work"."""
    return name.replace("-", " ").replace("_", " ").replace(".", ", ")


@dataclass(frozen=True)
class Names:
    """Looks names up for one line. Content may be gone or changed since: nothing here fails."""

    content: DecisionContent | None
    state: Consultation | None

    def text(self, key: str, name: str) -> str:
        """The content's prose under ``key``, or the words of the id ``name``."""
        if self.content is not None:
            try:
                return say(self.content, key)
            except KeyError:
                pass
        return plain_id(name)

    def row(self, name: str) -> str:
        """What a stone lies on: a row of the content, or the patient's own words."""
        if self.state is not None:
            for concern in self.state.matters.own:
                if concern.id == name:
                    return quoted(concern.text)
        return quoted(self.text(f"values.{name}.name", name))

    def table_row(self, name: str) -> str:
        """A row of the table."""
        return quoted(self.text(f"rows.{name}.short", name))

    def option(self, letter: str) -> str:
        """The letter and name of one thing that could be done."""
        name = ""
        if self.content is not None:
            found = [one for one in self.content.decision.options if one.letter == letter]
            name = self.text(f"treatments.{found[0].treatment}.name", "") if found else ""
        return _("{letter}. {name}").format(letter=letter, name=name) if name else letter

    def region(self, name: str) -> str:
        """A place on the body chart."""
        try:
            return region_name(name)
        except KeyError:
            return plain_id(name)

    def person(self, name: str) -> str:
        """Somebody in the room."""
        people = self.state.present if self.state is not None else ()
        return next((one.name for one in people if one.id == name), plain_id(name))

    def question(self, name: str) -> str:
        """A question that was asked."""
        asked = self.state.questions if self.state is not None else ()
        return next((one.text for one in asked if one.id == name), plain_id(name))

    def tried(self, name: str) -> str:
        """Something tried before."""
        tried = self.state.you.tried if self.state is not None else ()
        return next((one.what for one in tried if one.id == name), plain_id(name))

    def step(self, name: str) -> str:
        """A step of the plan."""
        steps = self.state.plan.steps if self.state is not None else ()
        return next((one.what for one in steps if one.id == name), plain_id(name))

    def member(self, name: str) -> str:
        """Somebody on the team."""
        team = self.state.plan.team if self.state is not None else ()
        return next((one.role for one in team if one.id == name), plain_id(name))

    def sign(self, name: str) -> str:
        """A sign to get help fast: the decision's own, or a treatment's (``treatment.sign``)."""
        treatment, _dot, sign = name.rpartition(".")
        key = f"treatments.{treatment}.get_help.{sign}" if treatment else f"get_help.{sign}"
        return self.text(key, sign).rstrip(".")
