"""Planted pairs over every kind and every look-alike, as claims: what must be loud, what a note, and what nothing."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from leica_kb.checks import Context, SourceFacts, find_findings
from leica_kb.model import Claim, DateValue, EntityValue, Finding, MoneyValue, NumberValue, TextValue, Time, Value
from tests.checks.planted_pairs import LOUD, NOTES, NOTHING, Template
from tests.checks.planted_world import WORLDS, World, context_for

DRAWS = 3
HELD_OUT = WORLDS[2]
"""The world whose results no rule was tuned on; its speakers and relays differ from the others', too."""
EXPECTED = tuple(
    (template, loudness)
    for loudness, group in (("loud", LOUD), ("note", NOTES), ("nothing", NOTHING))
    for template in group
)
CODES = {"P0": 0, "P1": 1}
Pair = tuple[str, str]


@dataclass(frozen=True)
class Case:
    """One planted pair: its first two claims are what is planted, a third is needed to see it."""

    name: str
    expected: str
    kind: str
    claims: tuple[Claim, ...]
    sources: dict[str, SourceFacts]

    @property
    def pair(self) -> tuple[str, str]:
        return _sorted((self.claims[0].id, self.claims[1].id))


def planted(world: World) -> list[Case]:
    """Every template drawn several times in one world, each draw about names of its own."""
    draws = ((draw, *entry) for draw in range(DRAWS) for entry in EXPECTED)
    return [_case(world, n, draw, template, loudness) for n, (draw, template, loudness) in enumerate(draws)]


def check_world(world: World) -> tuple[list[Case], tuple[Finding, ...], Context]:
    """All cases of one world in one base, checked at once."""
    cases = planted(world)
    sources = {name: facts for case in cases for name, facts in case.sources.items()}
    context = context_for(world, len(cases) + 1, sources)
    return cases, find_findings((claim for case in cases for claim in case.claims), context), context


def _case(world: World, n: int, draw: int, template: Template, expected: str) -> Case:
    name, kind, lines = template
    sources: dict[str, SourceFacts] = {}
    claims = tuple(
        _claim(world, n, draw, f"{world.trade}-{name}-{n}", number, line) for number, line in enumerate(lines)
    )
    for claim, line in zip(claims, lines, strict=True):
        retells = ("radio-talk",) if "retells=" in line else ()
        sources[claim.source] = SourceFacts(publisher=claim.source, retells=retells)
    return Case(f"{name} {n}", expected, kind, claims, sources)


def _claim(world: World, n: int, draw: int, name: str, number: int, line: str) -> Claim:
    said, _, rest = line.partition(" | ")
    subject, predicate, words = said.split(" ", 2)
    options = dict(option.partition("=")[::2] for option in rest.split())
    article = options.get("in", str(number))
    stated = options.get("stated", "2019-06")
    start = int(options.get("at", 1000 * number))
    qualifiers: dict[str, Any] = {key: options[key] for key in ("scope", "component", "condition") if key in options}
    qualifiers |= {key: _moved(options[key], draw) for key in ("opened", "closed", "rank") if key in options}
    return Claim(
        id=f"{name}-{number}",
        source=f"{name}-{article}",
        subject=_entity(world, n, subject),
        predicate=predicate,
        object=_value(world, n, draw, words, options.get("bound")),
        quote=f"{said} (in the words of article {article})",
        start=start,
        end=start + 50,
        qualifiers=qualifiers,
        polarity="denied" if "no" in options else "affirmed",
        modality=options.get("how", "asserted"),  # type: ignore[arg-type]  # the notation holds only real ones
        attribution=_speakers(world, options.get("by"), article),
        time=Time(None if stated == "-" else stated, options.get("valid")),
    )


def _speakers(world: World, by: str | None, article: str) -> tuple[str, ...]:
    """Who is quoted: whom the line names, else what is usual in the world's press."""
    if by is not None:
        return (world.people[int(by[1])],) if by else ()
    return world.voices[1 if article == "1" else 0]


