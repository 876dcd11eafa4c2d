"""A card of the record's settings: its controls, what is under way, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.record.access.parts import Busy
from sdm_aid.ui.record.access.told import sentence_of
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.notice import Notice
from sdm_aid.ui.widgets.plain import button, label

if TYPE_CHECKING:
    from sdm_aid.application.ports import Jobs, Progress
    from sdm_aid.application.record.desk import Desk
    from sdm_aid.application.record.overview import Overview
    from sdm_aid.records.keys import Cost

T = TypeVar("T")


class Tools(NamedTuple):
    """What every card works with. ``cost``: of new passphrases; None: the usual one."""

    desk: Desk
    jobs: Jobs
    home: Path
    cost: Cost | None = None


class ManageCard(Card):
    """``changed`` when what is shown is to be read again. Put the controls into ``column``."""

    changed = Signal()

    def __init__(self, name: str, heading: str, tools: Tools, parent: QWidget) -> None:
        super().__init__(heading, parent)
        self.setObjectName(f"manage-{name}")
        self.tools = tools
        self._notice = Notice(parent=self)
        self._notice.setObjectName(f"{name}-notice")
        self._busy = Busy(f"{name}-busy", self)

    def close_up(self) -> None:
        """Below the controls: what is under way and what came of it."""
        self.column.addWidget(self._notice)
        self.column.addWidget(self._busy)

    def show_overview(self, shown: Overview) -> None:
        """Set every control."""
        raise NotImplementedError

    @property
    def busy(self) -> bool:
        """Whether something is under way here."""
        return bool(self._busy.words)

    def run(
        self,
        words: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        progress: Callable[[str], None] | None = None,
    ) -> None:
        """Do the work off the GUI thread; where it fails, say why. One thing at a time."""
        if self.busy:
            return
        self.tell("")
        self._busy.say(words)
        self._allow(False)
        self.tools.jobs.run(
            work,
            done=partial(self._on_done, done),
            failed=self._on_failed,
            progress=progress or self._busy.say,
        )

    def tell(self, words: str, *, caution: bool = False) -> None:
        """Say what came of it; empty: nothing."""
        self._notice.set_kind("caution" if caution else "info")
        self._notice.set_words("", words)

    @property
    def told(self) -> str:
        """What was said last."""
        return self._notice.accessibleName()

    def share(self, done: int, total: int) -> None:
        """How much of the work is done."""
        self._busy.share(done, total)

    def words(self, text: str, role: str = "body", name: str = "") -> Any:
        """A label in the card."""
        made = label(text, role, self, name)
        self.column.addWidget(made)
        return made

    def buttons(self, *named: tuple[str, str, Callable[[], None]]) -> list[Any]:
        """Buttons in a row: name, words, what they do."""
        row, made = QHBoxLayout(), []
        for name, text, action in named:
            one = button(text, "secondary", name, self)
            one.clicked.connect(action)
            row.addWidget(one)
            made.append(one)
        row.addStretch(1)
        self.column.addLayout(row)
        return made

    def _on_done(self, done: Callable[[Any], None], result: Any) -> None:
        self._busy.say("")
        self._allow(True)
        done(result)

    def _on_failed(self, problem: Exception) -> None:
        self._busy.say("")
        self._allow(True)
        sentence = sentence_of(problem)
        self.tell(
            sentence or _("This did not work because of a fault in the program."), caution=True
        )
        if not sentence:
            raise problem

    def _allow(self, free: bool) -> None:
        """While something is under way nothing else can be pressed here."""
        for child in self.children():
            if isinstance(child, QWidget) and child not in (self._notice, self._busy):
                child.setEnabled(free)
        if free:
            self.after_work()

    def after_work(self) -> None:
        """Disable again what this user may not do."""
