"""A loaded base → the names that wait for a person: undeclared ones, and pairs that may be one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from leica_kb.checks.likeness import KINDS, Name
from leica_kb.checks.lookalikes import find_lookalikes
from leica_kb.checks.renaming import Told, find_renamings
from leica_kb.checks.surnames import SHARED, find_lone_surnames
from leica_kb.corpus import Limits
from leica_kb.kb.answers.names import names_in
from leica_kb.kb.answers.naming import Ambiguous, NameEntry, NameList, Stated, Suggestion
from leica_kb.kb.naming.deciding import find_id
from leica_kb.kb.naming.usage import admits, claims_by_name, entries_of
from leica_kb.kb.world.identity import CODE
from leica_kb.kb.world.loading import World, load_world
from leica_kb.lang.tokens import fold
from leica_kb.model import Claim, EntityValue

STATING: Final = frozenset({"same_company_as", "renamed_to", "formerly", "formerly_known_as", "known_as"})
"""Predicates whose plain statements call two names one."""
STATED: Final = "stated"
Pair = tuple[str, str]


def list_names(root: Path, limits: Limits, name: str | None = None, *, everything: bool = False) -> NameList:
    """What waits for a ruling, or all that concerns one name; with ``everything`` also what people ruled."""
    world = load_world(root, limits)
    entries = entries_of(world)
    wanted = find_id(world, entries, name) if name is not None else None
    suggestions = suggest_names(world, entries)
    lone = (found for found in _surnames(world, entries) if isinstance(found, Ambiguous))
    proposals = (entry for entry in entries.values() if not entry.declared_by and entry.claims)
    return NameList(
        suggestions=tuple(s for s in suggestions if wanted in (None, s.left.id, s.right.id)),
        ambiguous=tuple(one for one in lone if wanted is None or wanted in one.ids),
        proposals=tuple(sorted((e for e in proposals if wanted in (None, e.id)), key=lambda e: (-e.claims, e.id))),
        rulings=tuple(r for r in world.name_rulings if (wanted in r.names if wanted else everything)),
        names=names_in(world.pack.vocabulary, world.documents),
        problems=tuple(found for found in world.problems if found.code == CODE),
    )


def suggest_names(world: World, entries: Mapping[str, NameEntry]) -> tuple[Suggestion, ...]:
    """Pairs that nobody has ruled on, what an article states before what only looks so, then by use and id."""
    found: dict[Pair, Suggestion] = {}
    open_pair = _Open(world)
    lone = (one for one in _surnames(world, entries) if isinstance(one, Suggestion))
    for suggestion in (*_stated(world, entries), *_alike(world, entries), *lone):
        pair = open_pair.current(suggestion)
        if pair is not None:
            found.setdefault(pair, suggestion)
    return tuple(sorted(found.values(), key=_order))


def _order(found: Suggestion) -> tuple[object, ...]:
    return (found.kind != STATED, -found.left.claims - found.right.claims, found.left.id, found.right.id)


class _Open:
    """Which pairs wait for a ruling: neither merged, nor ruled on, nor the same pair under other ids."""

    def __init__(self, world: World) -> None:
        self._identity = world.identity
        self._ruled = {self._pair(*ruling.names) for ruling in world.name_rulings}

    def current(self, found: Suggestion) -> Pair | None:
        pair = self._pair(found.left.id, found.right.id)
        return None if pair[0] == pair[1] or pair in self._ruled else pair

    def bearers(self, name: str, people: Iterable[str]) -> tuple[str, ...]:
        """Whom of the people a name may mean, by what was ruled so far; nobody, where that was ruled on itself."""
        own = self._identity.current(name)
        others = {self._identity.current(one): one for one in people}
        asked = others.keys() - self._identity.different.get(own, frozenset())
        if own in asked or any(self._pair(own, other) in self._ruled for other in asked):
            return ()
        return tuple(others[other] for other in sorted(asked))

    def _pair(self, left: str, right: str) -> Pair:
        first, second = sorted((self._identity.current(left), self._identity.current(right)))
        return first, second


def _alike(world: World, entries: Mapping[str, NameEntry]) -> Iterator[Suggestion]:
    for found in find_lookalikes(_names(world, entries)):
        left, right = entries[found.left.entity], entries[found.right.entity]
        if left.claims or right.claims:
            why = f"{KINDS[found.kind]}: {found.left.text}, {found.right.text}"
            yield Suggestion(left, right, found.kind, why)


def _surnames(world: World, entries: Mapping[str, NameEntry]) -> Iterator[Suggestion | Ambiguous]:
    """What a surname alone may mean: a suggestion where it is one person's, else the people who share it."""
    open_pair, uses = _Open(world), claims_by_name(world.claims)
    for found in find_lone_surnames(_names(world, entries)):
        name, people = entries[found.name.entity], {one.entity: one.text for one in found.people}
        if not name.claims or not (name.type or admits("person", name.id, uses[name.id], world.pack.vocabulary)):
            continue
        bearers = [entries[own] for own in open_pair.bearers(name.id, people)]
        if len(bearers) == 1:
            left, right = sorted((name, bearers[0]), key=lambda entry: entry.id)
            yield Suggestion(left, right, "surname", f"{SHARED}: {found.name.text}, {people[bearers[0].id]}")
        elif bearers:
            yield Ambiguous(name, tuple(bearers))


def _names(world: World, entries: Mapping[str, NameEntry]) -> Iterator[Name]:
    """Every written name of every entry; what only a ruling names is not declared."""
    for entry in entries.values():
        known = world.pack.vocabulary.entities.get(entry.id)
        for written in (entry.name, *(known.aliases if known else ())):
            yield Name(entry.id, written, entry.type, declared=entry.is_declared)


def _stated(world: World, entries: Mapping[str, NameEntry]) -> Iterator[Suggestion]:
    yield from _stated_by_claims(world.claims, entries)
    ids = {fold(name.text): name.entity for name in _names(world, entries) if not name.is_bare}
    for told in find_renamings(_passages(world), ids):
        left, right = (entries[name] for name in sorted(told.names))
        if (left.claims or right.claims) and _of_one_type(left, right):
            stated = Stated(told.passage.source, told.passage.text, told.older, told.date)
            yield Suggestion(left, right, STATED, "an article calls them one", stated)


def _stated_by_claims(claims: Iterable[Claim], entries: Mapping[str, NameEntry]) -> Iterator[Suggestion]:
    for claim in claims:
        if claim.predicate in STATING and isinstance(claim.object, EntityValue) and _is_plain(claim):
            left, right = (entries[name] for name in sorted((claim.subject, claim.object.entity)))
            stated = Stated(claim.source, claim.quote, None, claim.time.valid, claim.id)
            yield Suggestion(left, right, STATED, "a claim calls them one", stated)


def _is_plain(claim: Claim) -> bool:
    return (claim.polarity, claim.modality) == ("affirmed", "asserted") and claim.review.state != "rejected"


def _passages(world: World) -> Iterator[Told]:
    for document in world.documents.values():
        for sentence in document.sentences:
            yield Told(document.id, sentence.start, sentence.span.of(document.text), document.metadata.published)


def _of_one_type(left: NameEntry, right: NameEntry) -> bool:
    return left.type == right.type or not (left.type and right.type)
