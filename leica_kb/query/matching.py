"""One claim against one question: which of the question's words the claim accounts for, and how well."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from leica_kb.index.words import singular, stem, stems_of
from leica_kb.lang.wordlists import MONTHS
from leica_kb.query.candidates import Candidate
from leica_kb.query.grammar import NUMBERS, SPEAKERS
from leica_kb.query.kinship import TAKEN_APART, name_levels
from leica_kb.query.lexicon import Lexicon, Predicate
from leica_kb.query.reading import YEAR, Reading

SIZES: Final = ("continent", "country", "city")
"""What a place is by the number of places that hold it."""
_MONTHS: Final = {stem(name): at for at, name in enumerate(MONTHS[:12], 1)}
DATED: Final = ("opened", "completes", "closed")


class Match(NamedTuple):
    """What a claim accounts for in a question."""

    claim: Candidate
    levels: Mapping[int, float]
    """Position → how well it is accounted for, 0 to 1."""
    missing: frozenset[int]
    """Positions that nothing in the claim accounts for."""
    slots: Mapping[str, float] = MappingProxyType({})
    """Which ends of the claim the question's names fix, and how nearly."""
    told: bool = False
    """A place at the claim's end is named by its adjective only: *the Dutch company*."""
    asked: bool = True
    """The question's words ask for the claim's predicate."""
    plainly: bool = True
    """They do so by words that carry meaning, not by *have* or *who* alone."""
    unasked: bool = False
    """The claim is about a component that the question does not name."""

    @property
    def score(self) -> float:
        """The mean level over everything that has to be accounted for."""
        values = [*self.levels.values(), *(0.0 for _ in self.missing)]
        base = sum(values) / len(values) * (0.7 + 0.3 * min(values)) if values else 0.5
        return base * (1.0 if self.plainly else 0.95 if self.asked else 0.7) * (0.5 if self.unasked else 1.0)


def match(lexicon: Lexicon, reading: Reading, claim: Candidate) -> Match:
    """Hold one claim against the question."""
    levels: dict[int, float] = {}
    slots: dict[str, float] = {}
    name_levels(reading, claim, levels, slots)
    for link in reading.links:
        if not all(levels[at] for at in link.positions) and len(link.positions) > 1 and link != reading.speaker:
            apart = min(word_level(lexicon, reading, claim, at) for at in link.positions)
            levels.update(dict.fromkeys(link.positions, TAKEN_APART if apart else 0.0))
    asked = reading.asked.get(claim.predicate)
    cue = asked.positions if asked else frozenset[int]()
    for at in reading.content | reading.rank_positions:
        named = levels.get(at, 0.0)
        levels[at] = max(1.0 if at in cue else 0.0, named, word_level(lexicon, reading, claim, at))
    for at in reading.rank_positions:
        levels[at] = _rank_level(reading, claim, levels[at])
    for sides in reading.choices:
        met = [side for side in sides if all(levels.get(at, 0.0) for at in side)]
        if met:
            best = max(min(levels[at] for at in side) for side in met)
            levels.update({at: best for side in sides for at in side if not levels.get(at, 0.0)})
    missing = frozenset(at for at, level in levels.items() if level == 0.0 and at not in reading.adverbs)
    return Match(
        claim=claim,
        levels={at: level for at, level in levels.items() if level},
        missing=missing,
        slots=slots,
        told=_is_by_adjective(reading, claim),
        asked=asked is not None,
        plainly=asked is not None
        and bool(asked.needed & (reading.content | reading.rank_positions | reading.asks.positions)),
        unasked=_speaks_of_another_part(lexicon, reading, claim),
    )


def _is_by_adjective(reading: Reading, claim: Candidate) -> bool:
    named = [link for link in reading.links if claim.object in link.entities]
    return bool(named) and all(
        "".join(reading.pieces[at].text for at in sorted(link.positions)) in reading.kin[name].demonyms
        for link in named
        for name in link.entities
    )


