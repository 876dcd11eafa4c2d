"""Read and sign: the plan's pages on one side, who signs and how on the other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.domain.readiness import missing
from sdm_aid.i18n import _
from sdm_aid.ui.pages.sign.extra_card import ExtraCard
from sdm_aid.ui.pages.sign.identity import IdentityCard
from sdm_aid.ui.pages.sign.pad_card import ClinicianCard
from sdm_aid.ui.pages.sign.parts import CheckLine, bare_column
from sdm_aid.ui.pages.sign.patient_card import PatientCard
from sdm_aid.ui.pages.sign.reading import Reading
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.flow_layout import FlowLayout
from sdm_aid.ui.widgets.plain import button, empty, label
from sdm_aid.wording.missing import missing_lines

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page, VisitContext

SIDE_BY_SIDE = 52


class MissingCard(Card):
    """One calm line for each thing that is missing, then what signing means."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setObjectName("missing-card")
        self._shown: tuple[str, ...] | None = None
        self._lead = label("", "h3", self, "missing-lead")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(2))
        self._off = label(
            _("If anything is changed now, the signatures come off and you sign again."),
            "body",
            self,
            "signatures-off",
        )
        self.column.addWidget(self._lead)
        self.column.addLayout(self._lines)
        self.column.addWidget(self._off)
        self.column.addWidget(
            label(
                _(
                    "Signing records that this talk took place. It is not by itself consent to a "
                    "procedure, and you can change your mind at any time. The file is then "
                    "sealed: a later change to it will show."
                ),
                "soft",
                self,
            )
        )

    def render_state(self, state: Consultation) -> None:
        """Set the lines."""
        lines = missing_lines(missing(state))
        lead = _("Still missing before the plan can be sealed:")
        self._lead.setText(lead if lines else _("Everything is there. The plan can be sealed."))
        self._off.setVisible(bool(state.signatures))
        if lines != self._shown:
            self._shown = lines
            empty(self._lines)
            for number, line in enumerate(lines):
                made = label(_("• {line}").format(line=line), "body", self, f"missing-{number}")
                self._lines.addWidget(made)


class SigningView(QWidget):
    """Everything that is needed to close the visit, on one screen."""

    def __init__(self, page: Page, context: VisitContext) -> None:
        super().__init__(page)
        self.setObjectName("signing-view")
        self._page = page
        self.reading = Reading(context, self)
        self.identity = IdentityCard(page)
        self.patient = PatientCard(page)
        self.clinician = ClinicianCard(page)
        self.extras = (ExtraCard(page, "witness"), ExtraCard(page, "interpreter"))
        self.missing = MissingCard(self)
        self._body = QHBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(px(18))
        self._body.addWidget(self.reading, 10)
        self._body.addLayout(self._side(), 11)

    def render_state(self, state: Consultation) -> None:
        """Set every card."""
        self.reading.render_state(state)
        self.tick.set_ticked(state.plan.read_together)
        cards = (self.identity, self.patient, self.clinician, *self.extras, self.missing)
        for card in cards:
            card.render_state(state)
        self._show_openers()

    def commit(self) -> None:
        """Hand over what is still being typed."""
        for card in (self.identity, self.patient, *self.extras):
            card.commit()

    def reset_view(self) -> None:
        """First page, plain ink, no extra pads."""
        self.reading.reset()
        self.patient.reset_view()
        for extra in self.extras:
            extra.reset_view()
            extra.render_state(self._page.state)
        self._show_openers()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or one below the other where it is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= SIDE_BY_SIDE * self.fontMetrics().height()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(across if wide else down)
        self._top.setDirection(across if wide else down)

    def _side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(px(12))
        self._top = QHBoxLayout()
        self._top.setSpacing(px(12))
        holder = Card("", self)
        holder.column.setContentsMargins(px(20), px(6), px(20), px(6))
        self.tick = CheckLine(_("We read it together"), "read-together", holder, "h3")
        self.tick.ticked.connect(self._on_read)
        holder.column.addStretch(1)
        holder.column.addWidget(self.tick)
        holder.column.addStretch(1)
        self._top.addWidget(self.identity, 3)
        self._top.addWidget(holder, 2)
        side.addLayout(self._top)
        for card in (self.patient, self.clinician, *self.extras):
            side.addWidget(card)
        row = QWidget(self)
        column = bare_column(row)
        flow = FlowLayout(None, px(4))
        column.addLayout(flow)
        self._openers = []
        words = (_("Add the signature of a witness"), _("Add the signature of an interpreter"))
        for extra, text in zip(self.extras, words, strict=True):
            made = button(text, "quiet", f"open-{extra.party}", row)
            made.clicked.connect(partial(self._open, extra))
            flow.addWidget(made)
            self._openers.append(made)
        side.addWidget(row)
        side.addWidget(self.missing)
        side.addStretch(1)
        return side

    def _open(self, extra: ExtraCard) -> None:
        extra.open()
        self._show_openers()

    def _show_openers(self) -> None:
        open_still = self._page.state.seal is None
        for made, extra in zip(self._openers, self.extras, strict=True):
            made.setVisible(open_still and not extra.on_view)

    def _on_read(self, done: bool) -> None:
        from sdm_aid.domain.actions import ReadTogether

        self._page.dispatch(ReadTogether(done=done))
