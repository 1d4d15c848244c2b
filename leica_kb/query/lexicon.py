"""The packs' question cues as an index holds them, and which of their phrases occur in a question."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, NamedTuple

LONGEST: Final = 5
"""Words in the longest phrase that is looked for."""

Grams = Mapping[str, tuple[tuple[int, ...], ...]]
"""Phrase → the runs of positions where it stands."""


class Predicate(NamedTuple):
    """What a look-up needs to know of a predicate."""

    id: str
    topic: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    single: bool
    universal: bool
    symmetric: bool
    qualifiers: tuple[str, ...] = ()
    inverse: str | None = None
    state: bool = False
    """What holds for a while: the latest saying of it is the current one."""
    passive: bool = False
    """Its sentence says what is done to the subject or what it is: *is made by*, *is a subsidiary of*."""
    agent: str = ""
    """Which end does it, where the sentence tells: the subject of *owns*, the object of *is made by*."""

    @property
    def speaks_freely(self) -> bool:
        """Its objects or roles are the source's own words, so that a question need not name the predicate."""
        return "text" in self.object or "role" in self.qualifiers


class Lexicon(NamedTuple):
    """Everything about wording that does not depend on the question."""

    predicates: Mapping[str, Predicate]
    cues: tuple[Mapping[str, Any], ...]
    kinds: Mapping[str, tuple[str, ...]]
    """Phrase → kinds of answer that it asks for."""
    implied: Mapping[str, frozenset[str]] = MappingProxyType({})
    """Predicate → stems of what asks for it, which its claims therefore need not be asked about again."""
    rings: Mapping[str, frozenset[str]] = MappingProxyType({})
    """Phrase → phrases that mean the same."""
    contraries: Mapping[str, frozenset[str]] = MappingProxyType({})
    """Predicate → phrases that ask for its opposite."""


class Asked(NamedTuple):
    """A predicate that a question's words ask for."""

    predicate: str
    positions: frozenset[int]
    """Positions that its wording accounts for."""
    needed: frozenset[int]
    """Those of them without which it would not be asked for."""
    counts: bool


_LAST: Final[dict[str, Lexicon]] = {}
"""Digest → the lexicon read last: a pure function of the digest, so that whoever asks often reads it once."""


def load_lexicon(connection: sqlite3.Connection) -> Lexicon:
    """The cues and predicates of an index; the last one is kept, under the digest of all that it is made of."""
    found = connection.execute("SELECT value FROM meta WHERE key = 'vocabulary'").fetchone()
    digest = str(found[0]) if found else ""
    known = _LAST.get(digest)
    if known is None:
        known = _read_lexicon(connection)
        _LAST.clear()
        _LAST[digest] = known
    return known


def _read_lexicon(connection: sqlite3.Connection) -> Lexicon:
    rows = _documents(connection, "SELECT data FROM cue ORDER BY row")
    kinds: dict[str, tuple[str, ...]] = {}
    rings: dict[str, set[str]] = {}
    for row in rows:
        for phrase in row.get("words", ()):
            kinds[phrase] = (*kinds.get(phrase, ()), row["kind"])
        for phrase in row.get("same", ()):
            rings.setdefault(phrase, set()).update(row["same"])
    found = _documents(connection, "SELECT data FROM predicate ORDER BY id")
    return Lexicon(
        predicates={data["id"]: _predicate(data) for data in found},
        cues=tuple(row for row in rows if "predicate" in row),
        implied=_implied(rows),
        kinds=kinds,
        rings={phrase: frozenset(mates) for phrase, mates in rings.items()},
        contraries={row["predicate"]: frozenset(row["contrary"]) for row in rows if "contrary" in row},
    )


def _documents(connection: sqlite3.Connection, query: str) -> list[Mapping[str, Any]]:
    """The rows of JSON as one list, read in one go."""
    found: list[Mapping[str, Any]] = json.loads(f"[{','.join(data for (data,) in connection.execute(query))}]")
    return found


def _implied(rows: Iterable[Mapping[str, Any]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        phrases = (phrase for group in row.get("needs", ()) for phrase in group)
        found.setdefault(row.get("predicate", ""), set()).update(
            w for phrase in phrases for w in phrase.lstrip("~").split()
        )
    return {predicate: frozenset(words) for predicate, words in found.items()}


def _predicate(data: Mapping[str, Any]) -> Predicate:
    return Predicate(
        id=data["id"],
        topic=data["topic"],
        subject=tuple(data["subject"]),
        object=tuple(data["object"]),
        single=bool(data["single"]),
        universal=data["universal"],
        symmetric=data["symmetric"],
        qualifiers=tuple(data["qualifiers"]),
        inverse=data["inverse"],
        state=data["state"],
        passive=_is_passive(data["says"]),
        agent="" if data["symmetric"] else _agent(data),
    )


def _is_passive(says: str) -> bool:
    return says.startswith(("{subject} is ", "{subject} was "))


def _agent(data: Mapping[str, Any]) -> str:
    """The end that does it, by the predicate's sentence; *is a part of* is done by the whole, if both are of a kind."""
    says = data["says"]
    if says.startswith("{object}") or "by {object}" in says:
        return "object"
    if _is_passive(says):
        return "object" if set(data["subject"]) & set(data["object"]) - {"any"} else ""
    return "subject" if says.startswith("{subject} ") else ""


def find_grams(stems: Sequence[str]) -> Grams:
    """Every run of up to five stems with the places where it stands."""
    found: dict[str, tuple[tuple[int, ...], ...]] = {}
    for start in range(len(stems)):
        for end in range(start + 1, min(start + LONGEST, len(stems)) + 1):
            phrase = " ".join(stems[start:end])
            found[phrase] = (*found.get(phrase, ()), tuple(range(start, end)))
    return found


def positions_of(phrases: Iterable[str], grams: Grams) -> frozenset[int]:
    """Positions at which one of the phrases stands."""
    return frozenset(at for phrase in phrases for run in grams.get(phrase, ()) for at in run)


def find_asked(lexicon: Lexicon, grams: Grams) -> Mapping[str, Asked]:
    """The predicates that the question's phrases ask for, each by all of its cues that apply."""
    asked: dict[str, Asked] = {}
    for cue in lexicon.cues:
        groups = [positions_of((phrase.lstrip("~") for phrase in group), grams) for group in cue.get("needs", ())]
        if not all(groups):
            continue
        name, needed = cue["predicate"], frozenset[int]().union(*groups)
        accounted = positions_of((phrase for group in cue["needs"] for phrase in group), grams)
        old = asked.get(name, Asked(name, frozenset(), frozenset(), False))
        positions = old.positions | accounted | positions_of(cue.get("also", ()), grams)
        asked[name] = Asked(name, positions, old.needed | needed, old.counts or bool(cue.get("counts")))
    for name in list(asked):
        known = lexicon.predicates.get(name)
        if known is not None and known.inverse:
            _share(asked, name, known.inverse)
    return asked


def _share(asked: dict[str, Asked], name: str, inverse: str) -> None:
    """Whoever asks for a predicate asks for the one that says the same the other way round."""
    one, other = asked[name], asked.get(inverse, asked[name])
    positions, needed = one.positions | other.positions, one.needed | other.needed
    for each in (name, inverse):
        asked[each] = Asked(each, positions, needed, one.counts or other.counts)
