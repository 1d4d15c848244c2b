"""Ids of claims: given once at birth from what the claim says, never recomputed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence, Set
from dataclasses import replace

from leica_kb.model import Claim, value_to_json


def birth_id(claim: Claim, n: int = 0) -> str:
    """``c-`` and 12 hex digits of the SHA-256 of what the claim says in which words; n counts equal ones from 0."""
    return _id_of(_said(claim), n)


def _said(claim: Claim) -> str:
    """What the claim says in which words, as compact JSON without its end."""
    qualifiers = claim.qualifiers
    said = [
        claim.source,
        claim.subject,
        claim.predicate,
        value_to_json(claim.object),
        qualifiers.get("component"),
        qualifiers.get("rank"),
        claim.polarity,
        claim.quote,
    ]
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).removesuffix("]")


def _id_of(said: str, n: int) -> str:
    return f"c-{hashlib.sha256(f'{said},{n}]'.encode()).hexdigest()[:12]}"


def assign_ids(claims: Sequence[Claim], taken: Set[str] = frozenset()) -> tuple[Claim, ...]:
    """The claims in their order, those without an id given the first one that no other has."""
    used = {claim.id for claim in claims if claim.id} | taken
    numbers: dict[str, int] = {}
    named = list(claims)
    for index in sorted(range(len(named)), key=lambda i: by_content(named[i])):
        if not named[index].id:
            named[index] = replace(named[index], id=_free_id(_said(named[index]), used, numbers))
            used.add(named[index].id)
    return tuple(named)


def birth_ids(claims: Sequence[Claim]) -> tuple[str, ...]:
    """The ids that the claims would be given, whatever ids they have."""
    return tuple(claim.id for claim in assign_ids([replace(claim, id="") for claim in claims]))


def by_content(claim: Claim) -> tuple[int, int, str]:
    """A key that orders claims by place and then by all they hold, so that no order of input shows."""
    return (claim.start, claim.end, json.dumps(claim.to_json(), ensure_ascii=False, sort_keys=True))


def _free_id(said: str, used: Set[str], numbers: dict[str, int]) -> str:
    """The first id that is free; the numbers note how far that was found of what says the same."""
    n = numbers.get(said, 0)
    while (wanted := _id_of(said, n)) in used:
        n += 1
    numbers[said] = n + 1
    return wanted
