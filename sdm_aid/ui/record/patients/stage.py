"""One panel at a time on a screen, and the work that it asks for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.ui.record.patients.reveal import Reveal
from sdm_aid.ui.record.patients.work import and_look
from sdm_aid.wording.record import trouble_sentence

if TYPE_CHECKING:
    from sdm_aid.application.ports import Jobs
    from sdm_aid.application.record.desk import Desk
    from sdm_aid.ui.frame.screen import Screen


class Stage(QObject):
    """Opens panels, runs their work off the GUI thread, and says what became of it.

    A sentence goes to the open panel where it can say one, else to the screen's notice line.
    """

    def __init__(self, screen: Screen, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._jobs = screen, jobs
        self.panel: Any = None
        self._reveal = Reveal(screen)

    def open(self, panel: QWidget, slot: QVBoxLayout, focus: QWidget | None) -> None:
        """Show a panel instead of the one before."""
        self.close()
        self.panel = panel
        slot.addWidget(panel)
        panel.show()
        if hasattr(panel, "cancelled"):
            panel.cancelled.connect(self.leave)
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal.show(panel)

    def close(self) -> None:
        """Take the panel away."""
        panel, self.panel = self.panel, None
        if panel is not None:
            panel.hide()
            panel.deleteLater()

    def leave(self) -> None:
        """The panel was cancelled: take it away, with the focus where the screen begins."""
        self.close()
        self._screen.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, sentence: str) -> None:
        """Say something where it is looked for."""
        if self.panel is not None and hasattr(self.panel, "say"):
            self.panel.say(sentence)
        else:
            self._screen.notice.say(sentence)

    def run(
        self,
        work: Callable[[Any], Any],
        done: Callable[[Any], None],
        unwritable: str = "",
        progress: Callable[[str], None] | None = None,
    ) -> None:
        """Run ``work``; ``unwritable``: the sentence for a place that takes no file."""
        self._busy(True)
        self._jobs.run(
            work,
            done=partial(self._on_done, done),
            failed=partial(self._on_failed, unwritable),
            progress=progress,
        )

    def change(self, desk: Desk, work: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        """Run ``work``, which writes into the record, and bring the list up to date after it."""
        both = partial(and_look, desk, desk.index.seq, work)
        self.run(both, partial(self._on_changed, desk, done))

    @staticmethod
    def _on_changed(desk: Desk, done: Callable[[Any], None], found: tuple[Any, Any]) -> None:
        result, changes = found
        if changes is not None:
            desk.take(changes)
        done(result)

    def _on_done(self, done: Callable[[Any], None], result: Any) -> None:
        self._busy(False)
        done(result)

    def _on_failed(self, unwritable: str, problem: Exception) -> None:
        self._busy(False)
        sentence = trouble_sentence(problem)
        if not sentence and isinstance(problem, OSError):
            sentence = unwritable
        if not sentence:
            raise problem
        self.say(sentence)

    def _busy(self, busy: bool) -> None:
        if self.panel is not None and hasattr(self.panel, "set_busy"):
            self.panel.set_busy(busy)
