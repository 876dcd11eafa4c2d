"""You page, gene results: a quiet line until somebody asks for it, for most visits have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sdm_aid.application.gene_library import gene_library
from sdm_aid.content.problem import ContentError
from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import button, label

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page
    from sdm_aid.ui.pages.you.genes_form import GenesForm


class GenesCard(Card):
    """Closed, it reads nothing and builds nothing; open where asked, or a result is entered."""

    def __init__(self, page: Page) -> None:
        super().__init__("", page)
        self.setObjectName("genes")
        self._page = page
        self._asked = False
        self.form: QWidget | None = None
        self.column.setContentsMargins(px(20), px(12), px(20), px(14))
        self.column.setSpacing(px(8))
        self._title = label(_("Results of a gene test"), "h3", self)
        words = _("Only if you have the report. Most people have none.")
        line = QHBoxLayout()
        line.setSpacing(px(16))
        line.addWidget(self._title)
        line.addWidget(label(words, "caption", self), 1)
        self.open = button("", "secondary", "genes-open", self)
        self.open.setAccessibleName(_("Enter the result of a gene test"))
        self.open.setCheckable(True)
        self.open.clicked.connect(self._on_open)
        line.addWidget(self.open, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(line)

    def render_state(self, state: Consultation) -> None:
        """Show what was entered, or the line alone."""
        entered = state.genes.entered
        opened = entered or self._asked
        self.open.setChecked(opened)
        self.open.setVisible(not entered)
        self.open.setText(_("Close") if opened else _("Enter a result"))
        if opened and self.form is None:
            self.form = self._made()
            self.column.addWidget(self.form)
            self.form.show()  # at once, so that the focus can go there
        elif not opened and self.form is not None:
            self.form.hide()
            self.column.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None
        form = self._real_form()
        if form is not None:
            form.render_state(state)

    def commit(self) -> None:
        """Hand over what is still being typed."""
        form = self._real_form()
        if form is not None:
            form.commit()

    def reset_view(self) -> None:
        """Close it again where nothing was entered."""
        self._asked = False
        self.render_state(self._page.state)

    def _made(self) -> QWidget:
        from sdm_aid.ui.pages.you.genes_form import GenesForm

        try:
            library = gene_library(self._page.content.ref.language)
        except ContentError as error:
            sentence = _("The gene statements cannot be shown. {problem}").format(
                problem=error.problems[0]
            )
            return label(sentence, "body", self, "genes-problem")
        return GenesForm(self._page, library, self)

    def _real_form(self) -> GenesForm | None:
        from sdm_aid.ui.pages.you.genes_form import GenesForm

        return self.form if isinstance(self.form, GenesForm) else None

    def _on_open(self) -> None:
        self._asked = not self._asked
        self.render_state(self._page.state)
        form = self._real_form()
        if form is not None:
            form.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
