"""Which way a claim answers a yes-or-no question: denial, asking for the contrary or for an end turn it round."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from leica_kb.index.words import stems_of
from leica_kb.query.answer import Verdict
from leica_kb.query.candidates import Candidate
from leica_kb.query.grammar import ENDING, ENDING_PHRASES, UNTRUE
from leica_kb.query.hits import Hit
from leica_kb.query.lexicon import Lexicon
from leica_kb.query.reading import Reading
from leica_kb.query.slots import NOT_KNOWN

_SUREST: Final = ("asserted", "opinion", "planned", "predicted", "speculated")


def says_yes(lexicon: Lexicon, reading: Reading, hit: Hit) -> bool:
    """Whether the claim answers with yes."""
    claim = hit.match.claim
    turns = (
        hit.contrast,
        claim.polarity == "denied",
        any(phrase in reading.grams for phrase in lexicon.contraries.get(claim.predicate, ())),
        _asks_for_an_end(reading.stems) and not _asks_for_an_end(_words_around(claim)),
        any(piece.text in UNTRUE for piece in reading.pieces),
    )
    return sum(turns) % 2 == 0


def find_verdict(lexicon: Lexicon, reading: Reading, hits: Sequence[Hit]) -> Verdict:
    """Yes, no, or disputed where claims of equal sureness part; what is said for sure outweighs what is supposed."""
    known = [hit for hit in hits if hit.slot.value != NOT_KNOWN]
    if not known:
        return "not stated"
    surest = min(_SUREST.index(hit.match.claim.modality) for hit in known)
    told = {says_yes(lexicon, reading, hit) for hit in known if _SUREST.index(hit.match.claim.modality) == surest}
    return "disputed" if len(told) > 1 else "yes" if True in told else "no"


def _asks_for_an_end(stems: Sequence[str]) -> bool:
    pairs = set(pairwise(stems))
    return not ENDING.isdisjoint(stems) or any(pair in pairs for pair in ENDING_PHRASES)


def _words_around(claim: Candidate) -> Sequence[str]:
    """The claim's own words, its value and what stands right beside them."""
    data = json.loads(claim.data)
    text = str(data["object"].get("text", ""))
    return stems_of(f"{data.get('before', '')} {data['quote']} {data.get('after', '')} {text}")
