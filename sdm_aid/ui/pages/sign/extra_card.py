"""A pad for a witness or an interpreter: nobody has to, anybody can."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtWidgets import QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.pages.sign.pad_card import PadCard
from sdm_aid.ui.pages.sign.parts import bare_column, line_field
from sdm_aid.ui.widgets.plain import label
from sdm_aid.ui.widgets.typed_words import kept

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page


class ExtraCard(PadCard):
    """Shown where somebody asked for it, signed, or is in the room as the interpreter."""

    def __init__(self, page: Page, party: Literal["witness", "interpreter"]) -> None:
        heading = _("Interpreter") if party == "interpreter" else _("Witness")
        super().__init__(page, party, heading)
        self._open, self._signed = False, False
        self._offered = ""
        caption = _("Name of the interpreter") if party == "interpreter" else _("Name")
        holder = QWidget(self)
        self._name = line_field(bare_column(holder), holder, f"{party}-name", caption)
        self._name.edited.connect(self._on_named)
        self._hint = label(_("First the name, then the signature."), "soft", self, f"{party}-hint")
        # over the pad they belong to
        self.column.insertWidget(1, holder)
        self.column.insertWidget(2, self._hint)

    @property
    def on_view(self) -> bool:
        """True while the card stands on the page."""
        return not self.isHidden()

    def open(self) -> None:
        """Somebody asked for this pad."""
        self._open = True
        self.render_state(self._page.state)
        self._name.setFocus()

    def reset_view(self) -> None:
        """Put the pad away where nobody signed."""
        self._open = False
        if not self._signed:
            self._name.commit()
            self._name.set_text("")

    def commit(self) -> None:
        """Hand over what is still being typed."""
        self._name.commit()

    def render_state(self, state: Consultation) -> None:
        """Set the card from the state."""
        signature = state.signature(self.party)
        present = next((p.name for p in state.present if p.role == self.party), "")
        if signature is not None:
            self._name.set_text(signature.name)
        elif self._signed or self._name.text() in ("", self._offered):
            self._name.set_text(present)
            self._offered = self._name.text()  # as the field shows it: one line
        if signature is None and self._signed:
            self._open = False
        self._signed = signature is not None
        self._name.setReadOnly(state.seal is not None)
        self.show_signature(state, signature)
        named = bool(self._name.text().strip())
        self.pad.setEnabled(self.pad.isEnabled() and named)
        self._hint.setVisible(not named)
        self.setVisible(self._open or self._signed or bool(present))

    def _on_named(self, _words: str) -> None:
        signature = self._page.state.signature(self.party)
        if signature is not None and self._page.state.seal is None:
            self._on_stroked(signature.strokes)
        else:
            self.render_state(self._page.state)

    def _on_stroked(self, strokes: tuple[Any, ...]) -> None:
        name = kept(self._name.text())
        if name:
            self.sign(party=self.party, method="drawn", name=name, strokes=strokes)
