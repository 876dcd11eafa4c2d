"""What a clinic wants to know about the content it uses: dates, people behind it, self-check."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sdm_aid.application.sign_off import standing_sign_off
from sdm_aid.content.check import check
from sdm_aid.content.ipdas import assess, counts
from sdm_aid.content.load import load_decision
from sdm_aid.content.problem import ContentError
from sdm_aid.domain.governance import SignOff


@dataclass(frozen=True)
class ContentState:
    """One decision; with ``problem`` only ``id`` and the findings are filled in.

    ``waived``: warnings that a named person accepted, each with rule, name and reason.
    """

    id: str
    title: str = ""
    version: str = ""
    languages: tuple[str, ...] = ()
    compiled: date | None = None
    evidence_to: date | None = None
    review_due: date | None = None
    expires: date | None = None
    sign_off: SignOff | None = None
    """The one that holds for exactly this content."""
    evidenced: tuple[int, int] = (0, 0)
    """IPDASi v4.0, self-assessed: items evidenced, of items that apply."""
    not_evidenced: tuple[str, ...] = ()
    funding: str = ""
    authors: str = ""
    conflicts: str = ""
    update_policy: str = ""
    digest: str = ""
    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    waived: tuple[str, ...] = ()
    problem: str = ""


def content_states(
    resources: Path,
    folder: Path,
    names: tuple[str, ...],
    language: str,
    progress: Callable[[str], None],
) -> tuple[ContentState, ...]:
    """The state of each decision; damaged content gives its reason, nothing is raised for it."""
    found = []
    for name in names:
        progress(name)
        found.append(_state(resources, folder, name, language))
    return tuple(found)


def _state(resources: Path, folder: Path, name: str, language: str) -> ContentState:
    findings = check(resources, name)
    errors = tuple(str(finding) for finding in findings if finding.severity == "error")
    warnings = tuple(str(finding) for finding in findings if finding.severity == "warn")
    try:
        content = load_decision(resources, name, language)
    except ContentError as problem:
        return ContentState(id=name, errors=errors, warnings=warnings, problem=str(problem))
    decision = content.decision
    answers = assess(content)
    return ContentState(
        id=name,
        title=content.words("title"),
        version=decision.version,
        languages=decision.languages,
        compiled=decision.compiled,
        evidence_to=decision.evidence_to,
        review_due=decision.review_due,
        expires=decision.expires,
        sign_off=standing_sign_off(folder, content),
        evidenced=counts(answers),
        not_evidenced=tuple(
            f"{answer.item.id} {answer.item.asks}: {answer.reason}"
            for answer in answers
            if answer.result in ("not_met", "needs_named_person")
        ),
        funding=content.words("funding"),
        authors=content.words("authors"),
        conflicts=content.words("conflicts_of_interest"),
        update_policy=content.words("update_policy"),
        digest=content.ref.digest,
        errors=errors,
        warnings=warnings,
        waived=tuple(f"{w.rule} {w.key}: {w.reason} ({w.by})" for w in decision.waiver),
    )
