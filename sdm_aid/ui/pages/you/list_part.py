"""You page, a free list in words: medicines now, allergies, other illnesses.

A plain list that is printed. What must be checked first is asked elsewhere; nothing reads this.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.domain.assessment import Line, ListName
from sdm_aid.i18n import _
from sdm_aid.ui.pages.you.part import Part
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.plain import button, label
from sdm_aid.ui.widgets.text_field import LineField
from sdm_aid.ui.widgets.typed_words import LONGEST
from sdm_aid.wording import assessment as words

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page


class LineRow(QWidget):
    """One entry: its words, and a button that takes it away."""

    def __init__(self, part: ListPart, line: Line) -> None:
        super().__init__(part)
        self.setObjectName(f"{part.name}-line-{line.id}")
        self._part, self._id, self._kept = part, line.id, line.words
        self.field = LineField("", self)
        self.field.setObjectName(f"{part.name}-words-{line.id}")
        self.field.setMaxLength(LONGEST)
        self.field.edited.connect(self._on_edited)
        self.remove = button(_("Remove"), "quiet", f"{part.name}-remove-{line.id}", self)
        self.remove.clicked.connect(partial(part.take_away, line.id))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(px(8))
        across.addWidget(self.field, 1)
        across.addWidget(self.remove)

    def render_line(self, line: Line) -> None:
        """Show the entry."""
        self._kept = line.words
        self.field.set_text(line.words)
        self.field.setAccessibleName(f"{words.short(self._part.name)}: {line.words}")
        self.remove.setAccessibleName(_("Remove {name}").format(name=line.words))

    def _on_edited(self, typed: str) -> None:
        if typed.strip():
            self._part.put(Line(id=self._id, words=typed.strip()))
        else:  # an entry without words stays what it was; "Remove" takes it away
            self.field.set_text(self._kept)


class ListPart(Part):
    """Entries one below the other, a line for one more, and "none" where nothing was entered."""

    def __init__(self, name: ListName, page: Page, parent: QWidget) -> None:
        super().__init__(page, parent)
        self.setObjectName(f"list-{name}")
        self.name: ListName = name
        self.rows: dict[str, LineRow] = {}
        asked = words.list_name(name)
        self.column.addWidget(label(asked, "strong", self))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(6))
        self.column.addLayout(self._lines)
        self.new = LineField(_("One at a time, in your own words"), self)
        self.new.setObjectName(f"{name}-new")
        self.new.setAccessibleName(f"{asked} {_('One at a time, in your own words')}")
        self.new.setMaxLength(LONGEST)
        self.new.setMinimumWidth(px(200))
        self.new.returnPressed.connect(self._on_add)
        add = button(_("Add"), "secondary", f"{name}-add", self)
        add.setAccessibleName(_("Add to: {list}").format(list=words.short(name)))
        add.clicked.connect(self._on_add)
        self.none = button(words.nothing(name), "chip", f"{name}-none", self)
        self.none.setCheckable(True)
        self.none.clicked.connect(self._on_none)
        across = QHBoxLayout()
        across.setSpacing(px(8))
        across.addWidget(self.new, 1)
        across.addWidget(add)
        across.addWidget(self.none)
        self.column.addLayout(across)

    def render_state(self, state: Consultation) -> None:
        """Show every entry, or that there is none."""
        listed = state.assessment.listed(self.name)
        lines = {line.id: line for line in listed.lines}
        for name in [name for name in self.rows if name not in lines]:
            row = self.rows.pop(name)
            row.hide()
            self._lines.removeWidget(row)
            row.deleteLater()
        for place, (name, line) in enumerate(lines.items()):
            if name not in self.rows:
                self.rows[name] = LineRow(self, line)
            if self._lines.indexOf(self.rows[name]) != place:
                self._lines.insertWidget(place, self.rows[name])
            self.rows[name].render_line(line)
        self.none.setChecked(listed.nothing)
        self.none.setVisible(not listed.lines)

    def commit(self) -> None:
        """Hand over what is still being typed, also an entry not yet added."""
        for row in tuple(self.rows.values()):
            row.field.commit()
        if self.new.text().strip():
            self._on_add()

    def first_focus(self) -> QWidget:
        """The line for one more."""
        return self.new

    def put(self, line: Line) -> None:
        """Set an entry."""
        from sdm_aid.domain.actions import ListLineSet

        self.page.dispatch(ListLineSet(name=self.name, line=line))

    def take_away(self, name: str) -> None:
        """Remove an entry."""
        from sdm_aid.domain.actions import ListLineRemoved

        if name in self.rows:
            self.page.dispatch(ListLineRemoved(name=self.name, id=name))

    def _on_add(self) -> None:
        typed = self.new.text().strip()
        if not typed:
            self.new.setFocus()
            return
        self.new.clear()
        used = {line.id for line in self.page.state.assessment.listed(self.name).lines}
        number = next(n for n in range(1, len(used) + 2) if f"l{n}" not in used)
        self.put(Line(id=f"l{number}", words=typed))

    def _on_none(self, none: bool) -> None:
        from sdm_aid.domain.actions import ListNothing

        self.page.dispatch(ListNothing(name=self.name, nothing=none))
