"""The made-up visit, step by step, on any decision; every answer is typed or clicked."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sdm_aid.domain.pairing import picture
from sdm_aid.domain.steps import STEPS
from sdm_aid.ui.demo.driver import CannotFind, Driver
from sdm_aid.ui.pages.sign.reading import PageView
from sdm_aid.ui.widgets.body_chart_view import BodyChartView

if TYPE_CHECKING:
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.ui.main_window import MainWindow

Picture = Callable[[str], None]

GOAL = "walk twenty minutes to work"
REGIONS = ("back-buttock-right", "back-thigh-right", "back-calf-right")
REGIONS_OF = {
    "chronic-low-back-pain": ("back-lower-back-right", "back-lower-back-left"),
    "lumbar-spinal-stenosis": ("back-thigh-right", "back-calf-right", "back-calf-left"),
    "neck-pain": ("back-neck", "back-shoulder-right"),
    "persistent-spinal-pain-after-surgery": ("back-lower-back-right", "back-thigh-right"),
    "neuropathic-pain": ("front-foot-right", "front-foot-left"),
    "complex-regional-pain-syndrome": ("front-hand-right",),
    "osteoarthritis-joint-pain": ("front-knee-right",),
    "cancer-pain": ("front-belly-right", "back-lower-back-right"),
    "fibromyalgia": (
        "back-neck",
        "back-shoulder-left",
        "back-lower-back-right",
        "front-thigh-left",
    ),
}
"""Where the made-up patient of each decision hurts; others hurt where a leg does."""


class MadeUpVisit:
    """Plays one visit through the window.

    Args:
        driver: works the window; a visit must be open in it.
        window: the window it works.
        picture: called with a name when a step is ready to be looked at.
    """

    def __init__(self, driver: Driver, window: MainWindow, picture: Picture) -> None:
        if window.visit is None:
            raise CannotFind("a visit")
        self._driver = driver
        self._visit = window.visit
        self._content: DecisionContent = window.visit.context.content
        self._picture = picture
        letters = [option.letter for option in self._content.decision.options]
        self.choice = "C" if "C" in letters else letters[-1]

    def play(self) -> None:
        """All steps up to the signatures."""
        for number, step in enumerate(STEPS, start=1):
            getattr(self, f"_{step}")()
            self._picture(f"{number:02d}-{step}")
            if step == "compare":
                self._look_closer()
            if step != STEPS[-1]:
                self._driver.click("footer-next")

    def _start(self) -> None:
        use = self._driver
        use.type("clinician-name", "Dr A. Okafor")
        use.type("clinician-role", "Pain physician")
        use.type("aim", "To know what I could do about it.")
        use.type("person-name", "Luca Example")
        use.click("person-add")
        use.click("signs-none")

    def _you(self) -> None:
        use = self._driver
        use.type("goals-words", GOAL)
        use.click("goals-chips/chip-walking")
        use.click("goals-chips/chip-work")
        chart = use.find("body-chart")
        if isinstance(chart, BodyChartView):
            for region in REGIONS_OF.get(self._content.decision.id, REGIONS):
                use.click("body-chart", at=chart.point_of(region).toPoint())
        use.click("pain-now/step-5")
        use.click("pain-average/step-7")
        use.click("pain-worst/step-9")
        use.click("qualities-chips/chip-shooting")
        use.click("qualities-chips/chip-burning")
        use.type("tried-new", "Ibuprofen")
        use.click("tried-add")

    def _understand(self) -> None:
        """Read together; nothing is ruled out."""

    def _compare(self) -> None:
        """The table is looked at as it opens."""

    def _look_closer(self) -> None:
        """Open a picture and the harms, come back to the table, ask a question."""
        use = self._driver
        row, letter = self._row_with_picture()
        use.click(f"cell-{row}-{letter}")
        self._picture("04-compare-picture")
        use.click("footer-back")
        harms = [row.id for row in self._content.decision.rows if row.kind == "harms"]
        if harms:
            use.click(f"cell-{harms[0]}-{self.choice}")
            self._picture("04-compare-harms")
            use.click("footer-back")
        use.click("footer-question")
        use.type("question-new", "Can I go on working with this?")
        use.click("question-add")
        use.click("question-panel-close")

    def _row_with_picture(self) -> tuple[str, str]:
        """The first cell beside A that shares a picture with it; else the first with a number."""
        first = ("", "")
        for row in self._content.decision.rows:
            for cell in row.cells[1:4]:
                pair = picture(self._content, row.id, "A", cell.option)
                if pair.together and pair.left.counts and pair.right.counts:
                    return row.id, cell.option
                if cell.estimates and not first[0]:
                    first = (row.id, cell.option)
        return first

    def _matters(self) -> None:
        use = self._driver
        use.click("leaning-before-unsure")
        rows = [row.id for row in self._content.decision.values]
        for row, count in zip((rows[0], rows[-2], rows[1]), (4, 3, 2), strict=True):
            for _stone in range(count):
                use.click(f"stone-more-{row}")
        use.type("own-new", "Being well for my daughter's wedding")
        use.click("own-add")
        if self._content.decision.deal_breakers:
            use.click(f"chip-{self._content.decision.deal_breakers[-1]}")
        use.click("show-line-up")
        use.click(f"leaning-after-{self.choice}")

    def _words(self) -> None:
        use = self._driver
        for item in self._content.decision.teach_back[:2]:
            if not use.shows(f"teach-results-{item.id}"):
                use.click(f"teach-row-{item.id}")
            use.click(f"teach-results-{item.id}/chip-said")
        for question in ("sure", "understand", "risk", "encouragement"):
            use.click(f"sure-{question}/chip-yes")

    def _next(self) -> None:
        use = self._driver
        use.click("outcome-go_with")
        use.click(f"next-option-{self.choice}")
        use.type("patient-reason", "I want to walk to work again, and this is what I can do now.")

    def _sign(self) -> None:
        use = self._driver
        use.type("plan_goal", GOAL)
        use.type("step-what-new", "Book the appointment")
        use.type("step-who-new", "Pain clinic")
        use.type("step-when-new", "this week")
        use.click("step-add")
        use.click("look-again-6")
        use.type("stop_rule", "the pain is no better after six weeks")
        use.click("footer-next")
        use.until(self._plan_is_laid_out, "the pages of the plan")
        use.click("read-together")
        use.draw("pad-patient", signature(1))
        use.draw("pad-clinician", signature(3))

    def _plan_is_laid_out(self) -> bool:
        sheet = self._driver.find("plan-page")
        return isinstance(sheet, PageView) and sheet.picture is not None

    def seal(self, folder: Path, passphrase: str) -> tuple[Path, Path]:
        """Make the clinic's seal and seal the plan into ``folder``; the plan and the handout."""
        from sdm_aid.ui.pages.sign import SignPage

        use, page = self._driver, self._visit.navigator.page
        if not isinstance(page, SignPage):
            raise CannotFind("the page to sign on")
        page.choose_folder = partial(Path, folder)
        use.click("footer-next")
        use.type("seal-passphrase", passphrase)
        use.type("seal-again", passphrase)
        use.click("footer-next")
        use.until(partial(use.shows, "sealed-view"), "the sealed plan")
        self._picture("09-sealed")
        plan = next(folder.glob("*plan.pdf"), None)
        handout = next(folder.glob("*handout.pdf"), None)
        if plan is None or handout is None:
            raise CannotFind("the papers")
        return plan, handout


def signature(seed: int) -> list[tuple[float, float]]:
    """A line like a signature, as shares of the pad; another for each ``seed``."""
    points = []
    for n in range(90):
        along = n / 89
        wave = math.sin(n / (3.2 + 0.4 * seed) + seed) * (0.28 - 0.16 * along)
        points.append((0.12 + 0.6 * along, 0.5 + wave))
    return points
