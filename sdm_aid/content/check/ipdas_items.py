"""IPDAS: items of IPDASi v4.0 that are not met; those that need a named person never block."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding, Severity
from sdm_aid.content.ipdas import assess


def check(data: CheckInput) -> Iterator[Finding]:
    """Qualifying and certification items not met (error), items of quality not met (warn)."""
    for answer in assess(data.content):
        if answer.result != "not_met":
            continue
        item = answer.item
        severity: Severity = "warn" if item.category == "quality" else "error"
        what = f"IPDASi {item.official or item.id} ({item.asks}) is not met: {answer.reason}"
        remedy = "Write what is missing"
        yield data.decision_finding("IP-01", severity, f"ipdas.{item.id}", what, remedy)
