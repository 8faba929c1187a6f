"""Serves the files of one folder as a Notary server would, on loopback, and writes its port.

notary-files.py FOLDER GUN: /v2/GUN/_trust/tuf/NAME is FOLDER/NAME.
"""
import http.server
import pathlib
import sys
import urllib.parse

folder, gun = pathlib.Path(sys.argv[1]), sys.argv[2]
prefix = f"/v2/{gun}/_trust/tuf/"


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        path = urllib.parse.unquote(self.path)
        if path == "/v2/":
            return self.answer(200, b"{}")
        file = folder / path.removeprefix(prefix)
        if not path.startswith(prefix) or not file.is_file():
            return self.answer(404, b'{"errors":[{"code":"METADATA_NOT_FOUND"}]}')
        self.answer(200, file.read_bytes())

    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_address[1], flush=True)
server.serve_forever()
