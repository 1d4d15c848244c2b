"""Names set side by side (*M10 vs M11*, *Kodak and Sony*): each is asked about alone, with the words they share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from leica_kb.query.asks import Asks
from leica_kb.query.candidates import Candidate
from leica_kb.query.hits import Hit, find_hit, keep_best
from leica_kb.query.lexicon import Lexicon
from leica_kb.query.linking import Link
from leica_kb.query.matching import match
from leica_kb.query.reading import BESIDE, COMPARING, Reading

Find = Callable[[Reading], Sequence[Candidate]]
"""The claims that may answer a reading."""
_BETWEEN: Final = frozenset("and or vs versus to with than against the a compared".split())
"""Words between two names that are asked about side by side."""
_AGAIN: Final = frozenset("which what in of for on is".split())
"""Those between them where the question word is said again: *which in the M10 and which in the M11*."""


def find_apart(lexicon: Lexicon, reading: Reading, find: Find) -> tuple[tuple[Link, tuple[Hit, ...]], ...]:
    """The names that stand side by side, each with its best answers when it is taken alone."""
    sides: dict[Link, tuple[Hit, ...]] = {}
    for left, right in zip(reading.links, reading.links[1:], strict=False):
        if _belong_together(lexicon, reading) or not _stand_side_by_side(reading, left, right):
            continue
        for kept, dropped in ((left, right), (right, left)):
            alone = _alone(reading, dropped)
            hits = (find_hit(lexicon, alone, match(lexicon, alone, claim)) for claim in find(alone))
            sides[kept] = tuple(keep_best(alone, [hit for hit in hits if hit]))
    plain = reading.asks.noun is None and all(not _alone(reading, link).content for link in sides)
    return tuple(_only_shared(sides).items() if plain and reading.sets_apart else sides.items())


def _only_shared(sides: Mapping[Link, tuple[Hit, ...]]) -> Mapping[Link, tuple[Hit, ...]]:
    """Where nothing but names is given, what is told of each of them in the same respect."""
    told = [{_respect(hit) for hit in hits} for hits in sides.values()]
    shared = frozenset.intersection(*map(frozenset, told)) if told else frozenset()
    return {link: tuple(hit for hit in hits if _respect(hit) in shared) for link, hits in sides.items()}


def _respect(hit: Hit) -> tuple[str, frozenset[str]]:
    return hit.match.claim.predicate, frozenset(hit.match.slots)


def _belong_together(lexicon: Lexicon, reading: Reading) -> bool:
    """Whether what is asked is between the two: they are *partners*, they are *one company*."""
    together = any(name in lexicon.predicates and lexicon.predicates[name].symmetric for name in reading.asked)
    return together and not reading.sets_apart


def _alone(reading: Reading, dropped: Link) -> Reading:
    """The question without one of its names and without the words that set them against each other."""
    words = COMPARING | BESIDE
    setting = frozenset(at for at, piece in enumerate(reading.pieces) if piece.text in words)
    asks = Asks("any") if reading.asks.kind == "how" and setting else reading.asks
    return reading._replace(
        links=tuple(link for link in reading.links if link != dropped), content=reading.content - setting, asks=asks
    )


def _stand_side_by_side(reading: Reading, left: Link, right: Link) -> bool:
    """Two names of one type with nothing but *and*, *or*, *vs* between them."""
    between = {reading.pieces[at].text for at in range(left.end, right.start)}
    known = _BETWEEN | _AGAIN if between & {"which", "what"} or reading.sets_apart else _BETWEEN
    known = known | between if between & COMPARING else known
    types = [{reading.kin[name].type for name in link.entities} for link in (left, right)]
    return bool(between) and between <= known and bool(types[0] & types[1])
