"""Claims that answer: which matches do, which answer by another value, and which are the best."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from leica_kb.index.words import singular
from leica_kb.query.directing import is_other_way_round
from leica_kb.query.grammar import HEDGES
from leica_kb.query.kinship import EXACT, WHOLE
from leica_kb.query.lexicon import Lexicon, Predicate
from leica_kb.query.linking import Link
from leica_kb.query.matching import Match, predicate_of
from leica_kb.query.reading import Reading
from leica_kb.query.slots import Slot, find_slot
from leica_kb.query.values import end_value

KEPT: Final = 0.93
"""Claims whose score reaches this share of the best one's are given."""
LISTED: Final = 0.6
"""The same share where every value is wanted: all claims of the best one's predicate."""
_SURENESS: Final = {"asserted": 0, "opinion": 1, "planned": 1, "predicted": 2, "speculated": 3}
_HEDGES: Final = {"speculated": 0.97, "predicted": 0.98}
_EITHER_WAY: Final = frozenset({"whether", "any", "what", "why", "how"})
"""Questions that what is denied answers as well as what is affirmed."""
_BARE: Final = frozenset({"any", "what", "who", "how_much", "how_many"})
"""Questions that a lone name makes: all that is said of it."""


class Hit(NamedTuple):
    """A claim that answers, with its answering part."""

    match: Match
    slot: Slot
    foreseen: bool = False
    """The question asks for what is foreseen or supposed."""
    contrast: bool = False
    """It answers a yes-or-no question by giving another value than the one asked about."""

    @property
    def score(self) -> float:
        """How well the claim fits the question, in all."""
        claim = self.match.claim
        exact = sum(self.match.slots.values()) / len(self.match.slots) if self.match.slots else 0.9
        foreseen = 1.1 if self.foreseen and claim.modality in {"predicted", "speculated"} else 1.0
        return self.match.score * self.slot.fit * foreseen * _HEDGES.get(claim.modality, 1.0) * (0.8 + 0.2 * exact)


def find_hit(lexicon: Lexicon, reading: Reading, found: Match) -> Hit | None:
    """The match as a hit, if the claim answers."""
    if found.missing or found.unasked or not (reading.links or reading.content or reading.rank_positions):
        return None
    if not found.asked and not _may_answer_freely(lexicon, reading, found):
        return None
    doer = reading.asks.kind == "who" and reading.asks.word is None  # by a noun: owner, founder
    if doer and not predicate_of(lexicon, found.claim).agent:
        return None
    if is_other_way_round(reading, predicate_of(lexicon, found.claim), found):
        return None
    ends = {"subject": found.claim.subject, "object": found.claim.object}
    if any(name in reading.excluded and found.slots.get(end, 0.0) < EXACT for end, name in ends.items()):
        return None
    slot = find_slot(lexicon, reading, found)
    return Hit(found, slot, foreseen=any(root in HEDGES for root in reading.stems)) if slot else None


def _may_answer_freely(lexicon: Lexicon, reading: Reading, found: Match) -> bool:
    """Whether a claim whose predicate is not asked for may answer: by speaker, free words, or as all said of a name."""
    if reading.speaker is not None:
        return True
    kinds = {at for at in reading.content if singular(reading.pieces[at].text) in lexicon.kinds}
    if not reading.content - kinds and not reading.rank_positions:
        return EXACT in found.slots.values() and (len(found.slots) > 1 or reading.asks.kind in _BARE)
    return predicate_of(lexicon, found.claim).speaks_freely and bool(reading.content)


def find_contrast(lexicon: Lexicon, reading: Reading, found: Match) -> Hit | None:
    """A claim that gives another value than the one that a yes-or-no question names: *made by Canon?* – by Sony."""
    predicate, claim = predicate_of(lexicon, found.claim), found.claim
    if reading.asks.kind != "whether" or not found.asked or found.unasked or claim.polarity != "affirmed":
        return None
    if not (predicate.single or predicate.universal) or claim.object is None:
        return None
    if found.slots.get("subject", 0.0) < WHOLE or found.slots.get("object"):
        return None
    others = [link for link in reading.links if link.positions & found.missing]
    if len(others) != 1 or found.missing - others[0].positions or _is_turned_round(reading, predicate, others[0]):
        return None
    kinds = {reading.kin[name].type for name in others[0].entities}
    return Hit(found, Slot(end_value(claim, "object"), 0.8), contrast=True) if claim.object_type in kinds else None


def _is_turned_round(reading: Reading, predicate: Predicate, other: Link) -> bool:
    """Whether the one in doubt is asked about as what is done to: *does Acme own Bolt* does not ask who owns Acme."""
    does = reading.pieces[0].text in {"do", "does", "did", "will"}
    return does and predicate.passive and any(link.start < other.start for link in reading.links)


def is_told_of_both(reading: Reading, matches: Iterable[Match]) -> bool:
    """Whether a claim says something else of the very two things that a question for yes or no names."""
    kinds = {"subject", "object"}
    return len(reading.links) > 1 and any(
        found.claim.polarity == "affirmed"
        and not found.asked
        and kinds == {end for end, level in found.slots.items() if level == EXACT}
        for found in matches
    )


def keep_best(reading: Reading, hits: Iterable[Hit]) -> list[Hit]:
    """The best hits, surest first; what denies gives way to what affirms where a value is asked for."""
    ranked = sorted(hits, key=lambda hit: (-hit.score, _SURENESS.get(hit.match.claim.modality, 1), _place(hit)))
    if not ranked:
        return []
    floor = ranked[0].score * KEPT
    kept = [hit for hit in ranked if hit.score >= floor]
    if reading.asks.several or (reading.speaker is not None and reading.saying):
        kept = [hit for hit in ranked if hit.score >= ranked[0].score * LISTED and _is_alike(hit, ranked[0], reading)]
    wanted = "denied" if reading.negated else "affirmed"
    fitting = [hit for hit in kept if hit.match.claim.polarity == wanted]
    if reading.asks.kind not in _EITHER_WAY and (fitting or reading.asks.kind == "who"):
        kept = fitting
    return list({hit.match.claim.row: hit for hit in kept}.values())


def _is_alike(hit: Hit, best: Hit, reading: Reading) -> bool:
    """Whether a claim belongs into one list with the best: of its predicate, said of the same end, or a saying."""
    claim, first = hit.match.claim, best.match.claim
    same = claim.predicate == first.predicate and hit.match.slots.keys() == best.match.slots.keys()
    return same or reading.speaker is not None or hit.score >= best.score * KEPT


def _place(hit: Hit) -> tuple[str, int, str]:
    claim = hit.match.claim
    return claim.source, claim.start, claim.id
