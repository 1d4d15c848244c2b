"""How the claims of a base use its names: how often, where, in which words, and of what type an undeclared one is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from leica_kb.checks.likeness import LEGAL, TITLES
from leica_kb.kb.answers.names import spelt
from leica_kb.kb.answers.naming import NameEntry, Use
from leica_kb.kb.world.loading import World
from leica_kb.lang.given_names import GIVEN_NAMES
from leica_kb.lang.tokens import fold
from leica_kb.model import Claim, EntityValue, Vocabulary
from leica_kb.packs import Pack

SHOWN: Final = 3
"""Quotes shown of a name."""
_VOICES: Final = ("person", "company", "publication")
_COMMENTER: Final = "commenter:"


def entries_of(world: World) -> Mapping[str, NameEntry]:
    """Every id that a claim speaks of or somebody declared, in order."""
    used = claims_by_name(world.claims)
    written = spelt(world.pack.vocabulary.entities, world.claims, world.documents)
    ids = sorted({*used, *world.pack.vocabulary.entities})
    return {name: _entry(world.pack, name, written.get(name, ""), used.get(name, ())) for name in ids}


def claims_by_name(claims: Iterable[Claim]) -> Mapping[str, Sequence[Claim]]:
    """The claims that speak of each id or have it as a voice, rejected ones left out; commenters are nobody's names."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.review.state != "rejected":
            for name in _spoken_of(claim):
                found[name].append(claim)
    return found


def _spoken_of(claim: Claim) -> list[str]:
    voices = (name.removeprefix("via:") for name in claim.attribution)
    ends = (claim.subject, *((claim.object.entity,) if isinstance(claim.object, EntityValue) else ()))
    return list(dict.fromkeys(name for name in (*ends, *voices) if not name.startswith(_COMMENTER)))


def _entry(pack: Pack, name: str, written: str, claims: Sequence[Claim]) -> NameEntry:
    known = pack.vocabulary.entities.get(name)
    shown = known.name if known else written or name.replace("-", " ")
    return NameEntry(
        id=name,
        name=shown,
        type=known.type if known else type_of(name, shown, claims, pack),
        declared_by=known.declared_by if known else "",
        claims=len(claims),
        sources=tuple(sorted({claim.source for claim in claims})),
        uses=tuple(Use(claim.id, claim.source, claim.quote) for claim in _telling(claims, shown)),
    )


def _telling(claims: Sequence[Claim], shown: str) -> Sequence[Claim]:
    """A few claims: those whose words hold the name first, and each from another article as far as there are."""
    ordered = sorted(claims, key=lambda c: (shown.casefold() not in c.quote.casefold(), c.source, c.start, c.id))
    seen: dict[str, int] = defaultdict(int)
    rank = {claim.id: (_count(seen, claim.source), at) for at, claim in enumerate(ordered)}
    return sorted(ordered, key=lambda claim: rank[claim.id])[:SHOWN]


def _count(seen: dict[str, int], source: str) -> int:
    seen[source] += 1
    return seen[source]


def type_of(name: str, written: str, claims: Iterable[Claim], pack: Pack) -> str:
    """What an undeclared name is taken for, by its shape and by what is said of it; empty where that does not tell."""
    shaped = next((p.type for p in pack.patterns if _pattern(p.regex).fullmatch(written)), "")
    last = written.rsplit(maxsplit=1)[-1]  # «Hartwin lenses»; «Hartwin Optics» is written as a name
    if shaped or (last in pack.categories and last.endswith("s")):
        return shaped or "product_class"
    fitting = _fitting(name, claims, pack.vocabulary)
    shape = _shape(written)
    if shape and (not fitting or shape in fitting):
        return shape
    return next(iter(fitting)) if len(fitting) == 1 else ""


def admits(kind: str, name: str, claims: Iterable[Claim], vocabulary: Vocabulary) -> bool:
    """Whether every claim of the name that tells anything lets it be of this type, and one of them does tell."""
    return kind in _fitting(name, claims, vocabulary)


def _shape(written: str) -> str:
    """A company by its legal form, a person by a title or a given name in front of another."""
    words = fold(written).replace(".", "").replace(",", "").split()
    if not LEGAL.isdisjoint(words[1:]):
        return "company"
    is_person = len(words) > 1 and (words[0] in TITLES or words[0] in GIVEN_NAMES)
    return "person" if is_person else ""


def _fitting(name: str, claims: Iterable[Claim], vocabulary: Vocabulary) -> frozenset[str]:
    """The entity types that every claim of the name admits; none where they admit no common one."""
    admitted = [frozenset(types) for claim in claims if (types := _types(name, claim, vocabulary))]
    return frozenset.intersection(*admitted) if admitted else frozenset()


def _types(name: str, claim: Claim, vocabulary: Vocabulary) -> tuple[str, ...]:
    predicate = vocabulary.predicates.get(claim.predicate)
    if predicate is None:
        return ()
    if claim.subject == name:
        found = predicate.subject
    elif isinstance(claim.object, EntityValue) and claim.object.entity == name:
        found = predicate.object
    else:
        found = _VOICES
    return () if "any" in found else found


@lru_cache(maxsize=512)
def _pattern(regex: str) -> re.Pattern[str]:
    return re.compile(regex)
