"""A question → its answer: read, find candidates, hold each against the question, keep the best or say no."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from leica_kb.index.words import singular
from leica_kb.query.answer import Answer, AnswerGroup, Silence, Verdict
from leica_kb.query.candidates import Candidate, find_candidates
from leica_kb.query.grammar import HEDGES
from leica_kb.query.lexicon import Lexicon, load_lexicon
from leica_kb.query.matching import Match, match, predicate_of
from leica_kb.query.reading import MODEL, Reading, read_question
from leica_kb.query.rows import claims_by_ids, to_claim
from leica_kb.query.values import Slot, end_value, find_slot

KEPT: Final = 0.93
"""Claims whose score reaches this share of the best one's are given."""
NEAREST: Final = 3
"""Claims that are shown as near where there is no answer."""
_SURENESS: Final = {"asserted": 0, "opinion": 1, "planned": 1, "predicted": 2, "speculated": 3}
_HEDGES: Final = {"speculated": 0.97, "predicted": 0.98}


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


def ask(connection: sqlite3.Connection, question: str) -> Answer:
    """Answer a question in plain words from the claims of an open index, or say that they do not tell.

    A claim answers only if it accounts for every name and every word of the question that carries meaning, and has a part of
    the kind that is asked for. Raises StaleIndexError where a row turns out damaged.
    """
    lexicon = load_lexicon(connection)
    readings = read_question(connection, lexicon, question)
    judged = [(reading, *_judge(connection, lexicon, reading)) for reading in readings]
    reading, hits, near = max(judged, key=lambda found: max((hit.score for hit in found[1]), default=0.0))
    if hits:
        return _reply(connection, lexicon, reading, hits)
    return _silence(connection, lexicon, judged[0][0], judged[0][2])


def _judge(connection: sqlite3.Connection, lexicon: Lexicon, reading: Reading) -> tuple[list[Hit], list[Match]]:
    """The claims that answer, best first, and all that were looked at."""
    candidates = find_candidates(connection, lexicon, reading)
    matches = [match(lexicon, reading, claim) for claim in candidates]
    hits = [hit for found in matches if (hit := _hit(lexicon, reading, found))]
    if not hits:
        hits = [hit for found in matches if (hit := _contrast(lexicon, reading, found))]
    if not hits and len(reading.links) > 1:
        hits = _each_apart(lexicon, reading, candidates)
    return _best(reading, hits), matches


def _hit(lexicon: Lexicon, reading: Reading, found: Match) -> Hit | None:
    """The match as a hit, if the claim answers."""
    if found.missing or found.unasked or not (reading.links or reading.content or reading.rank_positions):
        return None
    if not found.asked and not _may_answer_freely(lexicon, reading, found):
        return None
    slot = find_slot(lexicon, reading, found)
    return Hit(found, slot, foreseen=any(root in HEDGES for root in reading.stems)) if slot else None


def _may_answer_freely(lexicon: Lexicon, reading: Reading, found: Match) -> bool:
    """Whether a claim whose predicate is not asked for may answer: by its speaker, its free words, or as all said of a name."""
    if reading.speaker is not None:
        return True
    kinds = {at for at in reading.content if singular(reading.pieces[at].text) in lexicon.kinds}
    if not reading.content - kinds and not reading.rank_positions:
        exact = [level for level in found.slots.values() if level == 1.0]
        return bool(exact) and (
            len(found.slots) > 1 or reading.asks.kind in {"any", "what", "who", "how_much", "how_many"}
        )
    return predicate_of(lexicon, found.claim).speaks_freely and bool(reading.content)


def _contrast(lexicon: Lexicon, reading: Reading, found: Match) -> Hit | None:
    """A claim that gives another value than the one that a yes-or-no question names: *made by Canon?* – by Sony."""
    predicate = predicate_of(lexicon, found.claim)
    claim = found.claim
    if (
        reading.asks.kind != "whether"
        or not found.asked
        or found.unasked
        or not (predicate.single or predicate.universal)
    ):
        return None
    if claim.polarity != "affirmed" or claim.object is None or found.slots.get("subject", 0.0) < 0.8:
        return None
    others = [link for link in reading.links if link.positions & found.missing]
    if len(others) != 1 or found.missing - others[0].positions or found.slots.get("object"):
        return None
    kinds = {reading.kin[name].type for name in others[0].entities}
    return Hit(found, Slot(end_value(claim, "object"), 0.8), contrast=True) if claim.object_type in kinds else None


