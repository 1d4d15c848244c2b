"""A question, read: its names, the predicates its words ask for, and every word that an answer has to account for."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, pairwise, product
from types import MappingProxyType
from typing import Final, NamedTuple

from leica_kb.index.words import Piece, find_pieces, stem
from leica_kb.query.asks import Asks, find_asks
from leica_kb.query.grammar import (
    EXCEPTING,
    FILLER_STEMS,
    FILLERS,
    NEGATIONS,
    NOW,
    NUMBERS,
    SAYING,
    SOURCE_CUES,
    SOURCE_NOUNS,
    SPEAKERS,
    TYPOS,
)
from leica_kb.query.lexicon import Asked, Grams, Lexicon, find_asked, find_grams
from leica_kb.query.linking import Kin, Link, find_links, load_kin
from leica_kb.query.ranks import find_ranks
from leica_kb.query.spelling import correct, is_known

YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")
MODEL: Final = re.compile(r"(?=.*\d)(?=.*[a-z])[a-z0-9]+")
"""Letters and digits in one piece: the shape of a model's name."""

SPELLINGS: Final = 4
"""Ways to mend a question that are tried."""
COMPARING: Final = frozenset({"vs", "versus", "compared", "compare", "compares", "comparison", "comparing"})
BESIDE: Final = frozenset({"difference", "differences", "differ", "than"})
"""Words that set two names against each other where no claim speaks of both."""
COMMON: Final = frozenset({"component", "event", "technology"})
"""Types whose names are common nouns, which a claim may account for as words too."""


class Reading(NamedTuple):
    """One way to read a question."""

    text: str
    pieces: tuple[Piece, ...]
    stems: tuple[str, ...]
    grams: Grams
    asks: Asks
    links: tuple[Link, ...]
    asked: Mapping[str, Asked]
    content: frozenset[int]
    """Positions that an answer has to account for, names not counted."""
    adverbs: frozenset[int]
    """Those of them at which it is no loss if it does not: *usually*, *individually*."""
    kin: Mapping[str, Kin]
    ranks: frozenset[int] = frozenset()
    rank_positions: frozenset[int] = frozenset()
    speaker: Link | None = None
    """Whose saying is asked for."""
    saying: frozenset[int] = frozenset()
    target: Link | None = None
    """A name right behind *which*: the class in which the answer lies."""
    offered: tuple[Link, ...] = ()
    """Names that a question offers to choose from, one of which is the answer: *who makes it, Leica or Panasonic*."""
    excluded: frozenset[str] = frozenset()
    """Entities that are no answer: *who besides Leica*."""
    as_of: frozenset[int] = frozenset()
    """Years by which a thing was to hold: *as of 2013*."""
    negated: bool = False
    """It asks for what is denied: *which camera will Leica not make*."""
    choices: tuple[tuple[frozenset[int], ...], ...] = ()
    """Either-or: of the sides of a group one has to be accounted for."""
    corrected: Mapping[str, str] = MappingProxyType({})
    mates: Mapping[int, tuple[frozenset[str], ...]] = MappingProxyType({})
    """Position → phrases, as sets of stems, that mean the same as one of the question's that takes it in."""

    silent: tuple[Link, ...] = ()
    """Names that are set against others and of which nothing is told."""
    apart: bool = False
    """Its names are answered each for itself."""

    @property
    def now(self) -> bool:
        """Whether it asks how things are at present."""
        return any(piece.text in NOW for piece in self.pieces)

    @property
    def compares(self) -> bool:
        """Whether two names are set against each other: *M10 vs M11 sensor*."""
        return len(self.links) > 1 and (self.apart or any(piece.text in COMPARING for piece in self.pieces))

    @property
    def sets_apart(self) -> bool:
        """Whether its words set names against each other, ask how they differ, or ask twice: *which … and which*."""
        words = [] if self.excluded else [piece.text for piece in self.pieces]
        twice = any(left == "and" and right in {"which", "what"} for left, right in pairwise(words))
        return twice or not (COMPARING | BESIDE).isdisjoint(words)

    def words(self, positions: Iterable[int]) -> str:
        """The pieces at the positions as they were typed."""
        return " ".join(self.text[self.pieces[at].start : self.pieces[at].end] for at in sorted(positions))


def read_question(connection: sqlite3.Connection, lexicon: Lexicon, text: str) -> tuple[Reading, ...]:
    """The readings of a question, the likeliest first: several where a misspelt word or a name is in doubt."""
    typed = find_pieces(text)
    readings: list[Reading] = []
    for pieces, corrected in _spellings(connection, text, typed):
        links = find_links(connection, text, pieces, exact=False)
        readings.append(_read(connection, lexicon, text, pieces, links)._replace(corrected=corrected))
        if not all(link.exact for link in links):
            links = find_links(connection, text, pieces, exact=True)
            readings.append(_read(connection, lexicon, text, pieces, links)._replace(corrected=corrected))
    return tuple(readings)


