"""Who signs: the patient's two identifiers large, and fields for what is missing of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from sdm_aid.application.dates import UnreadableDate, read_birth_date
from sdm_aid.documents.paper import identifiers
from sdm_aid.i18n import _
from sdm_aid.ui.pages.sign.parts import line_field
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import label
from sdm_aid.ui.widgets.text_field import LineField
from sdm_aid.ui.widgets.typed_words import kept
from sdm_aid.wording.direction import on_its_own

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page


class IdentityCard(Card):
    """Name and identifiers as they stand on every page; what is missing is asked for here."""

    def __init__(self, page: Page) -> None:
        super().__init__("", page)
        self.setObjectName("identity-card")
        self._page = page
        self.column.setSpacing(px(2))
        self._name = label("", "key", self, "identity-name")
        self._rest = label("", "lead", self, "identity-rest")
        self._problem = label("", "body", self, "identity-problem")
        self.column.addWidget(self._name)
        self.column.addWidget(self._rest)
        grid = QGridLayout()
        grid.setSpacing(px(10))
        self.column.addLayout(grid)
        self._fields: dict[str, tuple[QWidget, LineField]] = {}
        asked = (
            ("name", _("The patient’s name")),
            ("born", _("Date of birth")),
            ("number", _("Clinic number")),
            ("clinician", _("The clinician’s name")),
        )
        for place, (key, caption) in zip(((0, 0), (1, 0), (1, 1), (0, 1)), asked, strict=True):
            grid.addWidget(self._field(key, caption), *place)
        self.column.addWidget(self._problem)

    def render_state(self, state: Consultation) -> None:
        """Set the identifiers; show fields only for what is missing."""
        patient = state.patient
        found = identifiers(state)
        rest = found[1:] if patient.name else found
        self._name.setText(on_its_own(patient.name or "") or _("The patient’s name is missing"))
        self._rest.setText("  ·  ".join(rest))
        self._rest.setVisible(bool(rest))
        second = patient.born is None and not patient.number
        missing = {
            "name": not patient.name,
            "born": second,
            "number": second,
            "clinician": not state.clinician.name,
        }
        for key, (holder, field) in self._fields.items():
            holder.setVisible(missing[key])
            field.set_text("")
        self._tell("")

    def commit(self) -> None:
        """Hand over what is still being typed."""
        for _holder, field in self._fields.values():
            if field.text():
                self._on_finished()
                break

    def _field(self, key: str, caption: str) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, px(6), 0, 0)
        column.setSpacing(px(4))
        hint = _("day month year") if key == "born" else ""
        field = line_field(column, holder, f"identity-{key}-field", caption, hint)
        field.editingFinished.connect(self._on_finished)
        self._fields[key] = (holder, field)
        return holder

    def _tell(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    def _typed(self, key: str) -> str | None:
        field = self._fields[key][1]
        field.commit()
        return kept(field.text())

    def _on_finished(self) -> None:
        from sdm_aid.domain.actions import ClinicianNamed, PatientNamed

        patient, clinician = self._page.state.patient, self._page.state.clinician
        name, number, born = self._typed("name"), self._typed("number"), self._typed("born")
        named = self._typed("clinician")
        day = patient.born
        if born:
            try:
                day = read_birth_date(born, self._page.state.started.astimezone().date())
            except UnreadableDate as problem:
                self._tell(str(problem))
                return
        after = patient.evolve(name=name or patient.name, number=number or patient.number, born=day)
        if after != patient:
            self._page.dispatch(PatientNamed(patient=after))
        if named:
            self._page.dispatch(ClinicianNamed(clinician=clinician.evolve(name=named)))
