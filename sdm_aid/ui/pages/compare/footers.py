"""What the frame's footer shows in each view of the comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdm_aid.i18n import _
from sdm_aid.ui.pages.base import Footer, FooterButton

if TYPE_CHECKING:
    from sdm_aid.ui.pages.compare.harms import HarmsView
    from sdm_aid.ui.pages.compare.picture import PictureView


def table_footer() -> Footer:
    """The frame's own buttons, and the choice of columns."""
    return Footer(extra=(FooterButton("columns", _("Choose columns"), "quiet"),))


def picture_footer(view: PictureView, *, can_swap: bool) -> Footer:
    """Back to the table, other ways of drawing, swap, next question."""
    buttons = [FooterButton("previous-question", _("Question before"), "quiet")]
    if view.has_range:
        buttons.append(FooterButton("range", view.range_label()))
    if view.can_be_bars:
        buttons.append(FooterButton("bars", view.bars_label()))
    if can_swap:
        buttons.append(FooterButton("swap", _("Swap one of the two")))
    return _closer(buttons)


def harms_footer(view: HarmsView) -> Footer:
    """Back to the table, one or two options, further panels, next question."""
    buttons = [FooterButton("previous-question", _("Question before"), "quiet")]
    if len(view.letters) == 1:
        buttons.append(FooterButton("swap", _("Put one beside it")))
    else:
        buttons.append(FooterButton("alone", _("Only the second")))
        buttons.append(FooterButton("swap", _("Swap one of the two")))
    if view.pages > 1:
        buttons.append(FooterButton("more-harms", view.more_label()))
    return _closer(buttons)


def _closer(buttons: list[FooterButton]) -> Footer:
    return Footer(
        back=FooterButton("table", _("Back to the table")),
        extra=tuple(buttons),
        primary=FooterButton("next-question", _("Next question"), "primary"),
        skippable=False,
    )
