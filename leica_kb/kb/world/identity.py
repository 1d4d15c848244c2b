"""Rulings on names → which ids are one, what contradicts itself among them, and the vocabulary with each thing once."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Final

from leica_kb.model import Entity, Identity, MergedName, Problem, Vocabulary
from leica_kb.packs import Pack
from leica_kb.store import CODES, RULED, NameRuling

CODE: Final = "KB121"
OWN: Final = "claims/entities.yaml"
Links = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A ruling that two names are different, and the rulings by which they are the same."""

    names: tuple[str, str]
    chain: tuple[str, ...]
    """From the one name to the other, each ruled the same as the next."""

    def __str__(self) -> str:
        left, right = self.names
        told = " = ".join(self.chain)
        ways = [f"leica-kb undo {left} {right}", *(f"leica-kb undo {a} {b}" for a, b in self.links)]
        return (
            f"{left} and {right} are ruled different, and yet the same by {told}; none of these rulings to be the same "
            f"counts until one is taken back: {', or '.join(ways)}"
        )

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """The rulings of the chain."""
        return tuple(zip(self.chain, self.chain[1:], strict=False))


@dataclass(frozen=True, slots=True)
class Resolved:
    """The rulings on names as they count: who stands for whom, and which rulings contradict each other."""

    identity: Identity = field(default_factory=Identity)
    disagreements: tuple[Disagreement, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """One for every contradiction among the rulings."""
        return tuple(Problem(CODE, CODES[CODE], str(found), RULED, None) for found in self.disagreements)


def resolve(rulings: Iterable[NameRuling], vocabulary: Vocabulary) -> Resolved:
    """The groups of ids that are ruled the same; a group with two ids ruled different is left apart and told of.

    A function of the set of rulings: their order counts for nothing.
    """
    given = tuple(sorted(rulings, key=lambda ruling: ruling.names))
    links, groups = _linked(given), _groups(_linked(given))
    different = [ruling.names for ruling in given if ruling.verdict == "different"]
    disagreeing = [pair for pair in different if groups.get(pair[0], {pair[0]}) is groups.get(pair[1])]
    broken = {name for pair in disagreeing for name in groups[pair[0]]}
    until = {name: date for ruling in given if ruling.verdict == "same" for name, date in ruling.until}
    merged: dict[str, MergedName] = {}
    for group in {id(members): members for name, members in groups.items() if name not in broken}.values():
        first = min(group, key=lambda name: _rank(name, until, vocabulary))
        merged |= {n: MergedName(n, first, vocabulary.name_of(n), until.get(n)) for n in group if n != first}
    identity = Identity({name: merged[name] for name in sorted(merged)})
    return Resolved(
        replace(identity, different=_both_ways((identity.current(a), identity.current(b)) for a, b in different)),
        tuple(Disagreement(pair, _chain(links, *pair)) for pair in disagreeing),
    )


def _rank(name: str, until: Mapping[str, str], vocabulary: Vocabulary) -> tuple[object, ...]:
    """Who stands for a group: not a name that was given up; one of the base's own, of a pack; the fullest."""
    known = vocabulary.entities.get(name)
    by = known.declared_by if known else ""
    return (name in until, not by.startswith(OWN), not by or by.startswith(RULED.as_posix()), -len(name), name)


def _linked(rulings: Iterable[NameRuling]) -> Links:
    """For each name those that it is ruled to be the same as, in order of id."""
    links: dict[str, list[str]] = defaultdict(list)
    for ruling in rulings:
        if ruling.verdict == "same":
            left, right = ruling.names
            links[left].append(right)
            links[right].append(left)
    return {name: sorted(others) for name, others in sorted(links.items())}


def _groups(links: Links) -> Mapping[str, frozenset[str]]:
    """For each name all that are the same through others; one and the same set for all of a group."""
    groups: dict[str, frozenset[str]] = {}
    for name in links:
        if name in groups:
            continue
        seen, todo = {name}, [name]
        while todo:
            new = [other for other in links[todo.pop()] if other not in seen]
            seen.update(new)
            todo.extend(new)
        members = frozenset(seen)
        groups |= dict.fromkeys(members, members)
    return groups


def _chain(links: Links, start: str, end: str) -> tuple[str, ...]:
    """The shortest way from one name to another."""
    ways: deque[tuple[str, ...]] = deque([(start,)])
    seen = {start}
    while ways:
        way = ways.popleft()
        if way[-1] == end:
            return way
        for name in links.get(way[-1], ()):
            if name not in seen:
                seen.add(name)
                ways.append((*way, name))
    return ()


def _both_ways(pairs: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for left, right in pairs:
        if left != right:
            found[left].add(right)
            found[right].add(left)
    return {name: frozenset(found[name]) for name in sorted(found)}


def with_ruled_names(pack: Pack, rulings: Iterable[NameRuling]) -> Pack:
    """The pack with the names that nobody declared and somebody ruled the same as another: articles are read with them.

    Each keeps its own id, so that what is read stays what it was when the ruling is taken back.
    """
    found: dict[str, Entity] = {}
    for ruling in sorted(rulings, key=lambda ruling: ruling.names):
        if ruling.verdict == "same":
            found |= _named(ruling, pack.vocabulary)
    if not found:
        return pack
    vocabulary = replace(pack.vocabulary, entities={**pack.vocabulary.entities, **found})
    told = repr([found[name] for name in sorted(found)])
    return replace(pack, vocabulary=vocabulary, digest=sha256(f"{pack.digest} {told}".encode()).hexdigest())


def _named(ruling: NameRuling, vocabulary: Vocabulary) -> dict[str, Entity]:
    """The ruling's names that nobody declares, of the type of the one that is declared."""
    written = dict(ruling.written)
    known = next((vocabulary.entities[name] for name in ruling.names if name in vocabulary.entities), None)
    kind = known.type if known else ruling.type
    return {
        name: Entity(name, written.get(name) or name.replace("-", " ").title(), kind, declared_by=RULED.as_posix())
        for name in ruling.names
        if kind and name not in vocabulary.entities
    }


def merged_vocabulary(vocabulary: Vocabulary, identity: Identity) -> Vocabulary:
    """The vocabulary with each thing once: what stands for others bears their names and lies where they lie."""
    if not identity.merged:
        return vocabulary
    groups: dict[str, list[Entity]] = defaultdict(list)
    for name, entity in vocabulary.entities.items():
        groups[identity.current(name)].append(entity)
    return replace(vocabulary, entities={name: _one(name, groups[name], identity) for name in groups})


def _one(name: str, members: Sequence[Entity], identity: Identity) -> Entity:
    first = next((entity for entity in members if entity.id == name), members[0])
    others = [entity for entity in members if entity is not first]
    makers = [entity.maker for entity in (first, *others) if entity.maker]
    return replace(
        first,
        id=name,
        aliases=_each((*first.aliases, *(a for entity in others for a in (entity.name, *entity.aliases)))),
        within=_current((w for entity in (first, *others) for w in entity.within), name, identity),
        twins=_current((t for entity in (first, *others) for t in entity.twins), name, identity),
        demonyms=_each(d for entity in (first, *others) for d in entity.demonyms),
        maker=next((found for maker in makers if (found := identity.current(maker)) != name), None),
    )


def _current(names: Iterable[str], own: str, identity: Identity) -> tuple[str, ...]:
    return _each(found for name in names if (found := identity.current(name)) != own)


def _each(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
