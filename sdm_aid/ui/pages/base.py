"""What every page of a visit is: a projection of the state with a footer that the frame draws."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from pathlib import Path

    from sdm_aid.application.ports import Jobs
    from sdm_aid.domain.actions import Action
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.ui.bridge import SessionBridge
    from sdm_aid.ui.record_saver import RecordSaver


@dataclass(frozen=True)
class VisitContext:
    """What a page is made with. ``home`` is the program's own data folder.

    ``record``: keeps this visit in the clinic's record; None: it lies in no record.
    """

    bridge: SessionBridge
    content: DecisionContent
    jobs: Jobs
    home: Path
    record: RecordSaver | None = None


@dataclass(frozen=True)
class FooterButton:
    """One button of the frame's footer; ``id`` comes back through ``Page.footer_action``."""

    id: str
    text: str
    role: str = "secondary"
    """``secondary`` (outlined) or ``quiet`` (text only)."""
    enabled: bool = True


@dataclass(frozen=True)
class Footer:
    """What the frame's footer shows for a page, left to right.

    ``back`` None: the frame's own "Back" to the step before. ``primary`` None: the frame names the
    step that follows. Ids other than ``next`` and ``back`` are sent to the page.
    """

    back: FooterButton | None = None
    status: str = ""
    extra: tuple[FooterButton, ...] = field(default_factory=tuple)
    primary: FooterButton | None = None
    skippable: bool = True


class Page(QWidget):
    """A page of the visit.

    The contract: ``__init__`` builds all controls once; ``render_state`` sets *every* control from
    the state and sends nothing; a control's signal leads to one ``dispatch``. A page knows no other
    page and no window. What is merely on view (which picture is open, how far it is scrolled) may
    live in the page and goes back to its first form in ``reset_view``.
    """

    step: ClassVar[str]
    go_to_step = Signal(str)
    """Asks the frame for another step (for example teach-back: "look again")."""
    footer_changed = Signal()
    announce = Signal(str)
    """A sentence for the frame's notice line (and for screen readers)."""

    def __init__(self, context: VisitContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context

    @property
    def content(self) -> DecisionContent:
        """The decision this visit is about."""
        return self._context.content

    @property
    def home(self) -> Path:
        """The program's own data folder."""
        return self._context.home

    @property
    def state(self) -> Consultation:
        """The visit as it stands."""
        return self._context.bridge.state

    def title(self) -> str:
        """The page's heading, set by the frame as the largest text."""
        raise NotImplementedError

    def subtitle(self) -> str:
        """One soft line under the heading; may be empty."""
        return ""

    def is_wide(self) -> bool:
        """Whether the page stands wider than running text may (a table of short cells)."""
        return False

    def render_state(self, state: Consultation) -> None:
        """Set every control from ``state``; send nothing."""
        raise NotImplementedError

    def footer(self) -> Footer:
        """What the frame's footer shows now."""
        return Footer()

    def footer_action(self, button_id: str) -> None:
        """A footer button of this page was used."""

    def leaving(self) -> None:
        """The frame is about to show something else: commit text still being typed."""

    def reset_view(self) -> None:
        """Go back to the first view (close a picture, scroll to the top)."""

    def drawer(self) -> QWidget | None:
        """What this page adds to the clinician's drawer; the drawer takes it over. None: nothing.

        Asked for on every entry: make it anew each time.
        """
        return None

    def first_focus(self) -> QWidget:
        """The control that gets the focus on entry."""
        return self

    def dispatch(self, action: Action) -> bool:
        """Send an action to the session; False when it was refused."""
        return self._context.bridge.dispatch(action)
