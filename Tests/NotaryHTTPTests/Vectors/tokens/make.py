#!/usr/bin/env python3
"""Makes the files beside it: keys and certificates of token servers, and tokens by PyJWT.

Needs the packages `cryptography` and `pyjwt`. Every run makes other keys. All certificates are in
force from November 2026 to 2126, but for the one that `expired` names.
"""

import base64
import datetime
import hashlib
import json
import pathlib

import jwt
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

FOLDER = pathlib.Path(__file__).parent
START = datetime.datetime(2026, 11, 1, tzinfo=datetime.timezone.utc)
END = datetime.datetime(2126, 10, 1, tzinfo=datetime.timezone.utc)
EXPIRED = datetime.datetime(2026, 12, 1, tzinfo=datetime.timezone.utc)
MAKERS = {
    "rsa": lambda: rsa.generate_private_key(65537, 2048),
    "p256": lambda: ec.generate_private_key(ec.SECP256R1()),
    "p384": lambda: ec.generate_private_key(ec.SECP384R1()),
    "p521": lambda: ec.generate_private_key(ec.SECP521R1()),
    "ed25519": ed25519.Ed25519PrivateKey.generate,
}
ALGORITHMS = {
    "rsa": ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
    "p256": ["ES256"], "p384": ["ES384"], "p521": ["ES512"], "ed25519": ["EdDSA"],
}


def write_key(name, key):
    pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    (FOLDER / f"{name}.key").write_bytes(pem)


def certificate(name, key, issuer=None, authority=False, end=END):
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    signer, signer_name = issuer or (key, subject)
    builder = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(signer_name)
        .public_key(key.public_key()).serial_number(x509.random_serial_number())
        .not_valid_before(START).not_valid_after(end)
        .add_extension(x509.BasicConstraints(authority, None), critical=True)
    )
    if not authority:
        # Of no use to a TLS server: whatever certificates of tokens are for, they count.
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CODE_SIGNING])
        builder = builder.add_extension(usage, critical=False)
    is_edwards = isinstance(signer, ed25519.Ed25519PrivateKey)
    made = builder.sign(signer, None if is_edwards else hashes.SHA256())
    return made.public_bytes(serialization.Encoding.PEM), (key, subject)


def libtrust(key):
    der = key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    text = base64.b32encode(hashlib.sha256(der).digest()[:30]).decode()
    return ":".join(text[i:i + 4] for i in range(0, len(text), 4))


def thumbprint(algorithm, key):
    members = jwt.get_algorithm_by_name(algorithm).to_jwk(key.public_key(), as_dict=True)
    kept = {name: members[name] for name in ("crv", "e", "kty", "n", "x", "y") if name in members}
    text = json.dumps(kept, sort_keys=True, separators=(",", ":"))
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")


def main():
    bundle, identifiers, tokens = b"", [], []
    claims = {
        "iss": "lab-issuer", "aud": "notary-lab", "sub": "alice",
        "nbf": int(START.timestamp()), "exp": int(END.timestamp()),
        "access": [{"type": "repository", "name": "lab/app", "actions": ["pull", "push"]}],
    }
    for name, make in MAKERS.items():
        key = make()
        write_key(name, key)
        bundle += certificate(name, key, authority=True)[0]
        first = ALGORITHMS[name][0]
        identifiers.append(f"{name} {libtrust(key)} {thumbprint(first, key)}")
        for algorithm in ALGORITHMS[name]:
            token = jwt.encode(claims, key, algorithm, headers={"kid": libtrust(key)})
            tokens.append(f"{algorithm} {token}")
    authority_key = MAKERS["p256"]()
    pem, authority = certificate("authority", authority_key, authority=True)
    bundle += pem
    pem_between, between = certificate("between", MAKERS["p256"](), authority, authority=True)
    leaf_key = MAKERS["p256"]()
    write_key("leaf", leaf_key)
    (FOLDER / "leaf.pem").write_bytes(certificate("leaf", leaf_key, between)[0] + pem_between)
    expired = certificate("expired", leaf_key, between, end=EXPIRED)[0]
    (FOLDER / "expired.pem").write_bytes(expired + pem_between)
    other_key = MAKERS["p256"]()
    write_key("other", other_key)
    other_pem, other = certificate("authority", MAKERS["p256"](), authority=True)
    (FOLDER / "other.pem").write_bytes(certificate("leaf", other_key, other)[0] + other_pem)
    (FOLDER / "bundle.pem").write_bytes(bundle)
    (FOLDER / "identifiers.txt").write_text("\n".join(identifiers) + "\n")
    (FOLDER / "tokens.txt").write_text("\n".join(tokens) + "\n")


main()
