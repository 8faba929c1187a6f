"""Measures python-tuf on the files of a folder that the Swift benchmarks wrote.

Prints a line for each row, "ROW python-tuf SECONDS": the median CPU time of one call.
"""

import pathlib
import sys
import tempfile
import time

from tuf.api.exceptions import DownloadHTTPError
from tuf.api.metadata import Metadata, Root
from tuf.ngclient import FetcherInterface, Updater, UpdaterConfig

BINS = [f"packages/library-{number}.tar.gz" for number in range(64)]


class MemoryFetcher(FetcherInterface):
    """Answers from files that were read beforehand."""

    def __init__(self, folder):
        self.files = {path.stem: path.read_bytes() for path in folder.glob("*.json")}

    def _fetch(self, url):
        name = url.rsplit("/", 1)[1].removesuffix(".json")
        version, _, role = name.partition(".")
        if role == "root" and version != "1":
            raise DownloadHTTPError("not found", 404)
        yield self.files[role or version]


def median(call, rounds=11, calls=1):
    call()
    times = []
    for _ in range(rounds):
        start = time.process_time()
        for _ in range(calls):
            call()
        times.append((time.process_time() - start) / calls)
    return sorted(times)[rounds // 2]


def show(row, seconds):
    print(f"{row} python-tuf {seconds:.9f}", flush=True)


def verify(folder, role, calls=1):
    root = Metadata[Root].from_bytes((folder / "root.json").read_bytes()).signed
    text = (folder / f"{role}.json").read_bytes()

    def call():
        metadata = Metadata.from_bytes(text)
        root.verify_delegate(role, metadata.signed_bytes, metadata.signatures)

    return median(call, calls=calls)


def updater(folder):
    fetcher = MemoryFetcher(folder)
    state = tempfile.mkdtemp()
    config = UpdaterConfig(targets_max_length=100 << 20, snapshot_max_length=100 << 20)
    return Updater(
        state, "http://memory", fetcher=fetcher, config=config,
        bootstrap=fetcher.files["root"],
    )


def bins(folder):
    client = updater(folder)
    client.refresh()
    for path in BINS:
        assert client.get_targetinfo(path) is not None

    def call():
        for path in BINS:
            client.get_targetinfo(path)

    return median(call, rounds=5) / len(BINS)


def main():
    base = pathlib.Path(sys.argv[1])
    for key in ("P-256", "ed25519"):
        for layout in ("pretty", "canonical"):
            folder = base / f"{key}-{layout}"
            show(f"verify-10000-{key}-{layout}", verify(folder, "targets"))
            show(f"refresh-10000-{key}-{layout}", median(lambda: updater(folder).refresh(), 5))
        for role in ("root", "timestamp", "snapshot"):
            show(f"{role}-{key}", verify(base / f"{key}-small", role, calls=20))
    for kind in ("succinct", "classic"):
        show(f"search-{kind}", bins(base / f"bins-{kind}"))


main()
