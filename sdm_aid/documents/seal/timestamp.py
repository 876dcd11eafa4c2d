"""A time stamp (RFC 3161) on a signature, by a server that the clinic runs and whose key it knows.

Nothing is sent here: `ask` takes a request to the server and brings its answer.  A request holds a
hash and a random number, so nothing of a visit goes out.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Sequence
from datetime import datetime
from enum import Enum

from asn1crypto import cms, core, tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from pyhanko.sign.timestamps import TimeStamper, TimestampRequestError
from pyhanko.sign.timestamps.common_utils import handle_tsp_response
from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
from pyhanko.sign.validation.status import TimestampSignatureStatus
from pyhanko_certvalidator import ValidationContext

from sdm_aid.documents.seal.canonical import canonical
from sdm_aid.documents.seal.container import BARE_RSA, CLOCKS_APART, is_plain_der, is_plain_stamp
from sdm_aid.documents.seal.signature import for_pyhanko

Ask = Callable[[bytes], bytes]


class StampTrouble(Enum):
    """What is wrong with an answer of the time stamp server."""

    ANSWER = "answer"
    """It is no time stamp, or the server refused to make one."""
    STRANGER = "stranger"
    """It is not by a certificate that the clinic has imported, or not for time stamps."""
    CLOCK = "clock"
    """Its time is not the time of this computer."""


class StampProblem(Exception):
    """The server's answer cannot go into a plan; `stamped` is the time it gave, if it gave one."""

    def __init__(self, trouble: StampTrouble, stamped: datetime | None = None) -> None:
        super().__init__(trouble.value)
        self.trouble, self.stamped = trouble, stamped


class ClinicStamper(TimeStamper):
    """Asks the clinic's server and takes nothing on trust.

    `certificates`: the only ones that are believed.  `when`: the moment of sealing, aware.
    """

    def __init__(self, ask: Ask, certificates: Sequence[x509.Certificate], when: datetime) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._ask, self._when = ask, when
        self._believed = [for_pyhanko(each) for each in certificates]

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        """A checked time stamp over a digest; raises StampProblem and what `ask` raises."""
        nonce, request = self.request_cms(message_digest, md_algorithm)  # type: ignore[no-untyped-call]
        answer = self._ask(request.dump())
        try:
            response = tsp.TimeStampResp.load(answer, strict=True)
            token = _bared(handle_tsp_response(response, nonce))
            stamped: datetime = (
                token["content"]["encap_content_info"]["content"].parsed["gen_time"].native
            )
        except (TimestampRequestError, ValueError, TypeError, KeyError, AttributeError) as problem:
            raise StampProblem(StampTrouble.ANSWER) from problem
        await self._check(token, message_digest, stamped)
        return token

    def trial(self) -> None:
        """One stamp over random bytes, for nothing; raises as :meth:`async_timestamp` does."""
        asyncio.run(self.async_timestamp(os.urandom(32), "sha256"))

    async def _check(self, token: cms.ContentInfo, digest: bytes, stamped: datetime) -> None:
        context = ValidationContext(
            trust_roots=self._believed,
            allow_fetching=False,
            revocation_mode="soft-fail",
            moment=stamped,
            best_signature_time=stamped,
        )
        try:
            found = await validate_tst_signed_data(token["content"], context, lambda _name: digest)
        except Exception as problem:
            if not type(problem).__module__.startswith("pyhanko"):
                raise
            raise StampProblem(StampTrouble.ANSWER) from problem
        status = TimestampSignatureStatus(**found)
        if not (status.intact and status.valid):
            raise StampProblem(StampTrouble.ANSWER)
        if not (status.trusted and _is_for_time(status.signing_cert)):
            raise StampProblem(StampTrouble.STRANGER)
        if abs(stamped - self._when) > CLOCKS_APART:
            raise StampProblem(StampTrouble.CLOCK, stamped)


def _bared(token: cms.ContentInfo) -> cms.ContentInfo:
    """The stamp without what its signature does not cover, so that no byte can change unseen.

    Its own certificate stays; those above it are the clinic's to keep.

    Raises ValueError where it is of another shape.
    """
    signed = token["content"]
    (info,) = signed["signer_infos"]
    own = [each for each in signed["certificates"] if _is_of(each.chosen, info["sid"])]
    fields = {name: info[name] for name in info if name != "unsigned_attrs"}
    if info["signature_algorithm"]["algorithm"].native == BARE_RSA:
        named = f"{info['digest_algorithm']['algorithm'].native}_rsa"
        fields["signature_algorithm"] = {"algorithm": named, "parameters": core.Null()}
    if own:
        fields["signature"] = canonical(info["signature"].native, own[0].chosen)
    bare = {
        "version": "v3",
        "digest_algorithms": [info["digest_algorithm"]],
        "encap_content_info": signed["encap_content_info"],
        "certificates": own[:1],
        "signer_infos": [fields],
    }
    made = cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(bare)})
    fresh = cms.ContentInfo.load(made.dump(), strict=True)
    if not is_plain_stamp(fresh) or not is_plain_der(fresh.dump()):
        raise ValueError("a time stamp of another shape")
    return fresh


def _is_for_time(certificate: asn1_x509.Certificate) -> bool:
    """RFC 3161, 2.3; a certificate that is trusted by itself is not asked for it elsewhere."""
    usage = certificate.extended_key_usage_value
    return usage is not None and "time_stamping" in usage.native


def _is_of(certificate: object, sid: cms.SignerIdentifier) -> bool:
    if sid.name != "issuer_and_serial_number":
        return False
    wanted = sid.chosen
    return bool(
        getattr(certificate, "issuer", None) == wanted["issuer"]
        and getattr(certificate, "serial_number", None) == wanted["serial_number"].native
    )
