"""Which prose a decision, a treatment and a piece of evidence must have, and which it may have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sdm_aid.domain.decision import Decision
from sdm_aid.domain.evidence import Estimate
from sdm_aid.domain.treatment import Treatment

DECISION_KEYS = (
    "title",
    "question",
    "condition",
    "nothing_new",
    "for_whom",
    "funding",
    "authors",
    "conflicts_of_interest",
    "update_policy",
    "method",
)
TREATMENT_KEYS = ("name", "short", "involves")
OFFERED_KEYS = (
    "who",
    "asks",
    "lasts",
    "getting_ready",
    "afterwards",
    "expect",
    "change_mind",
    "if_not_help",
)
"""What must be said about everything but column A."""
TREATMENT_OPTIONAL = (*OFFERED_KEYS, "physical", "emotional", "social", "cost", "clinical_name")
EVIDENCE_KEYS = {
    "estimate": ("outcome", "people"),
    "fact": (),
    "position": ("who", "says", "because"),
}
EVIDENCE_OPTIONAL = {
    "estimate": (
        "caveat",
        "compared_with",
        "who_compared",
        "counted",
        "did",
        "did_not",
        "finding",
        "short",
        "note",
        "zero",
        "hundred",
        "drawer",
    ),
    "fact": ("what", "note", "drawer"),
    "position": ("note", "drawer"),
}


@dataclass(frozen=True, slots=True)
class KeySet:
    """Keys that must be there, keys that may, and prefixes under which any key may stand."""

    required: frozenset[str]
    optional: frozenset[str]
    free: tuple[str, ...] = ()
    overlaid: bool = False
    """Any key may stand again for one decision, as ``in.<decision>.<key>``."""

    def allows(self, key: str) -> bool:
        """True where ``key`` has a use; ``in.<decision>.`` in front says it for one decision."""
        if key.startswith("in.") and self.overlaid:
            key = key.split(".", 2)[-1]
        return key in self.required or key in self.optional or key.startswith(self.free)


def decision_keys(decision: Decision) -> KeySet:
    """Keys of the decision's own prose file (``decisions/<id>.toml``)."""
    required = [*DECISION_KEYS]
    optional = [f"rows.{row.id}.{end}" for row in decision.rows for end in ("note", "different")]
    required += [f"rows.{row.id}.{end}" for row in decision.rows for end in ("question", "short")]
    required += [f"values.{row.id}.{end}" for row in decision.values for end in ("name", "swing")]
    required += [f"deal_breakers.{name}" for name in decision.deal_breakers]
    required += [
        f"teach_back.{item.id}.{end}"
        for item in decision.teach_back
        for end in ("ask", "listen_for")
    ]
    required += [f"red_flags.{name}" for name in decision.red_flags]
    required += [f"get_help.{name}" for name in decision.get_help]
    optional += [
        key for key in cell_texts(decision) if not key.startswith(("treatments.", "evidence."))
    ]
    return KeySet(frozenset(required), frozenset(optional), ("going_on.", "glossary."))


def cell_texts(decision: Decision) -> Iterator[str]:
    """The full keys that the cells of the table name."""
    for row in decision.rows:
        for cell in row.cells:
            if cell.text is not None:
                yield cell.text


def treatment_keys(treatment: Treatment) -> KeySet:
    """Keys of a treatment's prose file, without ``treatments.<id>.`` in front.

    ``cells.`` is free: other decisions may use a sentence that this one does not.
    """
    required = [*TREATMENT_KEYS, *(() if treatment.nothing_new else OFFERED_KEYS)]
    optional = list(TREATMENT_OPTIONAL)
    for harm in treatment.harms:
        required.append(f"harms.{harm.id}.name")
        ends = [f"harms.{harm.id}.{end}" for end in ("how_long", "what_we_do")]
        (optional if harm.state == "not_applicable" else required).extend(ends)
        optional.append(f"harms.{harm.id}.note")
    required += [f"get_help.{name}" for name in treatment.get_help]
    required += [f"drawer.{name}" for name in treatment.drawer]
    return KeySet(frozenset(required), frozenset(optional), ("cells.",), overlaid=True)


def evidence_keys(kind: str, record: object) -> KeySet:
    """Keys of one estimate, fact or position, without ``evidence.<id>.`` in front."""
    required = list(EVIDENCE_KEYS[kind])
    if isinstance(record, Estimate) and record.comparator.kind == "active":
        required.append("compared_with")
    if isinstance(record, Estimate) and record.shape == "words":
        required.append("finding")
    return KeySet(frozenset(required), frozenset(EVIDENCE_OPTIONAL[kind]))
