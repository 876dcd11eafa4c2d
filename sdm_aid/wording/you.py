"""Names of the life areas, the words for pain, and the roles of people in the room."""

from __future__ import annotations

from sdm_aid.i18n import N_, _

GOALS: dict[str, str] = {
    "sleep": N_("Sleep"),
    "walking": N_("Walking"),
    "work": N_("Work"),
    "family": N_("Family and care"),
    "mood": N_("Mood"),
    "enjoy": N_("What I enjoy"),
}
"""Life areas by id, in the order shown; what a person wants to be able to do comes first."""

QUALITIES: dict[str, str] = {
    "aching": N_("Aching"),
    "shooting": N_("Shooting"),
    "burning": N_("Burning"),
    "numb": N_("Numb"),
    "tingling": N_("Tingling"),
    "stabbing": N_("Stabbing"),
    "cramping": N_("Cramping"),
    "heavy": N_("Heavy"),
}

ROLES: dict[str, str] = {
    "family": N_("family"),
    "friend": N_("friend"),
    "interpreter": N_("interpreter"),
    "supporter": N_("supporter"),
    "staff": N_("clinic staff"),
    "other": N_("with the patient"),
}

HELPED: dict[str, str] = {
    "yes": N_("helped"),
    "some": N_("helped a little"),
    "no": N_("did not help"),
}

TEACH_BACK: dict[str, str] = {
    "said": N_("said in own words"),
    "helped": N_("said with some help"),
    "explained_again": N_("explained again together"),
}


def goal(goal_id: str) -> str:
    """The name of a life area; an id from newer content stands for itself."""
    return _(GOALS[goal_id]) if goal_id in GOALS else goal_id


def quality(quality_id: str) -> str:
    """The word for what the pain is like."""
    return _(QUALITIES[quality_id]) if quality_id in QUALITIES else quality_id


def role(role_id: str) -> str:
    """What somebody in the room is to the patient."""
    return _(ROLES[role_id])


def helped(answer: str | None) -> str:
    """Did it help? Empty when not asked."""
    return _(HELPED[answer]) if answer else ""


def teach_back(result: str) -> str:
    """How an item went; never right or wrong."""
    return _(TEACH_BACK[result])
