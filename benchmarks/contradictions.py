"""How the contradiction checks grow: a skewed base of 10 k, 100 k and 500 k claims, and one more source on top.

usage: python benchmarks/contradictions.py [SIZE ...]     (default: 10000 100000 500000)

Prints per size: claims, findings, seconds of a full pass and peak memory; up to 100 k also the seconds for one more
source of ten claims (``Book.put``: the slots that it touches, the biggest included); then the growth exponent.
"""

from __future__ import annotations

import math
import random
import resource
import sys
import time
from collections.abc import Iterator

from leica_kb.checks import Book, Context, SourceFacts, find_findings
from leica_kb.model import (
    Claim,
    DateValue,
    Entity,
    EntityValue,
    NumberValue,
    Predicate,
    TextValue,
    Time,
    Vocabulary,
)

PREDICATES = (
    Predicate("founded_in", "companies", ("company",), ("date",), single="per company"),
    Predicate("based_in", "companies", ("company",), ("place",), state=True, single="per time"),
    Predicate("made_in", "factories", ("product",), ("place",), state=True, universal=True),
    Predicate("sensor_supplier", "sensors", ("product",), ("company",), state=True, single="per product"),
    Predicate("waiting_list", "markets", ("product",), ("duration",), state=True, single="per time"),
    Predicate("has_feature", "products", ("product",), ("text",)),
)


BOOKED = 100_000
"""Up to so many claims the cost of one more source is measured too."""


def make_vocabulary(lines: int) -> Vocabulary:
    """Lines of ten models each, three hundred companies, two hundred towns in forty countries."""
    entities: dict[str, Entity] = {}
    for n in range(40):
        entities[f"country-{n}"] = Entity(f"country-{n}", f"Country {n}", "place")
    for n in range(200):
        entities[f"town-{n}"] = Entity(f"town-{n}", f"Town {n}", "place", within=(f"country-{n % 40}",))
    for n in range(300):
        entities[f"company-{n}"] = Entity(f"company-{n}", f"Company {n}", "company")
    entities["cameras"] = Entity("cameras", "cameras", "product_class")
    for line in range(lines):
        entities[f"line-{line}"] = Entity(f"line-{line}", f"Line {line}", "product_line", within=("cameras",))
        for model in range(10):
            name = f"model-{line}-{model}"
            entities[name] = Entity(name, f"Model {line}.{model}", "product", within=(f"line-{line}",))
    return Vocabulary({p.id: p for p in PREDICATES}, entities)


def make_claims(count: int, lines: int, seed: int = 7) -> Iterator[Claim]:
    """Claims with a realistic skew: popularity of subjects falls as 1/rank, one in ten values is off."""
    chance = random.Random(seed)  # noqa: S311  a benchmark needs repeatable numbers, not secrets
    for n in range(count):
        yield make_claim(chance, n, f"source-{n // 10}", lines)


def make_claim(chance: random.Random, n: int, source: str, lines: int) -> Claim:
    line = min(int(lines ** chance.random()) - 1, lines - 1)
    product = chance.choice(("cameras", f"line-{line}", *(f"model-{line}-{m}" for m in range(10))))
    company = f"company-{min(int(300 ** chance.random()) - 1, 299)}"
    predicate = chance.choice(PREDICATES).id
    off = chance.random() < 0.1
    subject, value = {
        "founded_in": (company, DateValue(str(1900 + (hash_of(company) + off * chance.randrange(9)) % 100))),
        "based_in": (company, EntityValue(f"town-{(hash_of(company) + off * chance.randrange(9)) % 200}")),
        "made_in": (product, EntityValue(f"town-{(hash_of(product) + off * chance.randrange(9)) % 200}")),
        "sensor_supplier": (product, EntityValue(f"company-{(hash_of(product) + off * chance.randrange(9)) % 300}")),
        "waiting_list": (product, NumberValue(chance.randrange(1, 2000), "day")),
        "has_feature": (product, TextValue(f"feature {chance.randrange(5000)}")),
    }[predicate]
    stated = f"{chance.randrange(2000, 2026)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    return Claim(
        id=f"c-{n:012x}",
        source=source,
        subject=subject,
        predicate=predicate,
        object=value,
        quote=f"a sentence about {subject}, number {n}",
        start=(n % 10) * 200,
        end=(n % 10) * 200 + 60,
        qualifiers={"scope": "generic"} if chance.random() < 0.2 else {},
        polarity="denied" if chance.random() < 0.03 else "affirmed",
        modality="speculated" if chance.random() < 0.05 else "asserted",
        time=Time(stated=stated),
        before=".",
        after=".",
    )


def hash_of(name: str) -> int:
    """A number that does not change from run to run."""
    return sum(ord(letter) * (i + 1) for i, letter in enumerate(name))


def measure(size: int) -> float:
    lines = max(size // 100, 10)
    context = Context(
        make_vocabulary(lines),
        {f"source-{n}": SourceFacts(publisher=f"paper {n % 500}") for n in range(size // 10 + 1)},
    )
    claims = list(make_claims(size, lines))
    _ = context.parts, context.witnesses, context.families
    started = time.perf_counter()
    findings = find_findings(claims, context)
    full = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    loud = sum(finding.severity != "note" for finding in findings)
    print(
        f"{size:>8,} claims  {len(findings):>7,} findings ({loud:,} loud)  full pass {full:7.2f} s  peak {peak:6.0f} MB"
    )
    if size <= BOOKED:
        touched, one_more = add_one_source(Book(claims, context), lines)
        print(
            f"{'':>8}  one more source: {one_more:.2f} s, {touched} findings in the slots that it touches", flush=True
        )
    return full


def add_one_source(book: Book, lines: int) -> tuple[int, float]:
    """Findings of the slots that an eleventh source of ten claims touches, and the time until they are known."""
    chance = random.Random(11)  # noqa: S311  as above
    new = [make_claim(chance, 10**9 + n, "source-new", lines) for n in range(10)]
    started = time.perf_counter()
    found = book.put("source-new", new, SourceFacts(publisher="a new paper"))
    return len(found), time.perf_counter() - started


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or [10_000, 100_000, 500_000]
    times = [measure(size) for size in sizes]
    if len(sizes) > 1:
        print(f"growth exponent {math.log(times[-1] / times[0]) / math.log(sizes[-1] / sizes[0]):.2f}")


if __name__ == "__main__":
    main()
