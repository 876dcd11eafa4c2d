"""The clinic's sign-offs of decisions: kept on this computer, one small file for each decision.

A sign-off belongs to the digest of what was read. Content that was changed since, by as little as a
comma, is unsigned again; nothing has to be taken back for that.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sdm_aid.application.whole_file import save
from sdm_aid.i18n import _

if TYPE_CHECKING:
    from sdm_aid.application.content_review import ReviewPage
    from sdm_aid.domain.governance import SignOff
    from sdm_aid.domain.library import DecisionContent

FOLDER = "sign-offs"
_TYPED = ("name", "role")
_FORM = "sdm-aid.sign-off/1"
LARGEST = 16 * 1024 * 1024
"""Bytes of one file; a real one is far below."""


_EXAMPLES = 5
LONGEST = 200
"""Characters of a name or a role; the fields hold as many."""
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Characters that count as letters or signs and show nothing."""


class UnfitName(ValueError):
    """The name or role cannot stand on a plan; the text is a sentence for whoever typed it."""


class UnreadableSignOff(ValueError):
    """The file of sign-offs cannot be read; the text names it."""


@dataclass(frozen=True)
class KeptSignOff:
    """One sign-off as kept. ``lines``: what was read, place to words, to mark what changed since.

    Free of pydantic, so that the home screen can look at it.
    """

    decision: str
    language: str
    version: str
    name: str
    role: str
    on: date
    digest: str
    lines: dict[str, str]


def sign_off(
    folder: Path, content: DecisionContent, page: ReviewPage, name: str, role: str, today: date
) -> KeptSignOff:
    """Write down that somebody has read ``page`` and stands behind ``content``.

    Earlier sign-offs stay in the file; what they had read is dropped, who and when is kept.

    Raises:
        OSError: the folder cannot be written; the former file stands.
        UnfitName: name or role says nothing, or cannot be printed on a plan.
        UnreadableSignOff: the file that is there is damaged; it is not written over.
    """
    name, role = _fit(name), _fit(role)
    ref = content.ref
    path = _path(folder, ref.id, ref.language)
    earlier = [{**entry, "lines": {}} for entry in _sound(path)]
    kept = KeptSignOff(
        decision=ref.id,
        language=ref.language,
        version=ref.version,
        name=name,
        role=role,
        on=today,
        digest=ref.digest,
        lines=page.lines(),
    )
    form = {"form": _FORM, "sign_offs": [*earlier, _plain(kept)]}
    path.parent.mkdir(parents=True, exist_ok=True)
    save(path, json.dumps(form, ensure_ascii=False, indent=1).encode("utf-8"))
    return kept


def last_sign_off(folder: Path, decision: str, language: str) -> KeptSignOff | None:
    """The last sign-off of a decision in a language, whether or not it still holds.

    Raises:
        UnreadableSignOff: the file is damaged.
    """
    entries = _sound(_path(folder, decision, language))
    return _kept(entries[-1]) if entries else None


def standing_sign_off(folder: Path, content: DecisionContent) -> SignOff | None:
    """The sign-off that holds for exactly this content; None where there is none that does.

    A damaged file counts as no sign-off: nobody can be named who stands behind the content.
    """
    from sdm_aid.domain.governance import SignOff

    try:
        kept = last_sign_off(folder, content.ref.id, content.ref.language)
    except UnreadableSignOff:
        return None
    if kept is None or kept.digest != content.ref.digest:
        return None
    return SignOff(name=kept.name, role=kept.role, on=kept.on, digest=kept.digest)


def standing_sign_offs(
    resources: Path, folder: Path, decisions: Iterable[str], language: str
) -> dict[str, SignOff]:
    """Decision to the sign-off that holds; reads only the decisions that have a file of sign-offs.

    Content that cannot be read is not signed off; nothing is raised for it.
    """
    from sdm_aid.content.load import load_decision
    from sdm_aid.content.problem import ContentError

    found = {}
    for name in decisions:
        try:
            if not _path(folder, name, language).is_file():
                continue
            content = load_decision(resources, name, language)
        except (ContentError, OSError):  # a folder that may not be searched holds none for us
            continue
        standing = standing_sign_off(folder, content)
        if standing is not None:
            found[name] = standing
    return found


def _path(folder: Path, decision: str, language: str) -> Path:
    return folder / FOLDER / f"{decision}.{language}.json"


def _read(path: Path) -> list[dict[str, Any]]:
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableSignOff(path.name)
        form = json.loads(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except (OSError, ValueError, RecursionError) as problem:
        raise UnreadableSignOff(path.name) from problem
    entries = (
        form.get("sign_offs") if isinstance(form, dict) and form.get("form") == _FORM else None
    )
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise UnreadableSignOff(path.name)
    return entries


def _sound(path: Path) -> list[dict[str, Any]]:
    """All entries of the file, each of which says who, when and what."""
    entries = _read(path)
    try:
        for entry in entries:
            _kept(entry)
    except (KeyError, TypeError, ValueError) as problem:
        raise UnreadableSignOff(path.name) from problem
    return entries


def _kept(entry: dict[str, Any]) -> KeptSignOff:
    texts = {
        key: entry[key] for key in ("decision", "language", "version", "name", "role", "digest")
    }
    lines = entry["lines"]
    if not all(isinstance(value, str) and value for value in texts.values()):
        raise ValueError("a part of the sign-off says nothing")
    if any(_cleaned(texts[key]) != texts[key] or not _says(texts[key]) for key in _TYPED):
        raise ValueError("nobody is named as the program would have written it")
    if not isinstance(lines, dict) or not all(isinstance(words, str) for words in lines.values()):
        raise ValueError("the lines read are damaged")
    json.dumps(entry, ensure_ascii=False).encode("utf-8")  # half a character raises ValueError
    return KeptSignOff(**texts, on=date.fromisoformat(entry["on"]), lines=lines)


def _cleaned(words: str) -> str:
    """Composed, on one line, without controls, direction marks and halves of characters.

    Joiners stay: some scripts spell with them.
    """
    kept = "".join(
        letter
        for letter in unicodedata.normalize("NFC", words)
        if letter.isspace()
        or letter in "\u200c\u200d"
        or unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Cn")
    )
    return " ".join(kept.split())


def _says(words: str) -> bool:
    """Whether there is something to see that can name somebody, in no more than its room."""
    seen = any(unicodedata.category(letter)[0] in "LN" for letter in words if letter not in _BLANK)
    return seen and len(words) <= LONGEST


def _fit(words: str) -> str:
    """A name or role as it is kept.

    Raises:
        UnfitName: it says nothing, or the face of the documents cannot print it.
    """
    from sdm_aid.documents.pdf.printable import unprintable_in

    kept = _cleaned(words)
    if not _says(kept):
        raise UnfitName(_("Write a name and a role that can be read, each in up to 200 letters."))
    bad = unprintable_in(kept)
    if bad:
        raise UnfitName(
            _(
                "These characters of the name or role cannot be printed on a plan: {characters}. "
                "Write it with other letters, then sign off again."
            ).format(characters=" ".join(bad[:_EXAMPLES]))
        )
    return kept


def _plain(kept: KeptSignOff) -> dict[str, object]:
    return {**kept.__dict__, "on": kept.on.isoformat()}
