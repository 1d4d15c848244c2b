"""Who does it and to whom it is done: a claim that tells the other way round answers nothing."""

from __future__ import annotations

from collections.abc import Sequence

from leica_kb.query.grammar import AUXILIARIES
from leica_kb.query.lexicon import Predicate
from leica_kb.query.matching import Match
from leica_kb.query.reading import Reading

_DO = frozenset({"do", "does", "did", "will"})


def is_other_way_round(reading: Reading, predicate: Predicate, found: Match) -> bool:
    """Whether the names stand in the claim at other ends than the question puts them; False where it does not tell."""
    alike = set(predicate.subject) & set(predicate.object)  # else the kinds of the two ends tell already
    fixed = [end for end, level in found.slots.items() if level]
    if not predicate.agent or not alike:
        return False
    if len(fixed) == 2 and len(reading.links) == 2 and reading.asks.kind == "whether":
        role = _role_of_first(reading)
        end = "subject" if found.claim.subject in reading.links[0].entities else "object"
    elif len(fixed) == 1 and len(reading.links) == 1:
        role, end = _role_of_name(reading), fixed[0]
    else:
        return False
    return (role == "patient" and end == predicate.agent) or (role == "agent" and end != predicate.agent)


def _role_of_name(reading: Reading) -> str:
    """What the name is in *who owns Acme* and *Acme's owner* (the patient), in *who did Acme buy* (the agent)."""
    asks, words, start = reading.asks, _words(reading), reading.links[0].start
    done = start > 0 and words[start - 1] in _DO and words[-1] != "by"
    if asks.kind != "who" or asks.word is None:
        return "patient" if asks.kind == "who" else "agent" if done and asks.kind in {"which", "what"} else ""
    shortened = not reading.words([asks.word]).isalpha()  # who's: who is
    acts = asks.word + 1 < start and words[asks.word + 1] not in AUXILIARIES and not shortened
    return "patient" if acts else "agent" if done else ""


def _role_of_first(reading: Reading) -> str:
    """What the first name is in *does Acme own Bolt* (the agent), in *is Acme owned by Bolt* (the patient)."""
    words, (first, second) = _words(reading), reading.links
    between = words[first.end : second.start]
    if words[0] in _DO and first.start == 1 and "get" not in between:
        return "agent"
    return "patient" if "by" in between else ""


def _words(reading: Reading) -> Sequence[str]:
    return [piece.text for piece in reading.pieces]
