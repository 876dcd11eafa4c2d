"""The law of every page: after any actions it looks like a fresh page on that state.

A test of a page registers it in one line::

    @given(st.lists(actions_of(content), max_size=12))
    def test_page_is_a_projection(qapp, done): assert_is_projection(YouPage, content, done)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLayout, QWidget

from sdm_aid.application.session import Session
from sdm_aid.domain.actions import Action
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.journal import Journal
from sdm_aid.domain.library import DecisionContent
from sdm_aid.ui.bridge import SessionBridge
from sdm_aid.ui.jobs import InlineJobs
from sdm_aid.ui.pages.base import Page, VisitContext
from tests.domain.visits import NOON

_READ = (
    "text", "toPlainText", "currentText", "isChecked", "value", "isReadOnly", "placeholderText",
)  # fmt: skip
_PROPERTIES = ("role", "kind", "invalid", "selected")


@dataclass(frozen=True)
class Seen:
    """What one widget shows and says, without where it stands on the screen."""

    path: str
    shown: bool
    enabled: bool
    accessible: tuple[str, str]
    values: tuple[tuple[str, object], ...]


def snapshot(widget: QWidget) -> tuple[Seen, ...]:
    """Every widget below ``widget`` in the order a reader meets it."""
    # what was let go is still a child until Qt gets round to it
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return tuple(_walk(widget, ""))


def context_for(
    content: DecisionContent, state: Consultation | None = None, home: Path = Path()
) -> VisitContext:
    """What a page is made with, around a visit that has just begun or stands as given."""
    begun = state or Consultation(visit_id="d" * 32, content=content.ref, started=NOON)
    session = Session(Journal(begun=begun), lambda: NOON, who="Dr A. Okafor")
    return VisitContext(SessionBridge(session), content, InlineJobs(), home)


def assert_is_projection(
    make: Callable[[VisitContext], Page], content: DecisionContent, done: Sequence[Action]
) -> None:
    """Do the actions before one page's eyes; it must equal a page that only sees the end."""
    context = context_for(content)
    old = make(context)
    context.bridge.changed.connect(old.render_state)
    old.render_state(context.bridge.state)
    for action in done:
        context.bridge.dispatch(action)
    fresh_context = context_for(content, context.bridge.state)
    fresh = make(fresh_context)
    fresh.render_state(fresh_context.bridge.state)
    before, after = snapshot(old), snapshot(fresh)
    for page in (old, fresh):
        page.deleteLater()
    assert before == after


def _walk(widget: QWidget, path: str) -> Iterator[Seen]:
    for number, child in enumerate(_children(widget)):
        name = child.objectName()
        if name.startswith("qt_"):
            continue
        here = f"{path}/{type(child).__name__}:{name or number}"
        values = [(n, getattr(child, n)()) for n in _READ if callable(getattr(child, n, None))]
        values += [(n, child.property(n)) for n in _PROPERTIES]
        yield Seen(
            path=here,
            shown=not child.isHidden(),
            enabled=child.isEnabled(),
            accessible=(child.accessibleName(), child.accessibleDescription()),
            values=tuple(values),
        )
        yield from _walk(child, here)


def _children(widget: QWidget) -> list[QWidget]:
    layout = widget.layout()
    placed = list(_in_layout(layout)) if layout is not None else []
    known = set(placed)
    rest = [
        child
        for child in widget.children()
        if isinstance(child, QWidget) and child not in known and not child.isWindow()
    ]
    return placed + sorted(rest, key=lambda child: (type(child).__name__, child.objectName()))


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        child, inner = item.widget(), item.layout()
        if child is not None:
            yield child
        elif inner is not None:
            yield from _in_layout(inner)
