"""A visit to start from, and any action on it, for laws that must hold whatever is said."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from sdm_aid.domain.actions import Action
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.journal import Entry, Journal
from sdm_aid.domain.library import ContentRef
from sdm_aid.domain.room import Clinician, Patient

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
CONTENT = ContentRef(id="sciatica", version="2026.11", language="en", digest="0" * 64)


def a_visit(**changes: object) -> Consultation:
    """A visit that has just begun."""
    begun = Consultation(visit_id="a" * 32, content=CONTENT, started=NOON)
    return begun.evolve(**changes)


def a_named_visit() -> Consultation:
    """A visit with patient and clinician named."""
    return a_visit(
        patient=Patient(name="Maria Rossi", born=date(1974, 5, 4), number="10482"),
        clinician=Clinician(name="Dr A. Okafor", role="Pain physician"),
    )


WORDS = st.one_of(
    st.none(),
    st.sampled_from(["walk to work", "", "x" * 10_000, "😀 שלום مرحبا", "line\nbreak"]),
)
IDS = st.sampled_from(["one", "two", "three", "four"])
LETTERS = st.sampled_from("ABCDE")
STEP_NAMES = st.sampled_from(
    ["start", "you", "understand", "compare", "matters", "words", "next", "sign"]
)


def _fact(kind: str, **fields: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries({"kind": st.just(kind), **fields})


_TEXT = st.sampled_from(["aim", "goal_words", "would_change", "patient_reason", "plan_goal"])
_SIGNATURE = st.fixed_dictionaries(
    {
        "party": st.sampled_from(["patient", "representative", "clinician", "witness"]),
        "method": st.sampled_from(["drawn", "mark", "aloud", "declined"]),
        "name": st.just("Maria Rossi"),
        "at": st.just(NOON.isoformat()),
    }
)
_OUTCOME = st.fixed_dictionaries(
    {"kind": st.sampled_from(["go_with", "more_time", "no_agreement"]), "option": LETTERS}
)

RAW_ACTIONS = st.one_of(
    _fact("step_entered", step=STEP_NAMES),
    _fact("step_skipped", step=STEP_NAMES),
    _fact("path_chosen", path=st.sampled_from(["full", "quick"])),
    _fact("text_written", field=_TEXT, words=WORDS),
    _fact("red_flag_answered", flag=IDS, answer=st.sampled_from(["yes", "no", None])),
    _fact("no_red_flags", none_of_these=st.booleans()),
    _fact("goal_toggled", goal=IDS),
    _fact("region_toggled", region=IDS),
    _fact(
        "pain_rated",
        which=st.sampled_from(["now", "average", "worst"]),
        score=st.one_of(st.none(), st.integers(min_value=0, max_value=10)),
    ),
    _fact("option_unsuitable", option=LETTERS, reason=WORDS),
    _fact("columns_chosen", columns=st.lists(LETTERS, min_size=1, max_size=5)),
    _fact(
        "cell_opened",
        cell=st.fixed_dictionaries(
            {"row": IDS, "option": LETTERS, "view": st.sampled_from(["picture", "source"])}
        ),
    ),
    _fact("question_asked", id=IDS, step=STEP_NAMES, text=st.just("Will it hurt?")),
    _fact("question_answered", id=IDS, answer=WORDS),
    _fact("question_removed", id=IDS),
    _fact("break_taken"),
    _fact("leaning_said", when=st.sampled_from(["before", "after"]), leaning=st.just("unsure")),
    _fact("stones_put", row=IDS, count=st.integers(min_value=0, max_value=10)),
    _fact("top_toggled", row=IDS),
    _fact("own_concern_set", id=IDS, text=st.sampled_from(["", "my garden"])),
    _fact("own_concern_marked", id=IDS, option=LETTERS, mark=st.sampled_from(["helps", None])),
    _fact("deal_breaker_toggled", id=IDS),
    _fact("nothing_unwanted", nothing=st.booleans()),
    _fact("teach_back_noted", item=IDS, result=st.sampled_from(["said", "helped", None])),
    _fact("sure_answered", question=st.just("sure"), answer=st.sampled_from(["yes", "no", None])),
    _fact("outcome_chosen", outcome=st.one_of(st.none(), _OUTCOME)),
    _fact("target_pain_set", score=st.sampled_from([0, 3, 10, None])),
    _fact("look_again_set", on=st.sampled_from(["2027-01-02", None])),
    _fact("read_together", done=st.booleans()),
    _fact("signed", signature=_SIGNATURE),
    _fact("signature_cleared", party=st.sampled_from(["patient", "clinician"])),
)


def action(raw: dict[str, object]) -> Action:
    """The typed action of a raw one, through the same door as a journal on disk."""
    import json

    line = {"number": 1, "at": NOON.isoformat(), "who": "test", "action": raw}
    entry = Entry.model_validate_json(json.dumps(line))
    return entry.action  # type: ignore[return-value]  # never Undone or Redone here


ACTIONS = RAW_ACTIONS.map(action)


def a_journal(begun: Consultation | None = None) -> Journal:
    """An empty journal."""
    return Journal(begun=begun or a_named_visit())
