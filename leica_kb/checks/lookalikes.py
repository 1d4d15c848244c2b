"""Names of one base that may be two ways to write one: found through shared keys, so that few pairs are compared."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from leica_kb.checks.likeness import KINDS, LEAST, TAILS, Kind, Name, likeness, singular_of
from leica_kb.lang.given_names import GIVEN_NAMES

COMMON: Final = 50
"""A key that more names share is a common word and pairs nobody."""
_ORDER: Final = tuple(KINDS)


@dataclass(frozen=True, slots=True)
class Lookalike:
    """Two entities whose names look like one, the smaller id first, with the names that do."""

    left: Name
    right: Name
    kind: Kind


def find_lookalikes(names: Iterable[Name]) -> tuple[Lookalike, ...]:
    """Every pair of entities with look-alike names, in order of their ids; two declared ones are never a pair.

    Each name is filed under a handful of keys (its letters, its sound with each letter left out in turn (Garbe's
    symmetric deletes), its initials, its beginning) and compared only with those that share one.
    """
    given = tuple(dict.fromkeys(names))
    found: dict[tuple[str, str], Lookalike] = {}
    for left, right in candidate_pairs(given):
        if (kind := likeness(left, right)) is not None:
            pair = (left.entity, right.entity)
            old = found.get(pair)
            if old is None or _ORDER.index(kind) < _ORDER.index(old.kind):
                found[pair] = Lookalike(left, right, kind)
    return tuple(found[pair] for pair in sorted(found))


def candidate_pairs(names: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """The pairs of names worth a comparison, each once, the smaller entity id first."""
    pairs = {pair for numbers in _filed(names, like_keys).values() for pair in combinations(numbers, 2)}
    whole, longer = _filed(names, whole_keys), _filed(names, longer_keys, most=len(names))
    pairs |= {(one, other) for key in whole.keys() & longer.keys() for one in whole[key] for other in longer[key]}
    for first, second in sorted(pairs):
        left, right = sorted((names[first], names[second]), key=lambda name: name.entity)
        if left.entity != right.entity and not (left.declared and right.declared):
            yield left, right


def _filed(
    names: Sequence[Name], keys: Callable[[Name], Iterable[str]], most: int = COMMON
) -> Mapping[str, Sequence[int]]:
    """The names, by number, under each of their keys; without the keys that too many share."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        for key in sorted(set(keys(name))):
            holders[key].append(number)
    return {key: numbers for key, numbers in holders.items() if len(numbers) <= most}


def like_keys(name: Name) -> Iterator[str]:
    """What two names of one length share: their letters, their sound but for one letter, their initials."""
    yield from (name.joined, singular_of(name.joined), " ".join(sorted(name.core)), "".join(name.sound))
    if len(name.core) > 1:
        yield f"{name.core[0][0]} {name.sound[-1]}"
    for place, word in enumerate(name.sound):
        before, after = " ".join(name.sound[:place]), " ".join(name.sound[place + 1 :])
        if len(word) >= LEAST - 1:
            yield from (f"{before}|{word[:at]}{word[at + 1 :]}|{after}" for at in range(1, len(word)))
            yield f"{before}|{word}|{after}"


def whole_keys(name: Name) -> Iterator[str]:
    """Under what a name stands that may be another's beginning, end or initials."""
    yield name.joined
    if name.is_acronym:
        yield f"initials {name.text.casefold()}"


def longer_keys(name: Name) -> Iterator[str]:
    """What a shorter name of the same thing would be: its beginning, its end behind a given name, its initials."""
    core = name.core
    yield from ("".join(core[:length]) for length in range(1, len(core)))
    yield from (name.joined[: -len(tail)] for tail in TAILS if name.joined.endswith(tail))
    if len(core) > 1:
        yield "".join(core[1:])
        if core[0] in GIVEN_NAMES:
            yield core[-1]
    if len(core) > 2:
        yield "initials " + "".join(word[0] for word in name.words)
        yield "initials " + "".join(word[0] for word in re.findall(r"\b[A-Z]\w*", name.text)).casefold()
