"""Read a decision whole and sign it off: everything on one page, the form at its very end."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from sdm_aid.i18n import _, current_language, ngettext
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.ui.review_sheet import ReviewSheet
from sdm_aid.ui.widgets.finished_field import TypedLine
from sdm_aid.ui.widgets.plain import button, card, label
from sdm_aid.wording.about import signed_off_by

if TYPE_CHECKING:
    from sdm_aid.application.content_review import ReviewPage
    from sdm_aid.application.ports import Jobs, Progress
    from sdm_aid.application.record.desk import Desk
    from sdm_aid.application.session import Clock
    from sdm_aid.application.settings import Settings
    from sdm_aid.application.sign_off import KeptSignOff
    from sdm_aid.domain.library import DecisionContent


class Reading(NamedTuple):
    """What the job brings: the content, its page, the last sign-off, and a sentence of trouble."""

    content: DecisionContent
    page: ReviewPage
    last: KeptSignOff | None
    trouble: str = ""


class ReviewScreen(Screen):
    """One decision, whole. ``pressed("content")`` leads back to the list, ``pressed("signed")``
    tells that somebody has just signed it off.

    ``desk``: with the record open its user signs, and the journal of the clinic says so.
    """

    def __init__(
        self,
        decision: str,
        resources: Path,
        folder: Path,
        jobs: Jobs,
        clock: Clock,
        settings: Settings,
        parent: QWidget | None = None,
        desk: Desk | None = None,
    ) -> None:
        super().__init__(
            "review",
            _("Read it and sign it off"),
            _("All text and numbers of this decision with their sources. The form is at the end."),
            parent,
        )
        self._folder, self._clock, self._desk = folder, clock, desk
        self._reading: Reading | None = None
        self.state = label("", "strong", self.body, "review-state")
        self.sheet = ReviewSheet(self.body)
        self.column.addWidget(self.state)
        self.column.addWidget(self.sheet)
        self.form = self._form(settings)
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        self.add_footer_button("content", _("Back"))
        self.status.setText(_("Reading the content ..."))
        self.form.hide()
        work = partial(_read, resources, folder, decision, current_language())
        jobs.run(work, done=self._show, failed=self._on_failed)

    def _form(self, settings: Settings) -> QFrame:
        frame, column = card("review-form", self.body)
        column.addWidget(label(_("Sign this decision off"), "h3", frame))
        words = _(
            "You say that you have read all of this page and stand behind it for this clinic. "
            "Your name, role and the date are kept on this computer and printed on each plan. "
            "Any later change of the content takes the sign-off away again."
        )
        column.addWidget(label(words, "body", frame))
        self.name = self._field(frame, "review-name", _("Your name"), settings.clinician_name)
        self.role = self._field(frame, "review-role", _("Your role"), settings.clinician_role)
        self.name.setReadOnly(self._desk is not None)
        self.read = QCheckBox(_("I have read this page to the end"), frame)
        self.read.setObjectName("review-read")
        column.addWidget(self.read)
        self.sign = button(_("Sign off"), "primary", "review-sign", frame)
        self.sign.clicked.connect(self._on_sign)
        self.read.toggled.connect(self._enable)
        column.addWidget(self.sign)
        self._enable()
        return frame

    def _field(self, frame: QFrame, name: str, words: str, given: str) -> TypedLine:
        field = TypedLine(name, words, frame)
        field.setMaxLength(200)
        field.set_words(given)
        over = label(words, "caption", frame)
        over.setBuddy(field)
        column = frame.layout()
        if column is not None:
            column.addWidget(over)
            column.addWidget(field)
        field.textChanged.connect(self._enable)
        return field

    def _enable(self, *_changed: object) -> None:
        if not hasattr(self, "sign"):
            return
        named = bool(self.name.text().strip() and self.role.text().strip())
        allowed = self._desk is None or self._desk.may_write
        self.sign.setEnabled(named and allowed and self.read.isChecked())

    def _show(self, reading: Reading) -> None:
        self._reading = reading
        self.title.setText(reading.page.title)
        self.state.setText(_state_words(reading))
        self.sheet.show_page(reading.page)
        self.status.setText(
            ngettext("{n} line to read.", "{n} lines to read.", len(reading.page.lines())).format(
                n=len(reading.page.lines())
            )
        )
        self.notice.say(reading.trouble)
        self.form.setVisible(not reading.trouble)

    def _on_failed(self, problem: Exception) -> None:
        from sdm_aid.content.problem import ContentError

        self.status.setText("")
        self.notice.say(_("This content cannot be opened. {first}").format(first=str(problem)))
        if not isinstance(problem, ContentError):
            raise problem

    def _on_sign(self) -> None:
        from sdm_aid.application.sign_off import sign_off

        reading = self._reading
        if reading is None:
            return
        today = self._clock().date()
        try:
            kept = sign_off(
                self._folder,
                reading.content,
                reading.page,
                self.name.text(),
                self.role.text(),
                today,
            )
        except (OSError, ValueError) as problem:
            self.notice.say(_refused(problem))
            return
        self.read.setChecked(False)
        said = self._note(kept)
        # nothing is new or changed any more: what stands there now is what was signed
        self._show(Reading(reading.content, reading.page.unmarked(), kept))
        self.notice.say(said or _("Signed off. It stands on every plan made with this content."))
        self.pressed.emit("signed")

    def _note(self, kept: KeptSignOff) -> str:
        """Write into the clinic's journal who signed what off; a sentence where that failed."""
        if self._desk is None:
            return ""
        from sdm_aid.records.clinic import put_clinic_event
        from sdm_aid.records.trouble import RecordTrouble
        from sdm_aid.wording.record import trouble_sentence

        what = {"kind": "content_signed_off", "decision": kept.decision, "digest": kept.digest}
        try:
            put_clinic_event(self._desk.record, {**what, "version": kept.version})
        except RecordTrouble as problem:
            return trouble_sentence(problem)
        return ""


