"""Certificates for tests, made on the spot."""

from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

COMPANY, PASSWORD = "杭州云杉备案服务有限公司", "云杉-4711"


@cache
def a_certificate(days: int = 9) -> bytes:
    """The company's PKCS#12 file, good for so many days; it opens with ``PASSWORD``."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, COMPANY)])
    now = datetime.now(UTC)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), 7)
        .not_valid_before(now - timedelta(days=20))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    lock = BestAvailableEncryption(PASSWORD.encode("utf-8"))
    return pkcs12.serialize_key_and_certificates(b"company", key, certificate, None, lock)
