"""A questionnaire as it was answered in a visit: the answers, the scores, and what it was.

The visit holds scores and the instrument's name, owner and citation, never its wording, so that a
record can be read where the instrument is not.
"""

from __future__ import annotations

from fractions import Fraction

from pydantic import Field

from sdm_aid.domain.base import Frozen, Id
from sdm_aid.domain.measure import Measure, ScoreRule, is_positive, value_of
from sdm_aid.domain.terms import Words

ENGLISH = "en"


class MeasureRef(Frozen):
    """Which instrument it was; ``digest`` names its wording and rule (SHA-256, hex)."""

    id: Id
    name: str
    version: str
    owner: str
    citation: str
    recall: str
    digest: str
    permission: str | None = None


class ItemAnswer(Frozen):
    """The points of the answer given to one item."""

    item: Id
    points: int


class ScoreGiven(Frozen):
    """A score by the published rule, exact: ``over`` divided by ``under``."""

    id: Id
    name: str
    over: int
    under: int = Field(gt=0)
    low: float
    high: float
    positive: bool = False

    @property
    def value(self) -> Fraction:
        """The score itself."""
        return Fraction(self.over, self.under)


class MeasureTaken(Frozen):
    """All that was answered to one instrument; ``reading``: what the clinician makes of it."""

    measure: MeasureRef
    questions: int = Field(gt=0)
    """How many it has."""
    mood: bool = False
    answers: tuple[ItemAnswer, ...] = ()
    scores: tuple[ScoreGiven, ...] = ()
    reading: Words | None = None

    @property
    def empty(self) -> bool:
        """Nothing was answered and nothing written."""
        return not self.answers and not self.reading

    @property
    def follow_up(self) -> bool:
        """A positive screen for mood: for the clinician to follow up."""
        return self.mood and any(score.positive for score in self.scores)

    def points(self, item: str) -> int | None:
        """The answer to one item; None where it was not answered."""
        return next((one.points for one in self.answers if one.item == item), None)


def reference(measure: Measure, digest: str) -> MeasureRef:
    """What a visit keeps of the instrument itself."""
    return MeasureRef(
        id=measure.id,
        name=measure.name,
        version=measure.version,
        owner=measure.owner,
        citation=measure.citation,
        recall=measure.recall,
        digest=digest,
        permission=measure.permission,
    )


def with_answer(
    measure: Measure,
    ref: MeasureRef,
    before: MeasureTaken | None,
    answer: tuple[str, int | None],
    language: str,
) -> MeasureTaken:
    """The instrument with one more answer (None: taken back), its scores worked out anew.

    Answers that the instrument no longer knows, because its file was changed, are let go.
    """
    item, points = answer
    given = {one.item: one.points for one in before.answers} if before else {}
    given.pop(item, None)
    if points is not None:
        given[item] = points
    known = {
        asked.id: given[asked.id]
        for asked in measure.item
        if asked.id in given and given[asked.id] in measure.points(asked)
    }
    return MeasureTaken(
        measure=ref,
        questions=len(measure.item),
        mood=measure.mood,
        answers=tuple(ItemAnswer(item=name, points=known[name]) for name in known),
        scores=_scores(measure, known, language),
        reading=before.reading if before else None,
    )


def _scores(measure: Measure, given: dict[str, int], language: str) -> tuple[ScoreGiven, ...]:
    found = ((rule, value_of(measure, rule, given)) for rule in measure.score)
    return tuple(_score(rule, value, language) for rule, value in found if value is not None)


def _score(rule: ScoreRule, value: Fraction, language: str) -> ScoreGiven:
    name = rule.name.get(language) or rule.name.get(ENGLISH) or rule.id
    return ScoreGiven(
        id=rule.id,
        name=name,
        over=value.numerator,
        under=value.denominator,
        low=rule.low,
        high=rule.high,
        positive=is_positive(rule, value),
    )
