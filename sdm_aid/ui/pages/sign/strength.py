"""An honest word on a passphrase: only its length can be judged here."""

from __future__ import annotations

from sdm_aid.i18n import _

SHORT, FAIR, LONG = 8, 14, 20


def strength_hint(passphrase: str) -> str:
    """One sentence on a passphrase as it is being typed."""
    length = len(passphrase)
    if length < SHORT:
        return _("At least 8 characters. Four words that do not belong together are good.")
    if len(set(passphrase)) < 5:
        return _("The same few letters again and again are easy to guess.")
    if length < FAIR:
        return _("Short: a fast computer could try them all. Add a word or two.")
    if length < LONG:
        return _("Fair, if it is no name, no date and no saying. One more word makes it good.")
    return _("Long. It is good if it is no name, no date and no saying.")
