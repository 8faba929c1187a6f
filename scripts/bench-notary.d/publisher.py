"""Publishes to a server as a client does: a root, and targets that grow by a version each time."""

import base64
import json
import time

import metadata


class Publisher:
    """One repository on one server, whose snapshot is left to the server, as docker does."""

    def __init__(self, server, gun, count):
        self._connection = server.connection()
        self.path = f"/v2/{gun}/_trust/tuf/"
        self._targets = metadata.TargetsFile(count)
        self._key = metadata.SigningKey()
        self._version = 0
        self._publish_root(gun)

    def publish(self, count):
        """Publishes `count` further versions; the seconds that the answers took."""
        bodies = [self._next() for _ in range(count)]
        # It was idle while others were measured, for longer than a server need wait.
        self._connection.close()
        self._connection.connect()
        start = time.perf_counter()
        for body in bodies:
            self._post(body)
        return time.perf_counter() - start

    def current(self, role):
        self._connection.request("GET", f"{self.path}{role}.json")
        return self._answer()

    def consistent_path(self, role):
        """Where the current file of a role is, by the hash that its parent lists."""
        parent = json.loads(self.current("timestamp" if role == "snapshot" else "snapshot"))
        digest = base64.b64decode(parent["signed"]["meta"][role]["hashes"]["sha256"])
        return f"{self.path}{role}.{digest.hex()}.json"

    def _publish_root(self, gun):
        root = metadata.SigningKey(gun)
        keys = {"root": root.object, "targets": self._key.object}
        for role in ["snapshot", "timestamp"]:
            self._connection.request("GET", f"{self.path}{role}.key")
            keys[role] = json.loads(self._answer())
        self._post(self._next(root=root.file(metadata.root(keys))))

    def _next(self, **others):
        self._version += 1
        targets = self._key.file(self._targets.signed(self._version))
        return multipart({**others, "targets": targets})

    def _post(self, body):
        kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
        self._connection.request("POST", self.path, body, kind)
        self._answer()

    def _answer(self):
        answer = self._connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{self.path}: {answer.status} {body[:300]}")
        return body


BOUNDARY = "5d0c9a6f0b7e4b1d8f23"


def multipart(files):
    body = b""
    for role, content in files.items():
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="{role}"'
        body += head.encode() + b"\r\nContent-Type: application/octet-stream\r\n\r\n"
        body += content + b"\r\n"
    return body + f"--{BOUNDARY}--\r\n".encode()
