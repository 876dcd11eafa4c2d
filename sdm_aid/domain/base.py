"""The frozen, strict pydantic base that every value of the domain is made of."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, StringConstraints


class Frozen(BaseModel):
    """An immutable value: unknown fields are refused, types are not coerced.

    Collections are tuples, never lists or dicts, so that a value hashes and cannot be changed from
    behind. "Not answered" is ``None``, never 0 and never an empty string standing for an answer.
    What was given is not repeated in the text of an error: a patient's words would be in a log.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True)

    def evolve(self, **changes: Any) -> Self:
        """A validated copy with ``changes`` (``model_copy`` would not validate them).

        Raises:
            pydantic.ValidationError: a change does not fit its field.
        """
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_validate({**fields, **changes})


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-_.][a-z0-9]+)*$", max_length=120)]
"""A stable name in content: lower case, digits, joined by ``-``, ``_`` or ``.``."""

Letter = Annotated[str, StringConstraints(pattern=r"^[A-J]$")]
"""The letter of one thing we could do: A is always "nothing new for now"."""
