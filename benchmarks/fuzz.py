"""A coverage-guided fuzzer of the loaders and the writer, whose corpus is kept.

    python benchmarks/fuzz.py [SECONDS]     default: 600; from the repository's root

An input is kept in tests/data/fuzz/ when it reaches a pair of lines of the loaders (claims, proposals, decisions,
entities, kb.yaml, sidecars, packs, verdicts, log) that none before it has reached; the tests replay them. Each input
gets 2 seconds and the whole run 500 MB; what fails is written to fuzz-failures/ and ends the run with status 1.
"""
# ruff: noqa: ARG001, E402, S311 - the tracer's signature; the path comes first; chance is no secret

from __future__ import annotations

import hashlib
import random
import resource
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.survival import survive

CORPUS = ROOT / "tests" / "data" / "fuzz"
ROOMS = tuple(
    str(ROOT / "leica_kb" / name)
    for name in ("files", "store", "packs", "review/rows", "review/verdicts", "corpus/sidecars", "corpus/schema")
)
TOKENS = [
    line.encode().decode("unicode_escape").encode("latin-1", "replace")
    for line in (ROOT / "benchmarks" / "fuzz_tokens.txt").read_text(encoding="utf-8").splitlines()
]


def mutate(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """The bytes with one to four random changes."""
    buffer = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(buffer) + 1)
        span = slice(at, at + chance.choice((1, 1, 4, 30, 200)))
        kind = chance.randrange(6)
        if kind == 0:
            buffer[at:at] = chance.choice(TOKENS)
        elif kind == 1:
            del buffer[span]
        elif kind == 2:
            buffer[at:at] = buffer[span] * chance.choice((1, 2, 20))
        elif kind == 3 and buffer:
            buffer[at % len(buffer)] = chance.randrange(256)
        elif kind == 4:
            buffer[span] = chance.choice(TOKENS)
        else:
            other = chance.choice(others)
            start = chance.randrange(len(other) + 1)
            buffer[at:at] = other[start : start + chance.choice((10, 100, 1000))]
    return bytes(buffer[:20_000])


def arcs_of(run: Callable[[], None]) -> set[tuple[str, int, int]]:
    """The pairs of consecutive lines in the two rooms that a run goes through."""
    found: set[tuple[str, int, int]] = set()

    def enter(frame: FrameType, event: str, arg: Any) -> Any:
        name = frame.f_code.co_filename
        if not name.startswith(ROOMS):
            return None
        last = 0

        def step(frame: FrameType, event: str, arg: Any) -> Any:
            nonlocal last
            if event == "line":
                found.add((name, last, frame.f_lineno))
                last = frame.f_lineno
            return step

        return step

    sys.settrace(enter)
    try:
        run()
    finally:
        sys.settrace(None)
    return found


def load_corpus() -> list[bytes]:
    CORPUS.mkdir(parents=True, exist_ok=True)
    return [b"", *(path.read_bytes() for path in sorted(CORPUS.iterdir()))]


def keep(folder: Path, data: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)


def inputs(corpus: list[bytes], seconds: float, chance: random.Random) -> Iterator[bytes]:
    yield from list(corpus)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        yield mutate(chance.choice(corpus), corpus, chance)


def main(seconds: float = 600) -> int:
    corpus, seen, failures, runs = load_corpus(), set[tuple[str, int, int]](), 0, 0
    resource.setrlimit(resource.RLIMIT_DATA, (1_000_000_000, resource.RLIM_INFINITY))
    for data in inputs(corpus, seconds, random.Random(time.time_ns())):
        runs += 1
        start = time.process_time()
        try:
            arcs = arcs_of(lambda data=data: survive(data))
        except Exception:
            traceback.print_exc(limit=-4)
            failures += 1
            keep(Path("fuzz-failures"), data)
            continue
        if (spent := time.process_time() - start) > 2:
            print(f"slow: {spent:.1f} s")
            failures += 1
            keep(Path("fuzz-failures"), data)
        if not arcs <= seen:
            seen |= arcs
            corpus.append(data)
            keep(CORPUS, data)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{runs} inputs, {len(seen)} pairs of lines, corpus {len(set(corpus))}, {failures} failures, {memory} MB")
    return failures + (memory > 500)


if __name__ == "__main__":
    sys.exit(bool(main(*(float(word) for word in sys.argv[1:]))))
