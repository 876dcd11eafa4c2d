"""The rest of the assessment in words: its questions, the answers to pick, the lists."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sdm_aid.i18n import N_, _

QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "spread": N_("Does it spread?"),
        "side": N_("Which side?"),
        "since": N_("Since when?"),
        "better": N_("What makes it better?"),
        "worse": N_("What makes it worse?"),
        "sleep": N_("How do you sleep?"),
        "mood": N_("How is your mood?"),
        "work": N_("What about work?"),
        "care": N_("Do you care for somebody?"),
        "home": N_("Who is at home with you?"),
    }
)
SHORT: Mapping[str, str] = MappingProxyType(
    {
        "spread": N_("Spreading"),
        "side": N_("Side"),
        "since": N_("Since when"),
        "better": N_("Better with"),
        "worse": N_("Worse with"),
        "sleep": N_("Sleep"),
        "mood": N_("Mood"),
        "work": N_("Work"),
        "care": N_("Care"),
        "home": N_("At home"),
        "medicines": N_("Medicines now"),
        "allergies": N_("Allergies"),
        "illnesses": N_("Other illnesses"),
    }
)
"""Names of questions and lists where there is little room: on paper and in the history."""
WORDS_HINT: Mapping[str, str] = MappingProxyType(
    {"spread": N_("Where does it go?"), "since": N_("How did it begin?")}
)
ANSWERS: Mapping[str, str] = MappingProxyType(
    {
        "spread.stays": N_("Stays in one place"),
        "spread.spreads": N_("Spreads from there"),
        "spread.moves": N_("Moves around"),
        "spread.all-over": N_("All over"),
        "side.left": N_("More on the left"),
        "side.right": N_("More on the right"),
        "side.both": N_("Both sides alike"),
        "side.middle": N_("In the middle"),
        "since.weeks": N_("Less than three months"),
        "since.months": N_("Three months to a year"),
        "since.years": N_("One to five years"),
        "since.many-years": N_("More than five years"),
        "better.rest": N_("Rest"),
        "better.lying": N_("Lying down"),
        "better.moving": N_("Moving"),
        "better.warmth": N_("Warmth"),
        "better.cold": N_("Cold"),
        "better.medicine": N_("Medicine"),
        "better.thoughts": N_("Thinking of other things"),
        "better.nothing": N_("Nothing so far"),
        "worse.sitting": N_("Sitting"),
        "worse.standing": N_("Standing"),
        "worse.walking": N_("Walking"),
        "worse.bending": N_("Bending and lifting"),
        "worse.lying": N_("Lying down"),
        "worse.touch": N_("Touch"),
        "worse.cold": N_("Cold"),
        "worse.stress": N_("Stress"),
        "sleep.well": N_("I sleep well"),
        "sleep.falling-asleep": N_("Hard to fall asleep"),
        "sleep.waking": N_("The pain wakes me"),
        "sleep.early": N_("Awake too early"),
        "mood.good": N_("Good"),
        "mood.up-and-down": N_("Up and down"),
        "mood.low": N_("Low"),
        "mood.worried": N_("Worried"),
        "mood.irritable": N_("Short-tempered"),
        "work.as-before": N_("Working as before"),
        "work.less": N_("Working less, or lighter work"),
        "work.off-sick": N_("Off sick"),
        "work.stopped": N_("Stopped because of the pain"),
        "work.none": N_("No paid work"),
        "care.children": N_("Children"),
        "care.adult": N_("An adult"),
        "care.cared-for": N_("Somebody cares for me"),
        "care.nobody": N_("Nobody"),
        "home.alone": N_("I live alone"),
        "home.partner": N_("Partner"),
        "home.children": N_("Children"),
        "home.others": N_("Others"),
    }
)
LISTS: Mapping[str, str] = MappingProxyType(
    {
        "medicines": N_("Which medicines do you take now?"),
        "allergies": N_("Any allergies?"),
        "illnesses": N_("Any other illnesses?"),
    }
)
NOTHING: Mapping[str, str] = MappingProxyType(
    {
        "medicines": N_("No medicines"),
        "allergies": N_("No allergies known"),
        "illnesses": N_("No other illnesses"),
    }
)
KINDS: Mapping[str, str] = MappingProxyType(
    {
        "medicine": N_("Medicine"),
        "therapy": N_("Therapy"),
        "procedure": N_("Procedure"),
        "operation": N_("Operation"),
    }
)
"""What was tried, by kind."""


def about_parts() -> dict[str, str]:
    """The parts about the pain and the days, by name."""
    return {"pain": _("More about the pain"), "days": _("Sleep, mood, work, home")}


def health_parts() -> dict[str, str]:
    """The parts about health, by name."""
    lists = {name: _(SHORT[name]) for name in LISTS}
    return {**lists, "measures": _("Short questionnaires")}


def question(name: str) -> str:
    """A question as it is asked."""
    return _(QUESTIONS[name])


def short(name: str) -> str:
    """A question or list, named briefly."""
    return _(SHORT[name]) if name in SHORT else name


def hint(name: str) -> str:
    """What the field for own words beside a question says."""
    return _(WORDS_HINT.get(name, N_("In your own words")))


def answer(question_name: str, answer_name: str) -> str:
    """An answer to pick; one of a newer version stands for itself."""
    key = f"{question_name}.{answer_name}"
    return _(ANSWERS[key]) if key in ANSWERS else answer_name


def list_name(name: str) -> str:
    """A list as it is asked for."""
    return _(LISTS[name])


def nothing(name: str) -> str:
    """That a list was asked for and is empty."""
    return _(NOTHING[name])


def kind(name: str) -> str:
    """What kind of thing was tried."""
    return _(KINDS[name]) if name in KINDS else name
