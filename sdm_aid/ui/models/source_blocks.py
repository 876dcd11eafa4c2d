"""What stands in the source drawer; exact figures only in the clinician's part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdm_aid.i18n import _
from sdm_aid.ui.models.blocks import Block
from sdm_aid.wording.facts import say
from sdm_aid.wording.sentence import sentence
from sdm_aid.wording.sources import drawer, explain, reference
from sdm_aid.wording.table_rows import who_and_when

if TYPE_CHECKING:
    from sdm_aid.domain.evidence import Position
    from sdm_aid.domain.library import DecisionContent


@dataclass(frozen=True, slots=True)
class SourceSection:
    """One figure or one position: for both people, and for the clinician."""

    blocks: tuple[Block, ...]
    clinician: tuple[Block, ...]


def figure_section(content: DecisionContent, estimate: str) -> SourceSection:
    """Where one figure comes from."""
    words = explain(content, estimate)
    blocks = [Block("number", sentence(words.outcome).rstrip("."))]
    for label, text in words.lines():
        blocks += [Block("gap"), Block("soft", label), Block("text", text)]
    return SourceSection(tuple(blocks), _exact(content, estimate))


def _exact(content: DecisionContent, estimate: str) -> tuple[Block, ...]:
    words = drawer(content, estimate)
    pairs = (
        (_("With it"), _joined(words.value, words.interval)),
        (_("Without it"), _joined(words.control, words.control_interval)),
        (_("Number needed"), words.number_needed),
        (_("Note"), words.note),
    )
    title = Block("strong", explain(content, estimate).outcome)
    lines = [Block("pair", f"{label}:", tail=text) for label, text in pairs if text]
    return (title, *lines) if lines else ()


def _joined(*parts: str) -> str:
    return _("; ").join(part for part in parts if part)


def position_section(content: DecisionContent, position: Position) -> SourceSection:
    """What one body of experts says, and why."""
    prefix = f"evidence.{position.id}"
    quote = _("“{quote}”").format(quote=position.quote)
    pairs = (
        (_("Because"), say(content, f"{prefix}.because")),
        (_("Note"), say(content, f"{prefix}.note", "")),
        (_("Words found"), quote),
        (_("Read at"), position.place),
        (_("Source"), reference(content.sources[position.source])),
    )
    blocks = [
        Block("number", who_and_when(content, position)),
        Block("lead", say(content, f"{prefix}.says")),
    ]
    for label, text in pairs:
        if text:
            blocks += [Block("gap"), Block("soft", label), Block("text", text)]
    note = say(content, f"{prefix}.drawer", "")
    clinician = (Block("text", note),) if note else ()
    return SourceSection(tuple(blocks), clinician)


def treatment_notes(content: DecisionContent, letter: str) -> tuple[Block, ...]:
    """The clinician's notes on a treatment: doses, timing, guideline detail."""
    treatment = content.treatment_of(letter)
    notes: Sequence[str] = treatment.drawer
    return tuple(
        Block("text", say(content, f"treatments.{treatment.id}.drawer.{note}")) for note in notes
    )
