"""The card in the reader: the reader's library, chosen once, and the certificate on the card."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from sdm_aid.i18n import _
from sdm_aid.i18n.formats import date_short
from sdm_aid.ui.pages.sign.parts import bare_column
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.chip import ChipGroup
from sdm_aid.ui.widgets.flow_layout import FlowLayout
from sdm_aid.ui.widgets.notice import Notice
from sdm_aid.ui.widgets.plain import button, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sdm_aid.application.ports import Jobs, Progress
    from sdm_aid.documents.seal.card import CardCertificate


class CardFinder(QWidget):
    """``changed`` when another certificate, or none, is chosen; ``module_chosen(str)``: its path.

    The reader's library is loaded by another process, off the GUI thread.
    """

    changed = Signal()
    module_chosen = Signal(str)

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("own-card")
        self._jobs = jobs
        self._module = ""
        self._found: tuple[CardCertificate, ...] = ()
        self._turn = 0
        self.chosen: CardCertificate | None = None
        column = bare_column(self)
        self._where = label("", "body", self, "own-module-name")
        self._pick = button(_("Choose the library ..."), "secondary", "own-module", self)
        self._pick.clicked.connect(self._on_pick)
        self._look = button(_("Look for the card"), "secondary", "own-look", self)
        self._look.clicked.connect(self.look)
        column.addWidget(self._where)
        row = FlowLayout(None, px(12))
        row.addWidget(self._look)
        row.addWidget(self._pick)
        column.addLayout(row)
        self._said = label("", "strong", self, "own-card-said")
        column.addWidget(self._said)
        self._list = ChipGroup(multiple=False, parent=self)
        self._list.setObjectName("own-certificates")
        self._list.setAccessibleName(_("Which certificate signs"))
        self._list.changed.connect(self._on_chosen)
        column.addWidget(self._list)
        self._notice = Notice(parent=self)
        self._notice.setObjectName("own-card-notice")
        self._notice.set_kind("caution")
        column.addWidget(self._notice)
        self._show()

    def set_module(self, module: str) -> None:
        """The path of the reader's library; empty: none was chosen on this computer."""
        self._module = module
        self._show()

    def forget(self) -> None:
        """No card was looked for."""
        self._turn += 1
        self._set((), "")
        self._say("")

    def look(self) -> None:
        """Look for certificates on the cards in the readers."""
        if not self._module:
            return
        self._turn += 1
        self._set((), "")
        self._say(_("Looking for the card"))
        self._jobs.run(
            partial(_cards, Path(self._module)),
            done=partial(self._on_found, self._turn),
            failed=partial(self._on_failed, self._turn),
        )

    def _on_found(self, turn: int, found: Sequence[CardCertificate]) -> None:
        if turn != self._turn:
            return  # something else was asked for meanwhile
        self._say("")
        self._set(found, "")

    def _on_failed(self, turn: int, problem: Exception) -> None:
        from sdm_aid.application.own_certificate import OwnSignatureProblem
        from sdm_aid.application.signature_words import own_trouble

        if turn != self._turn:
            return
        self._say("")
        known = isinstance(problem, OwnSignatureProblem)
        words = own_trouble(problem) if isinstance(problem, OwnSignatureProblem) else ""
        self._set((), words or _("The card could not be read. The visit is kept."))
        if not known:
            raise problem

    def _set(self, found: Sequence[CardCertificate], trouble: str) -> None:
        self._found = tuple(found)
        self.chosen = self._found[0] if len(self._found) == 1 else None
        self._notice.set_words("", trouble)
        named = tuple((str(n), _named(each)) for n, each in enumerate(self._found))
        self._list.set_items(named)
        for number, words in named:
            self._list.chip(number).setAccessibleName(words)
        self._list.set_selected(("0",) if self.chosen is not None else ())
        self._show()
        self.changed.emit()

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._show()

    def _show(self) -> None:
        words = _("The library of the card reader is not chosen yet.")
        self._where.setText(self._module or words)
        self._look.setVisible(bool(self._module))
        self._look.setEnabled(not self._said.text())
        self._said.setVisible(bool(self._said.text()))
        self._list.setVisible(bool(self._found))

    def _on_chosen(self, numbers: tuple[str, ...]) -> None:
        if not numbers and self.chosen is not None:
            self._list.set_selected((str(self._found.index(self.chosen)),))
            return
        self.chosen = self._found[int(numbers[0])] if numbers else None
        self.changed.emit()

    def _on_pick(self) -> None:
        before = str(Path(self._module).parent) if self._module else ""
        path, _kind = QFileDialog.getOpenFileName(
            self, _("The library of the card reader (PKCS#11)"), before
        )
        if path:
            self.module_chosen.emit(path)


def _cards(module: Path, _progress: Progress) -> tuple[CardCertificate, ...]:
    from sdm_aid.application.own_certificate import cards_in

    return cards_in(module)


def _named(found: CardCertificate) -> str:
    """The person, the day the certificate runs out, what it is called and the card it is on."""
    from sdm_aid.documents.seal.approval import name_of

    until = date_short(found.certificate.not_valid_after_utc.astimezone().date())
    return _("{name}, until {date} (“{label}” on “{card}”)").format(
        name=name_of(found.certificate), date=until, label=found.label, card=found.card
    )
