"""Opens many connections to a server and keeps them, until SIGTERM.

connections.py PORT COUNT KIND [CA]

KIND: `silent` sends nothing, `answered` one good request first, `dripping` one byte of a header
after the other. With CA each is TLS. Prints a line `kept N` once all are there (of those that the
server did not close soon), and at the end a line `left N` with those that the server has not closed.
"""

import resource
import signal
import socket
import ssl
import sys
import time

port, count, kind = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
context = ssl.create_default_context(cafile=sys.argv[4]) if len(sys.argv) > 4 else None

REQUEST = b"GET /v2/ HTTP/1.1\r\nHost: localhost\r\n\r\n"


def connect():
    connection = socket.create_connection(("127.0.0.1", port), timeout=120)
    if context:
        connection = context.wrap_socket(connection, server_hostname="localhost")
    if kind == "answered":
        connection.sendall(REQUEST)
        connection.recv(65536)
    return connection


def is_open(connection):
    connection.setblocking(False)
    try:
        return connection.recv(1) != b""
    except (BlockingIOError, ssl.SSLWantReadError):
        return True
    except OSError:
        return False


connections = []
for _ in range(count):
    try:
        connections.append(connect())
    except OSError:
        pass
# The server may close some only after a while: until nothing has changed for two seconds.
calm = 0
while calm < 4:
    before = len(connections)
    connections = [c for c in connections if is_open(c)]
    calm = calm + 1 if len(connections) == before else 0
    time.sleep(0.5)

ended = []
signal.signal(signal.SIGTERM, lambda *_: ended.append(True))
print("kept", len(connections), flush=True)

position = 0
while not ended:
    time.sleep(0.05)
    if kind != "dripping":
        continue
    for connection in connections:
        try:
            connection.send(REQUEST[position : position + 1])
        except OSError:
            pass
    # The header never comes to its end.
    position = min(position + 1, len(REQUEST) - 3)

print("left", sum(map(is_open, connections)), flush=True)
