"""W-01: a waiver answers a warning that is really there; errors cannot be waived."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding


def stale(data: CheckInput, found: list[Finding]) -> Iterator[Finding]:
    """Waivers that match no warning, or an error; run after all other rules."""
    for number, waiver in enumerate(data.decision.waiver, start=1):
        matching = [f for f in found if (f.rule, f.key) == (waiver.rule, waiver.key)]
        key = f"waiver[{number}]"
        if not matching:
            what = f"nothing to waive: {waiver.rule} does not speak about {waiver.key}"
            yield data.decision_finding("W-01", "warn", key, what, "Take the waiver out")
        elif any(f.severity == "error" for f in matching):
            what = f"{waiver.rule} on {waiver.key} is an error: it cannot be waived"
            yield data.decision_finding("W-01", "error", key, what, "Correct the content")


def waived(data: CheckInput, finding: Finding) -> bool:
    """True for a warning that the decision file waives."""
    waivers = {(waiver.rule, waiver.key) for waiver in data.decision.waiver}
    return finding.severity == "warn" and (finding.rule, finding.key) in waivers
