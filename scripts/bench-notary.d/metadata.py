"""Metadata in Notary's dialect, signed as its client signs it."""

import base64
import datetime
import hashlib
import json

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID


def canonical(value):
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    ).encode()


def key_object(kind, public):
    text = base64.b64encode(public).decode()
    return {"keytype": kind, "keyval": {"private": None, "public": text}}


def key_id(key):
    return hashlib.sha256(canonical(key)).hexdigest()


class SigningKey:
    """An ECDSA key as `notary` makes them; a root key is kept in a certificate of its GUN."""

    def __init__(self, gun=None):
        self._private = ec.generate_private_key(ec.SECP256R1())
        if gun is None:
            public = self._private.public_key().public_bytes(
                serialization.Encoding.DER,
                serialization.PublicFormat.SubjectPublicKeyInfo,
            )
            self.object = key_object("ecdsa", public)
        else:
            self.object = key_object("ecdsa-x509", self._certificate(gun))
        self.id = key_id(self.object)

    def file(self, signed):
        """The file: `signed` as it is on the wire, and the signature over it."""
        der = self._private.sign(signed, ec.ECDSA(hashes.SHA256()))
        r, s = utils.decode_dss_signature(der)
        sig = base64.b64encode(r.to_bytes(32, "big") + s.to_bytes(32, "big"))
        signature = {"keyid": self.id, "method": "ecdsa", "sig": sig.decode()}
        return b'{"signed":' + signed + b',"signatures":' + canonical([signature]) + b"}"

    def _certificate(self, gun):
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, gun)])
        now = datetime.datetime.utcnow()
        certificate = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(self._private.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=3650))
            .add_extension(
                x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CODE_SIGNING]), critical=False
            )
            .sign(self._private, hashes.SHA256())
        )
        return certificate.public_bytes(serialization.Encoding.PEM)


def expiry():
    time = datetime.datetime.utcnow() + datetime.timedelta(days=1000)
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def root(keys):
    """The signed part of a first root; `keys` are key objects by role."""
    return canonical(
        {
            "_type": "Root",
            "consistent_snapshot": False,
            "expires": expiry(),
            "keys": {key_id(key): key for key in keys.values()},
            "roles": {
                role: {"keyids": [key_id(key)], "threshold": 1} for role, key in keys.items()
            },
            "version": 1,
        }
    )


class TargetsFile:
    """Targets whose first one changes with each version, as when a tag is signed again."""

    def __init__(self, count):
        rest = {f"release-{i:05}": self._target(i) for i in range(1, count)}
        self._rest = canonical(rest)[1:]
        self._start = b'{"_type":"Targets","delegations":{"keys":{},"roles":[]},"expires":"'
        self._start += expiry().encode() + b'","targets":{"latest":'

    def signed(self, version):
        comma = b"" if self._rest == b"}" else b","
        first = canonical(self._target(version))
        end = b',"version":' + str(version).encode() + b"}"
        return self._start + first + comma + self._rest + end

    @staticmethod
    def _target(seed):
        content = f"content {seed}".encode()
        sha256 = base64.b64encode(hashlib.sha256(content).digest()).decode()
        sha512 = base64.b64encode(hashlib.sha512(content).digest()).decode()
        return {"hashes": {"sha256": sha256, "sha512": sha512}, "length": len(content)}
