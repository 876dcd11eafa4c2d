"""Any action about things to check first: real questions, answers and topics of the content."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from sdm_aid.domain.library import DecisionContent

Fields = SearchStrategy[dict[str, object]]


def check_first_actions(
    content: DecisionContent, words: SearchStrategy[str | None]
) -> tuple[Fields, ...]:
    """Facts picked, none of these, topics marked."""
    whole = content.check_first
    picked = [(one.id, choice.id) for one in whole.questions for choice in one.choices]
    asked = st.sampled_from([one.id for one in whole.questions] or ["gone"])
    topics = st.sampled_from([one.id for one in whole.topics] or ["gone"])
    return (
        st.sampled_from(picked or [("gone", "gone")]).map(
            lambda pair: {"kind": "fact_toggled", "question": pair[0], "choice": pair[1]}
        ),
        st.fixed_dictionaries(
            {
                "kind": st.just("none_of_these_facts"),
                "question": asked,
                "none": st.booleans(),
            }
        ),
        st.fixed_dictionaries(
            {
                "kind": st.just("topic_marked"),
                "topic": topics,
                "how": st.sampled_from([None, "talked", "plan", "not_apply"]),
                "words": words,
            }
        ),
    )