def word_level(lexicon: Lexicon, reading: Reading, claim: Candidate, at: int) -> float:
    """How well the claim's own words account for a word of the question."""
    root = reading.stems[at]
    if root in claim.words:
        return 1.0 if root in claim.named else 0.9
    if _number(claim, root) or _month(claim, root) or (at in reading.as_of and _held_by(claim, root)):
        return 1.0
    if at in reading.mates and any(mate <= claim.words for mate in reading.mates[at]):
        return 0.75
    if kinds := lexicon.kinds.get(singular(reading.pieces[at].text)):
        return 0.7 if kinds_of(claim).intersection(kinds) else 0.4 if root in claim.source_words else 0.0
    if root in SPEAKERS and (claim.speaker or "").startswith("commenter"):
        return 1.0
    return 0.4 if root in claim.source_words else 0.0


def _number(claim: Candidate, root: str) -> bool:
    """Whether a number of the question is a year of the claim's times, or the very number that it gives."""
    if not (root.isdigit() or root in NUMBERS):
        return False
    value = json.loads(claim.data)["object"] if claim.shape in {"number", "money"} else {}
    given = value.get("number", value.get("money"))
    return _year(claim, root) or (given is not None and given == (int(root) if root.isdigit() else NUMBERS[root]))


def kinds_of(claim: Candidate) -> frozenset[str]:
    """The kinds of answer that the claim has to give."""
    found = {claim.subject_type, claim.object_type, claim.shape}
    if claim.object_type == "place":
        found.add(SIZES[min(claim.object_depth, 2)])
    if claim.shape == "number":
        found.add("duration")
    if claim.valid or any(name in claim.qualifiers for name in DATED):
        found.add("date")
    return frozenset(found)


def _year(claim: Candidate, word: str) -> bool:
    """Whether a year falls into one of the claim's times."""
    if not YEAR.fullmatch(word):
        return False
    for text in (claim.stated, claim.valid, *(str(v) for v in claim.qualifiers.values())):
        years = [int(year) for year in re.findall(r"\d{4}", text or "")]
        if years and min(years) <= int(word) <= max(years):
            return True
    return False


def _month(claim: Candidate, root: str) -> bool:
    """Whether a month's name is that of one of the claim's times."""
    number = _MONTHS.get(root)
    dated = [str(claim.qualifiers[name]) for name in DATED if name in claim.qualifiers]
    times = dated or [claim.valid or claim.stated or ""]
    return number is not None and any(re.search(rf"\d{{4}}-{number:02}\b", text) for text in times)


def _held_by(claim: Candidate, year: str) -> bool:
    """Whether the claim was said by then and is not known to have ended before."""
    ended = re.search(r"/(\d{4})", claim.valid or "")
    said = re.match(r"\d{4}", claim.stated or claim.valid or "")
    return said is not None and said[0] <= year and (ended is None or ended[1] >= year)


def _rank_level(reading: Reading, claim: Candidate, by_words: float) -> float:
    """A claim with a rank must have the one that is asked for; any other may only hold the words."""
    if "rank" not in claim.qualifiers or not reading.ranks:
        return by_words
    return 1.0 if claim.qualifiers["rank"] in reading.ranks else 0.0


def _speaks_of_another_part(lexicon: Lexicon, reading: Reading, claim: Candidate) -> bool:
    """Whether the claim is about a component that no word of the question names."""
    part = claim.qualifiers.get("component")
    if not part or (claim.predicate in reading.asked and lexicon.implied[claim.predicate] & set(stems_of(str(part)))):
        return False
    asked = {mate for root in reading.stems for mate in (root, *lexicon.rings.get(root, ()))}
    return not asked & set(stems_of(str(part)))


def predicate_of(lexicon: Lexicon, claim: Candidate) -> Predicate:
    """The claim's predicate, or a stand-in for one that the packs no longer know."""
    return lexicon.predicates.get(claim.predicate) or Predicate(
        claim.predicate, "", ("any",), ("any",), single=False, universal=False, symmetric=False
    )
