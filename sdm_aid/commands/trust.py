"""``sdm-aid trust``: the other clinics whose seals this computer trusts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sdm_aid.i18n import _

if TYPE_CHECKING:
    import argparse

    from sdm_aid.application.trusted_clinics import Kind

UNUSABLE = 2


def add_parser(commands: Any) -> None:
    """Describe ``trust`` to the parser of the command line."""
    trust = commands.add_parser("trust", help=_("other clinics whose seals are trusted here"))
    kinds = trust.add_subparsers(dest="what", metavar="add|list|remove", required=True)
    add = kinds.add_parser("add", help=_("trust the clinic of a certificate"))
    add.add_argument("file", type=Path, metavar="FILE")
    add.add_argument(
        "--yes", action="store_true", help=_("the fingerprint was compared with the clinic")
    )
    add.add_argument(
        "--clinician",
        action="store_true",
        help=_("a clinician’s own certificate: it makes no seal trusted"),
    )
    kinds.add_parser("list", help=_("who is trusted, with the fingerprints"))
    remove = kinds.add_parser("remove", help=_("trust a clinic no longer"))
    remove.add_argument("name", metavar="NAME", help=_("as the list names it"))


def run(arguments: argparse.Namespace) -> int:
    """0 done, 2 not, with one sentence."""
    if arguments.what == "add":
        return _add(
            arguments.file, "clinician" if arguments.clinician else "clinic", yes=arguments.yes
        )
    if arguments.what == "remove":
        return _remove(arguments.name)
    return _list()


def _add(file: Path, kind: Kind, *, yes: bool) -> int:
    from sdm_aid.application import trusted_clinics as clinics
    from sdm_aid.application.check_words import facts_lines
    from sdm_aid.documents.seal.certificates import facts
    from sdm_aid.paths import user_data_dir

    try:
        found = clinics.read_certificate_file(file)
    except clinics.BadCertificateFile as problem:
        return _trouble(str(problem))
    told = [facts(certificate) for certificate in found]
    for held in told:
        _say("\n".join(facts_lines(held)))
    if any(held.vouches for held in told):
        words = _("What is signed by a certificate that this one has issued is trusted too.")
        _say(words)
    if not yes and not _agreed():
        return _trouble(
            _(
                "Nothing was changed. Compare the fingerprint with the clinic by telephone, then "
                "say yes, or give --yes."
            )
        )
    for certificate in found:
        clinic = clinics.trust(user_data_dir(), certificate, kind)
        _say(_("Trusted from now on: {name} ({id}).").format(name=clinic.facts.name, id=clinic.id))
    return 0


def _agreed() -> bool:
    """Whether a person at the keyboard says yes."""
    if not sys.stdin.isatty():
        return False
    sys.stdout.write(_("Did the clinic read out the same fingerprint to you? Type yes: "))
    sys.stdout.flush()
    return sys.stdin.readline().strip().casefold() in {"yes", _("yes")}


def _remove(name: str) -> int:
    from sdm_aid.application.trusted_clinics import forget, trusted_clinics
    from sdm_aid.paths import user_data_dir

    found = [one for one in trusted_clinics(user_data_dir()) if one.id == name]
    for one in found:
        forget(user_data_dir(), one.id, one.kind)
    if not found:
        sentence = _("Nobody is trusted under the name {name}. See sdm-aid trust list.")
        return _trouble(sentence.format(name=name))
    _say(_("No longer trusted: {name}").format(name=name))
    return 0


def _list() -> int:
    from sdm_aid.application.check_words import facts_lines
    from sdm_aid.application.trusted_clinics import trusted_clinics
    from sdm_aid.paths import user_data_dir

    found = trusted_clinics(user_data_dir())
    if not found:
        _say(_("No other clinic is trusted here."))
    for one in found:
        lines = list(facts_lines(one.facts))
        if one.kind == "clinician":
            lines.append(_("Trusted for a clinician’s own signature alone."))
        _say("\n".join((one.id, *(f"  {line}" for line in lines))))
    return 0


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


def _trouble(sentence: str) -> int:
    sys.stderr.write(f"sdm-aid: {sentence}\n")
    return UNUSABLE
