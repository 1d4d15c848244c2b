"""What kind of answer a question wants: a person, a place, a date, a yes or no, or whatever is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from leica_kb.index.words import Piece, singular
from leica_kb.query.grammar import ACTORS, AGENTS, AUXILIARIES, EVERY, FILLERS, KNOWING, LISTING, TYPOS, WH

TIME_UNITS: Final = frozenset("second minute hour day week month year decade century".split())
WINDOW: Final = 6
"""Pieces after the question word among which its noun stands."""
_STOPS: Final = frozenset("of for to in on at by from with does do did that among between".split())
_VALUES: Final = frozenset({"city", "country", "continent", "date", "money", "duration"})
"""Kinds that a noun of a bare phrase asks for."""
_SORTS: Final = frozenset({"kind", "type", "sort"})
_HOW: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "long": ("how_long", ("duration",)),
    "much": ("how_much", ("money",)),
    "many": ("how_many", ("number",)),
    "old": ("when", ("date", "duration")),
    "quickly": ("how_long", ("duration",)),
    "come": ("why", ()),
}
_WORDS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "who": ("who", ACTORS),
    "whom": ("who", ACTORS),
    "whose": ("who", ACTORS),
    "where": ("where", ("place",)),
    "when": ("when", ("date",)),
    "why": ("why", ()),
    "how": ("how", ("text",)),
    "what": ("what", ()),
    "which": ("which", ()),
}


class Asks(NamedTuple):
    """The question word, read."""

    kind: str
    """who, where, when, how, how_long, how_much, how_many, which, what, why, whether; or any for a bare phrase."""
    types: tuple[str, ...] = ()
    """Entity types and value kinds that answer; empty admits all."""
    positions: frozenset[int] = frozenset()
    """Positions that asking takes up, its noun included."""
    noun: int | None = None
    """Where the noun stands that tells the types, or what is counted."""
    word: int | None = None
    """Where the question word stands."""
    several: bool = False
    """Every value is wanted, not the best one: *all factories*, *which companies*, *who is in*."""


def find_asks(pieces: Sequence[Piece], kinds: Mapping[str, tuple[str, ...]]) -> Asks:
    """What the question wants, by its question word wherever it stands, else by an auxiliary in front."""
    words = [TYPOS.get(piece.text, piece.text) for piece in pieces]
    asks = _find_asks(words, kinds)
    listing = next((at for at, word in enumerate(words) if word not in FILLERS or word in LISTING), None)
    leading = frozenset({listing}) if listing is not None and words[listing] in LISTING and asks.word is None else None
    several = bool(EVERY & set(words)) or leading is not None or _is_plural(asks, words)
    if asks.kind == "whether" or not several:
        return asks
    return asks._replace(several=True, positions=asks.positions | (leading or frozenset()))


def _is_plural(asks: Asks, words: Sequence[str]) -> bool:
    """Whether the question word's own noun stands in the plural, or it asks who belongs to something."""
    if asks.kind == "who" and asks.word is not None:
        rest = list(words[asks.word + 1 : asks.word + 4])
        return rest[:1] == ["are"] or rest[:2] == ["is", "in"] or rest[1:3] == ["is", "in"]
    if asks.kind not in {"which", "what"} or asks.word is None:
        return False
    noun = asks.noun if asks.noun is not None else asks.word + 1
    return noun < len(words) and words[noun] not in FILLERS and singular(words[noun]) != words[noun]


def _find_asks(words: Sequence[str], kinds: Mapping[str, tuple[str, ...]]) -> Asks:
    at = next((i for i, word in enumerate(words) if word in WH), None)
    to_know = at is not None and _only_asks_to_know(words[:at])
    if words and words[0] in AUXILIARIES and not to_know:
        return Asks("whether", positions=frozenset({0}), word=0)
    if at is None:
        return _bare(words, kinds)
    if words[at] == "how":
        return _how(words, at)
    kind, types = _WORDS[words[at]]
    if kind in {"what", "which"} or words[at] == "whose":
        return _with_noun(Asks(kind, types, frozenset({at}), word=at), words, kinds)
    return Asks(kind, (*types, *kinds.get(words[at], ())) if types else (), frozenset({at}), word=at)


def _bare(words: Sequence[str], kinds: Mapping[str, tuple[str, ...]]) -> Asks:
    """A phrase without a question word, with the kind of value that a noun of it names: *price of a DMC-L1*."""
    if counted := _number_of(words):
        return counted
    for at, word in enumerate(words):
        if types := tuple(kind for kind in kinds.get(singular(word), ()) if kind in _VALUES):
            return Asks("any", types, frozenset({at}), noun=at)
    if any(singular(word) in AGENTS for word in words):
        return Asks("who", ACTORS)
    return Asks("any")


def _number_of(words: Sequence[str]) -> Asks | None:
    """*Number of Acme factories*: how many of what the first plural behind it names."""
    at = next((at for at in range(len(words) - 1) if words[at] == "number" and words[at + 1] == "of"), None)
    nouns = () if at is None else range(at + 2, len(words))
    noun = next((place for place in nouns if singular(words[place]) != words[place]), None)
    if at is None or noun is None:
        return None
    return Asks("how_many", ("number",), frozenset({at, at + 1}), noun=noun, word=at)


def _only_asks_to_know(words: Sequence[str]) -> bool:
    """*Is it known*, *do you know*, *can you tell me*: the question word behind it is what is asked."""
    return bool(KNOWING & set(words)) and all(word in FILLERS or word in KNOWING for word in words)


def _how(words: Sequence[str], at: int) -> Asks:
    follower = words[at + 1] if at + 1 < len(words) else ""
    if follower not in _HOW:
        return Asks("how", ("text", "quantity"), frozenset({at}), word=at)
    kind, types = _HOW[follower]
    noun = at + 2 if kind == "how_many" and at + 2 < len(words) else None
    taken = {noun} if noun is not None and singular(words[noun]) in TIME_UNITS else set[int]()
    if kind == "how_much" and at + 2 < len(words) and words[at + 2] == "time":
        kind, types = "how_long", ("duration",)
    return Asks(kind, types, frozenset({at, at + 1} | taken), noun=noun, word=at)


def _with_noun(asks: Asks, words: Sequence[str], kinds: Mapping[str, tuple[str, ...]]) -> Asks:
    """Add the types of the last noun of kind that stands in the question word's own phrase."""
    assert asks.word is not None  # noqa: S101  only called with one
    noun, types = None, asks.types
    for at in range(asks.word + 1, min(asks.word + 1 + WINDOW, len(words))):
        if words[at] in _STOPS and words[at - 1] not in _SORTS:
            break
        if words[at] in AUXILIARIES:
            if noun is not None:
                break
            continue
        if singular(words[at]) in kinds:
            noun, types = at, kinds[singular(words[at])]
    taken = asks.positions | ({noun} if noun is not None else set())
    return Asks(asks.kind, types, frozenset(taken), noun=noun, word=asks.word)