def _each_apart(lexicon: Lexicon, reading: Reading, candidates: Sequence[Candidate]) -> list[Hit]:
    """Answers for names that stand side by side (*M10 vs M11*, *Kodak and Sony*), each taken alone."""
    hits: list[Hit] = []
    for left, right in zip(reading.links, reading.links[1:], strict=False):
        between = {reading.pieces[at].text for at in range(left.end, right.start)}
        if not between or not between <= {
            "and",
            "or",
            "vs",
            "versus",
            "to",
            "with",
            "than",
            "against",
            "the",
            "a",
            "compared",
        }:
            continue
        if not any(
            name in reading.kin and reading.kin[name].type == reading.kin[other].type
            for name in left.entities
            for other in right.entities
        ):
            continue
        for dropped in (left, right):
            kept = tuple(link for link in reading.links if link != dropped)
            alone = reading._replace(links=kept)
            hits += [hit for claim in candidates if (hit := _hit(lexicon, alone, match(lexicon, alone, claim)))]
    return hits


def _best(reading: Reading, hits: Iterable[Hit]) -> list[Hit]:
    """The best hits, surest first; what denies gives way to what affirms where a value is asked for."""
    ranked = sorted(hits, key=lambda hit: (-hit.score, _SURENESS.get(hit.match.claim.modality, 1), _place(hit)))
    if not ranked:
        return []
    floor = ranked[0].score * KEPT
    kept = [hit for hit in ranked if hit.score >= floor]
    affirmed = [hit for hit in kept if hit.match.claim.polarity == "affirmed"]
    if reading.asks.kind not in {"whether", "any", "what", "why"} and (affirmed or reading.asks.kind == "who"):
        kept = affirmed
    return list({hit.match.claim.row: hit for hit in kept}.values())


def _place(hit: Hit) -> tuple[str, int, str]:
    claim = hit.match.claim
    return claim.source, claim.start, claim.id


def _reply(connection: sqlite3.Connection, lexicon: Lexicon, reading: Reading, hits: Sequence[Hit]) -> Answer:
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(_value(reading, hit), []).append(hit)
    answers = tuple(_group(connection, value, members) for value, members in groups.items())
    verdict = _verdict(hits) if reading.asks.kind == "whether" else None
    text = verdict or answers[0].value
    if verdict and any(hit.contrast for hit in hits):
        text = f"{verdict}: {answers[0].value}"
    return Answer(
        question=reading.text,
        understood=understood(lexicon, reading),
        answered=True,
        answers=answers,
        verdict=verdict,
        message=text,
    )


def _value(reading: Reading, hit: Hit) -> str:
    claim = hit.match.claim
    denied = claim.polarity == "denied"
    if reading.asks.kind == "whether" and not hit.contrast:
        if hit.slot.value == "not known":
            return hit.slot.value
        return "no" if denied else "yes"
    return f"not {hit.slot.value}" if denied else hit.slot.value


def _verdict(hits: Sequence[Hit]) -> Verdict:
    if any(hit.contrast for hit in hits):
        return "no"
    if all(hit.slot.value == "not known" for hit in hits):
        return "not stated"
    polarities = {hit.match.claim.polarity for hit in hits}
    if len(polarities) > 1:
        return "disputed"
    return "no" if polarities == {"denied"} else "yes"


def _group(connection: sqlite3.Connection, value: str, members: Sequence[Hit]) -> AnswerGroup:
    claims = tuple(to_claim(hit.match.claim.data, hit.match.claim.crc) for hit in members)
    return AnswerGroup(value, claims, findings_of(connection, [c.id for c in claims]), count_witnesses(claims))


