"""The one application style sheet, rendered from tokens.

Widgets choose their look by dynamic properties, set before they are first shown (afterwards call
:func:`restyle`):

``role`` on QPushButton
    ``primary`` the one next step; ``secondary`` (also without a role) outlined; ``quiet`` a link;
    ``danger`` destroys something; ``chip`` a toggle that wraps in groups; ``segment`` one number
    of a scale; ``round`` plus and minus; ``icon`` a small borderless button; ``tab`` a tab.
``role`` on QFrame and QWidget
    ``card``; ``card-button`` a card to press (``selected`` true: chosen); ``bar`` header and
    footer (``edge`` = ``top``: a line above, else below); ``canvas``; ``surface``; ``sunken``;
    ``panel``; ``panel-inside``; ``rule`` a thin line; ``notice`` with ``kind`` = ``info``,
    ``caution`` or ``stop``; ``plain`` nothing drawn.
``role`` on QLabel
    ``h1``, ``h2``, ``h3``, ``lead``, ``subtitle``, ``key`` (the number), ``strong``, ``soft``,
    ``caption``, ``link``, ``chip`` (a comparator or time), ``caution`` ("check first").
``invalid`` on inputs
    true: a thick edge; the words beside say why.

Notation of the templates: ``@text`` a colour role, ``12sp`` pixels that grow with the text,
``1.2u`` multiples of the body size, ``!tick:on_accent!`` an icon in a colour.
"""

import re

from PySide6.QtWidgets import QWidget

from sdm_aid.design.tokens import TYPE, Role, ThemeColours
from sdm_aid.ui.theme.icons import icon_url
from sdm_aid.ui.theme.sheet_buttons import BUTTONS
from sdm_aid.ui.theme.sheet_inputs import INPUTS
from sdm_aid.ui.theme.sheet_surfaces import SURFACES
from sdm_aid.ui.theme.sheet_views import VIEWS

_NOTATION = re.compile(
    r"@(?P<role>[a-z_]+)|(?P<sp>\d+(?:\.\d+)?)sp\b|(?P<u>\d+(?:\.\d+)?)u\b"
    r"|!(?P<icon>[a-z]+):(?P<tint>[a-z_]+)!"
)


def style_sheet(colours: ThemeColours, text_scale: float) -> str:
    """Return the style sheet of a theme at a text scale."""

    def fill(match: re.Match[str]) -> str:
        if match["role"]:
            return _colour(colours, match["role"])
        if match["sp"]:
            return f"{round(float(match['sp']) * text_scale)}px"
        if match["u"]:
            return f"{round(float(match['u']) * TYPE.unit * text_scale)}px"
        return f'url("{icon_url(match["icon"], _colour(colours, match["tint"]))}")'

    return _NOTATION.sub(fill, SURFACES + BUTTONS + INPUTS + VIEWS)


def _colour(colours: ThemeColours, role: str) -> str:
    known: Role = role  # type: ignore[assignment]  # a wrong name fails in colour()
    return colours.colour(known)


def restyle(widget: QWidget) -> None:
    """Apply the style sheet anew after a dynamic property of ``widget`` changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