def _entity(world: World, n: int, code: str) -> str:
    if code[0] == "#":
        return _entity(world, n + 1, code[1:])
    if code in ("A", "B"):
        return f"{world.thing}-{code.lower()}{n}"
    if code in ("LINE", "CLASS", "SUB", "TWIN"):
        return f"{world.thing}-{code.lower()}-{n}"
    number = int(code[1:]) + n
    if code[0] == "F":
        return f"{world.firms[number % len(world.firms)]}-{n}"
    return world.towns[number % len(world.towns)][code[0] == "C"]


def _value(world: World, n: int, draw: int, words: str, bound: Any) -> Value:
    first, _, second = words.partition(" ")
    if words[0] == "=":
        return TextValue(words[1:])
    if words[0] == "@":
        return DateValue(_moved(words[1:], draw))
    if second and first.isalpha():
        return MoneyValue(int(_moved(second, draw)), first)
    if second:
        return NumberValue(int(_moved(first, draw)), second, bound)
    return EntityValue(_entity(world, n, words))


def _moved(number: str, draw: int) -> str:
    """``1911+2`` as 1911, 1913, 1915 …, draw by draw."""
    base, plus, step = number.partition("+")
    return str(int(base) + int(step) * draw) if plus else number


@dataclass(frozen=True)
class Tally:
    """What became of the planted pairs of one kind."""

    planted: int
    found: int
    alarms: int
    """Pairs that are loud (for notes: noted) as of this kind though nothing of the sort was planted."""


def tally(
    wanted: Mapping[Pair, str], seen: Mapping[Pair, str], ignored: Container[Pair] = frozenset()
) -> dict[str, Tally]:
    """By kind: pairs planted, those found under whatever kind, and what else is seen; ``ignored`` is evidence."""
    kinds = sorted({*wanted.values(), *(kind for pair, kind in seen.items() if pair not in ignored)})
    return {
        kind: Tally(
            planted=sum(one == kind for one in wanted.values()),
            found=sum(one == kind and pair in seen for pair, one in wanted.items()),
            alarms=sum(one == kind and pair not in wanted and pair not in ignored for pair, one in seen.items()),
        )
        for kind in kinds
    }


def loud_pairs(findings: Iterable[Finding]) -> dict[Pair, str]:
    """The kind of loud finding by pair of claims that it sets against each other."""
    return {pair: f.kind for f in findings if f.severity != "note" for pair in _pairs(f)}


@dataclass(frozen=True)
class Score:
    """How the findings of one world compare with what was planted, by pair."""

    precision: float
    recall: float
    notes: float
    """Share of the planted notes that are found as such, of the right kind."""
    wrong: tuple[str, ...]


def score(cases: Sequence[Case], findings: Sequence[Finding]) -> Score:
    """Loud pairs against planted loud pairs; a finding that is loud about any other pair is a false alarm."""
    loud = loud_pairs(findings)
    quiet = {(*pair, f.kind) for f in findings if f.severity == "note" for pair in _pairs(f)}
    wanted = {case.pair: case for case in cases if case.expected == "loud"}
    evidence = {_sorted((case.claims[0].id, more.id)) for case in wanted.values() for more in case.claims[2:]}
    hits = [pair for pair in wanted if pair in loud]
    false = [pair for pair in loud if pair not in wanted and pair not in evidence]
    notes = [case for case in cases if case.expected == "note"]
    missing = [case for case in notes if (*case.pair, case.kind) not in quiet]
    wrong = [f"missed {pair}" for pair in wanted if pair not in loud]
    wrong += [f"false alarm {pair}" for pair in false] + [f"note missed: {case.name}" for case in missing]
    wrong += [f"{wanted[pair].name}: {loud[pair]}" for pair in hits if loud[pair] != wanted[pair].kind]
    return Score(
        precision=len(hits) / max(len(hits) + len(false), 1),
        recall=len(hits) / len(wanted),
        notes=1 - len(missing) / len(notes),
        wrong=tuple(wrong),
    )


def _pairs(finding: Finding) -> Iterator[tuple[str, str]]:
    for left in finding.left:
        for right in finding.right:
            yield _sorted((left, right))


def _sorted(pair: tuple[str, str]) -> tuple[str, str]:
    return (min(pair), max(pair))


if __name__ == "__main__":
    for one in WORLDS:
        planted_cases, found, _ = check_world(one)
        print(one.trade, len(planted_cases), score(planted_cases, found))