def _spellings(
    connection: sqlite3.Connection, text: str, pieces: tuple[Piece, ...]
) -> list[tuple[tuple[Piece, ...], Mapping[str, str]]]:
    """The pieces with misspelt ones mended, in each way where one has several, and what was mended."""
    linked = {at for link in find_links(connection, text, pieces, exact=False) for at in link.positions}
    options = {
        at: found
        for at, piece in enumerate(pieces)
        if at not in linked
        and (piece.text in TYPOS or not is_known(connection, piece.text))
        and (found := correct(connection, piece.text))
    }
    for at, name in _possessives(connection, text, pieces).items():
        options.setdefault(at, (pieces[at].text, name))
    ways = islice(product(*options.values()), SPELLINGS)
    return [_mended(pieces, dict(zip(options, way, strict=True))) for way in ways]


def _possessives(connection: sqlite3.Connection, text: str, pieces: tuple[Piece, ...]) -> Mapping[int, str]:
    """Names in the plural that may lack an apostrophe: *leicas market*."""
    lone = {link.start: link for link in find_links(connection, text, pieces, exact=True) if len(link.positions) == 1}
    found = {at: pieces[at].text[:-1] for at in lone if pieces[at].text.endswith("s") and len(pieces[at].text) > 3}
    owners = {at: find_links(connection, name, find_pieces(name), exact=True) for at, name in found.items()}
    return {at: name for at, name in found.items() if owners[at]}


def _mended(pieces: tuple[Piece, ...], words: Mapping[int, str]) -> tuple[tuple[Piece, ...], Mapping[str, str]]:
    mended = tuple(piece._replace(text=words.get(at, piece.text)) for at, piece in enumerate(pieces))
    return mended, {pieces[at].text: word for at, word in words.items() if pieces[at].text != word}


def _read(
    connection: sqlite3.Connection, lexicon: Lexicon, text: str, pieces: tuple[Piece, ...], links: tuple[Link, ...]
) -> Reading:
    stems = tuple(stem(piece.text) for piece in pieces)
    grams = find_grams(stems)
    asks = find_asks(pieces, lexicon.kinds)
    links = tuple(link for link in links if not _is_plain_word(lexicon, text, pieces, link))
    linked = frozenset(at for link in links for at in link.positions)
    asked = find_asked(lexicon, grams)
    kin = {name: load_kin(connection, name) for link in links for name in link.entities}
    ranked = any("rank" in lexicon.predicates[name].qualifiers for name in asked if name in lexicon.predicates)
    ranks, rank_positions = find_ranks(pieces, stems, linked) if ranked else (frozenset[int](), frozenset[int]())
    common = {at for link in links if all(kin[name].type in COMMON for name in link.entities) for at in link.positions}
    fillers = {at for at, piece in enumerate(pieces) if piece.text in FILLERS or stems[at] in FILLER_STEMS}
    if asks.kind in {"which", "what", "who"}:
        fillers |= {at for at, piece in enumerate(pieces) if piece.text in NUMBERS}
    told = _find_source_words(pieces, links) - asks.positions
    links = tuple(link for link in links if not link.positions <= told)
    reading = Reading(
        text=text,
        pieces=pieces,
        stems=stems,
        grams=grams,
        asks=asks,
        links=links,
        asked=asked,
        content=frozenset(range(len(pieces))) - (linked - common) - fillers - told - asks.positions,
        adverbs=frozenset(at for at, piece in enumerate(pieces) if len(piece.text) > 4 and piece.text.endswith("ly")),
        kin=kin,
        ranks=ranks,
        rank_positions=rank_positions,
        mates=_find_mates(lexicon, grams),
        as_of=_find_as_of(pieces),
        negated=any(piece.negated or piece.text in NEGATIONS for piece in pieces),
        choices=_find_choices(pieces, links, fillers),
    )
    return _with_offers(_with_target(_with_speaker(_without_excluded(reading), kin)))


def _find_as_of(pieces: Sequence[Piece]) -> frozenset[int]:
    words = [piece.text for piece in pieces]
    return frozenset(at for at, word in enumerate(words) if YEAR.fullmatch(word) and words[at - 2 : at] == ["as", "of"])


def _find_source_words(pieces: Sequence[Piece], links: Sequence[Link]) -> frozenset[int]:
    """Words that only say in which article one is to look: *according to the French blog*, *in the interview*."""
    found: set[int] = set()
    for at, piece in enumerate(pieces):
        before = [other.text for other in pieces[max(0, at - 4) : at]]
        if piece.text in SOURCE_NOUNS and SOURCE_CUES & set(before):
            found.add(at)
            found.update(i for link in links if link.end == at and len(link.positions) == 1 for i in link.positions)
    return frozenset(found)


