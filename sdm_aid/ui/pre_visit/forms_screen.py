"""Papers for before a visit: which one, in which print, on which sheet, saved or printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sdm_aid.application.paper_size import paper_size
from sdm_aid.documents.roles import PageSize
from sdm_aid.i18n import _, current_language
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.ui.widgets.check_line import CheckLine
from sdm_aid.ui.widgets.chip import ChipGroup
from sdm_aid.ui.widgets.plain import button, card, label

if TYPE_CHECKING:
    from sdm_aid.application.paper_forms import FormRequest, PaperMeasure
    from sdm_aid.application.ports import Jobs
    from sdm_aid.application.session import Clock
    from sdm_aid.content.index import DecisionEntry


class FormsScreen(Screen):
    """Choose one form, then save or print it; it is made by a job."""

    def __init__(
        self,
        entries: tuple[DecisionEntry, ...],
        resources: Path,
        folder: Path,
        jobs: Jobs,
        clock: Clock,
        clinic: str,
        parent: QWidget | None = None,
        *,
        numbers: tuple[str, str] = ("", ""),
    ) -> None:
        super().__init__(
            "forms",
            _("Papers to take home before a visit"),
            _(
                "To fill in: you type the answers in with digits and Enter. "
                "Or to think it over: the things we could do, with nobody’s name on it."
            ),
            parent,
        )
        self._resources, self._folder, self._clinic = resources, folder, clinic
        self._numbers = numbers
        self._jobs, self._clock = jobs, clock
        self._moved: tuple[QWidget | None, QWidget | None] = (None, None)
        readable = [(entry.id, entry.title) for entry in entries if entry.problem is None]
        self.visits, below = self._choice("visit", _("A paper about"), readable)
        self._add_kinds(below)
        self.measures, _below = self._choice("measure", _("A questionnaire on one page"), [])
        self._actions()
        self.column.addStretch(1)
        self.add_footer_button("back", _("Back"))
        jobs.run(
            partial(_known, resources, folder, current_language()),
            done=self._show_measures,
            failed=self._on_failed,
        )
        self._allow()

    def first_focus(self) -> QWidget:
        """The first form."""
        chips = self.visits.findChildren(QPushButton)
        return chips[0] if chips else super().first_focus()

    def chosen(self) -> tuple[str, str] | None:
        """Kind and id of the form chosen."""
        for name in self.visits.selected():
            return self.kinds.selected()[0], name
        for name in self.measures.selected():
            return "measure", name
        return None

    def save_to(self, path: Path) -> None:
        """Make the form and write it there."""
        from sdm_aid.application.paper_forms import save_form

        self._make(lambda request: save_form(request, path), self._on_saved, path)

    def _choice(
        self, kind: str, heading: str, items: list[tuple[str, str]]
    ) -> tuple[ChipGroup, QVBoxLayout]:
        frame, column = card(f"forms-{kind}", self.body)
        column.addWidget(label(heading, "h3", frame))
        chips = ChipGroup(items, multiple=False, parent=frame)
        chips.setObjectName(f"forms-{kind}-chips")
        chips.setAccessibleName(heading)
        chips.changed.connect(partial(self._on_chosen, kind))
        _name(chips, items)
        column.addWidget(chips)
        self.column.addWidget(frame)
        return chips, column

    def _add_kinds(self, column: QVBoxLayout) -> None:
        """Under the decisions: which of the two papers about one of them."""
        kinds = [
            ("visit", _("To fill in before the visit")),
            ("handout", _("To take home and think")),
        ]
        heading = _("Which paper")
        self.kinds = ChipGroup(kinds, multiple=False, parent=self.body)
        self.kinds.setObjectName("forms-kinds")
        self.kinds.setAccessibleName(heading)
        self.kinds.set_selected(("visit",))
        self.kinds.changed.connect(self._on_kind)
        _name(self.kinds, kinds)
        column.addWidget(label(heading, "h3", self.body))
        column.addWidget(self.kinds)

    def _on_kind(self, kinds: tuple[str, ...]) -> None:
        if not kinds:  # one of the two it is
            self.kinds.set_selected(("visit",))
        self._allow()

    def _actions(self) -> None:
        frame, column = card("forms-make", self.body)
        self.large = CheckLine(_("In large print"), "forms-large", frame)
        column.addWidget(self.large)
        column.addWidget(label(_("Sheet"), "h3", frame))
        sheets = [(size.value, size.value) for size in PageSize]
        self.sheets = ChipGroup(sheets, multiple=False, parent=frame)
        self.sheets.setObjectName("forms-sheets")
        self.sheets.setAccessibleName(_("Sheet"))
        self.sheets.set_selected((paper_size().value,))
        _name(self.sheets, sheets)
        column.addWidget(self.sheets)
        row = QHBoxLayout()
        row.setSpacing(12)
        self._save = button(_("Save as PDF ..."), "primary", "forms-save", frame)
        self._print = button(_("Print ..."), "secondary", "forms-print", frame)
        self._save.clicked.connect(self._on_save)
        self._print.clicked.connect(self._on_print)
        row.addWidget(self._save)
        row.addWidget(self._print)
        row.addStretch(1)
        column.addLayout(row)
        self.column.addWidget(frame)

    def _show_measures(self, found: tuple[PaperMeasure, ...]) -> None:
        items = [(one.id, one.name) for one in found]
        self.measures.set_items(items)
        _name(self.measures, items)
        self.measures.setVisible(bool(found))

    def _on_chosen(self, kind: str, names: tuple[str, ...]) -> None:
        other = self.measures if kind == "visit" else self.visits
        if names:
            other.set_selected(())
        self._allow()

    def _allow(self, *, free: bool = True) -> None:
        ready = free and self.chosen() is not None
        self._save.setEnabled(ready)
        self._print.setEnabled(ready)

    def _on_save(self) -> None:
        chosen = self.chosen()
        name = "" if chosen is None else _file_name(*chosen)
        path, _kind = QFileDialog.getSaveFileName(self, _("Save the form"), name, _("PDF (*.pdf)"))
        if path:
            self.save_to(Path(path))

    def _on_print(self) -> None:
        from sdm_aid.application.paper_forms import form_pdf

        self._make(form_pdf, self._on_printable, None)

    def _make(
        self,
        work: Callable[[FormRequest], object],
        done: Callable[..., None],
        path: Path | None,
    ) -> None:
        from sdm_aid.application.paper_forms import FormRequest

        chosen = self.chosen()
        if chosen is None:
            return
        request = FormRequest(
            *chosen,
            self._resources,
            self._folder,
            current_language(),
            self._clock(),
            self._clinic,
            self.large.box.isChecked(),
            self._sheet(),
            *self._numbers,
        )
        self.status.setText(_("Making the form ..."))
        pressed = self.focusWidget()
        self._allow(free=False)
        self._moved = (pressed, self.focusWidget())
        self._jobs.run(
            partial(_made, work, request),
            done=partial(self._on_made, done),
            failed=partial(self._on_not_made, path),
        )

    def _sheet(self) -> PageSize:
        """The one chosen; where none is, the one that is usual here."""
        return next((PageSize(name) for name in self.sheets.selected()), paper_size())

    def _on_made(self, done: Callable[..., None], made: tuple[object, str]) -> None:
        self._free()
        done(*made)

    def _free(self) -> None:
        """Let the buttons be pressed again; focus goes back to the one that it was taken from."""
        self.status.setText("")
        self._allow()
        (pressed, landed), self._moved = self._moved, (None, None)
        if pressed is not None and landed is self.focusWidget():
            pressed.setFocus()

    def _on_saved(self, path: Path, unprintable: str) -> None:
        saved = _("Saved as {name} in {folder}.").format(name=path.name, folder=path.parent)
        self.notice.say(" ".join(filter(None, (saved, unprintable))))

    def _on_printable(self, pdf: bytes, unprintable: str) -> None:
        from sdm_aid.ui.paper.opening import open_paper

        chosen = self.chosen()
        if chosen is not None:
            name = _file_name(*chosen)
            over = open_paper(pdf, _("A form"), name, self, to_print=True, jobs=self._jobs)
            over.notice.say(unprintable, trouble=bool(unprintable))

    def _on_not_made(self, path: Path | None, problem: Exception) -> None:
        self._free()
        if isinstance(problem, OSError) and path is not None:
            sentence = _("{folder} takes no file. Choose another place.")
            self.notice.say(sentence.format(folder=path.parent))
            return
        self.notice.say(_("The form could not be made. Check the content on the Content screen."))
        self._on_failed(problem)

    def _on_failed(self, problem: Exception) -> None:
        raise problem


def _file_name(kind: str, name: str) -> str:
    """Which paper it is can be told from its name."""
    return f"{name}-handout.pdf" if kind == "handout" else f"{name}.pdf"


def _name(chips: ChipGroup, items: list[tuple[str, str]]) -> None:
    """A chip is called what is written on it."""
    for name, words in items:
        chips.chip(name).setAccessibleName(words)


def _made(
    work: Callable[[FormRequest], object], request: FormRequest, _progress: object
) -> tuple[object, str]:
    """What was made, and what it could not print."""
    from sdm_aid.application.paper_forms import form_sentence

    return work(request), form_sentence(request)


def _known(
    resources: Path, folder: Path, language: str, _progress: object
) -> tuple[PaperMeasure, ...]:
    from sdm_aid.application.paper_forms import paper_measures

    return paper_measures(resources, folder, language)
