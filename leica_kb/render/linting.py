"""What ``check`` shows: problems, what was mended, and a code explained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from leica_kb.model import Problem
from leica_kb.render.blocks import Block, Heading, Piece, say
from leica_kb.render.words import count

if TYPE_CHECKING:
    from leica_kb.kb.checking.codes import Code
    from leica_kb.kb.checking.mending import Mending


def problem_list(problems: Sequence[Problem], faults: int) -> Iterator[Block]:
    """What is wrong, one line each, as editors and CI logs understand it; then how much of it are faults."""
    for problem in problems:
        yield say(str(problem))
    yield problem_count(len(problems), faults)


def problem_count(number: int, faults: int) -> Block:
    """How many problems there are, faults and notes apart."""
    told = [count(faults, "problem") if faults else "nothing is wrong"]
    if number > faults:
        told.append(count(number - faults, "note"))
    return say(Piece(", ".join(told), "quiet" if faults else "good"))


def mended_blocks(done: Mending) -> Iterator[Block]:
    """What ``check --fix`` wrote, file by file."""
    for file in done.files:
        yield say(Piece("mended ", "good"), f"{file.path}: {', '.join(file.changes)}")


def code_blocks(code: Code) -> Iterator[Block]:
    """A code, what it means, an example and the repair."""
    yield Heading(f"{code.code} {code.kind}")
    yield say(code.means)
    yield say(Piece("example: ", "quiet"), code.example)
    yield say(Piece("repair: ", "quiet"), code.repair)
    if code.fix:
        yield say(Piece("leica-kb check --fix mends it", "good"))
    if code.note:
        yield say(Piece("a note: check does not fail on it", "quiet"))
