"""A time stamp server of the clinic's own: pyHanko's stamper behind a real server on loopback."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

from asn1crypto import keys as asn1_keys
from asn1crypto import tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from tests.documents.sample import CREATED

Answer = tuple[int, str, bytes]
"""Status, content type and body."""


class Stamping(NamedTuple):
    """A server's key and the certificate that a clinic imports for it."""

    certificate: x509.Certificate
    key: rsa.RSAPrivateKey
    above: x509.Certificate
    """One that the server sends along, as those above it are."""

    @property
    def pem(self) -> str:
        """The certificate as it is imported."""
        return self.certificate.public_bytes(serialization.Encoding.PEM).decode("ascii")

    def answer(self, request: bytes, at: datetime = CREATED) -> bytes:
        """What the server answers to a request."""
        der = serialization.Encoding.DER
        private = self.key.private_bytes(
            der, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        store.register(asn1_x509.Certificate.load(self.above.public_bytes(der)))
        stamper = DummyTimeStamper(
            asn1_x509.Certificate.load(self.certificate.public_bytes(der)),
            asn1_keys.PrivateKeyInfo.load(private),
            certs_to_embed=store,
            fixed_dt=at,
        )
        response = stamper.request_tsa_response(tsp.TimeStampReq.load(request))
        data: bytes = response.dump()
        return data


@cache
def stamping(name: str = "Time of the clinic", *, for_time: bool = True) -> Stamping:
    """A server of this name; ``for_time``: its certificate is meant for time stamps."""
    key = rsa.generate_private_key(65537, 2048)
    return Stamping(_certificate(name, key, for_time), key, _certificate("Above", key, True))


def _certificate(name: str, key: rsa.RSAPrivateKey, for_time: bool) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    local = x509.SubjectAlternativeName([x509.DNSName("localhost")])
    usage = ExtendedKeyUsageOID.TIME_STAMPING if for_time else ExtendedKeyUsageOID.SERVER_AUTH
    return (
        x509.CertificateBuilder(subject, subject, key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(CREATED - timedelta(days=1))
        .not_valid_after(CREATED + timedelta(days=4000))
        .add_extension(local, critical=False)
        .add_extension(x509.ExtendedKeyUsage([usage]), critical=True)
        .sign(key, hashes.SHA256())
    )


@contextmanager
def serving(respond: Callable[[bytes], Answer]) -> Iterator[str]:
    """The address of a server on loopback that answers each POST by ``respond``."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status, kind, data = respond(body)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/stamp"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def stamps(at: datetime = CREATED) -> Callable[[bytes], Answer]:
    """The answers of a server in order."""
    return lambda request: (200, "application/timestamp-reply", stamping().answer(request, at))
