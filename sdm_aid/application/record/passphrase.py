"""An honest estimate of how long a passphrase would hold, in plain words."""

from __future__ import annotations

from typing import NamedTuple

from sdm_aid.i18n import N_, _

SHORTEST = 10
"""Characters; the only thing that is ever refused."""
_LOOKED_AT = 72
"""Characters that are estimated: more takes ever longer and is strong anyway."""
_TIMES = (
    (60, N_("Could be guessed at once.")),
    (3_600, N_("Could be guessed in minutes.")),
    (86_400, N_("Could be guessed in hours.")),
    (31 * 86_400, N_("Could be guessed in days.")),
    (365 * 86_400, N_("Could be guessed in months.")),
    (100 * 365 * 86_400, N_("Would take years to guess.")),
)
_GOOD_FROM = 100 * 365 * 86_400
_WEAK_BELOW = 365 * 86_400
_ADVICE = N_("Four words that do not belong together are good and easy to type.")
_WARNINGS = {
    "Straight rows of keys are easy to guess.": N_("Rows of keys are tried first."),
    "Short keyboard patterns are easy to guess.": N_("Patterns on the keyboard are tried first."),
    'Repeats like "aaa" are easy to guess.': N_("The same letter again and again adds little."),
    'Repeats like "abcabcabc" are only slightly harder to guess than "abc".': N_(
        "Saying the same again adds little."
    ),
    'Sequences like "abc" or "6543" are easy to guess.': N_("Rows like abc or 6543 add little."),
    "Recent years are easy to guess.": N_("Years are easy to guess."),
    "Dates are often easy to guess.": N_("Dates are easy to guess."),
    "This is a top-10 common password.": N_("This is among the ten most used passwords."),
    "This is a top-100 common password.": N_("This is among the hundred most used passwords."),
    "This is a very common password.": N_("This is a much used password."),
    "This is similar to a commonly used password.": N_("This is close to a much used password."),
    "A word by itself is easy to guess.": N_("One word alone is easy to guess."),
    "Names and surnames by themselves are easy to guess.": N_("A name alone is easy to guess."),
    "Common names and surnames are easy to guess.": N_("Names are easy to guess."),
}


class Estimate(NamedTuple):
    """``words``: how long it would hold, why not longer, what would help. ``share``: 0 to 1."""

    words: str
    share: float
    good: bool


def too_short(passphrase: str) -> bool:
    """Whether it is below the one limit."""
    return len(passphrase) < SHORTEST


def short_words() -> str:
    """What is asked for."""
    return _("At least {count} characters.").format(count=SHORTEST) + " " + _(_ADVICE)


def estimate(passphrase: str, about: tuple[str, ...] = ()) -> Estimate:
    """How long guessing would take somebody who got hold of the record's file.

    ``about``: words that an attacker would try first (the clinic's and the user's name). Takes
    0.1 s the first time, then some 10 ms.
    """
    from zxcvbn import zxcvbn

    if not passphrase:
        return Estimate(short_words(), 0.0, good=False)
    known = [word for text in about for word in (text, *text.split()) if word]
    found = zxcvbn(passphrase[:_LOOKED_AT], user_inputs=known, max_length=_LOOKED_AT)
    # Argon2id over 64 MB: some thousand guesses a second for somebody with many graphics cards
    seconds = float(found["crack_times_seconds"]["offline_slow_hashing_1e4_per_second"])
    said = [_(_time(seconds))]
    warning = _WARNINGS.get(str(found["feedback"]["warning"] or ""), "")
    if warning:
        said.append(_(warning))
    if seconds < _GOOD_FROM and not too_short(passphrase):
        said.append(_("One or two more words make it strong."))
    if too_short(passphrase):
        said = [short_words(), *said]
    good = seconds >= _WEAK_BELOW and not too_short(passphrase)
    share = min(1.0, float(found["guesses_log10"]) / 14)
    return Estimate(" ".join(said), share, good=good)


def load() -> None:
    """Read the word lists ahead of time."""
    import zxcvbn  # noqa: F401


def _time(seconds: float) -> str:
    for limit, words in _TIMES:
        if seconds < limit:
            return words
    # the word lists are English: of other languages too much is thought
    return N_("Would take centuries to guess, unless it is a saying or a line of a song.")
