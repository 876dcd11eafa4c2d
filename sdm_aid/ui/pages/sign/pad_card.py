"""A card with a pad for one person: what all signatures share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from sdm_aid.domain.readiness import before_signing
from sdm_aid.i18n import _
from sdm_aid.i18n.formats import time_short
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.flow_layout import FlowLayout
from sdm_aid.ui.widgets.plain import button, label
from sdm_aid.ui.widgets.signature_pad import SignaturePad
from sdm_aid.wording.direction import on_its_own
from sdm_aid.wording.parties import ink_words

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.signing import Signature, Stroke
    from sdm_aid.domain.terms import Party
    from sdm_aid.ui.pages.base import Page


def signed_words(signature: Signature) -> str:
    """How and when somebody closed the visit, for under the pad."""
    time = time_short(signature.at.astimezone())
    return {
        "drawn": _("Signed {time}"),
        "mark": _("Made a mark {time}"),
        "aloud": _("Agreed aloud {time}"),
        "declined": _("Chose not to sign {time}"),
    }[signature.method].format(time=time)


class PadCard(Card):
    """Heading, pad, status and Clear; ``quiet`` adds more buttons."""

    def __init__(self, page: Page, party: Party, heading: str) -> None:
        super().__init__(heading, page)
        self.setObjectName(f"sign-{party}")
        self._page, self.party = page, party
        self.pad = SignaturePad("", self)
        self.pad.setObjectName(f"pad-{party}")
        self.pad.setAccessibleName(heading)
        self.pad.signed.connect(self._on_ink)
        self.column.setSpacing(px(8))
        self.column.addWidget(self.pad)
        self.status = label("", "soft", self, f"signed-{party}")
        self.status.setWordWrap(False)
        self.clear = button(_("Clear"), "quiet", f"clear-{party}", self)
        self.clear.clicked.connect(self._on_clear)
        self._more = QWidget(self)
        self._more.hide()
        self.flow = FlowLayout(self._more, px(2))
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self.status, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._more, 1)
        line.addStretch(0)
        line.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignRight)
        self.column.addLayout(line)

    def quiet(self, name: str, words: str) -> QPushButton:
        """One more quiet button under the pad."""
        self._more.show()
        made = button(words, "quiet", name, self._more)
        self.flow.addWidget(made)
        return made

    def set_heading(self, words: str) -> None:
        """Set the heading and the pad's name."""
        if self.heading is not None:
            self.heading.setText(words)
        self.pad.setAccessibleName(words)

    def show_signature(self, state: Consultation, signature: Signature | None) -> None:
        """Set pad, status and Clear; nobody signs before what must stand on the plan stands."""
        ready = not before_signing(state) and state.seal is None
        prompt = _("Sign here with finger, pen or mouse")
        if not ready:
            prompt = _("To sign, first: what is missing below")
        self.pad.setEnabled(ready)
        self.pad.set_hint(prompt)
        ink = ink_words(signature) if signature else ""
        if ink:
            self.pad.setAccessibleName(ink)
        elif self.heading is not None:
            self.pad.setAccessibleName(self.heading.text())
        self.pad.setAccessibleDescription(signed_words(signature) if signature else prompt)
        self.pad.set_strokes(_points(signature.strokes if signature else ()))
        self.status.setText(signed_words(signature) if signature else "")
        self.status.setVisible(signature is not None)
        self.clear.setVisible(signature is not None and state.seal is None)

    def sign(self, **fields: Any) -> None:
        """Write down a signature of this card's person, now."""
        from sdm_aid.domain.actions import Signed
        from sdm_aid.domain.signing import Signature

        at = self._page._context.bridge.session.now()
        self._page.dispatch(Signed(signature=Signature(at=at, **fields)))

    def unsign(self, party: Party) -> None:
        """Take the signature of ``party`` off."""
        from sdm_aid.domain.actions import SignatureCleared

        self._page.dispatch(SignatureCleared(party=party))

    def _on_ink(self, drawn: tuple[Any, ...]) -> None:
        from sdm_aid.domain.signing import Point, Stroke

        if not drawn:
            self._on_clear()
            return
        self._on_stroked(
            tuple(
                Stroke(
                    points=tuple(Point(x=x, y=y, pressure=p, ms=round(ms)) for x, y, p, ms in one)
                )
                for one in drawn
            )
        )

    def _on_stroked(self, strokes: tuple[Any, ...]) -> None:
        raise NotImplementedError

    def _on_clear(self) -> None:
        self.unsign(self.party)


class ClinicianCard(PadCard):
    """The clinician signs in every case."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, "clinician", _("Clinician"))

    def render_state(self, state: Consultation) -> None:
        """Set the card from the state."""
        name = state.clinician.name or _("name is missing")
        self.set_heading(_("Clinician: {name}").format(name=on_its_own(name)))
        self.show_signature(state, state.signature("clinician"))

    def _on_stroked(self, strokes: tuple[Any, ...]) -> None:
        name = self._page.state.clinician.name or ""
        self.sign(party="clinician", method="drawn", name=name, strokes=strokes)


def _points(strokes: tuple[Stroke, ...]) -> list[list[tuple[float, float, float, float]]]:
    return [[(p.x, p.y, p.pressure, float(p.ms)) for p in stroke.points] for stroke in strokes]
