"""The judged pairs of names beside this file, and how well the rules find those that are one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from leica_kb.checks.likeness import Name, likeness

FILE: Final = Path(__file__).with_name("name_pairs.txt")


@dataclass(frozen=True)
class Judged:
    """Two names and what a person says of them."""

    left: Name
    right: Name
    same: bool
    held_out: bool

    @property
    def is_suggested(self) -> bool:
        return likeness(self.left, self.right) is not None


@dataclass(frozen=True)
class Figures:
    """How the suggestions meet the judgements."""

    right: int
    wrong: int
    missed: int
    refused: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)

    def __str__(self) -> str:
        total = self.right + self.wrong + self.missed + self.refused
        shares = f"precision {self.precision:.3f}, recall {self.recall:.3f}"
        return f"{total} pairs: {self.right} right, {self.wrong} wrong, {self.missed} missed; {shares}"


def judged_pairs() -> Iterator[Judged]:
    held_out = False
    for line in FILE.read_text(encoding="utf-8").splitlines():
        held_out = held_out or line == "# held out"
        if line and not line.startswith("#"):
            left, right, kinds, verdict = (part.strip() for part in line.split("|"))
            first, _, second = (kind.strip() for kind in kinds.partition("/"))
            yield Judged(Name("a", left, first), Name("b", right, second or first), verdict == "same", held_out)


def measure(pairs: list[Judged]) -> Figures:
    found = [(pair.is_suggested, pair.same) for pair in pairs]
    return Figures(*(found.count(case) for case in ((True, True), (True, False), (False, True), (False, False))))


if __name__ == "__main__":
    every = list(judged_pairs())
    for label, chosen in (("tuned on", False), ("held out", True)):
        print(f"{label}: {measure([pair for pair in every if pair.held_out == chosen])}")
