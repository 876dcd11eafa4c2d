"""Step 8: the plan, then read and sign, then seal and save; four views of one page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QScrollArea, QVBoxLayout, QWidget

from sdm_aid.domain.readiness import missing
from sdm_aid.i18n import _
from sdm_aid.ui.pages.base import Footer, FooterButton, Page, VisitContext
from sdm_aid.ui.pages.sign.plan_view import PlanView
from sdm_aid.ui.pages.sign.seal_view import SealView
from sdm_aid.ui.pages.sign.sealed_view import SealedView
from sdm_aid.ui.pages.sign.signing_view import SigningView
from sdm_aid.wording.steps import step_title

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.sign.seal_job import Sealing


class SignPage(Page):
    """``choose_folder`` asks where the papers go; None: the desktop's own dialog."""

    step = "sign"

    def __init__(
        self,
        context: VisitContext,
        parent: QWidget | None = None,
        choose_folder: Callable[[], Path | None] | None = None,
    ) -> None:
        super().__init__(context, parent)
        self.choose_folder = choose_folder or self._ask_for_folder
        self.plan = PlanView(self, self._today)
        self.signing = SigningView(self, context)
        self.seal = SealView(context, self._folder, self)
        self.sealed = SealedView(context, self)
        self._views: dict[str, QWidget] = {
            "plan": self.plan,
            "read": self.signing,
            "seal": self.seal,
            "sealed": self.sealed,
        }
        self._view = "plan"
        self.seal.changed.connect(self.footer_changed)
        self.seal.sealed.connect(self._on_sealed)
        self.sealed.said.connect(self.announce)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for view in self._views.values():
            column.addWidget(view)
        self._show_view()

    def title(self) -> str:
        """The heading."""
        return step_title("sign")

    def render_state(self, state: Consultation) -> None:
        """Set every view from the state; a sealed plan shows nothing but its closing."""
        if state.seal is None:
            self.sealed.forget()
            self._view = "plan" if self._view == "sealed" else self._view
        else:
            self._view = "sealed"
        self.plan.render_state(state)
        self.signing.render_state(state)
        self.sealed.render_state(state)
        self._show_view()

    def footer(self) -> Footer:
        """Each view has its own way on and back."""
        state = self.state
        if self._view == "plan":
            return Footer(primary=FooterButton("read", _("Read it together")), skippable=False)
        if self._view == "read":
            return Footer(
                back=FooterButton("plan", _("Back to the plan")),
                primary=FooterButton("seal", _("Seal and save PDF"), enabled=not missing(state)),
                skippable=False,
            )
        if self._view == "seal":
            return Footer(
                back=FooterButton("unseal", _("Back to signing"), enabled=not self.seal.busy),
                primary=FooterButton("seal-now", _("Seal and save"), enabled=self.seal.ready),
                skippable=False,
            )
        return Footer(skippable=False)

    def footer_action(self, button_id: str) -> None:
        """Move between the views, and seal."""
        if button_id == "read":
            self.plan.commit()
            self._go("read")
        elif button_id == "plan":
            self.signing.commit()
            self._go("plan")
        elif button_id == "unseal":
            self.seal.reset()
            self._go("read")
        elif button_id == "seal" and not missing(self.state) and self.seal.begin():
            self._go("seal")
        elif button_id == "seal-now":
            self.seal.start()

    def leaving(self) -> None:
        """Hand over what is still being typed."""
        self.plan.commit()
        self.signing.commit()

    def reset_view(self) -> None:
        """Back to the form, or to the closing of a sealed plan."""
        self.plan.reset_view()
        self.signing.reset_view()
        if not self.seal.busy:
            self.seal.reset()
            self._view = "plan" if self.state.seal is None else "sealed"
        self._show_view()

    def first_focus(self) -> QWidget:
        """Where the view on screen begins."""
        if self._view == "read":
            return self.signing.tick.box
        if self._view == "seal":
            return self.seal.first_field()
        if self._view == "sealed":
            return self.sealed.first_focus()
        return self.plan.goal.first_field()

    def _go(self, view: str) -> None:
        self._view = view
        self._show_view()
        self.footer_changed.emit()
        if view == "read":
            self.signing.reading.begin()
            self.seal.warm_up()
        self._to_top()
        self.first_focus().setFocus()

    def _show_view(self) -> None:
        for name, view in self._views.items():
            view.setVisible(name == self._view)

    def _to_top(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.verticalScrollBar().setValue(0)

    def _on_sealed(self, sealing: Sealing) -> None:
        from sdm_aid.domain.actions import Sealed

        if self._context.record is not None:
            self._context.record.attach(sealing.result.papers)
        if self.dispatch(Sealed(seal=sealing.result.seal)):
            self.sealed.show_sealing(sealing)
            self.announce.emit(_("The plan is sealed and saved."))
            self.footer_changed.emit()
            self._to_top()
            self.sealed.first_focus().setFocus()

    def _today(self) -> date:
        return self._context.bridge.session.now().astimezone().date()

    def _folder(self) -> Path | None:
        return self.choose_folder()

    def _ask_for_folder(self) -> Path | None:
        path = QFileDialog.getExistingDirectory(
            self, _("Where the plan and the handout go"), str(Path.home())
        )
        return Path(path) if path else None
