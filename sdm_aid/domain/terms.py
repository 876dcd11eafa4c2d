"""Small closed vocabularies of a visit."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

Words = Annotated[str, StringConstraints(max_length=20_000)]
"""What somebody typed, kept to the letter."""

StepName = Literal["start", "you", "understand", "compare", "matters", "words", "next", "sign"]
Score = Annotated[int, Field(ge=0, le=10)]
YesNo = Literal["yes", "no"]
OutcomeKind = Literal[
    "go_with",
    "try_until",
    "more_time",
    "second_opinion",
    "advise_me",
    "nothing_new",
    "no_agreement",
]
Leaning = Annotated[str, StringConstraints(pattern=r"^([A-J]|unsure)$")]
PresentRole = Literal["family", "friend", "interpreter", "supporter", "staff", "other"]
Mark = Literal["helps", "same", "harder", "not_known"]
TeachBackResult = Literal["said", "helped", "explained_again"]
SureQuestion = Literal["sure", "understand", "risk", "encouragement"]
Party = Literal["patient", "representative", "clinician", "witness", "interpreter"]
SignMethod = Literal["drawn", "mark", "aloud", "declined"]
