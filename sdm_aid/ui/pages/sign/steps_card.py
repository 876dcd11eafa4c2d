"""The plan form, steps: what, who, by when; typed, corrected, removed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.flow_layout import FlowLayout
from sdm_aid.ui.widgets.plain import button, empty, label
from sdm_aid.ui.widgets.text_field import LineField
from sdm_aid.ui.widgets.typed_words import LONGEST, kept

if TYPE_CHECKING:
    from sdm_aid.domain.answers import PlanStep
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page

PARTS = ("what", "who", "when")


class StepLine(QWidget):
    """The three fields of one step."""

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"plan-step-{key}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        self.line = QHBoxLayout()
        self.line.setSpacing(px(8))
        self.fields: dict[str, LineField] = {}
        words = {"what": _("What"), "who": _("Who"), "when": _("By when")}
        for part in PARTS:
            field = LineField(words[part], self)
            field.setObjectName(f"step-{part}-{key}")
            field.setAccessibleName(words[part])
            field.setMaxLength(LONGEST)
            if part == "what":
                column.addWidget(field)
            else:
                self.line.addWidget(field, 1)
            self.fields[part] = field
        column.addLayout(self.line)

    def show_step(self, step: PlanStep) -> None:
        """Set the fields; long words are read from their beginning."""
        for part, field in self.fields.items():
            field.set_text(getattr(step, part) or "")
            if not field.hasFocus():
                field.setCursorPosition(0)

    def words(self) -> dict[str, str | None]:
        """What stands in the fields."""
        return {part: kept(field.text()) for part, field in self.fields.items()}


class StepsCard(Card):
    """The steps so far, a line for one more, and offers from what was chosen."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("What happens next, who does it, by when"), page)
        self.setObjectName("steps-card")
        self._page = page
        self._lines: dict[str, StepLine] = {}
        self._shown: tuple[str, ...] | None = None
        self._offers_shown: tuple[str, ...] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(14))
        self.column.addLayout(self._rows)
        self._new = StepLine("new", self)
        self._new.fields["when"].returnPressed.connect(self._add)
        self._new.fields["what"].returnPressed.connect(self._add)
        add = button(_("Add"), "secondary", "step-add", self)
        add.setAccessibleName(_("Add this step"))
        add.clicked.connect(self._add)
        self._new.line.addWidget(add)
        self.column.addWidget(self._new)
        self._offers_lead = label(_("You could add:"), "soft", self)
        self.column.addWidget(self._offers_lead)
        self._offers = QWidget(self)
        self._flow = FlowLayout(self._offers, px(8))
        self.column.addWidget(self._offers)

    def render_state(self, state: Consultation) -> None:
        """Set every step and the offers not yet taken."""
        steps = state.plan.steps
        keys = tuple(step.id for step in steps)
        if keys != self._shown:
            self._shown = keys
            self._rebuild(keys)
        for step in steps:
            self._lines[step.id].show_step(step)
        self._show_offers(state)

    def commit(self) -> None:
        """Hand over what is still being typed; a step begun in the empty line is kept."""
        for line in tuple(self._lines.values()):
            for field in line.fields.values():
                field.commit()
        self._add()

    def clear_new(self) -> None:
        """Empty the line for one more."""
        for field in self._new.fields.values():
            field.set_text("")
            field.clear()

    def _rebuild(self, keys: tuple[str, ...]) -> None:
        empty(self._rows)
        self._lines = {}
        for key in keys:
            line = StepLine(key, self)
            for field in line.fields.values():
                field.edited.connect(partial(self._on_edited, key))
            remove = button(_("Remove"), "quiet", f"step-remove-{key}", line)
            remove.setAccessibleName(_("Remove this step"))
            remove.clicked.connect(partial(self._on_removed, key))
            line.line.addWidget(remove)
            self._lines[key] = line
            self._rows.addWidget(line)

    def _show_offers(self, state: Consultation) -> None:
        taken = {step.what for step in state.plan.steps}
        offers = tuple(words for words in self._offered(state) if words not in taken)
        if offers == self._offers_shown:
            return
        self._offers_shown = offers
        while (item := self._flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._offers.setVisible(bool(offers))
        self._offers_lead.setVisible(bool(offers))
        for number, words in enumerate(offers):
            made = button(words, "chip", f"step-offer-{number}", self._offers)
            made.clicked.connect(partial(self._take, words))
            self._flow.addWidget(made)

    def _offered(self, state: Consultation) -> tuple[str, ...]:
        outcome, content = state.outcome, self._page.content
        if outcome is None:
            return ()
        letters = {option.letter for option in content.decision.options}
        if outcome.option in letters and outcome.option is not None:
            name = content.words(f"treatments.{content.treatment_of(outcome.option).id}.name")
            return (
                _("Set a date: {name}").format(name=name),
                _("Call us if anything is unclear"),
            )
        return {
            "more_time": (_("Think it over at home"), _("Call us with your questions")),
            "second_opinion": (_("See somebody else and ask what they think"),),
            "advise_me": (_("The clinician writes down what they think and why"),),
            "nothing_new": (_("Keep going as now"),),
        }.get(outcome.kind, (_("Talk again"),))

    def _add(self) -> None:
        words = self._new.words()
        if words["what"] is None:
            return
        self.clear_new()
        self._set(self._free(), words["what"], words["who"], words["when"])

    def _take(self, words: str) -> None:
        self._set(self._free(), words, None, None)

    def _free(self) -> str:
        used = {step.id for step in self._page.state.plan.steps}
        return next(f"s{n}" for n in range(1, len(used) + 2) if f"s{n}" not in used)

    def _set(self, key: str, what: str, who: str | None, when: str | None) -> None:
        from sdm_aid.domain.actions import PlanStepSet
        from sdm_aid.domain.answers import PlanStep

        self._page.dispatch(PlanStepSet(step=PlanStep(id=key, what=what, who=who, when=when)))

    def _on_edited(self, key: str, _words: str) -> None:
        words = self._lines[key].words()
        before = next((s for s in self._page.state.plan.steps if s.id == key), None)
        if before is None:
            return
        if words["what"] is None:
            self._on_removed(key)
        elif self._differs(before, words):
            self._set(key, words["what"], words["who"], words["when"])

    def _differs(self, before: PlanStep, words: dict[str, str | None]) -> bool:
        return any((getattr(before, part) or None) != words[part] for part in PARTS)

    def _on_removed(self, key: str) -> None:
        from sdm_aid.domain.actions import PlanStepRemoved

        self._page.dispatch(PlanStepRemoved(id=key))
