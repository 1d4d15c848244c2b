"""Witnesses: which sources tell one story, so that agreement is counted by independent origins and not by copies."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from leica_kb.checks.context import Context
from leica_kb.checks.copies import copies_of, near_copies
from leica_kb.model import Claim


@lru_cache(maxsize=65_536)
def slug(name: str) -> str:
    """A publisher's name as an id: «Focus Numérique» and ``focus-numerique`` are one."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    return re.sub(r"[^\w]+", "-", plain.casefold()).strip("-")


def witnesses_of(context: Context) -> Mapping[str, str]:
    """For each source the witness that it is: what it retells, else its publisher, else itself; copies join."""
    roots: dict[str, str] = {}
    for source, facts in sorted(context.sources.items()):
        told = facts.retells[0] if facts.retells else facts.publisher
        roots[f"source {source}"] = f"told by {slug(told)}" if told else f"source {source}"
    for copy in near_copies({source: facts.shingles for source, facts in context.sources.items()}):
        left, right = _root(f"source {copy.left}", roots), _root(f"source {copy.right}", roots)
        first, second = sorted((left, right), key=lambda root: (not root.startswith("told"), root))
        if not (first.startswith("told") and second.startswith("told") and _retell(copy.left, copy.right, context)):
            roots[second] = first
            roots.setdefault(first, first)
    return {source: _root(f"source {source}", roots) for source in context.sources}


def witnesses_with(known: Mapping[str, str], source: str, context: Context) -> Mapping[str, str]:
    """The witnesses with one source more, of which the context already knows; the same as asking for all again."""
    facts = context.source(source)
    told = facts.retells[0] if facts.retells else facts.publisher
    mine = f"told by {slug(told)}" if told else f"source {source}"
    sketches = {name: other.shingles for name, other in context.sources.items()}
    roots = {known.get(copy.left if copy.right == source else copy.right, mine) for copy in copies_of(source, sketches)}
    return {**known, source: mine} if roots <= {mine} and source not in known else witnesses_of(context)


def witness_of(claim: Claim, context: Context) -> str:
    """The independent origin of one claim: what its sidecar says is retold, else its first relay, else its source."""
    relay = next((name for name in claim.attribution if name.startswith("via:")), None)
    if relay and not context.source(claim.source).retells:
        return f"told by {slug(relay.removeprefix('via:'))}"
    return context.witnesses.get(claim.source, f"source {claim.source}")


def count_witnesses(claims: Iterable[Claim], context: Context) -> int:
    """How many independent witnesses stand behind the claims."""
    return len({witness_of(claim, context) for claim in claims})


def witness_groups(claims: Iterable[Claim], context: Context) -> tuple[tuple[str, tuple[Claim, ...]], ...]:
    """The claims by witness, witnesses in order of name, claims in the order given."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(witness_of(claim, context), []).append(claim)
    return tuple((witness, tuple(members)) for witness, members in sorted(groups.items()))


def _retell(left: str, right: str, context: Context) -> bool:
    """Whether both sidecars say what they retell: then those words win over a likeness of texts."""
    return bool(context.source(left).retells and context.source(right).retells)


def _root(name: str, roots: Mapping[str, str]) -> str:
    while roots.get(name, name) != name:
        name = roots[name]
    return name
