"""The 44 items: 6 qualifying, 10 for certification (4 for tests only), 28 of quality (5 for tests).

``QL``, ``CE`` and ``Q`` numbers are ours; the official numbers stand where they could be verified.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from sdm_aid.domain.library import DecisionContent

Result = Literal["pass", "not_met", "does_not_apply", "needs_named_person"]
Category = Literal["qualifying", "certification", "quality"]
Verdict = tuple[Result, str]
Assess = Callable[[DecisionContent], Verdict]


@dataclass(frozen=True, slots=True)
class Item:
    """One item. ``asks``: what it asks for, in our words."""

    id: str
    official: str
    category: Category
    asks: str
    tests_only: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """How one decision stands on one item, and why."""

    item: Item
    result: Result
    reason: str


def _items(category: Category, *rows: tuple[str, str, str], tests_only: bool = False) -> list[Item]:
    return [Item(name, number, category, asks, tests_only) for name, number, asks in rows]


ITEMS: tuple[Item, ...] = (
    *_items(
        "qualifying",
        ("QL1", "1.1.1", "says what the health problem is"),
        ("QL2", "1.1.2", "states the decision as such"),
        ("QL3", "1.1.3", "lists the options, doing nothing new among them"),
        ("QL4", "1.1.4", "says what is good about each option"),
        ("QL5", "1.1.5", "says what is bad about each option"),
        ("QL6", "1.2.1", "says what living with each option is like: body, mind, others"),
    ),
    *_items(
        "certification",
        ("CE1", "2.1.1", "shows good and bad in equal detail"),
        ("CE2", "2.2.1", "names the evidence used"),
        ("CE3", "2.2.2", "gives a date of production"),
        ("CE4", "2.2.3", "says how it is kept up to date"),
        ("CE5", "2.2.4", "says how sure the numbers are"),
        ("CE6", "2.3.1", "says who paid for it"),
    ),
    *_items(
        "certification",
        ("CE7", "2.4.1", "says what the test measures"),
        ("CE8", "2.4.2", "says what follows a positive test"),
        ("CE9", "2.4.3", "says what follows a negative test"),
        ("CE10", "2.4.4", "says what finding harmless things can lead to"),
        tests_only=True,
    ),
    *_items(
        "quality",
        ("Q01", "", "says what happens when nothing is done"),
        ("Q02", "", "lets good and bad be compared across options"),
        ("Q03", "", "gives the chances of the outcomes of each option"),
        ("Q04", "", "says which people each number is about"),
        ("Q05", "", "says how many people have the outcome"),
        ("Q06", "", "compares over the same time where that can be"),
        ("Q07", "", "compares out of the same number of people"),
        ("Q08", "", "shows chances in words, numbers and pictures"),
        ("Q09", "", "asks what matters most to the patient"),
        ("Q10", "", "leads step by step to a decision"),
        ("Q11", "", "has a list of questions to take to the clinician"),
        ("Q12", "", "needs were asked for among patients"),
        ("Q13", "", "needs were asked for among professionals"),
        ("Q14", "", "read by patients who did not help to make it"),
        ("Q15", "", "read by professionals who did not help to make it"),
        ("Q16", "", "tried out with patients facing the decision"),
        ("Q17", "", "tried out with practitioners who counsel them"),
        ("Q18", "", "says how the evidence was looked for and chosen"),
        ("Q19", "", "says how good the evidence is"),
        ("Q20", "", "gives the authors' credentials"),
        ("Q21", "", "reports how hard it is to read"),
        ("Q22", "", "was shown to bring what matters and what is chosen together"),
        ("Q23", "", "was shown to add to what people know"),
    ),
    *_items(
        "quality",
        ("Q24", "", "gives the chance of a true positive test"),
        ("Q25", "", "gives the chance of a true negative test"),
        ("Q26", "", "gives the chance of a false positive test"),
        ("Q27", "", "gives the chance of a false negative test"),
        ("Q28", "", "gives the chance of finding the illness with and without the test"),
        tests_only=True,
    ),
)


def passed(reason: str) -> Verdict:
    """The item is evidenced."""
    return "pass", reason


def missing(what: str) -> Verdict:
    """The item is not met."""
    return "not_met", what


def met_unless(gaps: list[str], reason: str, what: str) -> Verdict:
    """Met where nothing is on the list of gaps; else not, and the gaps are named."""
    return passed(reason) if not gaps else missing(f"{what}: {', '.join(gaps)}")
