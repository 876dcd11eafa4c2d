"""A fault in a content file, and the error that carries all of them; no pydantic here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault: where it stands, what is wrong, what to do about it.

    ``file`` is relative to the resources folder, with forward slashes; ``field`` is empty where the
    whole file is meant. List places count from 1.
    """

    file: str
    field: str
    what: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}: {self.field}" if self.field else self.file
        return f"{place}: {self.what}. {self.remedy}."


class ContentError(Exception):
    """Content that cannot be used; ``problems`` holds every fault found, sorted by file."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(str(self))

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


@dataclass(slots=True)
class ProblemLog:
    """Collects faults, so that an author sees all of them at once and not one a run."""

    found: list[Problem] = field(default_factory=list)

    def add(self, file: str, place: str, what: str, remedy: str) -> None:
        """Note one fault."""
        self.found.append(Problem(file, place, what, remedy))

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.found)

    def __bool__(self) -> bool:
        return bool(self.found)

    def raise_if_any(self) -> None:
        """End here if anything is wrong.

        Raises:
            ContentError: at least one fault was noted.
        """
        if self.found:
            raise ContentError(tuple(self.found))
