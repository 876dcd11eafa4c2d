"""Things to check first: questions, the facts that answers mean, the published rules they raise.

Content, not judgement: a rule says which facts raise it and which treatments its source names.
Nothing here sorts, weighs or blocks; :mod:`sdm_aid.domain.raised` joins it with a visit.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, Self

from pydantic import model_validator

from sdm_aid.domain.base import Frozen, Id
from sdm_aid.domain.twice import twice

if TYPE_CHECKING:
    from sdm_aid.domain.decision import Decision
    from sdm_aid.domain.treatment import Treatment

Severity = Literal["contraindicated", "needs-plan", "caution", "inform"]
Wider = Literal["procedures", "medicines", "x_rays"]
"""Where a topic is raised besides the treatments that the source names."""
NONE = "none"
"""In ``Contradiction.all_of``: "none of these" was the answer to this question."""


class Choice(Frozen):
    """One answer; ``takes``: the medicines it says are taken now, as rules name them."""

    id: Id
    facts: tuple[Id, ...] = ()
    takes: tuple[Id, ...] = ()


class FactQuestion(Frozen):
    """Words: ``check_first.questions.<id>.ask`` and ``.choices.<choice>``."""

    id: Id
    choices: tuple[Choice, ...]


class Contradiction(Frozen):
    """Answers that cannot all be right, each ``question.choice`` (``a|b``: one of them).

    Words: ``check_first.contradictions.<id>``.
    """

    id: Id
    all_of: tuple[str, ...]

    def alternatives(self) -> tuple[tuple[str, ...], ...]:
        """For each part the answers any of which makes it true."""
        return tuple(tuple(part.split("|")) for part in self.all_of)


class Topic(Frozen):
    """What is talked about; words: ``check_first.topics.<id>.name`` and ``.why``."""

    id: Id
    facts: tuple[Id, ...]


class PlaceColumn(Frozen):
    """A treatment of this program; ``only_in``: the decisions it stands for (empty: all)."""

    treatment: Id
    only_in: tuple[Id, ...] = ()


class Place(Frozen):
    """A treatment as rules name it; no column: no decision shows it.

    Words: ``check_first.places.<id>``.
    """

    id: Id
    columns: tuple[PlaceColumn, ...] = ()

    def treatments(self, decision: str) -> tuple[str, ...]:
        """The treatments that it means in this decision."""
        return tuple(
            column.treatment
            for column in self.columns
            if not column.only_in or decision in column.only_in
        )


class RuleSource(Frozen):
    """Where the statement was read. ``year`` None: not stated."""

    citation: str
    year: int | None = None
    at: str
    """DOI or address of the source."""
    quote: str
    """Word for word from ``read_at``."""
    read_at: str
    complete: bool = True
    printable: bool = True
    """False: the address is not one to send anybody to; a DOI stands all the same."""


class Rule(Frozen):
    """A published statement; any of ``facts`` raises it at ``touches``.

    Words, for the clinician: ``check_first.rules.<id>.about`` and ``.statement``; ``.note``,
    ``.check`` (where ``check_original``), ``.timing.high|intermediate|low|restart``.
    """

    id: Id
    facts: tuple[Id, ...]
    touches: tuple[Id, ...]
    wider: tuple[Wider, ...] = ()
    severity: Severity
    check_original: bool
    """True: compare with the original before clinical use."""
    source: RuleSource


class CheckFirst(Frozen):
    """All of it; empty where the content has none. Order is the order shown."""

    questions: tuple[FactQuestion, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    topics: tuple[Topic, ...] = ()
    places: tuple[Place, ...] = ()
    medicines: tuple[Id, ...] = ()
    """Treatments that ``wider = ["medicines"]`` means."""
    x_rays: tuple[Id, ...] = ()
    rules: tuple[Rule, ...] = ()

    @model_validator(mode="after")
    def _ids_unique(self) -> Self:
        for name in ("questions", "contradictions", "topics", "places", "rules"):
            found = twice(item.id for item in getattr(self, name))
            if found is not None:
                raise ValueError(f"'{found}' stands twice in {name}")
        for question in self.questions:
            found = twice(choice.id for choice in question.choices)
            if found is not None:
                raise ValueError(f"'{found}' stands twice in the question '{question.id}'")
        found = twice(fact for topic in self.topics for fact in topic.facts)
        if found is not None:
            raise ValueError(f"the fact '{found}' belongs to two topics")
        return self

    def question(self, name: str) -> FactQuestion | None:
        """The question of this id; None where the content has none (any more)."""
        return next((one for one in self.questions if one.id == name), None)

    def place(self, name: str) -> Place:
        """The treatment as rules name it.

        Raises:
            KeyError: there is no such place.
        """
        for one in self.places:
            if one.id == name:
                return one
        raise KeyError(name)

    def taken(self) -> frozenset[str]:
        """Every medicine that an answer can say is taken now."""
        return frozenset(
            taken for one in self.questions for choice in one.choices for taken in choice.takes
        )

    def seen_from(self, decision: Decision, treatments: Iterable[Treatment]) -> Self:
        """What can show in one decision: rules that touch a column, or a medicine taken now."""
        shown = {one.id for one in treatments}
        procedures = {one.id for one in treatments if one.procedure}
        taken = self.taken()
        kept = tuple(
            rule
            for rule in self.rules
            if taken.intersection(rule.touches)
            or shown.intersection(self.named(rule, decision.id))
            or shown.intersection(self.widened(rule, procedures))
        )
        facts = {fact for rule in kept for fact in rule.facts}
        topics = tuple(one for one in self.topics if facts.intersection(one.facts))
        places = {name for rule in kept for name in rule.touches} | taken
        return self.evolve(
            rules=kept,
            topics=topics,
            places=tuple(one for one in self.places if one.id in places),
        )

    def named(self, rule: Rule, decision: str) -> frozenset[str]:
        """The treatments of this program that the rule's source names, in this decision."""
        return frozenset(
            treatment
            for name in rule.touches
            for treatment in self.place(name).treatments(decision)
        )

    def widened(self, rule: Rule, procedures: Iterable[str]) -> frozenset[str]:
        """The treatments at which the topic is raised although the source does not name them."""
        groups = {
            "procedures": procedures,
            "medicines": self.medicines,
            "x_rays": self.x_rays,
        }
        return frozenset(treatment for name in rule.wider for treatment in groups[name])
