"""The table: what both sides took, the ratio, and whether what is owed and aimed at is met."""

import dataclasses

# How many times less than notary-server: owed, aim.
READ_GOALS = {
    "timestamp.json": (4, 7),
    "snapshot by hash": (1.3, 2.5),
    "targets by hash": (1.3, 2),
    "root.json": (1.3, 2.5),
}
PUBLISH_GOALS = {1: (3, 6), 1000: (8, 20), 10000: (10, 30)}
# How many times less memory, idle and after the run: twice as much is owed, and less after it.
MEMORY_GOALS = {"idle": (0.5, 1), "after the run": (1, 2)}


@dataclasses.dataclass
class Results:
    reads: dict
    publishes: dict
    idle: int
    after: int


def show(theirs, ours, sqlite):
    print()
    row("request", "notary-server, memory", "ours, memory", "ratio", "owed", "aim")
    row(*["---"] * 6)
    for key, goals in reads(theirs):
        compare(key, theirs.reads[key], ours.reads[key], goals, read_text)
    for count, goals in PUBLISH_GOALS.items():
        compare(count, theirs.publishes[count], ours.publishes[count], goals, publish_text)
    for name, goals in MEMORY_GOALS.items():
        pair = (theirs.idle, ours.idle) if name == "idle" else (theirs.after, ours.after)
        memory(name, *pair, goals)
    print()
    row("request", "notary-server, memory", "ours, SQLite", "ratio")
    row(*["---"] * 4)
    for key, _ in reads(theirs):
        compare(key, theirs.reads[key], sqlite.reads[key], None, read_text)
    for count in PUBLISH_GOALS:
        compare(count, theirs.publishes[count], sqlite.publishes[count], None, publish_text)
    memory("idle", theirs.idle, sqlite.idle, None)
    memory("after the run", theirs.after, sqlite.after, None)


def reads(results):
    for key in sorted(results.reads, key=lambda key: (list(READ_GOALS).index(key[0]), key[1])):
        yield key, READ_GOALS[key[0]]


def compare(key, theirs, ours, goals, text):
    name = f"GET {key[0]}, {key[1].upper()}" if text is read_text else f"POST {key:,} target"
    name += "s" if text is publish_text and key > 1 else ""
    row(name, text(theirs), text(ours), *verdict(theirs[0] / ours[0], goals))


def read_text(found):
    return f"{found[0] * 1e6:.1f} µs ({found[1] / 1000:.1f}k/s)"


def publish_text(found):
    return f"{found[0] * 1000:.2f} ms ({found[1] * 1000:.2f} ms wall)"


def memory(name, theirs, ours, goals):
    text = [f"{size / 1e6:.0f} MB" for size in (theirs, ours)]
    row(f"memory {name}", *text, *verdict(theirs / ours, goals))


def verdict(ratio, goals):
    cells = [f"{ratio:.1f}×"]
    for goal in goals or []:
        cells.append(f"{goal:g}× {'met' if ratio >= goal else '**not met**'}")
    return cells


def row(*cells):
    print("| " + " | ".join(cells) + " |")
