"""You page, one thing tried: what it was, did it help, any trouble."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.i18n import N_, _
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.button import Button
from sdm_aid.ui.widgets.chip import ChipGroup
from sdm_aid.ui.widgets.text_field import LineField
from sdm_aid.ui.widgets.typed_words import LONGEST, kept
from sdm_aid.wording import assessment as words

if TYPE_CHECKING:
    from sdm_aid.domain.answers import Tried

HELPED = {"yes": N_("Helped"), "some": N_("Helped a little"), "no": N_("Did not help")}
ONE_LINE = 46
"""From this many text heights on, everything stands in one line."""


class TriedRow(QWidget):
    """``changed(str, object)`` with the row's id and the fields that changed; ``removed``."""

    changed = Signal(str, object)
    removed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"tried-{name}")
        self._name = name
        self._kept = ""
        self.what = self._field("what", _("What you tried"))
        self.helped = ChipGroup(
            [(answer, _(said)) for answer, said in HELPED.items()], multiple=False, parent=self
        )
        self.helped.setObjectName(f"tried-helped-{name}")
        self.trouble = self._field("trouble", _("Any trouble with it?"))
        self.remove = Button(_("Remove"), "quiet", self)
        self.remove.setObjectName(f"tried-remove-{name}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        self._line = QHBoxLayout()
        self._line.setSpacing(px(8))
        self._line.addWidget(self.what, 4)
        self._line.addWidget(self.helped)
        self._line.addWidget(self.trouble, 4)
        self._line.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeading)
        column.addLayout(self._line)
        self.kinds = ChipGroup(
            [(kind, words.kind(kind)) for kind in words.KINDS], multiple=False, parent=self
        )
        self.kinds.setObjectName(f"tried-kinds-{name}")
        column.addWidget(self.kinds)
        self.what.edited.connect(self._on_what)
        self.trouble.edited.connect(self._on_trouble)
        self.helped.changed.connect(self._on_helped)
        self.kinds.changed.connect(self._on_kind)
        self.remove.clicked.connect(self.removed)

    def render_tried(self, tried: Tried) -> None:
        """Show one thing tried."""
        self._kept = tried.what
        self.what.set_text(tried.what)
        self.helped.set_selected((tried.helped,) if tried.helped else ())
        self.trouble.set_text(tried.trouble or "")
        self.trouble.setAccessibleName(_("{what}: any trouble with it?").format(what=tried.what))
        self.remove.setAccessibleName(_("Remove {name}").format(name=tried.what))
        for answer, said in HELPED.items():
            self.helped.chip(answer).setAccessibleName(f"{tried.what}: {_(said)}")
        # what was picked from the table says itself what it is
        self.kinds.setVisible(tried.treatment is None)
        self.kinds.setAccessibleName(_("{what}: what kind is it?").format(what=tried.what))
        self.kinds.set_selected((tried.tried_kind,) if tried.tried_kind else ())
        for kind in words.KINDS:
            self.kinds.chip(kind).setAccessibleName(f"{tried.what}: {words.kind(kind)}")

    def commit(self) -> None:
        """Hand over what is still being typed."""
        self.what.commit()
        self.trouble.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line, or one below the other where it is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= ONE_LINE * self.fontMetrics().height()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(across if wide else down)

    def _field(self, kind: str, hint: str) -> LineField:
        field = LineField(hint, self)
        field.setObjectName(f"tried-{kind}-{self._name}")
        field.setAccessibleName(hint)
        field.setMaxLength(LONGEST)
        return field

    def _on_what(self, typed: str) -> None:
        if typed.strip():
            self.changed.emit(self._name, {"what": typed})
        else:  # a row without a name stays what it was; "Remove" takes it away
            self.what.set_text(self._kept)

    def _on_trouble(self, typed: str) -> None:
        self.changed.emit(self._name, {"trouble": kept(typed)})

    def _on_helped(self, chosen: tuple[str, ...]) -> None:
        self.changed.emit(self._name, {"helped": chosen[0] if chosen else None})

    def _on_kind(self, chosen: tuple[str, ...]) -> None:
        self.changed.emit(self._name, {"tried_kind": chosen[0] if chosen else None})
