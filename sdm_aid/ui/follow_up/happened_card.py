"""What happened: what could go wrong with what was agreed, to tick, own words, or nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.application.look_again import harms_to_ask
from sdm_aid.domain.collection import put, without
from sdm_aid.domain.follow_up import FollowUp, Happened
from sdm_aid.i18n import _
from sdm_aid.ui.follow_up.answer_card import AnswerCard
from sdm_aid.ui.follow_up.happened_row import HappenedRow
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.chip import ChipGroup
from sdm_aid.ui.widgets.plain import button, label
from sdm_aid.ui.widgets.text_field import LineField
from sdm_aid.ui.widgets.typed_words import LONGEST, kept

if TYPE_CHECKING:
    from sdm_aid.application.look_again import LookBack

NOTHING = "nothing"


class HappenedCard(AnswerCard):
    """Ticking one asks two short questions about it; "nothing" stands only alone."""

    def __init__(self, back: LookBack, parent: QWidget) -> None:
        super().__init__("look-happened", _("Did any of this happen?"), parent)
        self._look: FollowUp | None = None
        self._names = dict(harms_to_ask(back.signed, back.content))
        self.rows: dict[str, HappenedRow] = {}
        note = _("Also if you think it came from something else. Pick all that fit.")
        self.column.addWidget(label(note, "caption", self))
        self.chips = ChipGroup(list(self._names.items()), parent=self)
        self.chips.setObjectName("look-happened-chips")
        for name, words in self._names.items():
            self.chips.chip(name).setAccessibleName(words)
        self.chips.setVisible(bool(self._names))
        self.chips.changed.connect(self._on_ticked)
        self.nothing = ChipGroup([(NOTHING, _("Nothing of the kind"))], parent=self)
        self.nothing.setObjectName("look-happened-nothing")
        self.nothing.chip(NOTHING).setAccessibleName(_("Nothing of the kind"))
        self.nothing.changed.connect(self._on_nothing)
        self._column = QVBoxLayout()
        self._column.setSpacing(px(6))
        self.column.addWidget(self.chips)
        self.column.addWidget(self.nothing)
        self.column.addLayout(self._column)
        self.column.addLayout(self._line())

    def _line(self) -> QHBoxLayout:
        self.new = LineField(_("Something else that happened"), self)
        self.new.setObjectName("happened-new")
        self.new.setAccessibleName(_("Something else that happened"))
        self.new.setMaxLength(LONGEST)
        self.new.returnPressed.connect(self._on_add)
        add = button(_("Add"), "secondary", "happened-add", self)
        add.setAccessibleName(_("Add what happened"))
        add.clicked.connect(self._on_add)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self.new, 1)
        line.addWidget(add)
        return line

    def render_look(self, look: FollowUp) -> None:
        """Tick what happened, with a row for each; "nothing" can be said while none is there."""
        self._look = look
        self.chips.set_selected(one.harm for one in look.harms if one.harm)
        self.nothing.set_selected((NOTHING,) if look.none_happened else ())
        chip = self.nothing.chip(NOTHING)
        chip.setEnabled(not look.harms)
        chip.setAccessibleDescription(_("Take off what is there first.") if look.harms else "")
        there = {one.id for one in look.harms}
        for name in [name for name in self.rows if name not in there]:
            row = self.rows.pop(name)
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        for place, one in enumerate(look.harms):
            if one.id not in self.rows:
                self.rows[one.id] = self._row(one)
            if self._column.indexOf(self.rows[one.id]) != place:
                self._column.insertWidget(place, self.rows[one.id])
            self.rows[one.id].render_happened(one)

    def commit(self) -> None:
        """Hand over what is still being typed, also a thing not yet added."""
        super().commit()
        if self.new.text().strip():
            self._on_add()

    def _row(self, one: Happened) -> HappenedRow:
        name = self._names.get(one.harm or "") or one.words or one.harm or ""
        row = HappenedRow(one, name, self)
        row.changed.connect(partial(self._on_changed, one.id))
        row.removed.connect(partial(self._on_removed, one.id))
        return row

    def _on_ticked(self, chosen: tuple[str, ...]) -> None:
        look = self._look
        if look is None:
            return
        ticked = {one.harm: one for one in look.harms if one.harm in self._names}
        harms = list(look.harms)
        for name in self._names:
            if name in ticked and name not in chosen:
                harms.remove(ticked[name])
            elif name in chosen and name not in ticked:
                harms.append(Happened(id=self._free_id(harms), harm=name))
        self._tell(tuple(harms))

    def _on_nothing(self, chosen: tuple[str, ...]) -> None:
        self.answered.emit({"none_happened": bool(chosen)})

    def _on_add(self) -> None:
        words = kept(self.new.text().strip())
        if words is None or self._look is None:
            self.new.setFocus()
            return
        self.new.clear()
        one = Happened(id=self._free_id(list(self._look.harms)), words=words)
        self._tell((*self._look.harms, one))

    def _on_changed(self, name: str, changes: dict[str, Any]) -> None:
        if self._look is None:
            return
        for one in self._look.harms:
            if one.id == name:
                self._tell(put(self._look.harms, one.evolve(**changes), _id))

    def _on_removed(self, name: str) -> None:
        if self._look is not None:
            self._tell(without(self._look.harms, name, _id))

    def _tell(self, harms: tuple[Happened, ...]) -> None:
        told: dict[str, Any] = {"harms": harms}
        if harms:
            told["none_happened"] = False
        self.answered.emit(told)

    @staticmethod
    def _free_id(harms: list[Happened]) -> str:
        used = {one.id for one in harms}
        return next(f"h{n}" for n in range(1, len(used) + 2) if f"h{n}" not in used)


def _id(one: Happened) -> str:
    return one.id
