"""The language of interface and documents: gettext catalogues, chosen at run time, without Qt.

The current translation is the one module-level state of the package: every layer says ``_("...")``
and a visit has one language at a time. ``use_language`` is called by the composition root and by
"change language"; texts are asked for when they are shown, never stored at import (mark constants
with ``N_`` and translate them on use). Sources are English, so ``en`` needs no catalogue.
"""

from __future__ import annotations

import gettext as _gettext
from pathlib import Path
from typing import Literal

__all__ = [
    "DOMAIN",
    "NN_",
    "N_",
    "SOURCE_LANGUAGE",
    "_",
    "available_languages",
    "current_language",
    "direction",
    "direction_of",
    "locale_directory",
    "ngettext",
    "npgettext",
    "pgettext",
    "use_language",
]

DOMAIN = "sdm_aid"
SOURCE_LANGUAGE = "en"
_RIGHT_TO_LEFT = frozenset(
    ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "ug", "ur", "yi", "qpr"]
)

_translation: _gettext.NullTranslations = _gettext.NullTranslations()
_language: str = SOURCE_LANGUAGE


def locale_directory() -> Path:
    """Where the catalogues lie: inside the package when installed, beside it in a checkout."""
    inside = Path(__file__).parents[1] / "_resources"
    resources = inside if inside.is_dir() else Path(__file__).parents[2] / "resources"
    return resources / "locale"


def available_languages(directory: Path | None = None) -> tuple[str, ...]:
    """Languages that can be chosen: English and every compiled catalogue; no pseudo-languages."""
    found = (directory or locale_directory()).glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    others = {path.parents[1].name for path in found} - {SOURCE_LANGUAGE}
    return (SOURCE_LANGUAGE, *sorted(others))


def use_language(language: str, directory: Path | None = None) -> None:
    """Speak ``language`` from now on (``qps`` and ``qpr`` are made at run time, for tests).

    Raises:
        FileNotFoundError: there is no catalogue for the language.
    """
    global _translation, _language
    _translation = _load(language, directory or locale_directory())
    _language = language


def _load(language: str, directory: Path) -> _gettext.NullTranslations:
    from sdm_aid.i18n.pseudo import PSEUDO_LANGUAGES, PseudoTranslations  # after the first paint

    if language in PSEUDO_LANGUAGES:
        return PseudoTranslations(right_to_left=direction_of(language) == "rtl")
    is_source = language.partition("_")[0].partition("-")[0] == SOURCE_LANGUAGE
    return _gettext.translation(DOMAIN, directory, [language], fallback=is_source)


def current_language() -> str:
    """The language in use, as given to ``use_language``."""
    return _language


def direction_of(language: str) -> Literal["ltr", "rtl"]:
    """Reading direction of a language."""
    base = language.replace("_", "-").partition("-")[0].lower()
    return "rtl" if base in _RIGHT_TO_LEFT else "ltr"


def direction() -> Literal["ltr", "rtl"]:
    """Reading direction of the language in use."""
    return direction_of(_language)


def N_(message: str) -> str:  # noqa: N802  (gettext's own name for "translate later")
    """Mark a constant for extraction; translate it with ``_`` when it is shown."""
    return message


def NN_(singular: str, plural: str) -> tuple[str, str]:  # noqa: N802
    """Mark a constant pair for extraction; give it to ``ngettext`` when it is shown."""
    return singular, plural


def _(message: str) -> str:
    """``message`` in the language in use."""
    return _translation.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The form of a message that goes with the count ``n``."""
    return _translation.ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    """``message`` where the same English words need different translations."""
    return _translation.pgettext(context, message)


def npgettext(context: str, singular: str, plural: str, n: int) -> str:
    """``ngettext`` with a context."""
    return _translation.npgettext(context, singular, plural, n)
