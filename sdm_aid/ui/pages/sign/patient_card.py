"""The patient's side: ink, a mark before a witness, a spoken yes, a no, or somebody for them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.domain.readiness import before_signing, patient_side
from sdm_aid.i18n import _
from sdm_aid.ui.pages.sign.pad_card import PadCard
from sdm_aid.ui.pages.sign.parts import line_field
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.plain import button, label
from sdm_aid.ui.widgets.text_field import LineField
from sdm_aid.ui.widgets.typed_words import kept
from sdm_aid.wording.direction import on_its_own

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.signing import Signature
    from sdm_aid.domain.terms import Party
    from sdm_aid.ui.pages.base import Page

OTHER = ("name", "relation", "why")
INK = ("drawn", "mark")


class PatientCard(PadCard):
    """Which way is open before anything is signed is a matter of view; what was signed is not."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, "patient", _("Patient"))
        self._mode, self._other, self._signed = "drawn", False, False
        self._fields: dict[str, LineField] = {}
        self._other_part = self._build_other()
        self.column.insertWidget(1, self._other_part)
        self._lead = label("", "body", self, "patient-lead")
        self.column.insertWidget(2, self._lead)
        self._witness_part = self._part("witness", _("Name of the witness"))
        self._reason_part = self._part("reason", _("Reason, only if they want to give one"))
        self.column.insertWidget(4, self._witness_part)
        self.column.insertWidget(5, self._reason_part)
        self._confirm = button("", "secondary", "patient-confirm", self)
        self._confirm.clicked.connect(self._on_confirm)
        self.column.insertWidget(6, self._confirm, 0, Qt.AlignmentFlag.AlignLeft)
        self._ways = {
            "drawn": self.quiet("patient-drawn", _("Sign with ink")),
            "mark": self.quiet("patient-mark", _("Make a mark with a witness")),
            "aloud": self.quiet("patient-aloud", _("Agree aloud, witnessed")),
            "declined": self.quiet("patient-declined", _("Not signing")),
        }
        for mode, way in self._ways.items():
            way.clicked.connect(partial(self._choose, mode))
        self._swap = self.quiet("patient-other", "")
        self._swap.clicked.connect(self._on_swap)

    def render_state(self, state: Consultation) -> None:
        """Set the card from the state; without a signature the way chosen on screen stays open."""
        signature = patient_side(state)
        if signature is None and self._signed:
            self._mode, self._other = "drawn", False
            self._empty_fields()
        self._signed = signature is not None
        if signature is not None:
            self._mode = signature.method
            self._other = signature.party == "representative"
            self._show_fields(signature)
        self._show(state, signature)

    def commit(self) -> None:
        """Hand over what is still being typed."""
        for field in self._fields.values():
            field.commit()

    def reset_view(self) -> None:
        """Back to plain ink where nothing is signed."""
        if not self._signed:
            self._mode, self._other = "drawn", False
            self._empty_fields()
            self._show(self._page.state, None)

    def _show(self, state: Consultation, signature: Signature | None) -> None:
        name = state.patient.name or _("name is missing")
        pattern = _("For the patient, {name}") if self._other else _("Patient: {name}")
        self.set_heading(pattern.format(name=on_its_own(name)))
        self.show_signature(state, signature)
        ready = not before_signing(state) and state.seal is None
        self._other_part.setVisible(self._other)
        for key in OTHER:
            self._fields[key].setReadOnly(state.seal is not None)
        self.pad.setVisible(self._mode in INK)
        named = not self._other or bool(self._fields["name"].text().strip())
        self.pad.setEnabled(ready and named)
        self._show_way(ready and named, signature)
        self._show_buttons(state, signature)

    def _show_way(self, ready: bool, signature: Signature | None) -> None:
        mode = self._mode
        lead = {
            "mark": _("A mark of any kind counts. Somebody who sees it gives their name."),
            "aloud": _(
                "The plan is read aloud. The patient says yes to it, and a witness hears it."
            ),
            "declined": _("Not signing is a full answer. The plan says so and can be sealed."),
        }.get(mode, "")
        if self._other and not self._fields["name"].text().strip():
            lead = _("First the name of the person who signs, who they are, and why.")
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))
        self._witness_part.setVisible(mode in ("mark", "aloud"))
        self._reason_part.setVisible(mode == "declined")
        words = _("They said yes aloud") if mode == "aloud" else _("Write down: not signing")
        self._confirm.setText(words)
        self._confirm.setAccessibleName(words)
        self._confirm.setVisible(mode not in INK and signature is None)
        self._confirm.setEnabled(ready)

    def _show_buttons(self, state: Consultation, signature: Signature | None) -> None:
        sealed = state.seal is not None
        for mode, way in self._ways.items():
            way.setVisible(mode != self._mode and not sealed and signature is None)
        words = _("The patient signs") if self._other else _("Somebody signs for the patient")
        self._swap.setText(words)
        self._swap.setAccessibleName(words)
        self._swap.setVisible(not sealed and signature is None)
        self._more.setVisible(not sealed and signature is None)

    def _build_other(self) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        for key, caption in (
            ("name", _("Who signs")),
            ("relation", _("Who they are to the patient")),
            ("why", _("Why they sign")),
        ):
            column = QVBoxLayout()
            column.setSpacing(px(4))
            row.addLayout(column, 1)
            self._add_field(column, holder, key, caption)
        return holder

    def _part(self, key: str, caption: str) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        self._add_field(column, holder, key, caption)
        return holder

    def _add_field(self, column: QVBoxLayout, holder: QWidget, key: str, caption: str) -> None:
        field = line_field(column, holder, f"patient-{key}", caption)
        field.edited.connect(self._on_edited)
        self._fields[key] = field

    def _show_fields(self, signature: Signature) -> None:
        for key in ("witness", "relation", "why", "reason"):
            self._fields[key].set_text(getattr(signature, key) or "")
        if self._other:
            self._fields["name"].set_text(signature.name)

    def _empty_fields(self) -> None:
        for field in self._fields.values():
            field.commit()
            field.set_text("")

    def _choose(self, mode: str) -> None:
        self._mode = mode
        self._show(self._page.state, None)
        if mode in ("mark", "aloud"):
            self._fields["witness"].setFocus()
        elif mode == "declined":
            self._fields["reason"].setFocus()

    def _on_swap(self) -> None:
        self._other = not self._other
        self._show(self._page.state, None)
        if self._other:
            self._fields["name"].setFocus()

    def _on_clear(self) -> None:
        signature = patient_side(self._page.state)
        if signature is None:
            return
        mode, other = self._mode, self._other
        self.unsign(signature.party)
        # another try the same way, not back to the first one
        self._mode, self._other = mode, other
        self._show_fields(signature)
        self._show(self._page.state, patient_side(self._page.state))

    def _on_stroked(self, strokes: tuple[Any, ...]) -> None:
        self._sign(self._mode, strokes)

    def _on_confirm(self) -> None:
        self._sign(self._mode, ())

    def _on_edited(self, _words: str) -> None:
        signature = patient_side(self._page.state)
        if signature is None:
            self._show(self._page.state, None)
        elif self._page.state.seal is None:
            self._sign(signature.method, signature.strokes)

    def _sign(self, method: str, strokes: tuple[Any, ...]) -> None:
        words = {key: kept(field.text()) for key, field in self._fields.items()}
        party: Party = "representative" if self._other else "patient"
        signs = words["name"] if self._other else self._page.state.patient.name
        if not signs:
            self._show(self._page.state, patient_side(self._page.state))
            return
        self.sign(
            party=party,
            method=method,
            name=signs,
            strokes=strokes,
            witness=words["witness"] if method in ("mark", "aloud") else None,
            relation=words["relation"] if self._other else None,
            why=words["why"] if self._other else None,
            reason=words["reason"] if method == "declined" else None,
        )
