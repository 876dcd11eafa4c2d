"""Small parts of the sign page: a captioned field, a bare column; the tick with words."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.check_line import CheckLine as CheckLine
from sdm_aid.ui.widgets.plain import label
from sdm_aid.ui.widgets.text_field import LineField
from sdm_aid.ui.widgets.typed_words import LONGEST


def line_field(
    column: QBoxLayout, parent: QWidget, name: str, caption: str, placeholder: str = ""
) -> LineField:
    """A one-line field under its caption."""
    field = LineField(placeholder, parent)
    field.setObjectName(name)
    field.setAccessibleName(caption)
    field.setMaxLength(LONGEST)
    over = label(caption, "caption", parent)
    over.setBuddy(field)
    column.addWidget(over)
    column.addWidget(field)
    return field


def bare_column(parent: QWidget) -> QVBoxLayout:
    """A column without margins on a holder."""
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(8))
    return column
