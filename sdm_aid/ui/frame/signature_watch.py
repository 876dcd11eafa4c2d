"""Says it at once, wherever it happens, when a change takes the signatures off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sdm_aid.i18n import _

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.bridge import SessionBridge

KNOWINGLY = ("signature_cleared", "undone", "redone")


class SignatureWatch(QObject):
    """``lost(str)`` with a sentence when signatures went without anybody clearing them."""

    lost = Signal(str)

    def __init__(self, bridge: SessionBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._signed = bool(bridge.state.signatures)
        bridge.changed.connect(self._on_changed)

    def _on_changed(self, state: Consultation) -> None:
        before, self._signed = self._signed, bool(state.signatures)
        if not before or self._signed:
            return
        entries = self._bridge.session.journal.entries
        if entries and entries[-1].action.kind not in KNOWINGLY:
            self.lost.emit(
                _("Something was changed, so the signatures were taken off. Read and sign again.")
            )