def _state_words(reading: Reading) -> str:
    last = reading.last
    if last is None:
        return _("Compiled from published sources, not yet reviewed by a clinician.")
    by = signed_off_by(last.name, last.role, last.on)
    if last.digest == reading.content.ref.digest:
        return by
    return _("{by} The content is another one now: not signed off. {count}").format(
        by=by, count=_count_words(reading.page.changes)
    )


def _count_words(changes: int) -> str:
    if not changes:
        return _(
            "Something changed that this page does not show, so nothing is marked. "
            "Read it all again."
        )
    return ngettext(
        "{n} line has changed since; it is marked below.",
        "{n} lines have changed since; they are marked below.",
        changes,
    ).format(n=changes)


def _refused(problem: OSError | ValueError) -> str:
    """Why nothing was signed off, and what to do."""
    from sdm_aid.application.sign_off import UnfitName, UnreadableSignOff

    if isinstance(problem, UnfitName):
        return str(problem)
    if isinstance(problem, UnreadableSignOff):
        return _damaged(str(problem))
    if isinstance(problem, OSError):
        reason = problem.strerror or _("cannot be used")
        return _(
            "The sign-off could not be written ({reason}). Nothing was changed; check the "
            "disk and try again."
        ).format(reason=reason)
    return _("The name or role cannot be written to a file. Type it again, then sign off.")


def _damaged(name: str) -> str:
    return _(
        "The file of sign-offs {name} is damaged, so nothing is signed off and nothing is written "
        "over. Move it away, then sign off again."
    ).format(name=name)


def _read(
    resources: Path, folder: Path, decision: str, language: str, _progress: Progress
) -> Reading:
    from sdm_aid.application.content_review import review_page
    from sdm_aid.application.sign_off import UnreadableSignOff, last_sign_off
    from sdm_aid.content.load import load_decision

    content = load_decision(resources, decision, language)
    try:
        last = last_sign_off(folder, decision, language)
    except UnreadableSignOff as problem:
        return Reading(content, review_page(content), None, _damaged(str(problem)))
    stands = last is not None and last.digest == content.ref.digest
    # a sign-off that holds has nothing to mark, also where a newer program lays the page out anew
    before = last.lines if last is not None and not stands else None
    return Reading(content, review_page(content, before), last)
