"""Measures anchoring beside a plain ``str.find`` over the same quotes, and its growth in the worst cases.

Usage: python benchmarks/anchor_speed.py [CLAIMS]    (10,000 by default)
Exit 1 when a target is missed: unchanged 100,000 claims a second; changed 1 MB within 20 times of str.find.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from leica_kb.anchor import take_quote, verify_claims
from leica_kb.model import Claim, Span, TextValue, Verification

SIZE: Final = 1_000_000
SEEDS: Final = Path(__file__).resolve().parent.parent / "seeds"


def make_text(rng: random.Random, size: int) -> str:
    """Sentences of the words of the seeds, of as many kinds as a long text has, in paragraphs."""
    words = [w for p in sorted(SEEDS.glob("*.txt")) for w in p.read_text(encoding="utf-8").split()]
    words += [f"{w.strip('.,').lower()}{i}" for i, w in enumerate(rng.sample(words, min(2000, len(words))))]
    parts: list[str] = []
    length = 0
    while length < size:
        sentence = " ".join(rng.choice(words) for _ in range(rng.randrange(8, 30))) + rng.choice([". ", ". ", ".\n\n"])
        parts.append(sentence)
        length += len(sentence)
    return "".join(parts)[:size]


def make_claims(text: str, rng: random.Random, count: int) -> list[Claim]:
    edges = [i + 1 for i, c in enumerate(text) if c == " "]
    starts = [rng.randrange(len(edges) - 25) for _ in range(count)]
    return to_claims(text, [Span(edges[at], edges[at + rng.randrange(5, 24)] - 1) for at in starts])


def to_claims(text: str, spans: Sequence[Span]) -> list[Claim]:
    claims: list[Claim] = []
    for span in spans:
        quote = take_quote(text, span)
        claim = Claim(f"c-{len(claims)}", "t", "s", "p", TextValue("o"), quote.exact, span.start, span.end)
        claims.append(replace(claim, before=quote.before, after=quote.after))
    return claims


def edit(text: str, rng: random.Random, count: int) -> str:
    """The text with words inserted, removed and replaced all over."""
    parts = text.split(" ")
    for _ in range(count):
        at = rng.randrange(len(parts))
        parts[at] = rng.choice(["", f"{parts[at]} indeed", "otherwise", parts[at] + "\n"])
    return " ".join(parts)


def clock(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def best_of(times: int, work: Callable[[], object]) -> float:
    return min(clock(work) for _ in range(times))


def tell(title: str, seconds: float, found: Sequence[Verification], base: float) -> None:
    statuses = dict(sorted(Counter(v.status for v in found).items()))
    print(f"{title}: {seconds:.2f} s = {seconds / base:.2f} x str.find ({base:.2f} s); {statuses}")


def measure_unchanged(text: str, claims: Sequence[Claim]) -> bool:
    seconds = best_of(5, lambda: verify_claims(claims, text, sha_matches=True))
    base = clock(lambda: [text.find(c.quote) for c in claims])
    rate = len(claims) / seconds
    print(f"unchanged document: {rate:,.0f} claims a second; str.find of the same quotes {len(claims) / base:,.0f}")
    return rate >= 100_000


def measure_changed(text: str, claims: Sequence[Claim], rng: random.Random) -> bool:
    passed = []
    for title, new in (
        ("one sentence put in front", "A new first sentence stands here. " + text),
        ("1,000 words changed", edit(text, rng, 1000)),
        ("20,000 words changed", edit(text, rng, 20_000)),
        ("quotes of another text", make_text(rng, SIZE)),
    ):
        base = clock(lambda new=new: [new.find(c.quote) for c in claims])  # type: ignore[misc]  # bound now, not later
        for with_old in (False, True):
            begun = time.perf_counter()
            found = verify_claims(claims, new, text if with_old else None)
            seconds = time.perf_counter() - begun
            passed.append(seconds <= 20 * base)
            tell(f"{title}{', old text known' if with_old else ''}", seconds, found, base)
    return all(passed)


def worst_cases(size: int) -> dict[str, tuple[str, str]]:
    """Old and new text of about a size in which everything looks alike."""
    word = "word " * (size // 5)
    near = "".join(f"the camera {i % 7} was made in plant {i % 5}. " for i in range(size // 36))
    letters = "a" * size
    return {
        "one repeated word": (word, f"x {word} x"),
        "quotes that nearly match everywhere": (near, near.replace("was made", "is made")),
        "one letter": (letters, f"b{letters}b"),
    }


def measure_growth(rng: random.Random) -> None:
    print("worst cases, 1,000 claims, seconds without and with the old text:")
    for name in worst_cases(0):
        for size in (125_000, 250_000, 500_000, 1_000_000):
            old, new = worst_cases(size)[name]
            spans = [
                Span(at, at + rng.randrange(20, 120)) for at in (rng.randrange(len(old) - 200) for _ in range(1000))
            ]
            claims = to_claims(old, spans)
            plain = clock(lambda: verify_claims(claims, new))  # noqa: B023  (called at once)
            known = clock(lambda: verify_claims(claims, new, old))  # noqa: B023  (called at once)
            print(f"  {name:<38} {size:>9,} characters {plain:8.2f} {known:8.2f}")


def main(count: int) -> int:
    rng = random.Random(11)  # noqa: S311  (a seeded text, not a secret)
    text = make_text(rng, SIZE)
    claims = make_claims(text, rng, count)
    passed = [measure_unchanged(text, claims), measure_changed(text, claims, rng)]
    measure_growth(rng)
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
