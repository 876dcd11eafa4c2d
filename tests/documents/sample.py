"""A made-up plan and a made-up handout with every kind of block, for the tests of documents."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, datetime

from sdm_aid.documents import blocks as b

CREATED = datetime(2026, 11, 21, 10, 58, tzinfo=UTC)
VISIT = b'{"schema_id": "sdm-aid.visit/1", "patient": "Maria Rossi"}'


def ink(turns: float) -> tuple[b.Stroke, ...]:
    """A wavy made-up signature in two strokes."""
    first = tuple(
        (i / 60, 0.5 + 0.35 * math.sin(turns * i / 9) * (1 - i / 80), 0.3 + 0.5 * (i % 20) / 20)
        for i in range(60)
    )
    second = tuple((0.2 + i / 40, 0.9 - 0.1 * i / 20, 0.6) for i in range(20))
    return (first, second)


def plan_blocks() -> tuple[b.Block, ...]:
    """What a quick visit's plan holds."""
    return (*_agreed(), _get_help(), *_matters(), *_signed())


def _agreed() -> tuple[b.Block, ...]:
    return (
        b.Box(
            b.BoxRole.OUTLINE,
            (
                b.Heading(2, "Next step: C. Steroid injection near the nerve"),
                b.Paragraph(
                    (
                        b.Run("Because: "),
                        b.Run(
                            "“I want to walk to work again, and I do not want an operation now.”",
                            isolated=True,
                        ),
                    )
                ),
            ),
        ),
        b.Heading(2, "What happens next"),
        b.Checklist(
            (
                b.CheckRow(
                    "Talk about the blood thinner before booking", "Dr A. Okafor", "by 28 Nov"
                ),
                b.CheckRow(
                    "Injection, half a day, no driving that day", "Pain clinic", "in December"
                ),
                b.CheckRow("Physiotherapy starts", "J. Lindqvist", "2 weeks after", done=True),
                b.CheckRow("Look again together", "both", "15 Jan 2027"),
            ),
            ("Step", "Who", "When"),
            "done",
        ),
        b.text("We stop or change course if leg pain is not clearly better 6 weeks later."),
    )


def _get_help() -> b.Box:
    return b.Box(
        b.BoxRole.CAUTION,
        (
            b.Paragraph(
                (
                    b.Run("Get help the same day", strong=True),
                    b.Run(
                        " if you have new weakness in a leg, numbness between the legs,"
                        " trouble passing water or holding your bowels, fever, or a severe"
                        " headache when you sit up. Clinic 555 0100, at night 555 0199."
                    ),
                )
            ),
        ),
    )


def _matters() -> tuple[b.Block, ...]:
    return (
        b.Heading(2, "What matters to me"),
        b.Columns(
            (
                b.text("My goal: walk 20 minutes to work."),
                b.text("Most important: less pain soon; little time off work."),
            ),
            (
                b.text("Leaning before the talk: not sure. After: C."),
                b.text("Sure of my choice, know enough, clear what matters, supported: all yes."),
            ),
        ),
        b.Heading(2, "What we talked about"),
        comparison(),
    )


def _signed() -> tuple[b.Block, ...]:
    return (
        b.Signatures(
            (
                b.SignatureLine(
                    "Maria Rossi", "patient", "signed on screen 10:57", ink(4), "Ink of Maria Rossi"
                ),
                b.SignatureLine(
                    "Dr A. Okafor",
                    "clinician",
                    "signed on screen 10:58",
                    ink(6),
                    "Ink of Dr A. Okafor",
                    (b.Run("Seen by J. Lindqvist"),),
                ),
            )
        ),
        b.SealField(
            (
                b.Run(
                    "This records a conversation. It is not by itself consent to a procedure, and"
                    " it can be changed at any time. The file is sealed: a later change will show."
                ),
            ),
            "Seal of the clinic",
        ),
    )


def comparison() -> b.Table:
    """A small table of made-up words."""
    return b.Table(
        tuple(
            b.text_cell(words)
            for words in (
                "Out of every 100 people, by 3 months",
                "A. Nothing new for now",
                "B. Physiotherapy course",
                "C. Steroid injection near the nerve",
                "D. Operation on the disc",
            )
        ),
        tuple(
            tuple(b.text_cell(words) for words in row)
            for row in (
                ("Much less leg pain", "about NN, NN not", "about NN", "about NN", "about NN"),
                ("How sure", "fairly sure", "not very sure", "fairly sure", "not very sure"),
                ("What could go wrong", "talked about", "talked about", "in own words", "said"),
                ("Cost to me", "nothing", "not discussed", "310", "1,900"),
            )
        ),
        widths=(0.26, 0.16, 0.19, 0.21, 0.18),
        caption="Things we could do, side by side",
    )


def plan(**changes: object) -> b.Document:
    """The made-up plan, with any field changed."""
    document = b.Document(
        title="What we agreed",
        language="en-GB",
        author="Riverside Pain Clinic",
        subject="Plan after a visit about leg pain from the back",
        header_lines=(
            "Maria Rossi · born 4 May 1974 · no. 10482",
            "Riverside Pain Clinic · Dr A. Okafor · 21 Nov 2026, 10:30 to 10:58",
        ),
        running=b.Running(
            ("Maria Rossi · born 4 May 1974", "no. 10482"),
            ("Plan", "sciatica 2026.11", "evidence to Nov 2026", "not yet reviewed by a clinician"),
            "Page {page} of {pages}",
        ),
        blocks=plan_blocks(),
        text_size=b.TextSize.COMPACT,
    )
    return replace(document, **changes)  # type: ignore[arg-type]
