"""Measures whether quotes are found again after edits whose outcome is known character by character.

Usage: python benchmarks/edits.py [EDITS] [SEED]     (20,000 edits with seed 1 by default)
Each trial takes an article (a seed or a generated one), quotes parts of it, makes one to three edits and anchors the
quotes in the result, with and without the old text. Exit 1 when a target is missed.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Final

from leica_kb.anchor import Anchor, Quote, reanchor, take_quote
from leica_kb.model import Span

SEEDS: Final = Path(__file__).resolve().parent.parent / "seeds"
FOUND_TARGET: Final = 0.995
Piece = tuple[int | None, str, bool]
"""Offset in the old text (None: inserted), what stands there now, and whether it is a copy of what stood there."""
Pieces = list[Piece]

MAKERS: Final = "Orion Halden Vester Kestrel Morrow Tarn".split()
THINGS: Final = "cameras lenses shutters telescopes bicycles turbines".split()
PLACES: Final = "Porto Graz Osaka Leeds Turin Bergen".split()
PATTERNS: Final = (
    "{m} has made its {t} in {p} since {y}.",
    "In {y}, {m} sold {n} {t} and opened a second plant in {p}.",
    "The chairman of {m} said that “no more than {n} {t}” would leave {p} in {y}.",
    "According to {m}, the {t} are designed in {p} — but not assembled there.",
    "Nobody at {m} expects the {t} to cost less than £{n}.",
    "It is made in {p}.",
    "“The {t} are ours,” {m} wrote in {y}; the partner's share is {n} per cent.",
)


def make_article(rng: random.Random) -> str:
    def sentence() -> str:
        return rng.choice(PATTERNS).format(
            m=rng.choice(MAKERS),
            t=rng.choice(THINGS),
            p=rng.choice(PLACES),
            y=rng.randrange(1950, 2026),
            n=rng.randrange(2, 900),
        )

    return "\n\n".join(" ".join(sentence() for _ in range(rng.randrange(2, 7))) for _ in range(rng.randrange(4, 12)))


def to_text(pieces: Sequence[Piece]) -> str:
    return "".join(shown for _, shown, _ in pieces)


def boundaries(text: str, marks: str) -> list[int]:
    """Offsets after one of the marks and the white space behind it, with both ends."""
    found = [0]
    for i, char in enumerate(text):
        if char in marks:
            end = i + 1
            while end < len(text) and text[end].isspace():
                end += 1
            if end > found[-1] and (char == "\n" or end > i + 1):
                found.append(end)
    return [*found, len(text)] if found[-1] < len(text) else found


def cut(pieces: Pieces, rng: random.Random, marks: str) -> tuple[int, int]:
    """The piece indexes of one random stretch between marks. Every piece shows exactly one character here."""
    edges = boundaries(to_text(pieces), marks)
    i = rng.randrange(len(edges) - 1) if len(edges) > 1 else 0
    return edges[i], edges[min(i + 1, len(edges) - 1)]


def fresh(text: str) -> Pieces:
    return [(None, char, False) for char in text]


def insert_sentence(pieces: Pieces, rng: random.Random) -> Pieces:
    at, _ = cut(pieces, rng, ".!?\n")
    return pieces[:at] + fresh(make_article(rng).split("\n")[0] + " ") + pieces[at:]


def insert_word(pieces: Pieces, rng: random.Random) -> Pieces:
    at, _ = cut(pieces, rng, " ")
    return pieces[:at] + fresh(rng.choice(["not ", "almost ", "again ", "however ", "7 "])) + pieces[at:]


def delete_sentence(pieces: Pieces, rng: random.Random) -> Pieces:
    start, end = cut(pieces, rng, ".!?\n")
    return pieces[:start] + pieces[end:]


def delete_word(pieces: Pieces, rng: random.Random) -> Pieces:
    start, end = cut(pieces, rng, " ")
    return pieces[:start] + pieces[end:]


def move_paragraph(pieces: Pieces, rng: random.Random) -> Pieces:
    start, end = cut(pieces, rng, "\n")
    rest = pieces[:start] + pieces[end:]
    at, _ = cut(rest, rng, "\n") if rest else (0, 0)
    return rest[:at] + pieces[start:end] + rest[at:]


def duplicate_sentence(pieces: Pieces, rng: random.Random) -> Pieces:
    start, end = cut(pieces, rng, ".!?\n")
    copy = [(origin, char, True) for origin, char, _ in pieces[start:end]]
    at = end if rng.random() < 0.3 else cut(pieces, rng, ".!?\n")[0]
    return pieces[:at] + copy + pieces[at:]


def change_number(pieces: Pieces, rng: random.Random) -> Pieces:
    digits = [i for i, (_, char, _) in enumerate(pieces) if char.isdigit()]
    if not digits:
        return pieces
    at = rng.choice(digits)
    return [*pieces[:at], (None, str((int(pieces[at][1]) + 1 + rng.randrange(8)) % 10), False), *pieces[at + 1 :]]


def rewrap(pieces: Pieces, rng: random.Random) -> Pieces:
    width, column = rng.randrange(30, 90), 0
    wrapped: Pieces = []
    for origin, char, copied in pieces:
        column = 0 if char == "\n" else column + 1
        turns = char == " " and column > width
        wrapped.append((origin, "\n" if turns else char, copied))
        column = 0 if turns else column
    return wrapped


TYPOGRAPHY: Final = (
    {"“": '"', "”": '"', "’": "'", "‘": "'"},
    {"—": "-", "–": "-"},
    {" ": "\u00a0"},
    {"'": "’", '"': "”"},
    {"-": "\u2011"},
    {"é": "e\u0301", "ö": "o\u0308"},
)


def retype(pieces: Pieces, rng: random.Random) -> Pieces:
    table = rng.choice(TYPOGRAPHY)
    return [(origin, table.get(char, char), copied) for origin, char, copied in pieces]


Edit = Callable[[Pieces, random.Random], Pieces]
EDITS: Final[Sequence[Edit]] = (
    insert_sentence,
    insert_word,
    delete_sentence,
    delete_word,
    move_paragraph,
    duplicate_sentence,
    change_number,
    rewrap,
    retype,
)


@dataclass
class Tally:
    """What happened to the quotes of one run."""

    edits: int = 0
    surviving: int = 0
    found: int = 0
    wrong: int = 0
    gone: int = 0
    false_intact: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    missed_after: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        return self.found / max(1, self.surviving)


def places(pieces: Sequence[Piece], span: Span) -> Iterator[tuple[Span, bool]]:
    """Where all characters of an old span stand in a row now, and whether they are copies."""
    offset = 0
    length = len(span)
    starts = []
    offsets = []
    for index, (origin, shown, _) in enumerate(pieces):
        offsets.append(offset)
        offset += len(shown)
        if origin == span.start:
            starts.append(index)
    offsets.append(offset)
    for index in starts:
        run = pieces[index : index + length]
        if [origin for origin, _, _ in run] == list(range(span.start, span.end)):
            yield Span(offsets[index], offsets[index + length]), run[0][2]


def right_places(pieces: Sequence[Piece], span: Span) -> list[Span]:
    """The original's place where it survives, else those of its copies."""
    found = list(places(pieces, span))
    return [s for s, copied in found if not copied] or [s for s, _ in found]


