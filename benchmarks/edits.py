"""Measures whether quotes are found again after edits whose outcome is known character by character.

Usage: python benchmarks/edits.py [EDITS] [SEED]     (20,000 edits with seed 1 by default)
Each trial takes an article (a seed or a generated one), quotes parts of it, makes one to three edits and anchors the
quotes in the result, with the old text and without it. Exit 1 when a target is missed with the old text.
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

from leica_kb.anchor import Anchor, Quote, normalise, reanchor, take_quote
from leica_kb.anchor.context import agreement
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
    "“The {t} are ours,” {m} wrote in {y}; the partner's share is {n} per cent.",
    "It is made in {p}.",
)


NEWS: Final = (
    "Readers sent us {n} letters about that story.",
    "Our reporter visited seven workshops during week {n}.",
    "Prices quoted above include tax, as of issue {n}!",
    "Whether this holds, editors could not confirm ({n} attempts).",
)
"""What is inserted shares no three words with the articles: else a torn quote could be whole again by chance."""


def make_sentence(rng: random.Random, patterns: Sequence[str] = PATTERNS) -> str:
    return rng.choice(patterns).format(
        m=rng.choice(MAKERS),
        t=rng.choice(THINGS),
        p=rng.choice(PLACES),
        y=rng.randrange(1950, 2026),
        n=rng.randrange(2, 900),
    )


def make_article(rng: random.Random) -> str:
    paragraphs = [[make_sentence(rng) for _ in range(rng.randrange(2, 7))] for _ in range(rng.randrange(4, 12))]
    return "\n\n".join(map(" ".join, paragraphs))


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
    return pieces[:at] + fresh(make_sentence(rng, NEWS) + " ") + pieces[at:]


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
    torn: int = 0
    whole_again: int = 0
    false_intact: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    missed_after: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        return self.found / max(1, self.surviving)


def find_runs(pieces: Sequence[Piece], span: Span) -> Iterator[int]:
    """The index of the first piece wherever all characters of an old span stand in a row now."""
    wanted = list(range(span.start, span.end))
    for index, (origin, _, _) in enumerate(pieces):
        if origin == span.start and [o for o, _, _ in pieces[index : index + len(span)]] == wanted:
            yield index


def are_twins(text: str, left: int, right: int) -> bool:
    """Whether two places stand in a text that repeats itself, so that nobody can tell which was there first.

    Taking out the stretch from the first to the second leaves the same text wherever in the repetition it begins.
    """
    plain = "".join(" " if c.isspace() else c for c in text)
    apart, low, high = right - left, left, left
    while low and plain[low - 1] == plain[low - 1 + apart]:
        low -= 1
    while high + apart < len(plain) and plain[high] == plain[high + apart]:
        high += 1
    return high - low >= apart


def right_places(pieces: Sequence[Piece], span: Span) -> list[Span]:
    """The original's place where it survives; else those of its copies."""
    runs = list(find_runs(pieces, span))
    found = []
    for run in [r for r in runs if not pieces[r][2]] or runs:
        start = sum(len(shown) for _, shown, _ in pieces[:run])
        found.append(Span(start, start + sum(len(shown) for _, shown, _ in pieces[run : run + len(span)])))
    return found


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


@dataclass(frozen=True)
class Trial:
    """One text before and after its edits."""

    old: str
    pieces: Sequence[Piece]
    names: str

    def judge(self, tally: Tally, anchor: Anchor, span: Span) -> None:
        right = right_places(self.pieces, span)
        tally.statuses[anchor.status] += 1
        tally.surviving += bool(right)
        tally.torn += not right
        if anchor.span and anchor.intact:
            self._judge_intact(tally, anchor.span, span, right)
        elif right:
            tally.missed_after[f"{self.names}: {anchor.status}"] += 1

    def _judge_intact(self, tally: Tally, now: Span, then: Span, right: Sequence[Span]) -> None:
        new = to_text(self.pieces)
        is_untouched = now == then and new.startswith(self.old[: then.end])  # whatever was put after it
        from_end = len(new) - now.end == len(self.old) - then.end
        is_untouched |= from_end and new.endswith(self.old[then.start :])  # whatever was put before it
        if now in right or is_untouched or any(are_twins(new, *sorted((now.start, r.start))) for r in right):
            tally.found += 1
        elif right:
            tally.wrong += 1
            tally.examples.append(f"wrong place after {self.names}:\n{self._show(now, then)}")
        elif self._is_whole(now, then):
            tally.whole_again += 1
        else:
            tally.false_intact += 1
            tally.examples.append(f"false intact after {self.names}:\n{self._show(now, then)}")

    def _is_whole(self, now: Span, then: Span) -> bool:
        """Whether a torn quote's words stand together again by chance, and beside old neighbours: nobody could tell."""
        new = to_text(self.pieces)
        beside = agreement(self.old[: then.start][-32:], self.old[then.end :][:32], new, now)
        words = normalise(then.of(self.old))
        is_single = normalise(self.old).count(words) == normalise(new).count(words) == 1
        return normalise(now.of(new)) == words and (is_single or max(beside.before, beside.after) >= 10)

    def _show(self, now: Span, then: Span) -> str:
        pairs = ((self.old, then), (to_text(self.pieces), now))
        return "\n".join(
            f"    {t[max(0, s.start - 60) : s.start]!r} {s.of(t)!r} {t[s.end : s.end + 60]!r}" for t, s in pairs
        )


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
        new, trial = to_text(pieces), Trial(old, pieces, "+".join(edit.__name__ for edit in chosen))
        for quote, span in take_quotes(old, rng, quotes):
            trial.judge(tally, reanchor(new, quote, old if with_old else None), span)
    return tally


def report(title: str, tally: Tally, seconds: float) -> bool:
    print(f"{title}: {tally.edits} edits, {tally.surviving + tally.torn} quotes in {seconds:.0f} s")
    print(f"  surviving {tally.surviving}: found {tally.found} = {tally.share:.3%}, at a wrong place {tally.wrong}")
    print(f"  torn {tally.torn}: falsely intact {tally.false_intact}, whole again by chance {tally.whole_again}")
    print(f"  statuses {dict(sorted(tally.statuses.items()))}")
    for names, count in tally.missed_after.most_common(8):
        print(f"    {count:>5} not found after {names}")
    return tally.share >= FOUND_TARGET and tally.wrong == 0 and tally.false_intact == 0


def main(count: int, seed: int) -> int:
    passed = []
    for title, with_old in (("with the old text", True), ("without the old text", False)):
        begun = time.perf_counter()
        tally = run(count, seed, with_old=with_old)
        passed.append(report(title, tally, time.perf_counter() - begun) or not with_old)
        for line in tally.examples[:12]:
            print(f"    {line}", file=sys.stderr)
    return 0 if all(passed) else 1


if __name__ == "__main__":
    numbers = [int(a) for a in sys.argv[1:]]
    sys.exit(main(*(numbers + [20_000, 1][len(numbers) :])))
