"""The session as a QObject: state changes and refusals as signals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from sdm_aid.application.session import Session
    from sdm_aid.domain.actions import Action
    from sdm_aid.domain.consultation import Consultation


class SessionBridge(QObject):
    """What pages talk to: ``dispatch`` goes in, ``changed`` comes out.

    ``changed(Consultation)`` after every action; ``refused(str)`` with the code of
    :class:`sdm_aid.domain.refusal.Refused` when an action breaks a rule (nothing was changed).
    """

    changed = Signal(object)
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._end = session.subscribe(self._on_changed)

    @property
    def state(self) -> Consultation:
        """The visit as it stands."""
        return self._session.state

    @property
    def session(self) -> Session:
        """The session itself, for use cases."""
        return self._session

    def dispatch(self, action: Action) -> bool:
        """Send an action; False when it was refused."""
        from sdm_aid.domain.refusal import Refused

        try:
            self._session.dispatch(action)
        except Refused as refusal:
            self.refused.emit(refusal.code)
            # the control that sent it shows its own wish: set it back from the state
            self.changed.emit(self._session.state)
            return False
        return True

    def undo(self) -> None:
        """Take back the last thing said."""
        if self._session.can_undo:
            self._session.undo()

    def redo(self) -> None:
        """Let the last thing taken back stand again."""
        if self._session.can_redo:
            self._session.redo()

    def close(self) -> None:
        """Stop listening to the session."""
        self._end()

    def _on_changed(self, state: Consultation) -> None:
        self.changed.emit(state)