def take_quotes(text: str, rng: random.Random, count: int) -> Iterator[tuple[Quote, Span]]:
    """Random runs of words inside a paragraph, with their context in it."""
    edges = boundaries(text, "\n")
    paragraphs = [(a, b) for a, b in pairwise(edges) if text[a:b].strip()]
    for _ in range(count):
        low, high = rng.choice(paragraphs)
        high = low + len(text[low:high].rstrip())
        words = [i for i in range(low, high) if not text[i].isspace() and (i == low or text[i - 1].isspace())]
        first = rng.randrange(len(words))
        last = min(len(words) - 1, first + rng.randrange(2, 22))
        end = words[last]
        while end < high and not text[end].isspace():
            end += 1
        span = Span(words[first], end)
        yield take_quote(text, span, Span(low, high)), span


def judge(tally: Tally, anchor: Anchor, pieces: Sequence[Piece], span: Span, names: str) -> None:
    right = right_places(pieces, span)
    tally.statuses[anchor.status] += 1
    tally.surviving += bool(right)
    tally.gone += not right
    if anchor.intact and anchor.span in right:
        tally.found += 1
    elif anchor.intact and right:
        tally.wrong += 1
        tally.examples.append(f"wrong after {names}: {anchor} for {span}, right {right}")
    elif anchor.intact:
        tally.false_intact += 1
        tally.examples.append(f"false intact after {names}: {anchor} for {span}")
    elif right:
        tally.missed_after[f"{names}: {anchor.status}"] += 1
        tally.examples.append(f"not found after {names}: {anchor} for {span}, right {right}")


def run(count: int, seed: int, *, with_old: bool, quotes: int = 6) -> Tally:
    """Makes at least ``count`` edits and tells what became of the quotes."""
    rng = random.Random(seed)  # noqa: S311  (a seeded edit, not a secret)
    articles = [p.read_text(encoding="utf-8") for p in sorted(SEEDS.glob("*.txt"))]
    tally = Tally()
    while tally.edits < count:
        old = rng.choice(articles) if articles and rng.random() < 0.3 else make_article(rng)
        pieces: Pieces = [(i, char, False) for i, char in enumerate(old)]
        chosen = [rng.choice(EDITS) for _ in range(rng.choice([1, 1, 2, 3]))]
        chosen.sort(key=lambda edit: edit is retype)  # after it a piece may show two characters
        for edit in chosen:
            pieces = edit(pieces, rng)
        tally.edits += len(chosen)
        new, names = to_text(pieces), "+".join(edit.__name__ for edit in chosen)
        for quote, span in take_quotes(old, rng, quotes):
            judge(tally, reanchor(new, quote, old if with_old else None), pieces, span, names)
    return tally


def report(title: str, tally: Tally, seconds: float) -> bool:
    print(f"{title}: {tally.edits} edits, {tally.surviving + tally.gone} quotes in {seconds:.0f} s")
    print(f"  surviving {tally.surviving}: found {tally.found} = {tally.share:.3%}, at a wrong place {tally.wrong}")
    print(f"  not surviving {tally.gone}: falsely intact {tally.false_intact}")
    print(f"  statuses {dict(sorted(tally.statuses.items()))}")
    for names, count in tally.missed_after.most_common(8):
        print(f"    {count:>5} not found after {names}")
    return tally.share >= FOUND_TARGET and tally.wrong == 0 and tally.false_intact == 0


def main(count: int, seed: int) -> int:
    passed = []
    for title, with_old in (("with the old text", True), ("without the old text", False)):
        begun = time.perf_counter()
        tally = run(count, seed, with_old=with_old)
        passed.append(report(title, tally, time.perf_counter() - begun))
        for line in tally.examples[:12]:
            print(f"    {line}", file=sys.stderr)
    return 0 if all(passed) else 1


if __name__ == "__main__":
    numbers = [int(a) for a in sys.argv[1:]]
    sys.exit(main(*(numbers + [20_000, 1][len(numbers) :])))
