#!/usr/bin/env python3
"""What a Docker engine answers when the docker command line signs, pushes, pulls and tags.

Usage: docker-engine-stub.py SOCKET LOG. The digest of an image is the SHA-256 of its reference.
Nothing of trust is here; each request that changes something is a line of LOG."""
import hashlib
import http.server
import json
import socketserver
import sys
import urllib.parse


def digest(reference):
    return "sha256:" + hashlib.sha256(reference.encode()).hexdigest()


class Engine(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Api-Version", "1.41")
        self.send_header("Ostype", "linux")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD" and body:
            self.wfile.write(body)

    def handle_request(self):
        self.rfile.read(int(self.headers.get("content-length") or 0))
        url = urllib.parse.urlparse(self.path)
        path = url.path
        if path.startswith("/v1."):
            path = "/" + path.split("/", 2)[2]
        if self.command != "GET" and self.command != "HEAD":
            with open(sys.argv[2], "a") as log:
                log.write(f"{self.command} {path}?{urllib.parse.unquote(url.query)}\n")
        if path == "/_ping":
            return self.answer(200, b"OK")
        if path == "/info":
            return self.answer(200, json.dumps({"ID": "stub", "RegistryConfig": {}}).encode())
        if path.startswith("/images/") and path.endswith("/json"):
            image = path[len("/images/") : -len("/json")]
            return self.answer(200, json.dumps({"Id": digest(image), "RepoTags": [image]}).encode())
        if path.startswith("/images/") and path.endswith("/push"):
            image = path[len("/images/") : -len("/push")]
            tag = urllib.parse.parse_qs(url.query).get("tag", ["latest"])[0]
            pushed = digest(image + ":" + tag)
            lines = [
                {"status": f"{tag}: digest: {pushed} size: 528"},
                {"progressDetail": {}, "aux": {"Tag": tag, "Digest": pushed, "Size": 528}},
            ]
            return self.answer(200, "".join(json.dumps(line) + "\r\n" for line in lines).encode())
        if path == "/images/create":
            return self.answer(200, b'{"status":"Status: Downloaded newer image"}\r\n')
        if path.startswith("/images/") and path.endswith("/tag"):
            return self.answer(201, b"")
        return self.answer(404, json.dumps({"message": "not in the stub: " + path}).encode())

    do_GET = do_HEAD = do_POST = do_DELETE = handle_request


class Server(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True

    def get_request(self):
        connection, _ = super().get_request()
        return connection, ("unix", 0)


Server(sys.argv[1], Engine).serve_forever()
