"""You page, short questionnaires: each opens by its own button, and says what it is from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sdm_aid.content.measures import Offered, digest, offered
from sdm_aid.domain.measure_taken import MeasureTaken, reference, with_answer
from sdm_aid.i18n import _
from sdm_aid.paths import resources_dir
from sdm_aid.ui.decision_cards import breakable
from sdm_aid.ui.pages.you.measure_form import MeasureForm
from sdm_aid.ui.pages.you.part import Part
from sdm_aid.ui.widgets.chip import ChipGroup
from sdm_aid.ui.widgets.plain import label
from sdm_aid.wording import measures as words

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.measure import Measure
    from sdm_aid.ui.pages.base import Page


class MeasuresPart(Part):
    """The program's own, then the clinic's; one that cannot be used is named with its fault."""

    def __init__(self, page: Page, parent: QWidget) -> None:
        super().__init__(page, parent)
        self.setObjectName("measures")
        found = offered(resources_dir(), page.home, "you")
        self._measures = {measure.id: measure for measure in found.measures}
        self._asked: tuple[str, ...] = ()
        self.forms: dict[str, MeasureForm] = {}
        self.names = ChipGroup(parent=self)
        self.names.setObjectName("measures-names")
        self.names.setAccessibleName(words.heading())
        self.names.set_items([(one.id, one.name) for one in found.measures])
        for one in found.measures:
            name = _("{name}: show the questions").format(name=one.name)
            self.names.chip(one.id).setAccessibleName(name)
        self.names.changed.connect(self._on_names)
        self.column.addWidget(self.names)
        self._problems(found)

    def render_state(self, state: Consultation) -> None:
        """Show the questions of those asked for, with their answers and score."""
        self.names.set_selected(self._asked)
        for name in self._asked:
            if name not in self.forms:
                self.forms[name] = self._form(self._measures[name])
        for name, form in self.forms.items():
            form.setVisible(name in self._asked)
            form.render_taken(state.assessment.taken(name))

    def commit(self) -> None:
        """Hand over words still being typed."""
        for form in self.forms.values():
            form.commit()

    def first_focus(self) -> QWidget:
        """The first name."""
        return self.names.chip(next(iter(self._measures))) if self._measures else self.names

    def _form(self, measure: Measure) -> MeasureForm:
        form = MeasureForm(measure, self.page.content.ref.language, self)
        form.answered.connect(partial(self._on_answered, measure))
        form.read.connect(partial(self._on_read, measure))
        self.column.addWidget(form)
        return form

    def _problems(self, found: Offered) -> None:
        said = words.unusable(str(problem) for problem in found.problems)
        if said:
            self.column.addWidget(label(breakable(said), "body", self, "measures-problems"))

    def _on_names(self, now: tuple[str, ...]) -> None:
        self.commit()
        self._asked = now
        self.render_state(self.page.state)

    def _on_answered(self, measure: Measure, item: str, points: int | None) -> None:
        self._set(measure, (item, points), None)

    def _on_read(self, measure: Measure, reading: str | None) -> None:
        item = measure.item[0].id
        before = self.page.state.assessment.taken(measure.id)
        self._set(measure, (item, before.points(item) if before else None), (reading,))

    def _set(
        self, measure: Measure, answer: tuple[str, int | None], read: tuple[str | None] | None
    ) -> None:
        """One more answer, or other words of the clinician (``read``), onto what stands there."""
        from sdm_aid.domain.actions import MeasureSet

        before = self.page.state.assessment.taken(measure.id)
        ref = reference(measure, digest(measure))
        language = self.page.content.ref.language
        taken: MeasureTaken = with_answer(measure, ref, before, answer, language)
        if read is not None:
            taken = taken.evolve(reading=read[0])
        self.page.dispatch(MeasureSet(taken=taken))
