"""Refreshes and downloads from a folder with python-tuf's own client, over HTTP on loopback.

tuf-client.py FOLDER ROOT NAME...: FOLDER holds `metadata` and `targets`, ROOT is the root to begin
with. Writes one line of JSON: the versions of the top-level roles, and the SHA-256 of each target,
null for one that is not found.
"""
import functools
import hashlib
import http.server
import json
import pathlib
import sys
import tempfile
import threading

from tuf.ngclient import Updater


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def main(folder, root, names):
    handler = functools.partial(QuietHandler, directory=folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_address[1]}"
    with tempfile.TemporaryDirectory() as cache:
        metadata, targets = pathlib.Path(cache, "metadata"), pathlib.Path(cache, "targets")
        targets.mkdir()
        updater = Updater(
            metadata_dir=str(metadata),
            metadata_base_url=f"{url}/metadata/",
            target_dir=str(targets),
            target_base_url=f"{url}/targets/",
            bootstrap=pathlib.Path(root).read_bytes(),
        )
        updater.refresh()
        found = {name: download(updater, name) for name in names}
        versions = {
            role: json.loads((metadata / f"{role}.json").read_bytes())["signed"]["version"]
            for role in ("root", "timestamp", "snapshot", "targets")
        }
    print(json.dumps({"versions": versions, "targets": found}))


def download(updater, name):
    target = updater.get_targetinfo(name)
    if target is None:
        return None
    content = pathlib.Path(updater.download_target(target)).read_bytes()
    return hashlib.sha256(content).hexdigest()


main(sys.argv[1], sys.argv[2], sys.argv[3:])
