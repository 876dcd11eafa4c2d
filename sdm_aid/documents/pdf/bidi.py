"""Order of mixed left-to-right and right-to-left text: the Unicode Bidirectional Algorithm (UAX 9).

Embeddings and overrides are not supported, because the text cleaner removes their control
characters; isolates are, since the composer wraps typed words in them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from unicodedata import bidirectional

LRI, FSI, PDI = "\u2066", "\u2068", "\u2069"
"""Isolate from left to right, isolate of the direction of its first strong character, their end."""

_NEEDS_ORDER = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_NEUTRAL = frozenset(("B", "S", "WS", "ON", "FSI", "LRI", "RLI", "PDI"))
_ISOLATES = frozenset(("FSI", "LRI", "RLI"))
_ISOLATE_MARKS = _ISOLATES | {"PDI"}
_BRACKETS = {"(": ")", "[": "]", "{": "}", "\u2329": "\u232a"}
_PAIRS = (
    ("(", ")"),
    ("[", "]"),
    ("{", "}"),
    ("<", ">"),
    ("«", "»"),
    ("‹", "›"),
    ("≤", "≥"),
    ("⁽", "⁾"),
    ("₍", "₎"),
)
_MIRROR = dict(_PAIRS) | {closing: opening for opening, closing in _PAIRS}


@dataclass(slots=True)
class _Sequence:
    """One isolating run sequence: indices of its characters, its level, and what surrounds it."""

    level: int
    outer: int
    indices: list[int]


def needs_order(text: str) -> bool:
    """Whether any character makes visual order differ from the order of typing."""
    return _NEEDS_ORDER.search(text) is not None


def mirrored(char: str) -> str:
    """The character that a right-to-left run shows in place of this one (rule L4)."""
    return _MIRROR.get(char, char)


def base_level(text: str, default: int = 0) -> int:
    """Level of a paragraph by its first strong character outside isolates (rules P2 and P3)."""
    depth = 0
    for char in text:
        kind = bidirectional(char)
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in ("L", "R", "AL"):
            return int(kind != "L")
    return default


def levels(text: str, base: int) -> list[int]:
    """Embedding level of every character: even is left-to-right, odd is right-to-left."""
    kinds = [bidirectional(char) or "L" for char in text]
    out = [base] * len(text)
    for sequence in _sequences(text, kinds, base):
        _resolve(text, kinds, sequence, out)
    return out


def visual_runs(level_of: list[int], text: str, start: int, end: int, base: int) -> list[_Run]:
    """Pieces of the line `text[start:end]` in order from left to right: (start, end, level)."""
    row = level_of[start:end]
    for i in range(len(row) - 1, -1, -1):  # rule L1: spaces at the line end follow the paragraph
        if not (text[start + i].isspace() or bidirectional(text[start + i]) in _ISOLATE_MARKS):
            break
        row[i] = base
    runs: list[_Run] = []
    at = start
    for level, group in groupby(row):
        size = len(list(group))
        runs.append((at, at + size, level))
        at += size
    for level in range(max(row, default=0), 0, -1):
        runs = _reverse_from(runs, level)
    return runs


_Run = tuple[int, int, int]


def _reverse_from(runs: list[_Run], level: int) -> list[_Run]:
    """Rule L2 for one level: turn round every stretch of runs at or above it."""
    out: list[_Run] = []
    for high, group in groupby(runs, key=lambda run: run[2] >= level):
        stretch = list(group)
        out += stretch[::-1] if high else stretch
    return out


def _sequences(text: str, kinds: list[str], base: int) -> list[_Sequence]:
    """Rules X1 to X10 without embeddings: every isolate is one sequence of its own."""
    top = _Sequence(base, base, [])
    found, stack = [top], [top]
    for i, kind in enumerate(kinds):
        if kind == "PDI" and len(stack) > 1:
            stack.pop()
        here = stack[-1]
        here.indices.append(i)
        if kind in _ISOLATES:
            odd = base_level(_until_pdi(kinds, text, i)) if kind == "FSI" else int(kind == "RLI")
            level = here.level + 1 if (here.level + 1) % 2 == odd else here.level + 2
            inner = _Sequence(level, here.level, [])
            found.append(inner)
            stack.append(inner)
    return found


def _until_pdi(kinds: list[str], text: str, start: int) -> str:
    """Text inside the isolate that opens at `start`."""
    depth = 0
    for i in range(start, len(kinds)):
        depth += (kinds[i] in _ISOLATES) - (kinds[i] == "PDI")
        if depth == 0:
            return text[start + 1 : i]
    return text[start + 1 :]


def _resolve(text: str, kinds: list[str], sequence: _Sequence, out: list[int]) -> None:
    """Weak types, brackets, neutrals and implicit levels of one sequence, written into `out`."""
    edge = "R" if max(sequence.level, sequence.outer) % 2 else "L"
    own = "R" if sequence.level % 2 else "L"
    row = [kinds[i] for i in sequence.indices]
    _marks_and_numbers(row, edge)
    _separators(row)
    _european_numbers(row, edge)
    _brackets([text[i] for i in sequence.indices], row, own, edge)
    _neutrals(row, own, edge)
    for i, kind in zip(sequence.indices, row, strict=True):
        if sequence.level % 2:
            out[i] = sequence.level + (kind != "R")
        else:
            out[i] = sequence.level + {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)


def _marks_and_numbers(row: list[str], edge: str) -> None:
    """Rules W1 to W3: marks (and joiners, 5.2) follow their letter; digits after an Arabic letter;
    Arabic is R."""
    before, strong = edge, edge
    for i, kind in enumerate(row):
        if kind in ("NSM", "BN"):
            row[i] = "ON" if before in _ISOLATES or before == "PDI" else before
        elif kind == "EN" and strong == "AL":
            row[i] = "AN"
        before = row[i]
        if before in ("L", "R", "AL"):
            strong = before
    for i, kind in enumerate(row):
        if kind == "AL":
            row[i] = "R"


def _separators(row: list[str]) -> None:
    """Rules W4 to W6: a separator inside a number, a sign beside it; others become neutral."""
    for i in range(1, len(row) - 1):
        if row[i] == "ES" and row[i - 1] == row[i + 1] == "EN":
            row[i] = "EN"
        elif row[i] == "CS" and row[i - 1] == row[i + 1] and row[i - 1] in ("EN", "AN"):
            row[i] = row[i - 1]
    at = 0
    for kind, group in groupby(list(row)):
        end = at + len(list(group))
        beside = row[at - 1 : at] + row[end : end + 1] if at else row[end : end + 1]
        if kind == "ET" and "EN" in beside:
            row[at:end] = ["EN"] * (end - at)
        at = end
    for i, kind in enumerate(row):
        if kind in ("ES", "ET", "CS"):
            row[i] = "ON"


def _european_numbers(row: list[str], edge: str) -> None:
    """Rule W7: a number in left-to-right surroundings is left-to-right."""
    strong = edge
    for i, kind in enumerate(row):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            row[i] = "L"


def _brackets(chars: list[str], row: list[str], own: str, edge: str) -> None:
    """Rule N0: both brackets of a pair take the direction of what they hold."""
    for start, end in _bracket_pairs(chars, row):
        inside = {_strong(kind) for kind in row[start + 1 : end]}
        if own in inside:
            row[start] = row[end] = own
        elif inside - {""}:
            row[start] = row[end] = next((s for k in row[:start][::-1] if (s := _strong(k))), edge)


def _bracket_pairs(chars: list[str], row: list[str]) -> list[tuple[int, int]]:
    """Matching brackets that are still neutral, by place of the opening one (BD16)."""
    pairs: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for i, char in enumerate(chars):
        if row[i] != "ON":
            continue
        if char in _BRACKETS:
            opened.append((_BRACKETS[char], i))
            continue
        for depth in range(len(opened) - 1, -1, -1):
            if opened[depth][0] == char:
                pairs.append((opened[depth][1], i))
                del opened[depth:]
                break
    return sorted(pairs)


def _neutrals(row: list[str], own: str, edge: str) -> None:
    """Rules N1 and N2: neutrals between equals follow them, others follow the sequence."""
    at = 0
    for neutral, group in groupby([kind in _NEUTRAL for kind in row]):
        end = at + len(list(group))
        if neutral:
            before = _strong(row[at - 1]) if at else edge
            after = _strong(row[end]) if end < len(row) else edge
            row[at:end] = [before if before == after else own] * (end - at)
        at = end


def _strong(kind: str) -> str:
    """Direction a resolved type counts as for neutrals: numbers count as right-to-left."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind, "")
