"""The plan form, around the treatment: getting ready, what happens, afterwards, changing course."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sdm_aid.domain.raised import raised_topics
from sdm_aid.i18n import _
from sdm_aid.ui.pages.sign.plan_words import PlanWords, of_choice
from sdm_aid.ui.pages.topic_list import TopicList
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import label

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page


class GettingReadyCard(Card):
    """Before, during and after, with the content's words for what was chosen as offers.

    Topics to check first that are planned for, or not yet talked about, are settled here too.
    """

    def __init__(self, page: Page) -> None:
        super().__init__("", page)
        self.setObjectName("around-card")
        self._page = page
        make = partial(PlanWords, page, column=self.column, parent=self)
        self._ready = make("getting_ready", _("Getting ready"))
        self._topics_over = label(_("Things to check first"), "caption", self)
        self.topics = TopicList(page, self)
        self.column.addWidget(self._topics_over)
        self.column.addWidget(self.topics)
        self._day = make("the_day", _("What happens, on the day or over the weeks"))
        self._after = make("afterwards", _("Afterwards, and what to expect"))

    def render_state(self, state: Consultation) -> None:
        """Set the texts and the offers."""
        plan, offer = state.plan, partial(of_choice, self._page, state)
        self._ready.show_words(plan.getting_ready, offer("getting_ready"))
        open_ones = tuple(
            topic
            for topic in raised_topics(self._page.content, state)
            if topic.mark is None or topic.mark.how == "plan"
        )
        self._topics_over.setVisible(bool(open_ones))
        self.topics.render_topics(open_ones)
        self._day.show_words(plan.the_day, offer("involves", "physical"))
        self._after.show_words(plan.afterwards, offer("afterwards", "expect"))

    def commit(self) -> None:
        """Hand over words still being typed."""
        for words in (self._ready, self._day, self._after):
            words.commit()
        self.topics.commit()


class StopCard(Card):
    """What would make us stop or change course, and what comes then."""

    def __init__(self, page: Page) -> None:
        super().__init__("", page)
        self.setObjectName("stop-card")
        self._page = page
        make = partial(PlanWords, page, column=self.column, parent=self)
        self._stop = make("stop_rule", _("We stop or change course if"))

    def render_state(self, state: Consultation) -> None:
        """Set the words and the offer."""
        then = of_choice(self._page, state, "if_not_help")
        offer = _("it has not helped when we look again. Then: {what}").format(what=then)
        self._stop.show_words(state.plan.stop_rule, offer if then else "")

    def commit(self) -> None:
        """Hand over words still being typed."""
        self._stop.commit()
