"""The made-up visit, step by step, on any decision; every answer is typed or clicked."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sdm_aid.domain.steps import STEPS
from sdm_aid.ui.demo.driver import Driver

if TYPE_CHECKING:
    from sdm_aid.domain.library import DecisionContent

Picture = Callable[[str], None]


class MadeUpVisit:
    """Plays one visit through the window.

    Args:
        driver: works the window; a visit must be open in it.
        content: the decision on the table.
        today: look-again dates are set relative to it.
        picture: called with a name when a step is ready to be looked at.
    """

    def __init__(
        self, driver: Driver, content: DecisionContent, today: date, picture: Picture
    ) -> None:
        self._driver = driver
        self._content = content
        self._today = today
        self._picture = picture
        letters = [option.letter for option in content.decision.options]
        self.choice = "C" if "C" in letters else letters[-1]
        self.ruled_out = letters[-1] if len(letters) > 3 else None

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
        use.type("aim", "I want to know if I need an operation.")
        use.type("person-name", "Luca")
        use.click("person-add")
        use.click("signs-none")

    def _you(self) -> None:
        use = self._driver
        use.click("goals/chip-walking")
        use.click("goals/chip-work")
        use.type("goal-words", "walk twenty minutes to work")

    def _understand(self) -> None:
        use = self._driver
        if self.ruled_out:
            use.click(f"option-{self.ruled_out}/unsuitable")

    def _compare(self) -> None:
        """The table is looked at as it opens."""

    def _look_closer(self) -> None:
        """Open one picture and the harms, ask a question, and come back to the table."""

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
            use.click(f"teach-{item.id}/chip-said")
        for question in ("sure", "understand", "risk", "encouragement"):
            use.click(f"sure-{question}/chip-yes")

    def _next(self) -> None:
        use = self._driver
        use.click("outcome-go_with")
        use.click(f"outcome-option-{self.choice}")
        use.type("patient-reason", "I want to walk to work again, and not have an operation now.")

    def _sign(self) -> None:
        use = self._driver
        look_again = self._today + timedelta(weeks=6)
        use.type("look-again", f"{look_again.day}.{look_again.month}.{look_again.year}")


def signature(seed: int) -> list[tuple[float, float]]:
    """A line like a signature, as shares of the pad; another for each ``seed``."""
    points = []
    for n in range(90):
        along = n / 89
        wave = math.sin(n / (3.2 + 0.4 * seed) + seed) * (0.28 - 0.16 * along)
        points.append((0.12 + 0.6 * along, 0.5 + wave))
    return points