def _find_mates(lexicon: Lexicon, grams: Grams) -> Mapping[int, tuple[frozenset[str], ...]]:
    mates: dict[int, set[frozenset[str]]] = {}
    for phrase in grams.keys() & lexicon.rings.keys():
        same = {frozenset(mate.split()) for mate in lexicon.rings[phrase]}
        for at in {at for run in grams[phrase] for at in run}:
            mates.setdefault(at, set()).update(same)
    return {at: tuple(found) for at, found in mates.items()}


def _is_plain_word(lexicon: Lexicon, text: str, pieces: Sequence[Piece], link: Link) -> bool:
    """A lone word in small letters that also asks for a predicate is no name: *polish*."""
    piece = pieces[link.start]
    small = text[piece.start : piece.end].islower() and link.end == link.start + 1
    return small and any(stem(piece.text) in words for words in lexicon.implied.values())


def _find_choices(
    pieces: Sequence[Piece], links: Sequence[Link], fillers: set[int]
) -> tuple[tuple[frozenset[int], ...], ...]:
    """What stands on either side of an *or*: a whole name or the words up to the next filler."""
    groups: list[tuple[frozenset[int], ...]] = []
    for at, piece in enumerate(pieces):
        if piece.text == "or":
            sides = (_run(at - 1, -1, links, fillers, len(pieces)), _run(at + 1, 1, links, fillers, len(pieces)))
            if all(sides):
                groups.append(sides)
    return tuple(groups)


def _run(at: int, step: int, links: Sequence[Link], fillers: set[int], length: int) -> frozenset[int]:
    found: set[int] = set()
    for _ in range(3):
        link = next((link for link in links if at in link.positions), None)
        if link is not None:
            return frozenset(found or link.positions)
        if not 0 <= at < length or at in fillers:
            break
        found.add(at)
        at += step
    return frozenset(found)


def _with_speaker(reading: Reading, kin: Mapping[str, Kin]) -> Reading:
    """Note whose words are asked for: a person and a verb of saying, *according to* him, him *on* something."""
    spoken = enumerate(zip(reading.stems, reading.pieces, strict=True))
    saying = frozenset(at for at, (root, piece) in spoken if root in SAYING and piece.text not in NEGATIONS)
    for link in reading.links:
        kinds = {kin[name].type for name in link.entities}
        before = [piece.text for piece in reading.pieces[max(0, link.start - 2) : link.start]]
        after = reading.pieces[link.end].text if link.end < len(reading.pieces) else ""
        told = before[-1:] == ["per"] or before == ["according", "to"]
        if kinds & {"person", "publication"}:
            told = told or bool(saying) or after in {"on", "about"}
        else:
            told = "company" in kinds and (told or link.end in saying)
        if told:
            return reading._replace(speaker=link, saying=saying, content=reading.content - saying)
    if saying and reading.asks.kind == "who":
        return reading._replace(saying=saying, content=reading.content - saying)
    if saying and (unnamed := frozenset(at for at, root in enumerate(reading.stems) if root in SPEAKERS)):
        return reading._replace(saying=saying | unnamed)
    return reading


def _without_excluded(reading: Reading) -> Reading:
    """Take out the names that are not wanted, with the words that say so."""
    words = [piece.text for piece in reading.pieces]
    for link in reading.links:
        before = next((p for p in EXCEPTING if tuple(words[max(0, link.start - len(p)) : link.start]) == p), None)
        if before is None:
            continue
        out = link.positions | frozenset(range(link.start - len(before), link.start))
        reading = reading._replace(
            links=tuple(other for other in reading.links if other != link),
            content=reading.content - out,
            excluded=reading.excluded.union(link.entities),
            negated=any((p.negated or p.text in NEGATIONS) and at not in out for at, p in enumerate(reading.pieces)),
        )
    return reading


def _with_offers(reading: Reading) -> Reading:
    """Names on either side of an *or* are offered, unless yes or no is asked for."""
    if reading.asks.kind == "whether":
        return reading
    sides = {side for group in reading.choices for side in group}
    return reading._replace(offered=tuple(link for link in reading.links if link.positions in sides))


def _with_target(reading: Reading) -> Reading:
    """A class named right behind *which* or *what* is where the answer lies, not what is asked about."""
    if reading.asks.kind not in {"which", "what"} or reading.asks.word is None:
        return reading
    for link in reading.links:
        if link.start == reading.asks.word + 1 and any(
            reading.kin[name].type in {"product_class", "product_line"} for name in link.entities
        ):
            return reading._replace(target=link)
    return reading
