"""The screen that checks a signed plan: choose a file or drop it, read the verdict."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.ui.widgets.plain import button, card, empty, label

if TYPE_CHECKING:
    from sdm_aid.application.ports import Jobs


class CheckPdf(Screen):
    """Says in plain words whether a plan is as it was sealed; the check runs off the GUI thread."""

    def __init__(self, jobs: Jobs, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            "check-pdf",
            _("Check a signed PDF"),
            _("Has anything changed since this plan was sealed?"),
            parent,
        )
        self._jobs = jobs
        self._folder = folder
        self.setAcceptDrops(True)
        self.column.addSpacing(8)
        self.column.addWidget(self._drop_card())
        self._verdict, self._lines = card("verdict", self.body)
        self._verdict.hide()
        self.column.addWidget(self._verdict)
        self.column.addStretch(1)
        self.status.setText(_("The file is read here and goes nowhere."))
        self.add_footer_button("back", _("Back"))

    def check(self, path: Path) -> None:
        """Check the file and show the verdict."""
        self._show((_("Checking {name} ...").format(name=path.name),))
        work = partial(_verdict_of, path, self._folder)
        self._jobs.run(work, done=self._show, failed=partial(self._on_failed, path))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of this computer."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check the first file dropped."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.check(Path(files[0]))

    def _drop_card(self) -> QFrame:
        frame, column = card("drop", self.body)
        column.addWidget(label(_("Drop a PDF here, or choose one."), "lead", frame))
        choose = button(_("Choose a file ..."), "secondary", "check-choose", frame)
        choose.clicked.connect(self._on_choose)
        column.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _on_choose(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self, _("Choose a signed plan"), "", _("PDF (*.pdf)")
        )
        if path:
            self.check(Path(path))

    def _show(self, lines: tuple[str, ...]) -> None:
        empty(self._lines)
        for number, line in enumerate(lines):
            role = "lead" if number == 0 else "body"
            self._lines.addWidget(label(line, role, self._verdict, f"verdict-{number}"))
        self._verdict.setAccessibleName(" ".join(lines))
        self._verdict.show()

    def _on_failed(self, path: Path, problem: Exception) -> None:
        from sdm_aid.application.check_plan import TooLarge

        if isinstance(problem, TooLarge):
            words = _("{name} is far larger than any plan of ours, so it was not read.")
        elif isinstance(problem, OSError):
            words = _("{name} cannot be read. Check that the file is there, then try again.")
        else:
            raise problem
        self._show((words.format(name=path.name),))


def _verdict_of(path: Path, folder: Path, _progress: object) -> tuple[str, ...]:
    from sdm_aid.application.check_plan import check_plan_file, verdict_lines

    return verdict_lines(check_plan_file(path, (), folder), path.name)
