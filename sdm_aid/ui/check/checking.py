"""What the screen asks of files, off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

    from sdm_aid.application.attached_visit import AttachedVisit
    from sdm_aid.application.check_words import VerdictWords
    from sdm_aid.application.trusted_clinics import Kind, TrustedClinic
    from sdm_aid.documents.seal.certificates import CertificateFacts
    from sdm_aid.documents.seal.verdict import Verdict


class Told(Exception):
    """Something is wrong with what was asked; the text is a sentence for the screen."""


@dataclass(frozen=True)
class Checked:
    """A file with its verdict. ``sealed``: its bytes as they were sealed, if that still stands.

    ``stranger``: the certificate of a whole signature that this computer does not know, and what
    its owner could be trusted as.
    """

    path: Path
    verdict: Verdict
    words: VerdictWords
    sealed: bytes | None
    stranger: tuple[Certificate, Kind] | None


@dataclass(frozen=True)
class Trusting:
    """Whom this computer trusts: other clinics, clinicians, and the clinic itself."""

    others: tuple[TrustedClinic, ...]
    own: tuple[CertificateFacts, ...]


def check(path: Path, home: Path, _progress: object) -> Checked:
    """Read and check a file.

    Raises:
        Told: it cannot be read.
    """
    from sdm_aid.application import check_plan
    from sdm_aid.application.check_words import verdict_words
    from sdm_aid.documents.seal.verdict import Reason

    try:
        data = check_plan.read_plan_file(path)
    except (OSError, check_plan.TooLarge) as problem:
        raise Told(check_plan.unreadable(problem, Path(path.name))) from problem
    verdict = check_plan.check_plan(data, (), home)
    sealed = None if verdict.sealed_size is None else data[: verdict.sealed_size]
    if verdict.reason is Reason.SEALED:
        sealed = data  # the clinician's signature belongs to it
    return Checked(path, verdict, verdict_words(verdict), sealed, _stranger(verdict))


def _stranger(verdict: Verdict) -> tuple[Certificate, Kind] | None:
    """The clinic first: a clinician is asked about once the seal is known."""
    from sdm_aid.documents.seal.verdict import Reason, Role, Trust

    if verdict.reason not in (Reason.UNKNOWN_KEY, Reason.SEALED):
        return None
    for found in verdict.signatures:
        if found.trust is Trust.UNKNOWN and found.certificate is not None:
            return found.certificate, "clinician" if found.role is Role.APPROVAL else "clinic"
    return None


def open_visit(checked: Checked, resources: Path, _progress: object) -> AttachedVisit:
    """The visit in a checked file."""
    from sdm_aid.application.attached_visit import read_attached

    return read_attached(checked.verdict, resources)


def trusting(home: Path, _progress: object) -> Trusting:
    """Whom this computer trusts.

    Raises:
        Told: the list cannot be read.
    """
    from sdm_aid.application.trusted_clinics import own_certificates, trusted_clinics
    from sdm_aid.i18n import _

    try:
        return Trusting(trusted_clinics(home), own_certificates(home))
    except OSError as problem:
        sentence = _("The list of trusted clinics cannot be read. Check the folder {folder}.")
        raise Told(sentence.format(folder=home)) from problem


def read_certificates(path: Path, _progress: object) -> tuple[Certificate, ...]:
    """The certificates in a file.

    Raises:
        Told: there are none, or it cannot be read.
    """
    from sdm_aid.application.trusted_clinics import BadCertificateFile, read_certificate_file

    try:
        return read_certificate_file(path)
    except BadCertificateFile as problem:
        raise Told(str(problem)) from problem


def trust(certificates: tuple[Certificate, ...], kind: Kind, home: Path, _progress: object) -> str:
    """Trust the clinic or clinician of these certificates; the sentence that says so.

    Raises:
        Told: it could not be written.
    """
    from sdm_aid.application.trusted_clinics import trust as keep
    from sdm_aid.i18n import _

    try:
        kept = [keep(home, certificate, kind) for certificate in certificates]
    except OSError as problem:
        sentence = _("The certificate cannot be kept in {folder}. Nothing was changed.")
        raise Told(sentence.format(folder=home)) from problem
    held = kept[0].facts
    name = held.person if kind == "clinician" else held.name
    return _("Trusted from now on: {name}.").format(name=name)


def forget(clinic: TrustedClinic, home: Path, _progress: object) -> str:
    """Trust a clinic or clinician no longer; the sentence that says so.

    Raises:
        Told: the file cannot be taken away.
    """
    from sdm_aid.application.trusted_clinics import forget as drop
    from sdm_aid.i18n import _

    name = clinic.facts.name
    try:
        drop(home, clinic.id, clinic.kind)
    except LookupError:
        pass  # somebody else was faster
    except OSError as problem:
        sentence = _("{name} cannot be taken off the list. Check the folder {folder}.")
        raise Told(sentence.format(name=name, folder=home)) from problem
    return _("No longer trusted: {name}.").format(name=name)


def export(home: Path, target: Path, _progress: object) -> str:
    """Write the clinic's own certificate to a file; the sentence that says so.

    Raises:
        Told: there is none, or it cannot be written.
    """
    from sdm_aid.application.trusted_clinics import own_certificate_file
    from sdm_aid.application.whole_file import save
    from sdm_aid.i18n import _

    try:
        save(target, own_certificate_file(home))
    except OSError as problem:
        sentence = _("{file} cannot be written. Choose another folder.")
        raise Told(sentence.format(file=target)) from problem
    return _("Saved as {file}. It holds no secret: give it to other clinics.").format(file=target)
