"""Made-up English prose of the made-up decision."""

from __future__ import annotations

from typing import Any

Tables = dict[str, Any]
Files = dict[str, Tables]


QUESTIONS = {
    "what": "What happens?",
    "relief": "How many people have much less pain?",
    "walking": "How many people walk well?",
    "score": "How much does it hurt?",
    "sleep": "Will I sleep better?",
    "harms": "What could go wrong?",
    "asks": "What does it ask of me?",
    "change": "Can I change my mind?",
    "experts": "What do experts say?",
}

LIVING_WITH = {
    "physical": "Your leg can feel sore.",
    "emotional": "You can feel uneasy.",
    "social": "You can go on with work.",
}
OFFERED = {
    "who": "A nurse.",
    "lasts": "As long as it lasts.",
    "getting_ready": "Wear loose clothes.",
    "afterwards": "Go on with your day.",
    "expect": "It takes its time.",
    "if_not_help": "We look at the other things with you.",
    **LIVING_WITH,
}
NOT_FROM_STRETCHING = ("infection", "bleeding", "numb", "weak", "reaction", "no-help", "death")


def decision_text() -> Tables:
    return {
        "title": "Made-up leg pain",
        "question": "What could we do about the pain in your leg?",
        "condition": "leg pain",
        "nothing_new": "You keep going with what you do now. We look at it again soon.",
        "for_whom": "For adults with this made-up pain.",
        "funding": "Nobody paid for this.",
        "authors": "Made up for tests.",
        "conflicts_of_interest": "None.",
        "update_policy": "It is looked at again each year.",
        "method": "Nobody looked for anything: it is made up.",
        "going_on": {"first": "A nerve in your back is sore.", "second": "Moving does it good."},
        "rows": {
            name: {"question": question, "short": name.capitalize()}
            for name, question in QUESTIONS.items()
        },
        "values": {
            "less-pain": {"name": "Less pain", "swing": "From none to all of the people helped"},
            "few-visits": {"name": "Few visits", "swing": "From no visit to many visits"},
        },
        "deal_breakers": {"no-needle": "I do not want a needle"},
        "teach_back": {
            "can-wait": {
                "ask": "What would you say at home about waiting?",
                "listen_for": "Waiting is one of the choices.",
            }
        },
        "red_flags": {"numb-seat": "You feel numb where you sit."},
        "get_help": {"cannot-pee": "You cannot pass water."},
    }


def treatment_texts() -> Files:
    return {
        "nothing-new": {
            "name": "Nothing new for now",
            "short": "Keep going as now",
            "involves": "You do what you do now and see us again to look at it.",
            "asks": "It asks for no more visits than you have now. You wait.",
            "change_mind": "Yes. You can pick one of the others on any day.",
            **LIVING_WITH,
            "harms": {
                "goes-on": {
                    "name": "The pain goes on",
                    "how_long": "For weeks.",
                    "what_we_do": "We look at it again.",
                }
            },
        },
        "stretching": _stretching_text(),
        "needle": _needle_text(),
    }


def _stretching_text() -> Tables:
    sore = {
        "name": "Sore legs",
        "how_long": "It lasts a short time.",
        "what_we_do": "We go slower.",
    }
    return {
        "name": "Stretching",
        "short": "Learn moves and do them at home",
        "involves": "You learn some moves with us and do them at home each day.",
        "asks": "It asks for {fact:stretch-visits} with us and some time at home.",
        "change_mind": "Yes. You can stop on any day and tell us so.",
        **OFFERED,
        "harms": {
            "sore": sore,
            **{name: {"name": name.capitalize()} for name in NOT_FROM_STRETCHING},
        },
    }


def _needle_text() -> Tables:
    names = {"infection": "Germs", "bleeding": "Bleeding", "headache": "Bad headache"}
    names |= {"numb": "Numb for days", "weak": "Weak for good", "no-help": "It does not help"}
    names |= {"more-pain": "More pain for a while", "very-bad": "Death or legs that cannot move"}
    names |= {"missed": "The needle does not get there", "again": "The needle is put in again"}
    told = {"how_long": "It lasts a short time.", "what_we_do": "We look at it and treat it."}
    return {
        "name": "Needle",
        "short": "A needle near the nerve",
        "involves": "You lie down and we put a thin needle near the sore nerve.",
        "asks": "It asks for {fact:needle-visits} and then {fact:needle-rest} of rest.",
        "change_mind": "Yes, up to when the needle goes in. Just tell us.",
        **OFFERED,
        "getting_ready": "Tell us what medicines you take.",
        "afterwards": "Somebody takes you home.",
        "expect": "You may be sore at first.",
        "harms": {key: {"name": name, **told} for key, name in names.items()},
        "get_help": {"fever": "You feel hot and shiver."},
        "drawer": {"dose": "Clinician's note: 40 mg in 1 ml."},
    }


def evidence_texts() -> Files:
    def group(outcome: str, **more: str) -> Tables:
        return {"outcome": outcome, "people": "adults with leg pain", **more}

    def position(says: str) -> Tables:
        return {"who": "A made-up group", "says": says, "because": "They read the same trials."}

    return {
        "mini-needle": {
            "needle-relief": group("have much less leg pain"),
            "needle-sleep": group("sleep", finding="It may make little change to sleep."),
            "needle-headache": group("have a bad headache"),
            "needle-infection": group("have germs in the back"),
            "needle-more-pain": group("have more pain for a while"),
            "needle-lasting": group("die or cannot move their legs"),
            "experts-for": position("It can be tried."),
            "experts-against": position("It should not be tried."),
        },
        "mini-stretch": {
            "stretch-walking": group("walk well"),
            "stretch-sore": group("have sore legs"),
            "course-walking": group("walk well"),
            "stretch-score": group("pain in the leg"),
        },
    }
