"""Measures servers in turns and prints what is owed beside what was found."""

import argparse
import re
import statistics
import subprocess

import table
from publisher import Publisher
from server import Launcher

READS = ["timestamp.json", "snapshot by hash", "targets by hash", "root.json"]
# How many targets a publish has, and how many publishes are one turn.
PUBLISHES = {1: 200, 1000: 20, 10000: 4}


class Side:
    """One server program on one back end, with plain HTTP and with TLS."""

    def __init__(self, start):
        self.servers = [start("http"), start("https")]
        self.idle = self.servers[0].resident()
        readers = [Publisher(server, "bench/read", 1000) for server in self.servers]
        for reader in readers:
            reader.publish(1)
        self._paths = [
            {
                "timestamp.json": reader.path + "timestamp.json",
                "snapshot by hash": reader.consistent_path("snapshot"),
                "targets by hash": reader.consistent_path("targets"),
                "root.json": reader.path + "root.json",
            }
            for reader in readers
        ]
        self._publishers = {
            count: Publisher(self.servers[0], f"bench/write{count}", count)
            for count in PUBLISHES
        }
        self.reads = {}
        self.publishes = {}

    def read(self, what, seconds):
        for server, paths in zip(self.servers, self._paths):
            found = load(server, paths[what], seconds)
            self.reads.setdefault((what, server.scheme), []).append(found)

    def publish(self, count, number):
        server = self.servers[0]
        before = server.cpu()
        wall = self._publishers[count].publish(number)
        cpu = server.cpu() - before
        found = (cpu / number, wall / number)
        self.publishes.setdefault(count, []).append(found)

    def stop(self):
        for server in self.servers:
            server.stop()


def load(server, path, seconds):
    """Seconds of the server's CPU for a request, and requests in a second."""
    command = ["wrk", "-t2", "-c64", f"-d{seconds}s", server.url + path]
    before = server.cpu()
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    cpu = server.cpu() - before
    if "Non-2xx" in text or "Socket errors" in text:
        raise SystemExit(f"{server.url}{path}: {text}")
    requests = int(re.search(r"(\d+) requests in", text).group(1))
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))
    return cpu / requests, rate


def in_turns(sides, options):
    for turn in range(options.turns):
        for what in READS:
            for side in sides:
                side.read(what, options.seconds)
        for count, number in PUBLISHES.items():
            for side in sides:
                side.publish(count, number)
        print(f"turn {turn + 1} of {options.turns}", flush=True)


def median(pairs):
    return tuple(statistics.median(values) for values in zip(*pairs))


def results(side):
    return table.Results(
        reads={key: median(found) for key, found in side.reads.items()},
        publishes={count: median(found) for count, found in side.publishes.items()},
        idle=side.idle,
        after=side.servers[0].resident(),
    )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", required=True)
    parser.add_argument("--ours", required=True)
    parser.add_argument("--theirs", default="notary-server")
    parser.add_argument("--seconds", type=int, default=3)
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args()
    launcher = Launcher(options.folder, options.ours, options.theirs)
    starts = [launcher.notary_server, launcher.ours, launcher.ours_on_sqlite]
    sides = []
    try:
        for start in starts:
            sides.append(Side(start))
        in_turns(sides, options)
        table.show(*[results(side) for side in sides])
    finally:
        for side in sides:
            side.stop()


main()
