"""The settings screen: look, text size, the clinic's name and numbers, the clinician."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sdm_aid.application.paper_size import usual_here
from sdm_aid.application.settings import LONGEST, PAPER_SIZES, TEXT_SCALES
from sdm_aid.i18n import N_, _
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.ui.widgets.finished_field import TypedLine
from sdm_aid.ui.widgets.plain import button, card, label

if TYPE_CHECKING:
    from sdm_aid.ui.appearance import Appearance

THEME_WORDS = {
    "system": N_("As the computer is set"),
    "light": N_("Light"),
    "dark": N_("Dark"),
    "contrast": N_("High contrast"),
}
CLINIC_FIELDS = {
    "clinic_name": N_("Name of the clinic"),
    "phone": N_("Telephone"),
    "out_of_hours": N_("Telephone out of hours"),
}
CLINICIAN_FIELDS = {
    "clinician_name": N_("Name"),
    "clinician_role": N_("Role"),
}


class SettingsScreen(Screen):
    """Every change holds at once and is written down; there is no "save" to forget.

    ``record``: one is open; ``pressed("record")`` leads to managing it.
    """

    def __init__(
        self, appearance: Appearance, parent: QWidget | None = None, *, record: bool = False
    ) -> None:
        super().__init__(
            "settings",
            _("Settings"),
            _("Changes hold at once, on this computer, for new visits too."),
            parent,
        )
        self._appearance = appearance
        self._themes: dict[str, QPushButton] = {}
        self._sizes: dict[int, QPushButton] = {}
        self._sheets: dict[str, QPushButton] = {}
        self._fields: dict[str, TypedLine] = {}
        self.column.addSpacing(8)
        self.column.addWidget(self._look())
        self.column.addWidget(self._texts("clinic", _("The clinic"), CLINIC_FIELDS))
        self.column.addWidget(self._paper())
        self.column.addWidget(self._texts("clinician", _("The clinician"), CLINICIAN_FIELDS))
        self.column.addStretch(1)
        self.status.setText(
            _("The numbers stand in the get-help-fast box of each plan: check them.")
        )
        self.add_footer_button("prices", _("Prices"))
        if record:
            self.add_footer_button("record", _("Manage the record"))
        self.add_footer_button("back", _("Back"))
        appearance.changed.connect(self.show_all)
        appearance.problem.connect(self.notice.say)
        self.pressed.connect(self._commit)
        self.show_all()

    def show_all(self) -> None:
        """Set every control from the settings."""
        settings = self._appearance.settings
        for theme, made in self._themes.items():
            made.setChecked(theme == settings.theme)
        for size, made in self._sizes.items():
            made.setChecked(size == settings.text_scale)
        for sheet, made in self._sheets.items():
            made.setChecked(sheet == settings.paper_size)
        for name, field in self._fields.items():
            field.set_words(getattr(settings, name))

    def _look(self) -> QFrame:
        frame, column = card("look", self.body)
        column.addWidget(label(_("Colours"), "h3", frame))
        themes, sizes = self._row(column), QHBoxLayout()
        for theme, words in THEME_WORDS.items():
            made = self._choice(_(words), f"theme-{theme}", frame)
            made.clicked.connect(partial(self._on_theme, theme))
            self._themes[theme] = made
            themes.addWidget(made)
        themes.addStretch(1)
        column.addWidget(label(_("Text size"), "h3", frame))
        sizes = self._row(column)
        for size in TEXT_SCALES:
            made = self._choice(_("{percent} %").format(percent=size), f"text-{size}", frame)
            made.clicked.connect(partial(self._on_size, size))
            self._sizes[size] = made
            sizes.addWidget(made)
        sizes.addStretch(1)
        return frame

    def _paper(self) -> QFrame:
        """The sheet that plans and handouts are laid out for."""
        frame, column = card("settings-paper", self.body)
        column.addWidget(label(_("Paper"), "h3", frame))
        row = self._row(column)
        for sheet in PAPER_SIZES:
            usual = _("As is usual here: {sheet}").format(sheet=_sheet_words(usual_here().value))
            words = _sheet_words(sheet) if sheet else usual
            made = self._choice(words, f"paper-{sheet or 'usual'}", frame)
            made.clicked.connect(partial(self._on_sheet, sheet))
            self._sheets[sheet] = made
            row.addWidget(made)
        row.addStretch(1)
        return frame

    def _texts(self, name: str, heading: str, names: dict[str, str]) -> QFrame:
        frame, column = card(f"settings-{name}", self.body)
        column.addWidget(label(heading, "h3", frame))
        for key, words in names.items():
            field = TypedLine(key.replace("_", "-"), _(words), frame)
            field.setMaxLength(LONGEST)
            over = label(_(words), "caption", frame)
            over.setBuddy(field)
            column.addWidget(over)
            column.addWidget(field)
            field.committed.connect(partial(self._on_text, key))
            self._fields[key] = field
        return frame

    def _row(self, column: QVBoxLayout) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        column.addLayout(row)
        return row

    def _choice(self, text: str, name: str, frame: QWidget) -> QPushButton:
        made = button(text, "chip", name, frame)
        made.setCheckable(True)
        return made

    def _on_theme(self, theme: Any) -> None:
        self._appearance.set_theme(theme)
        self.show_all()

    def _on_size(self, size: int) -> None:
        self._appearance.keep(self._appearance.settings.with_text_scale(size))
        self.show_all()

    def _on_sheet(self, sheet: str) -> None:
        self._appearance.keep(self._appearance.settings._replace(paper_size=sheet))
        self.show_all()

    def _on_text(self, key: str, words: str) -> None:
        changed: Any = {key: words.strip()}
        self._appearance.keep(self._appearance.settings._replace(**changed))
        self.show_all()

    def _commit(self, _name: str) -> None:
        for field in self._fields.values():
            field.commit()


def _sheet_words(sheet: str) -> str:
    """What a sheet is called: A4 everywhere the same, the North American one by its name."""
    return _("Letter") if sheet == "Letter" else sheet
