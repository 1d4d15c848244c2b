"""Hostile files at every door of a base: what each costs in time and memory, and whether it is refused with its place.

    python benchmarks/hostile.py [DOOR]     default: all doors; from the repository's root; Linux only

Each trial puts one hostile file into a copy of a small base and runs the command that reads it in a process of its own.
Counted against the program is a crash, more than 2 s of processor time, more than 500 MB, an escape character on the
output, and a refusal that does not name the file and the line.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
import tempfile
import traceback
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from leica_kb.cli import main as run_command  # noqa: E402 - the path comes first
from leica_kb.kb import KnowledgeBase  # noqa: E402 - the path comes first
from tests.conftest import write_base  # noqa: E402 - the path comes first

MUCH: Final = 10_000_000
CHECK: Final = ("check",)
REVIEW: Final = ("review", "--from", "verdicts.yaml")
CLAIM: Final = b"c-000000000000"


@dataclass(frozen=True)
class Door:
    """A file that the program reads, with a place for a value (@), and the command that reads it."""

    path: str
    around: bytes
    command: Sequence[str] = CHECK
    room: int = 249_000
    """Keys and values just below what is read there."""


NAMES: Final = 149_000
PACK: Final = 59_000
RULINGS: Final = 99_000
DOORS: Final[Mapping[str, Door]] = {
    "claims": Door(
        "claims/blog.yaml",
        b"format: 1\nsource: blog\nclaims:\n  - subject: sigma\n    predicate: made_in\n"
        b"    object: {entity: japan}\n    quote: @\n",
    ),
    "claims, a key": Door(
        "claims/blog.yaml",
        b"format: 1\nsource: blog\nclaims:\n  - @: sigma\n",
    ),
    "entities": Door(
        "claims/entities.yaml",
        b"format: 1\nentities:\n  x:\n    type: company\n    name: @\n",
        room=NAMES,
    ),
    "decisions": Door(
        "claims/decisions/decisions.yaml",
        b"format: 1\ndecisions:\n  - kind: value\n    claims: [c-000000000000, c-000000000001]\n"
        b"    digest: x\n    verdict: real\n    because: @\n",
        room=RULINGS,
    ),
    "names": Door(
        "claims/decisions/names.yaml",
        b"format: 1\ndecisions:\n  - kind: name\n    names: [sigma, zeiss]\n    verdict: unsure\n    because: @\n",
        room=RULINGS,
    ),
    "kb.yaml": Door(
        "claims/kb.yaml",
        b"format: 1\npacks: [@]\n",
    ),
    "sidecar": Door(
        "seeds/blog.yaml",
        b"publisher: Rumour Blog\ntitle: @\n",
    ),
    "pack head": Door(
        "own/pack.yaml",
        b"name: own\nextends: leica\nabout: @\n",
        room=PACK,
    ),
    "pack predicates": Door(
        "own/predicates.yaml",
        b"predicates:\n  made_x:\n    topic: making\n    subject: company\n    object: place\n    says: @\n",
        room=PACK,
    ),
    "pack entities": Door(
        "own/entities.yaml",
        b"entities:\n  x:\n    type: company\n    name: X\n    aliases: @\n",
        room=NAMES,
    ),
    "pack frames": Door(
        "own/frames.yaml",
        b"frames:\n  - id: x\n    predicate: made_in\n    subject: agent\n    object: in\n    verb: @\n",
        room=PACK,
    ),
    "pack patterns": Door(
        "own/patterns.yaml",
        b"patterns:\n  - type: company\n    regex: @\n",
        room=PACK,
    ),
    "pack questions": Door(
        "own/questions.yaml",
        b"questions:\n  - kind: x\n    words: @\n",
        room=PACK,
    ),
    "verdicts": Door(
        "verdicts.yaml",
        b"- claim: c-000000000000\n  verdict: reject\n  because: @\n",
        REVIEW,
    ),
    "log": Door(
        "claims/log.jsonl",
        b'{"who":"a","when":"b","what":"c","why":@}\n',
    ),
    "proposals": Door(
        "claims/.proposed/blog.jsonl",
        b'{"key":@}\n',
    ),
    "verdicts, JSON": Door(
        "verdicts.yaml",
        b'{"claim":"c-000000000000","verdict":"reject","because":@}\n',
        REVIEW,
    ),
}
JSON: Final = ("log", "proposals", "verdicts, JSON")
FINE: Final = ("escaped control characters",)
"""Texts like any other, to be neutralised where they are shown."""


def _laughs() -> bytes:
    rows = [b"&a0 [x]", *(b"&a%d [%s]" % (n, b", ".join([b"*a%d" % (n - 1)] * 10)) for n in range(1, 12))]
    return b"[" + b", ".join(rows) + b"]"


def values(name: str, room: int) -> Iterator[tuple[str, bytes]]:
    """Hostile values by name, for the place in a file."""
    yield "10 MB, quoted", b'"' + b"x" * MUCH + b'"'
    yield "10 MB of escapes", b'"' + b"\\u0041" * (MUCH // 6) + b'"'
    yield "deep nesting", b"[" * 100_000 + b"]" * 100_000
    yield "deep mapping", b'{"a": ' * 100_000 + b"1" + b"}" * 100_000
    yield "many values", b"[" + b"1," * room + b"1]"
    yield "many keys", b"{" + b", ".join(b'"k%d": 1' % n for n in range(room // 2)) + b"}"
    yield "a large number", b"9" * 1_000_000
    yield "an unpaired surrogate, escaped", b'"\\ud800"'
    yield "an unpaired surrogate", b'"\xed\xa0\x80"'
    yield "a NUL", b'"a\0b"'
    yield "an escape character", b'"\x1b[2J"'
    yield "escaped control characters", b'"\\u0000\\u001b[2J\\u0007"'
    if name not in JSON:
        yield "10 MB, plain", b"x" * MUCH
        yield "10 MB of words", b"word " * (MUCH // 5)
        yield "10 MB in lines", b'"' + b"word word\n       " * (MUCH // 17) + b'"'
        yield "14 texts of 1 MB", b"[" + b", ".join([b"y" * 999_999] * 14) + b"]"
        yield "billion laughs", _laughs()
        yield "a ring", b"&a [*a]"
        yield "a tag", b'!!python/object/apply:os.system ["touch /tmp/owned"]'
        yield "a tag on a text", b"!x y"
        yield "many aliases", b"[&a x, " + b"*a, " * room + b"x]"


def files(door: Door) -> Iterator[tuple[str, bytes]]:
    """Hostile files by name, in place of the whole file."""
    yield "nothing but line ends", b"\n" * MUCH
    yield "16 MB of a comment", b"#" + b"x" * 16_000_000
    yield "25 MB", b"#" + b"x" * 25_000_000
    yield "binary", bytes(range(256)) * 40
    yield "UTF-16", "format: 1\n".encode("utf-16")
    yield "cut short", door.around.partition(b"@")[0]
    yield "many items", b"- 1\n" * door.room
    yield "many keys", b"".join(b"k%d: 1\n" % n for n in range(door.room // 2))
    before, _, after = door.around.rpartition(b"  - ") if b"  - " in door.around else (door.around, b"", b"")
    if after:
        yield "bad entries", before + b"  - 1\n" * (door.room - 10)
        yield "empty entries", before + b"  - {}\n" * (door.room - 10)
        yield "bad keys", before + b"".join(b"  - {k%d: 1}\n" % n for n in range(door.room // 3 - 10))
        yield "1,000 good entries", before + (b"  - " + after.replace(b"@", b"x")) * 1_000
    elif b":\n  x:\n" in door.around:
        before, _, after = door.around.partition(b"  x:\n")
        yield "bad entries", before + b"".join(b"  k%d: 1\n" % n for n in range(door.room // 2 - 10))
        yield "empty entries", before + b"".join(b"  k%d: {}\n" % n for n in range(door.room // 2 - 10))
        after = after.replace(b"@", b"[x]")
        yield "20,000 good entries", before + b"".join(b"  k%d:\n%s" % (n, after) for n in range(20_000))
    elif door.path.endswith(".jsonl"):
        yield "5,000,000 bad lines", b"x\n" * 5_000_000
        yield "3,000,000 empty rows", b"{}\n" * 3_000_000
        yield "many good lines", door.around.replace(b"@", b'"x"') * 200_000
    yield "two documents", door.around.replace(b"@", b"x") + b"---\n" + door.around.replace(b"@", b"x")


@dataclass(frozen=True)
class Outcome:
    """What a command did with a hostile file."""

    status: int
    seconds: float
    megabytes: int
    printed: str

    def faults(self, door: Door, name: str) -> list[str]:
        placed = any(f"{door.path}:" in line for line in self.printed.splitlines())
        found = {
            "crash": self.status not in (0, 1, 2) or "Traceback" in self.printed,
            "slow": self.seconds > 2,
            "memory": self.megabytes > 500,
            "escape": "\x1b" in self.printed,
            "no place": name not in FINE and self.status != 0 and not placed,
        }
        return [fault for fault, is_so in found.items() if is_so]


def attempt(made: Path, folder: Path, door: Door, data: bytes) -> Outcome:
    root = folder / "base"
    shutil.copytree(made, root)
    path = root / door.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    output = folder / "output"
    child = os.fork()
    if not child:
        _run(root, door, output)
    _, status, usage = os.wait4(child, 0)
    seconds = usage.ru_utime + usage.ru_stime
    shutil.rmtree(root)
    printed = output.read_text(encoding="utf-8", errors="replace")
    return Outcome(os.waitstatus_to_exitcode(status), seconds, usage.ru_maxrss // 1024, printed)


def _run(root: Path, door: Door, output: Path) -> None:
    code = 99
    try:
        os.chdir(root)
        os.environ["COLUMNS"] = "10000"
        sys.argv = ["leica-kb", *door.command]
        with io.StringIO() as text:
            try:
                with contextlib.redirect_stdout(text), contextlib.redirect_stderr(text):
                    run_command()
            except SystemExit as stop:
                code = int(stop.code or 0)
            except BaseException:
                traceback.print_exc(file=text)
            output.write_text(text.getvalue(), encoding="utf-8", errors="backslashreplace")
    finally:
        os._exit(code)


def _build(made: Path) -> None:
    """In a process of its own, so that the parser does not weigh on the trials."""
    if not (child := os.fork()):
        KnowledgeBase(made).build()
        os._exit(0)
    os.waitpid(child, 0)


def trials(wanted: str) -> Iterator[tuple[str, Door, str, bytes]]:
    for name, door in DOORS.items():
        if wanted in ("", name):
            yield from (
                (name, door, f"value: {kind}", door.around.replace(b"@", v)) for kind, v in values(name, door.room)
            )
            yield from ((name, door, f"file: {kind}", data) for kind, data in files(door))


def main(wanted: str = "") -> int:
    bad, count, slowest, largest = 0, 0, 0.0, 0
    with tempfile.TemporaryDirectory() as place:
        made = write_base(Path(place) / "made")
        (made / "own").mkdir()
        (made / "own" / "pack.yaml").write_text("name: own\nextends: leica\n", encoding="utf-8")
        (made / "claims" / "kb.yaml").write_text("format: 1\npacks: [leica, own]\n", encoding="utf-8")
        _build(made)
        for name, door, kind, data in trials(wanted):
            done = attempt(made, Path(place), door, data)
            faults = done.faults(door, kind.partition(": ")[2])
            count, slowest, largest = count + 1, max(slowest, done.seconds), max(largest, done.megabytes)
            bad += bool(faults)
            if faults or done.seconds > 1:
                print(f"{name}, {kind}: {done.seconds:.2f} s, {done.megabytes} MB, exit {done.status} {faults}")
                print("   ", done.printed.strip().replace("\n", "\n    ")[:300], flush=True)
    print(f"{count} hostile files, {bad} with faults; the slowest took {slowest:.2f} s, the largest {largest} MB")
    return bad


if __name__ == "__main__":
    sys.exit(bool(main(*sys.argv[1:])))
