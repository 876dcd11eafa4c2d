"""The recovery sheet: the printed key that opens the record when every passphrase is forgotten."""

from __future__ import annotations

from datetime import datetime

from sdm_aid import __version__
from sdm_aid.documents import blocks as b
from sdm_aid.documents.marks import TOOL
from sdm_aid.i18n import _, current_language, direction, formats
from sdm_aid.records.keys import typed_recovery_key

ASKED_BACK = 2
"""How many groups of the key are typed back as a proof that it was kept."""


def groups(key: str) -> tuple[str, ...]:
    """The key in its groups of four."""
    return tuple(key.split("-"))


def shows_it_was_kept(key: str, typed: str) -> bool:
    """Whether ``typed`` is the end of the key; case, spaces and look-alikes are forgiven."""
    last = "-".join(groups(key)[-ASKED_BACK:])
    return typed_recovery_key(typed) == last


def recovery_sheet(clinic: str, key: str, made: datetime, where: str) -> b.Document:
    """The sheet as a neutral document. ``where``: the place of the record, for people."""
    day = formats.date_short(made.astimezone().date())
    program = f"{TOOL} {__version__}"
    return b.Document(
        title=_("Recovery sheet"),
        language=current_language(),
        author=clinic,
        subject=_("The printed key of the clinic’s record"),
        header_lines=(clinic, day),
        running=b.Running((), (_("Recovery sheet"), program), _("Page {page} of {pages}")),
        blocks=_blocks(clinic, key, day, where),
        direction=b.Direction.RTL if direction() == "rtl" else b.Direction.LTR,
    )


def recovery_pdf(clinic: str, key: str, made: datetime, where: str) -> bytes:
    """The sheet as a tagged PDF. Takes a while the first time: a job's work."""
    from sdm_aid.documents.pdf.render import render

    return render(recovery_sheet(clinic, key, made, where), made, replace_unprintable=True)


def recovery_sentence(clinic: str, key: str, made: datetime, where: str) -> str:
    """What of its words the sheet cannot print; "" where all can. A job's work."""
    from sdm_aid.application.unprintable import paper_sentence

    return paper_sentence(recovery_sheet(clinic, key, made, where))


def _blocks(clinic: str, key: str, day: str, where: str) -> tuple[b.Block, ...]:
    return (
        b.Box(
            b.BoxRole.OUTLINE,
            (
                b.Heading(2, _("The key")),
                _table(key),
                b.text(
                    _("Read it row by row. There is no letter I, L, O or U in it."),
                    b.TextRole.CAPTION,
                ),
            ),
        ),
        b.KeyValues(
            (
                (_("Clinic"), (b.Run(clinic, isolated=True),)),
                (_("Made on"), (b.Run(day),)),
                (_("Where the record is"), (b.Run(where, isolated=True),)),
            )
        ),
        b.Heading(2, _("What it opens")),
        b.text(
            _(
                "All of the clinic’s record, for whoever holds this sheet and can reach the "
                "record or one of its backups. It stands in for a forgotten passphrase."
            )
        ),
        b.Heading(2, _("Where to keep it")),
        b.bullets(keeping()),
        b.Heading(2, _("How to use it")),
        b.bullets(using()),
    )


def _table(key: str) -> b.Table:
    """Two rows of four groups under heads, so that nobody loses the place while typing."""
    parts = groups(key)
    names = (_("Upper row"), _("Lower row"))
    rows = tuple(
        (b.text_cell(name), *(_cell(part) for part in parts[4 * row : 4 * row + 4]))
        for row, name in enumerate(names)
    )
    heads = ("", _("First"), _("Second"), _("Third"), _("Fourth"))
    return b.Table(
        header=tuple(b.text_cell(words) for words in heads),
        rows=rows,
        widths=(0.28, 0.18, 0.18, 0.18, 0.18),
        caption=_("The key in groups of four letters and digits"),
    )


def _cell(part: str) -> b.Cell:
    return b.Cell((b.Paragraph((b.Run(part, strong=True),), b.TextRole.LEAD),))


def keeping() -> tuple[str, ...]:
    """Where the sheet belongs, a sentence each."""
    return (
        _("In a safe or a locked drawer, away from this computer and from its backups."),
        _("Not photographed, not mailed, not typed into anything but this program."),
        _("Where two people know of it, so that it is found when one of them is away."),
        _("If a stranger may have seen it: make a new one under Manage the record."),
    )


def using() -> tuple[str, ...]:
    """What to do with it, a sentence each."""
    return (
        _("On the first screen choose “Use the printed recovery key”."),
        _("Type the key, choose who you are, and set a new passphrase."),
        _("If all copies of this key and all passphrases are lost, nobody can open the record."),
    )
