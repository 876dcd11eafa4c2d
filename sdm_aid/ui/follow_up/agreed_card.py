"""What was agreed, to read together before looking at how it went."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.i18n.formats import date_short
from sdm_aid.ui.decision_cards import breakable
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import label
from sdm_aid.wording.direction import on_its_own
from sdm_aid.wording.facts import say
from sdm_aid.wording.outcomes import outcome_recorded

if TYPE_CHECKING:
    from sdm_aid.application.look_again import LookBack
    from sdm_aid.domain.answers import PlanStep


class AgreedCard(Card):
    """Read only: a signed plan is never altered. The patient's own mark stands at the course."""

    def __init__(self, back: LookBack, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setObjectName("look-agreed")
        self.column.setSpacing(px(6))
        top = QHBoxLayout()
        top.setSpacing(px(16))
        top.addWidget(label(_("What we agreed"), "h3", self))
        top.addWidget(label(_signed_words(back), "caption", self, "look-agreed-signed"), 1)
        self.column.addLayout(top)
        self.column.addWidget(label(agreed_words(back), "strong", self, "look-agreed-outcome"))
        for number, line in enumerate(_lines(back)):
            self.column.addWidget(label(breakable(line), "body", self, f"look-agreed-{number}"))


def _signed_words(back: LookBack) -> str:
    signed = back.signed
    if signed.seal is None:
        return ""
    day = date_short(signed.seal.at.astimezone().date())
    return _("Signed on {date} with {name}.").format(
        date=day, name=on_its_own(signed.clinician.name or back.who)
    )


def agreed_words(back: LookBack) -> str:
    """The outcome as the plan states it."""
    outcome = back.signed.outcome
    if outcome is None:
        return _("Nothing was agreed yet.")
    return outcome_recorded(outcome.kind, option_words(back), outcome.until)


def option_words(back: LookBack) -> str:
    """Letter and name of what was agreed; empty where the outcome names nothing we know."""
    outcome, content = back.signed.outcome, back.content
    known = {option.letter for option in content.decision.options}
    if outcome is None or outcome.option not in known:
        return ""
    name = say(content, f"treatments.{content.treatment_of(outcome.option).id}.name")
    return _("{letter}. {name}").format(letter=outcome.option, name=name)


def _lines(back: LookBack) -> Iterator[str]:
    plan = back.signed.plan
    if plan.steps:
        yield "\n".join(f"•  {_step(step)}" for step in plan.steps)
    if plan.stop_rule:
        yield _("We stop or change course if: {words}").format(words=plan.stop_rule)


def _step(step: PlanStep) -> str:
    return " · ".join(part for part in (step.what, step.who, step.when) if part)
