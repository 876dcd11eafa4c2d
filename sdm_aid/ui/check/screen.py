"""The screen that checks a signed plan: choose a file or drop it, read the verdict, go on."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.check import checking
from sdm_aid.ui.check.trust_card import TrustCard
from sdm_aid.ui.check.trusted_view import TrustedView
from sdm_aid.ui.check.verdict_view import VerdictView
from sdm_aid.ui.check.visit_view import VisitView
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.ui.widgets.plain import button, card, label

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

    from sdm_aid.application.attached_visit import AttachedVisit
    from sdm_aid.application.ports import Jobs
    from sdm_aid.application.trusted_clinics import Kind, TrustedClinic
    from sdm_aid.ui.check.checking import Checked, Trusting


class CheckPdf(Screen):
    """Says in plain words whether a plan is as it was sealed; files are read off the GUI thread.

    One of four views is shown: the file with its verdict, the visit in it, its pages, and the
    clinics trusted.
    """

    def __init__(
        self, jobs: Jobs, folder: Path, resources: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__("check-pdf", "", "", parent)
        self._jobs, self._folder, self._resources = jobs, folder, resources
        self._path: Path | None = None
        self._checked: Checked | None = None
        self._pages: QWidget | None = None
        self.setAcceptDrops(True)
        self.column.addSpacing(8)
        self._file = self._file_view()
        self._visit, self._trusted = VisitView(self.body), TrustedView(self.body)
        self.trust_card = TrustCard(self.body)
        self.trust_card.agreed.connect(self._on_agreed)
        for widget in (self.trust_card, self._file, self._visit, self._trusted):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self._trusted.picked.connect(self.look_at_certificate)
        self._trusted.removed.connect(self._on_removed)
        self._trusted.exported.connect(self._on_export)
        self.status.setText(_("The file is read here and goes nowhere."))
        self._list = self.add_footer_button("trusted", _("Whom you trust ..."))
        self._list.clicked.connect(self.show_trusted)
        self._return = self.add_footer_button("return", _("Back to the check"))
        self._return.clicked.connect(self.show_file)
        self._leave = self.add_footer_button("back", _("Back"))
        self._show_view("file")

    def check(self, path: Path) -> None:
        """Check the file and show the verdict."""
        self._path, self._checked = path, None
        self._show_view("file")
        self._verdict.say(_("Checking {name} ...").format(name=path.name), None)
        work = partial(checking.check, path, self._folder)
        self._jobs.run(work, done=self._on_checked, failed=self._on_unreadable)

    def show_file(self) -> None:
        """Show the file with its verdict again."""
        self._show_view("file")
        self._choose.setFocus()

    def show_trusted(self) -> None:
        """Show whom this computer trusts."""
        work = partial(checking.trusting, self._folder)
        self._jobs.run(work, done=self._on_trusting, failed=self._on_told)

    def look_at_certificate(self, path: Path, kind: Kind = "clinic") -> None:
        """Ask whether the clinic or clinician of a certificate file shall be trusted."""
        work = partial(checking.read_certificates, path)
        self._jobs.run(work, done=partial(self._ask, kind), failed=self._on_told)

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

    def _file_view(self) -> QWidget:
        view = QWidget(self.body)
        view.setObjectName("file-view")
        column = QVBoxLayout(view)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._drop_card(view))
        self._verdict = VerdictView(view)
        self._verdict.wanted.connect(self._on_wanted)
        self._verdict.hide()
        column.addWidget(self._verdict)
        return view

    def _drop_card(self, parent: QWidget) -> QFrame:
        frame, column = card("drop", parent)
        column.addWidget(label(_("Drop a PDF here, or choose one."), "lead", frame))
        self._choose = button(_("Choose a file ..."), "secondary", "check-choose", frame)
        self._choose.clicked.connect(self._on_choose)
        column.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _show_view(self, name: str) -> None:
        """One of ``file``, ``visit``, ``pages``, ``trusted``; what is not shown is not kept."""
        self.notice.clear()
        self.trust_card.close_up()
        title, subtitle = _titles()[name]
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self._file.setVisible(name == "file")
        self._visit.setVisible(name == "visit")
        self._trusted.setVisible(name == "trusted")
        if name != "visit":
            self._visit.forget()
        if self._pages is not None and name != "pages":
            self._pages.hide()
            self._pages.deleteLater()
            self._pages = None
        self._scroll.setVisible(name != "pages")
        self._scroll.verticalScrollBar().setValue(0)
        self._list.setVisible(name == "file")
        self._return.setVisible(name != "file")
        self._leave.setVisible(name == "file")
        if name != "file":
            self._return.setFocus()

    def _on_choose(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self, _("Choose a signed plan"), "", _("PDF (*.pdf)")
        )
        if path:
            self.check(Path(path))

    def _on_checked(self, checked: Checked) -> None:
        if checked.path != self._path:
            return  # another file was chosen meanwhile
        self._checked = checked
        self._verdict.show_checked(checked)

    def _on_unreadable(self, problem: Exception) -> None:
        if not isinstance(problem, checking.Told):
            self._verdict.say(_("The file could not be checked."))
            raise problem
        self._verdict.say(str(problem))

    def _on_told(self, problem: Exception) -> None:
        if not isinstance(problem, checking.Told):
            raise problem
        self.notice.say(str(problem))

    def _on_wanted(self, name: str) -> None:
        checked = self._checked
        if checked is None:
            return
        if name == "trust" and checked.stranger is not None:
            certificate, kind = checked.stranger
            self._ask(kind, (certificate,))
        elif name == "pages" and checked.sealed is not None:
            self._show_pages(checked.sealed)
        elif name == "visit":
            work = partial(checking.open_visit, checked, self._resources)
            done = partial(self._on_visit, checked)
            self._jobs.run(work, done=done, failed=self._on_told)

    def _ask(self, kind: Kind, certificates: tuple[Certificate, ...]) -> None:
        self.notice.clear()
        self.trust_card.ask(certificates, kind)
        self._scroll.verticalScrollBar().setValue(0)

    def _on_visit(self, checked: Checked, visit: AttachedVisit) -> None:
        if checked is self._checked:
            self._show_view("visit")
            self._visit.show_visit(checked, visit)

    def _show_pages(self, pdf: bytes) -> None:
        from sdm_aid.ui.paper.preview import PaperPreview

        self._show_view("pages")
        preview = PaperPreview(self._jobs, self)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self._scroll) + 1, preview, 1)
        self._pages = preview
        preview.show_pdf(pdf)
        preview.view.setFocus()

    def _on_trusting(self, found: Trusting) -> None:
        if not self._trusted.isVisibleTo(self):
            self._show_view("trusted")
        self._trusted.show_trusting(found)

    def _on_agreed(self) -> None:
        asked = self.trust_card
        work = partial(checking.trust, asked.certificates, asked.kind, self._folder)
        self._jobs.run(work, done=self._on_list_changed, failed=self._on_told)

    def _on_removed(self, clinic: TrustedClinic) -> None:
        work = partial(checking.forget, clinic, self._folder)
        self._jobs.run(work, done=self._on_list_changed, failed=self._on_told)

    def _on_list_changed(self, sentence: str) -> None:
        """The verdict on the file may be another one now."""
        self.trust_card.close_up()
        if self._trusted.isVisibleTo(self):
            self.show_trusted()
            if self._path is not None:
                self._checked = None
                work = partial(checking.check, self._path, self._folder)
                self._jobs.run(work, done=self._on_checked, failed=self._on_unreadable)
        elif self._path is not None:
            self.check(self._path)
            self._choose.setFocus()
        self.notice.say(sentence)

    def _on_export(self, target: Path) -> None:
        work = partial(checking.export, self._folder, target)
        self._jobs.run(work, done=self.notice.say, failed=self._on_told)


def _titles() -> dict[str, tuple[str, str]]:
    """Heading and line below it of each view."""
    return {
        "file": (
            _("Check a signed PDF"),
            _("Has anything changed since this plan was sealed?"),
        ),
        "visit": (_("The visit in the plan"), _("To read only: nothing here changes a record.")),
        "pages": ("", ""),
        "trusted": (_("Whom you trust"), _("Kept on this computer; nobody is trusted by default.")),
    }
