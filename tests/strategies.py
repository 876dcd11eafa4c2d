"""Any action on a visit: real rows, options, signs and items of the content it is about."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from pydantic import TypeAdapter

from sdm_aid.domain.actions import Action
from sdm_aid.domain.library import DecisionContent
from tests.assessment_actions import assessment_actions
from tests.check_first_actions import check_first_actions
from tests.domain.visits import NOON

WORDS = st.sampled_from(["walk to work", "x" * 300, "😀 שלום مرحبا", "line\nbreak", "<b>no</b>"])
MAYBE = st.none() | WORDS
DAYS = st.sampled_from([date(1974, 5, 4), date(2027, 1, 15)])
STEPS = st.sampled_from(
    ["start", "you", "understand", "compare", "matters", "words", "next", "sign"]
)
IDS = st.sampled_from(["p1", "p2", "q1", "q2", "own-1", "own-2"])
_ACTION: TypeAdapter[Action] = TypeAdapter(Action)

Fields = SearchStrategy[dict[str, object]]


def actions_of(content: DecisionContent) -> SearchStrategy[Action]:
    """One action, any kind but sealing, about this content."""
    decision = content.decision
    letters = st.sampled_from([option.letter for option in decision.options])
    rows = st.sampled_from([row.id for row in decision.rows])
    weighed = st.sampled_from([row.id for row in decision.values] or ["own-1"])
    kinds = (
        *_frame(st.sampled_from(decision.red_flags or ("none",))),
        *_you(),
        *_genes(),
        *assessment_actions(MAYBE),
        *check_first_actions(content, MAYBE),
        *_matters(weighed, st.sampled_from(decision.deal_breakers or ("none",)), letters),
        *_words(st.sampled_from([item.id for item in decision.teach_back] or ["none"])),
        *_choice(rows, letters),
        *_plan(st.sampled_from(decision.get_help or ("none",))),
    )
    return st.one_of(*kinds).map(_made)


def _made(fields: dict[str, object]) -> Action:
    return _ACTION.validate_python(fields)


def _one(kind: str, **fields: SearchStrategy[object]) -> Fields:
    return st.fixed_dictionaries({"kind": st.just(kind), **fields})


def _inner(**fields: SearchStrategy[object]) -> Fields:
    return st.fixed_dictionaries(fields)


def _frame(flags: SearchStrategy[str]) -> tuple[Fields, ...]:
    roles = st.sampled_from(["family", "interpreter", "other"])
    answers = st.sampled_from(["yes", "no", None])
    return (
        _one("step_entered", step=STEPS),
        _one("step_skipped", step=STEPS),
        _one("path_chosen", path=st.sampled_from(["full", "quick"])),
        _one("patient_named", patient=_inner(name=MAYBE, born=st.none() | DAYS, number=MAYBE)),
        _one("clinician_named", clinician=_inner(name=MAYBE, role=MAYBE)),
        _one("clinic_named", clinic=_inner(name=MAYBE, phone=MAYBE, out_of_hours=MAYBE)),
        _one("present_added", present=_inner(id=IDS, name=WORDS, role=roles)),
        _one("present_removed", id=IDS),
        _one("red_flag_answered", flag=flags, answer=answers),
        _one("no_red_flags", none_of_these=st.booleans()),
        _one("routed_out", out=st.booleans()),
        _one("capacity_concern", words=MAYBE),
        _one("text_written", field=st.sampled_from(_TEXTS), words=MAYBE),
        _one("break_taken"),
        _one("question_asked", id=IDS, step=STEPS, text=WORDS),
        _one("question_answered", id=IDS, answer=MAYBE),
        _one("question_removed", id=IDS),
    )


_TEXTS = (
    "aim", "goal_words", "quality_words", "would_change", "patient_reason", "clinician_view",
    "plan_goal", "hoped", "getting_ready", "the_day", "afterwards", "get_help_words", "stop_rule",
)  # fmt: skip


def _you() -> tuple[Fields, ...]:
    score = st.none() | st.integers(0, 10)
    helped = st.sampled_from([None, "yes", "some", "no"])
    return (
        _one("goal_toggled", goal=st.sampled_from(["sleep", "walking", "work", "enjoy"])),
        _one("region_toggled", region=st.sampled_from(_REGIONS)),
        _one("pain_rated", which=st.sampled_from(["now", "average", "worst"]), score=score),
        _one("quality_toggled", quality=st.sampled_from(["aching", "shooting", "numb"])),
        _one("tried_set", tried=_inner(id=IDS, what=WORDS, helped=helped, trouble=MAYBE)),
        _one("tried_set", tried=_inner(id=IDS, what=WORDS, tried_kind=_KINDS, treatment=_TREATED)),
        _one("tried_removed", id=IDS),
    )


def _genes() -> tuple[Fields, ...]:
    genes = st.sampled_from(["cyp2d6", "cyp2c19", "cyp2c9", "hla-b-15-02", "oprm1-comt", "new"])
    results = st.sampled_from([None, "poor", "intermediate", "normal", "present", "indeterminate"])
    scores = st.sampled_from([None, "0", "1,25", "1.1", "7", "abc"])
    result = _inner(gene=genes, result=results, score=scores)
    fields = st.sampled_from(["other", "dated", "laboratory"])
    return (
        _one("gene_result_set", result=result),
        _one("gene_report_written", field=fields, words=MAYBE),
    )


_KINDS = st.sampled_from([None, "medicine", "therapy", "procedure", "operation"])
_TREATED = st.sampled_from([None, "exercise", "epidural-steroid"])
_REGIONS = ("back-lower-left", "back-lower-right", "front-thigh-left", "back-calf-right")


def _matters(
    rows: SearchStrategy[str], breakers: SearchStrategy[str], letters: SearchStrategy[str]
) -> tuple[Fields, ...]:
    marks = st.sampled_from([None, "helps", "same", "harder", "not_known"])
    leaning = st.none() | st.just("unsure") | letters
    return (
        _one("leaning_said", when=st.sampled_from(["before", "after"]), leaning=leaning),
        _one("stones_put", row=rows, count=st.integers(0, 10)),
        _one("top_toggled", row=rows),
        _one("own_concern_set", id=IDS, text=WORDS | st.just("")),
        _one("own_concern_marked", id=IDS, option=letters, mark=marks),
        _one("deal_breaker_toggled", id=breakers, own_words=st.none()),
        _one("nothing_unwanted", nothing=st.booleans()),
        _one("lined_up"),
        _one("advice_wanted", wanted=st.booleans()),
    )


def _words(items: SearchStrategy[str]) -> tuple[Fields, ...]:
    results = st.sampled_from([None, "said", "helped", "explained_again"])
    questions = st.sampled_from(["sure", "understand", "risk", "encouragement"])
    return (
        _one("teach_back_noted", item=items, result=results, words=MAYBE),
        _one("sure_answered", question=questions, answer=st.sampled_from(["yes", "no", None])),
    )


def _choice(rows: SearchStrategy[str], letters: SearchStrategy[str]) -> tuple[Fields, ...]:
    views = st.sampled_from(["picture", "harms", "source"])
    plain = _inner(
        kind=st.sampled_from(["more_time", "second_opinion", "advise_me", "no_agreement"])
    )
    chosen = _inner(kind=st.sampled_from(["go_with", "try_until"]), option=letters, until=DAYS)
    return (
        _one("option_unsuitable", option=letters, reason=MAYBE),
        _one("columns_chosen", columns=st.lists(letters, min_size=1, unique=True).map(tuple)),
        _one("cell_opened", cell=_inner(row=rows, option=letters, view=views)),
        _one("outcome_chosen", outcome=st.none() | plain | chosen),
    )


def _plan(signs: SearchStrategy[str]) -> tuple[Fields, ...]:
    signature = _inner(
        party=st.sampled_from(["patient", "representative", "clinician", "witness"]),
        method=st.sampled_from(["aloud", "declined"]),
        name=st.just("Maria Rossi"),
        at=st.just(NOON),
    )
    return (
        _one("plan_step_set", step=_inner(id=IDS, what=WORDS, who=MAYBE, when=MAYBE)),
        _one("plan_step_removed", id=IDS),
        _one("get_help_chosen", signs=st.lists(signs, unique=True).map(tuple)),
        _one("target_pain_set", score=st.none() | st.integers(0, 10)),
        _one("look_again_set", on=st.none() | DAYS),
        _one("further_look_set", on=DAYS, there=st.booleans()),
        _one("offer_taken", field=st.sampled_from(_TEXTS), offered=WORDS, words=WORDS),
        _one("team_member_set", member=_inner(id=IDS, role=WORDS, name=MAYBE, does=MAYBE)),
        _one("team_member_removed", id=IDS),
        _one("read_together", done=st.booleans()),
        _one("signed", signature=signature),
        _one("signature_cleared", party=st.sampled_from(["patient", "clinician"])),
    )
