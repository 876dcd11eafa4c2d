"""You page, where it hurts: the body chart, and the same places as a list of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from sdm_aid.drawing.body_regions import REGIONS
from sdm_aid.i18n import _
from sdm_aid.ui.pages.you.place_names import PlaceNames
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.body_chart_view import BodyChartView
from sdm_aid.ui.widgets.button import Button
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import label
from sdm_aid.wording.body import region_name, view_name

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page


class PlaceCard(Card):
    """Drawing and list show the same marks; both mark and clear."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Where does it hurt?"), page)
        self.setObjectName("place")
        self._page = page
        self.column.setContentsMargins(px(20), px(12), px(20), px(12))
        self.column.setSpacing(px(8))
        self.names = PlaceNames([(r.id, region_name(r.id)) for r in REGIONS], self)
        self.names.toggled.connect(self._on_toggled)
        self.chart = BodyChartView(self)
        self.chart.setObjectName("body-chart")
        self.chart.setAccessibleName(_("Drawing of a body: places that hurt"))
        self.chart.setAccessibleDescription(_("Arrows move, Space marks, Enter opens the list."))
        self.chart.set_names(
            {region.id: region_name(region.id) for region in REGIONS},
            (view_name("front"), view_name("back")),
        )
        self.chart.toggled.connect(self._on_toggled)
        self.chart.list_asked.connect(self._on_list_asked)
        # as high as its width asks for: not its hint at full size, which would leave a gap
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.chart.setSizePolicy(policy)
        self._views = QStackedLayout()
        self._views.addWidget(self.chart)
        self._views.addWidget(self.names)
        self.column.addLayout(self._views, 1)
        self._said = label("", "caption", self, "place-said")
        self.column.addWidget(self._said)
        self.by_name = Button("", "secondary", self)
        self.by_name.setObjectName("place-by-name")
        self.by_name.setCheckable(True)
        self.by_name.clicked.connect(self.show_names)
        self.column.addWidget(self.by_name)
        self.show_drawing()

    def render_state(self, state: Consultation) -> None:
        """Show the marked places, drawn and in words."""
        marked = state.you.regions
        self.chart.set_marked(marked)
        self.names.set_marked(marked)
        words = " · ".join(_named(region) for region in marked)
        self._said.setText(
            words[:1].upper() + words[1:] or _("Touch the drawing, or name the place.")
        )

    def show_drawing(self) -> None:
        """Show the drawing."""
        self.show_names(False)

    def show_names(self, names: bool) -> None:
        """Show the list of names, or the drawing."""
        self._views.setCurrentWidget(self.names if names else self.chart)
        self.by_name.setChecked(names)
        self.by_name.setText(_("Show the drawing") if names else _("Name the place"))
        self.by_name.setAccessibleName(self.by_name.text())

    def stops(self) -> list[QWidget]:
        """The controls in the order of the tab key."""
        return [self.chart, self.names, self.by_name]

    def _on_list_asked(self) -> None:
        self.show_names(True)
        self.names.setFocus()

    def _on_toggled(self, region: str) -> None:
        from sdm_aid.domain.actions import RegionToggled

        self._page.dispatch(RegionToggled(region=region))


def _named(region: str) -> str:
    """The name of a place; one that this chart does not know stands for itself."""
    try:
        return region_name(region)
    except KeyError:
        return region
