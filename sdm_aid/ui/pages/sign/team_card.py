"""The plan form, the team: who is on it and who does what, with name and number."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.pages.sign.plan_words import of_choice
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.flow_layout import FlowLayout
from sdm_aid.ui.widgets.plain import button, label
from sdm_aid.ui.widgets.text_field import LineField
from sdm_aid.ui.widgets.typed_words import LONGEST, kept
from sdm_aid.wording.team import roles

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.team import TeamMember
    from sdm_aid.ui.pages.base import Page

PARTS = ("role", "name", "does", "phone")


class MemberLine(QWidget):
    """The four fields of one member; role and name above, what they do and the number below."""

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"team-{key}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        words = {
            "role": _("Role"),
            "name": _("Name"),
            "does": _("What they do"),
            "phone": _("Phone"),
        }
        self.fields: dict[str, LineField] = {}
        upper, self.below = QHBoxLayout(), QHBoxLayout()
        for row, parts in ((upper, PARTS[:2]), (self.below, PARTS[2:])):
            row.setSpacing(px(8))
            for part in parts:
                field = LineField(words[part], self)
                field.setObjectName(f"team-{part}-{key}")
                field.setAccessibleName(words[part])
                field.setMaxLength(LONGEST)
                row.addWidget(field, 2 if part == "does" else 1)
                self.fields[part] = field
            column.addLayout(row)

    def show_member(self, member: TeamMember) -> None:
        """Set the fields; long words are read from their beginning."""
        for part, field in self.fields.items():
            field.set_text(getattr(member, part) or "")
            if not field.hasFocus():
                field.setCursorPosition(0)

    def words(self) -> dict[str, str | None]:
        """What stands in the fields."""
        return {part: kept(field.text()) for part, field in self.fields.items()}


class TeamCard(Card):
    """One line a member; roles to add with one press, and what the content says about who."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Who is on the team, and who does what?"), page)
        self.setObjectName("team-card")
        self._page = page
        self._lines: dict[str, MemberLine] = {}
        self._who = label("", "soft", self, "team-who")
        self.column.addWidget(self._who)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(14))
        self.column.addLayout(self._rows)
        self._offers = QWidget(self)
        flow = FlowLayout(self._offers, px(8))
        self._clinician = button("", "chip", "team-add-clinician", self._offers)
        self._clinician.clicked.connect(self._add_clinician)
        flow.addWidget(self._clinician)
        for number, role in enumerate(roles()):
            flow.addWidget(self._offer(role, f"team-add-{number}", role))
        flow.addWidget(self._offer(_("Somebody else"), "team-add-other", _("Role")))
        self.column.addWidget(self._offers)

    def render_state(self, state: Consultation) -> None:
        """Set every member, the clinician's own chip and who the content names."""
        team = state.plan.team
        keys = [member.id for member in team]
        for gone in [key for key in self._lines if key not in keys]:
            line = self._lines.pop(gone)
            line.hide()
            self._rows.removeWidget(line)
            line.deleteLater()
        for place, member in enumerate(team):
            if member.id not in self._lines:
                self._lines[member.id] = self._line(member.id)
            if self._rows.indexOf(self._lines[member.id]) != place:
                self._rows.insertWidget(place, self._lines[member.id])
            self._lines[member.id].show_member(member)
        who = of_choice(self._page, state, "who")
        self._who.setText(_("Who does it: {who}").format(who=who) if who else "")
        self._who.setVisible(bool(who))
        name = state.clinician.name or ""
        self._clinician.setText(_("+ {name}").format(name=name))
        self._clinician.setAccessibleName(_("Add: {name}").format(name=name))
        there = name in [member.name for member in team]
        self._clinician.setVisible(bool(name) and not there)

    def commit(self) -> None:
        """Hand over what is still being typed."""
        for line in tuple(self._lines.values()):
            for field in line.fields.values():
                field.commit()

    def _offer(self, role: str, name: str, said: str) -> QWidget:
        made = button(_("+ {name}").format(name=role), "chip", name, self._offers)
        made.setAccessibleName(_("Add: {name}").format(name=role))
        made.clicked.connect(partial(self._add, said))
        return made

    def _line(self, key: str) -> MemberLine:
        line = MemberLine(key, self)
        for field in line.fields.values():
            field.edited.connect(partial(self._on_edited, key))
        remove = button(_("Remove"), "quiet", f"team-remove-{key}", line)
        remove.setAccessibleName(_("Remove from the team"))
        remove.clicked.connect(partial(self._on_removed, key))
        line.below.addWidget(remove)
        return line

    def _add(self, role: str, name: str | None = None, phone: str | None = None) -> None:
        from sdm_aid.domain.team import TeamMember

        self.commit()
        used = {member.id for member in self._page.state.plan.team}
        key = next(f"m{n}" for n in range(1, len(used) + 2) if f"m{n}" not in used)
        self._set(TeamMember(id=key, role=role, name=name, phone=phone))
        line = self._lines.get(key)
        if line is not None:
            line.fields["does" if name else "name"].setFocus()

    def _add_clinician(self) -> None:
        state = self._page.state
        role = state.clinician.role or _("Clinician")
        self._add(role, state.clinician.name, state.clinic.phone)

    def _on_edited(self, key: str, _words: str) -> None:
        before = next((m for m in self._page.state.plan.team if m.id == key), None)
        if before is None:
            return
        words = self._lines[key].words()
        if words["role"] is None:
            if not any(words.values()):
                self._on_removed(key)
                return
            words["role"] = before.role
        after = before.evolve(**words)
        if after != before:
            self._set(after)

    def _set(self, member: TeamMember) -> None:
        from sdm_aid.domain.actions import TeamMemberSet

        self._page.dispatch(TeamMemberSet(member=member))

    def _on_removed(self, key: str) -> None:
        from sdm_aid.domain.actions import TeamMemberRemoved

        self._page.dispatch(TeamMemberRemoved(id=key))
