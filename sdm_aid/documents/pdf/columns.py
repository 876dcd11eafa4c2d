"""Column widths of tables: shares as asked for, moved only where a word would have to be cut."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sdm_aid.documents import blocks as b
from sdm_aid.documents.pdf.flow import TextFlow
from sdm_aid.documents.pdf.theme import PrintTheme, TextStyle

_SLACK = 0.1
"""Points that keep rounding from cutting a word that just fits."""
_WORD_AT_MOST = 0.4
"""Share of the table beyond which a word is cut rather than given more room."""


def fitted(shares: Sequence[float], needs: Sequence[float], width: float) -> list[float] | None:
    """Widths in points that add up to `width`, each at least its need; None if they cannot be.

    Columns keep their shares of what is left once the narrow ones have what their words need.
    """
    limit = _WORD_AT_MOST * width
    least = [min(need, limit) for need in needs]
    if sum(least) > width:
        return None
    fixed: set[int] = set()
    while True:
        rest = width - sum(least[i] for i in fixed)
        total = sum(share for i, share in enumerate(shares) if i not in fixed) or 1.0
        widths = [
            least[i] if i in fixed else rest * share / total for i, share in enumerate(shares)
        ]
        short = {i for i, size in enumerate(widths) if size < least[i] - 1e-6}
        if not short:
            return widths
        fixed |= short


def widest_word(blocks: Iterable[b.Block], theme: PrintTheme, *, bold: bool) -> float:
    """Points that the longest word of a cell's paragraphs and titles needs."""
    return max((_needed(block, theme, bold=bold) for block in blocks), default=0.0) + _SLACK


def _needed(block: b.Block, theme: PrintTheme, *, bold: bool) -> float:
    if isinstance(block, b.Paragraph):
        style = theme.cell if block.role is b.TextRole.BODY else theme.text[block.role]
        heavy = TextStyle(style.size, style.leading, bold=bold or style.bold)
        return TextFlow(block.runs, heavy, 0).widest_word()
    if isinstance(block, b.OptionTitle):
        style = theme.headings[block.level]
        return TextFlow((b.Run(block.text),), style, 0).widest_word() + 2.3 * style.size
    if isinstance(block, b.Chip):
        return TextFlow((b.Run(block.text),), theme.chip, 0).widest_word() + 1.5 * theme.chip.size
    if isinstance(block, b.BulletList):
        words = (TextFlow(runs, theme.text[b.TextRole.BODY], 0) for runs in block.items)
        return max((flow.widest_word() for flow in words), default=0.0) + 1.1 * theme.unit
    return 0.0
