"""Names in certificates that asn1crypto refuses to compare: of two directions, or of new letters.

It prepares names as IDNA 2003 did: it refuses a name that mixes letters written from the right
with others, and every letter younger than Unicode 3.2.  RFC 4518 (2.5), which X.509 goes by,
ignores directions; a clinic called "מרפאה ABC" could otherwise seal nothing.  Such a name is
compared letter by letter, which is stricter.
"""

from __future__ import annotations

from asn1crypto.x509 import NameTypeAndValue

_prepared = NameTypeAndValue._ldap_string_prep


def _or_as_it_is(self: NameTypeAndValue, name: str) -> str:
    try:
        prepared: str = _prepared(self, name)
    except ValueError:
        return name
    return prepared


def take_every_name() -> None:
    """Compare names that asn1crypto refuses letter by letter, from now on."""
    NameTypeAndValue._ldap_string_prep = _or_as_it_is