def findings_of(connection: sqlite3.Connection, claims: Sequence[str]) -> tuple[str, ...]:
    """Ids of the findings that any of the claims is part of, contradictions first."""
    marks = ", ".join("?" * len(claims))
    query = (
        "SELECT DISTINCT f.id, f.severity FROM finding_claim l JOIN finding f ON f.id = l.finding"  # noqa: S608  only marks
        f" WHERE l.claim IN ({marks})"
    )
    order = {"contradiction": 0, "tension": 1}
    rows = sorted(connection.execute(query, list(claims)), key=lambda row: (order.get(row[1], 2), row[0]))
    return tuple(row[0] for row in rows)


def count_witnesses(claims: Iterable[Any]) -> int:
    """How many independent origins tell it: what is relayed counts as what it was first told to."""
    return len({_witness(claim.source, claim.attribution) for claim in claims})


def _witness(source: str, attribution: Sequence[str]) -> str:
    relays = [name for name in attribution if name.startswith("via:")]
    if relays:
        return relays[0]
    return f"{source} {attribution[0]}" if attribution and attribution[0].startswith("commenter") else source


def understood(lexicon: Lexicon, reading: Reading) -> Mapping[str, Any]:
    """What was made of the question, for people and programs to check."""
    return {
        "entities": [{"text": reading.words(link.positions), "ids": list(link.entities)} for link in reading.links],
        "predicates": sorted(name for name, asked in reading.asked.items() if asked.needed & reading.content),
        "asks": reading.asks.kind,
        "types": list(reading.asks.types),
        **({"ranks": sorted(reading.ranks)} if reading.ranks else {}),
        **({"speaker": list(reading.speaker.entities)} if reading.speaker else {}),
        **({"corrected": dict(reading.corrected)} if reading.corrected else {}),
    }


def _silence(connection: sqlite3.Connection, lexicon: Lexicon, reading: Reading, matches: Sequence[Match]) -> Answer:
    """The honest no: what is not known here, and what lies nearest."""
    ranked = sorted(matches, key=lambda m: (-m.score, len(m.missing), m.claim.source, m.claim.start, m.claim.id))
    near = [m for m in ranked if m.slots][:NEAREST]
    never = frozenset(at for at in _positions(reading) if all(at in m.missing for m in matches))
    names = [at for at in sorted(never & reading.content) if _is_name(reading, at)]
    silence, message = _why(reading, never, names)
    return Answer(
        question=reading.text,
        understood={
            **understood(lexicon, reading),
            "unknown": [reading.words([at]) for at in sorted(never & reading.content)],
        },
        answered=False,
        nearest=claims_by_ids(connection, [m.claim.id for m in near]),
        silence=silence,
        message=message,
    )


def _positions(reading: Reading) -> frozenset[int]:
    return reading.content | frozenset(at for link in reading.links for at in link.positions)


def _is_name(reading: Reading, at: int) -> bool:
    """Whether an unknown word looks like a name: a model's shape, or a capital inside the question."""
    piece = reading.pieces[at]
    raw = reading.text[piece.start : piece.end]
    return bool(MODEL.fullmatch(piece.text)) or (at > 0 and raw[:1].isupper())


def _why(reading: Reading, never: frozenset[int], names: Sequence[int]) -> tuple[Silence, str]:
    if names:
        return (
            "unknown-entity",
            f"the corpus does not say: nothing in this base is called «{_full_name(reading, names)}»",
        )
    if unknown := never & reading.content:
        return "unknown-attribute", f"the corpus does not say: no claim speaks of «{reading.words(unknown)}»"
    silent = [link for link in reading.links if link.positions & never]
    if silent:
        return (
            "not-stated",
            f"the corpus does not say: no claim about «{reading.words(silent[0].positions)}» tells this",
        )
    if reading.links:
        who = ", ".join(reading.words(link.positions) for link in reading.links)
        return "not-stated", f"the corpus does not say: {who} is known, but no claim tells this"
    return "not-understood", "the corpus does not say: no name and no subject of this base was found in the question"


def _full_name(reading: Reading, names: Sequence[int]) -> str:
    """The unknown name with the known one right before it: Leica SL3."""
    positions = set(names[:1])
    for link in reading.links:
        if link.end == names[0]:
            positions |= link.positions
    for at in names[1:]:
        if at - 1 in positions:
            positions.add(at)
    return reading.words(positions)
