"""Typing a new passphrase twice, with an honest word on how long it would hold."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.check_line import CheckLine
from sdm_aid.ui.widgets.plain import label

if TYPE_CHECKING:
    from sdm_aid.application.ports import Jobs
    from sdm_aid.application.record.passphrase import Estimate

PAUSE_MS = 250
LONGEST = 200


def secret_field(name: str, caption: str, parent: QWidget) -> QLineEdit:
    """A field that hides what is typed, named for screen readers."""
    field = QLineEdit(parent)
    field.setObjectName(name)
    field.setAccessibleName(caption)
    field.setMaxLength(LONGEST)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


def show_typed(shown: bool, *fields: QLineEdit) -> None:
    """Show or hide what stands in the fields."""
    mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
    for field in fields:
        field.setEchoMode(mode)


class NewPassphrase(QWidget):
    """Two fields, a tick to show them, and a line that says how long it would hold.

    ``changed`` after each key; ``submitted`` on Enter. The estimate is made in a job after a pause
    in typing. It warns and never blocks; only too short or not the same is refused
    (:attr:`problem`).
    """

    changed = Signal()
    submitted = Signal()

    def __init__(self, jobs: Jobs, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._about: tuple[str, ...] = ()
        self._asked = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._estimate)
        captions = (_("New passphrase"), _("The same passphrase once more"))
        names = (f"{name}-passphrase", f"{name}-again")
        self._first, self._again = (
            self._field(column, each, caption)
            for each, caption in zip(names, captions, strict=True)
        )
        self._hint = label(_short(), "soft", self, f"{name}-hint")
        self._shown = CheckLine(_("Show what I type"), f"{name}-show", self)
        self._shown.ticked.connect(self._on_show)
        column.insertWidget(2, self._hint)
        column.addWidget(self._shown)

    @property
    def problem(self) -> str:
        """Why it cannot be taken yet, in a sentence; empty: it can."""
        from sdm_aid.application.record.passphrase import too_short

        if too_short(self._first.text()):
            return _short()
        if self._first.text() != self._again.text():
            return _("The two passphrases are not the same. Type them again.")
        return ""

    @property
    def hint(self) -> str:
        """What is said of the passphrase now."""
        return self._hint.text()

    def text(self) -> str:
        """The passphrase."""
        return self._first.text()

    def first_field(self) -> QLineEdit:
        """Where typing begins."""
        return self._first

    def set_about(self, *words: str) -> None:
        """Names that would be tried first: the clinic's, the user's."""
        self._about = words

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self._first, self._again):
            field.clear()
        self._shown.set_ticked(False)
        self._on_show(False)

    def _field(self, column: QVBoxLayout, name: str, caption: str) -> QLineEdit:
        field = secret_field(name, caption, self)
        over = label(caption, "caption", self)
        over.setBuddy(field)
        column.addWidget(over)
        column.addWidget(field)
        field.textChanged.connect(self._on_typed)
        field.returnPressed.connect(self.submitted)
        return field

    def _on_typed(self) -> None:
        typed, again = self._first.text(), self._again.text()
        if again and not typed.startswith(again):
            self._pause.stop()
            self._asked += 1
            self._say(_("The two are not the same."))
        else:
            self._pause.start()
        self.changed.emit()

    def _estimate(self) -> None:
        self._asked += 1
        work = partial(_estimated, self._first.text(), self._about)
        done = partial(self._on_estimated, self._asked)
        self._jobs.run(work, done=done, failed=self._on_failed)

    def _on_estimated(self, asked: int, found: Estimate) -> None:
        if asked == self._asked:
            self._say(found.words)

    def _on_failed(self, problem: Exception) -> None:
        self._say(_short())
        raise problem

    def _say(self, words: str) -> None:
        self._hint.setText(words)
        self._first.setAccessibleDescription(words)

    def _on_show(self, shown: bool) -> None:
        show_typed(shown, self._first, self._again)


def _short() -> str:
    from sdm_aid.application.record.passphrase import short_words

    return short_words()


def _estimated(passphrase: str, about: tuple[str, ...], _progress: object) -> Estimate:
    from sdm_aid.application.record.passphrase import estimate

    return estimate(passphrase, about)
