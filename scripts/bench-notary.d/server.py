"""A server that is measured, as a process on loopback."""

import http.client
import json
import pathlib
import socket
import ssl
import subprocess
import time


class Server:
    def __init__(self, name, command, port, scheme, folder):
        self.name = name
        self.port = port
        self.scheme = scheme
        self.url = f"{scheme}://127.0.0.1:{port}"
        log = open(pathlib.Path(folder) / "log", "wb")
        self._log = log.name
        self._process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder)
        self._await()

    def stop(self):
        self._process.terminate()
        self._process.wait(timeout=30)

    def connection(self):
        if self.scheme == "http":
            return http.client.HTTPConnection("127.0.0.1", self.port)
        return http.client.HTTPSConnection("127.0.0.1", self.port, context=unverified())

    def cpu(self):
        """Seconds of CPU so far: utime and stime of /proc/PID/stat, not rounded to ticks."""
        return time.clock_gettime((~self._process.pid << 3) | 2)

    def resident(self):
        """Bytes of memory, as /proc/PID/status has them."""
        for line in open(f"/proc/{self._process.pid}/status"):
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
        return 0

    def _await(self):
        for _ in range(300):
            connection = self.connection()
            try:
                connection.request("GET", "/_notary_server/health")
                connection.getresponse().read()
                return
            except OSError:
                if self._process.poll() is not None:
                    break
                time.sleep(0.1)
        raise SystemExit(f"{self.name} did not start: {open(self._log).read()[-2000:]}")


class Launcher:
    """Starts servers in folders of their own."""

    def __init__(self, folder, ours, theirs):
        self._folder = pathlib.Path(folder)
        self._ours = ours
        self._theirs = theirs

    def notary_server(self, scheme):
        return self._configured("notary-server", [self._theirs, "-config"], scheme)

    def ours(self, scheme):
        return self._configured("ours", [self._ours, "serve", "--config"], scheme)

    def ours_on_sqlite(self, scheme):
        folder, port = self._room(f"ours-sqlite-{scheme}"), free_port()
        command = [self._ours, "serve", "--data", str(folder / "data")]
        command += ["--listen", f"127.0.0.1:{port}", "--log-level", "error"]
        if scheme == "https":
            pair = [str(self._folder / name) for name in ["server.crt", "server.key"]]
            command += ["--tls-certificate", pair[0], "--tls-key", pair[1]]
        return Server("ours, SQLite", command, port, scheme, folder)

    def _configured(self, name, command, scheme):
        """The same file for both: notary-server's, with everything in memory."""
        folder, port = self._room(f"{name}-{scheme}"), free_port()
        server = {"http_addr": f"127.0.0.1:{port}"}
        if scheme == "https":
            server["tls_cert_file"] = "../server.crt"
            server["tls_key_file"] = "../server.key"
        file = folder / "server.json"
        configuration = {
            "server": server,
            "trust_service": {"type": "local"},
            "logging": {"level": "error"},
            "storage": {"backend": "memory"},
        }
        file.write_text(json.dumps(configuration))
        return Server(name, command + [str(file)], port, scheme, folder)

    def _room(self, name):
        folder = self._folder / name
        folder.mkdir(parents=True)
        return folder


def unverified():
    """The certificate was made for this run."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
