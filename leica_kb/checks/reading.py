"""A claim as the checks read it: one direction, one wording, how much of the subject is meant, who speaks, and when."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Literal

from leica_kb.checks.context import Context
from leica_kb.checks.timing import When, when_of
from leica_kb.checks.values import Key, key_of
from leica_kb.model import Claim, EntityValue, Modality, Predicate, Value

Share = Literal["all", "most", "some"]
SHARES: Final[dict[str, Share]] = {"most": "most", "many": "some", "some": "some"}
"""How much of the subject an affirmed claim speaks of; any other scope means all of it."""
CLASSES: Final = frozenset({"product_class", "product_line"})
NARROWING: Final = ("component", "model", "condition", "rank")
"""Qualifiers that say which part, model, state or place in an order is meant."""
DATES: Final = ("opened", "completes", "closed")


@dataclass(frozen=True)
class Reading:
    """One claim in the direction and wording in which it can be compared."""

    claim: Claim
    predicate: Predicate
    subject: str
    value: Value
    key: Key
    affirmed: bool
    share: Share
    generic: bool
    """A bare plural or ``most``: true in general, so that it can only strain with an exception."""
    whole: bool
    """Said of all or most of a class, or of a class taken whole: another value for a part is an exception."""
    turned: bool
    """Read the other way round: ``makes`` as ``made_by``."""
    speaker: str
    when: When | None
    stated: str | None
    named: frozenset[Key] = frozenset()
    """Values that the same sentence gives to the same subject: one list."""
    excepted: bool = False
    """A denial whose own sentence states the rule: «all Nova lenses are made by Nova, but the Nova Pocket is not»."""
    because: tuple[Claim, ...] = ()
    """The claims from which a pack rule derived this reading; empty for what somebody said."""
    facts: tuple[str, ...] = ()

    @property
    def depth(self) -> int:
        """0 for the source's own voice, 1 for a speaker or commenter; relays do not count."""
        return 0 if self.claim.speaker is None else 1

    @property
    def asserted(self) -> bool:
        """Whether it is stated as fact."""
        return self.claim.modality == "asserted"

    @property
    def modality(self) -> Modality:
        """How it is said."""
        return self.claim.modality

    @cached_property
    def dates(self) -> tuple[tuple[str, str], ...]:
        """The dated qualifiers that it names."""
        return tuple((name, str(self.claim.qualifiers[name])) for name in DATES if name in self.claim.qualifiers)

    @cached_property
    def rank(self) -> int | None:
        """The rank that it names."""
        rank = self.claim.qualifiers.get("rank")
        return int(rank) if rank is not None and str(rank).isdecimal() else None

    @cached_property
    def _narrowing(self) -> Mapping[str, str]:
        return {name: str(text).casefold() for name, text in self.claim.qualifiers.items() if name in NARROWING}

    def narrowed(self, name: str) -> str | None:
        """The text of a qualifier out of NARROWING, folded, or None."""
        return self._narrowing.get(name)

    @property
    def voice(self) -> tuple[object, ...]:
        """What the members of one list have in common: who says it of what, in which manner and of which part."""
        told = (self.claim.source, self.speaker, self.predicate.id, self.subject, self.modality)
        return (*told, tuple(sorted(self._narrowing.items())), self.dates)

    @cached_property
    def group(self) -> tuple[object, ...]:
        """Everything that the comparison of two sayings may ask, but for their time, source and speaker."""
        narrowing = tuple(sorted(self._narrowing.items())) if self.claim.qualifiers else ()
        said = (
            self.affirmed,
            self.excepted,
            self.share,
            self.generic,
            self.whole,
            self.turned,
            self.modality,
            self.depth,
        )
        return (self.predicate.id, self.subject, self.key, said, narrowing, self.dates, self.named, bool(self.because))


def read_claim(claim: Claim, context: Context) -> Reading | None:
    """The claim as the checks read it; None where it is rejected or its predicate is nobody's."""
    predicate = context.vocabulary.predicates.get(claim.predicate)
    if predicate is None or claim.review.state == "rejected":
        return None
    subject, value, turned = claim.subject, claim.object, False
    if isinstance(value, EntityValue):
        predicate, subject, value, turned = _turned(predicate, subject, value, context)
    scope = str(claim.qualifiers.get("scope", ""))
    is_class = context.type_of(subject) in CLASSES
    affirmed = claim.polarity == "affirmed" and scope != "none"
    share = _share(scope, affirmed=claim.polarity == "affirmed", turned_class=turned and is_class)
    stated = context.stated(claim)
    return Reading(
        claim=claim,
        predicate=predicate,
        subject=subject,
        value=value,
        key=key_of(value, predicate),
        affirmed=affirmed,
        share=share,
        generic=scope in ("generic", "most"),
        whole=share != "some" and (bool(scope) or is_class),
        turned=turned,
        speaker=speaker_of(claim, context),
        when=when_of(claim, stated, predicate),
        stated=stated,
    )


def read_claims(claims: Iterable[Claim], context: Context) -> Iterator[Reading]:
    """The readings of all claims that can be read."""
    for claim in claims:
        if (reading := read_claim(claim, context)) is not None:
            yield reading


def speaker_of(claim: Claim, context: Context) -> str:
    """Who answers for the claim: a known person wherever they are quoted, else a voice within the source."""
    if claim.speaker is None:
        return f"{claim.source}:"
    known = context.type_of(claim.speaker) in ("person", "company")
    return claim.speaker if known else f"{claim.source}:{claim.speaker}"


def with_lists(readings: Iterable[Reading], context: Context) -> tuple[Reading, ...]:
    """The readings, each with the values that its sentence lists for its subject; in the order given.

    A list depends on the sayings of one voice about one subject only, so that slots can be checked apart.
    """
    given = tuple(readings)
    voices: dict[tuple[object, ...], list[Reading]] = {}
    for reading in given:
        if reading.affirmed:
            voices.setdefault(reading.voice, []).append(reading)
    named: dict[int, frozenset[Key]] = {}
    for sayings in voices.values():
        if len(sayings) > 1:
            named.update(_lists(sayings, context))
    listed = (replace(r, named=named[id(r)]) if id(r) in named else r for r in given)
    return tuple(replace(r, excepted=True) if _is_excepted(r, voices, context) else r for r in listed)


def _is_excepted(reading: Reading, voices: Mapping[tuple[object, ...], Sequence[Reading]], context: Context) -> bool:
    """Whether its own sentence says of something that its subject lies in what it denies of the subject."""
    if reading.affirmed:
        return False
    wholes = context.wholes_of(reading.subject)
    rules = (rule for whole in wholes for rule in voices.get(replace(reading, subject=whole).voice, ()))
    return any(rule.key == reading.key and are_one_sentence(rule, reading, context) for rule in rules)


def are_one_sentence(left: Reading, right: Reading, context: Context) -> bool:
    """Whether one voice says both in one sentence: quotes that overlap, or with no sentence's end between them."""
    if left.claim.source != right.claim.source or left.speaker != right.speaker or left.because or right.because:
        return False
    first, second = sorted((left.claim, right.claim), key=lambda claim: (claim.start, claim.end))
    if second.start < first.end:
        return True
    starts = context.source(first.source).sentences
    if starts:
        return bisect_right(starts, second.start) == bisect_left(starts, first.end)
    gap = second.start - first.end
    if gap > max(len(first.after), len(second.before)):
        return False
    between = first.after[:gap] if gap <= len(first.after) else second.before[len(second.before) - gap :]
    return not any(mark in between for mark in ".!?\n•")


def _turned(
    predicate: Predicate, subject: str, value: EntityValue, context: Context
) -> tuple[Predicate, str, EntityValue, bool]:
    """The claim in its canonical direction: towards the state, and symmetric pairs in order of id."""
    other = context.vocabulary.predicates.get(predicate.inverse or "")
    if other is not None and (other.universal, other.id) > (predicate.universal, predicate.id):
        return other, value.entity, EntityValue(subject), True
    if predicate.symmetric and value.entity < subject:
        return predicate, value.entity, EntityValue(subject), False
    return predicate, subject, value, False


def _share(scope: str, *, affirmed: bool, turned_class: bool) -> Share:
    """How much of the subject is meant; «not all» denies it of some, and «X makes lenses» does not mean every lens."""
    if not affirmed:
        return "some" if scope == "all" else SHARES.get(scope, "all")
    if turned_class and scope not in ("all", "most", "only", "none"):
        return "some"
    return SHARES.get(scope, "all")


def _lists(sayings: list[Reading], context: Context) -> Iterator[tuple[int, frozenset[Key]]]:
    """For each saying that shares its sentence with another value: all the values there."""
    sayings.sort(key=lambda r: (r.claim.start, r.claim.end, r.claim.id))
    mates = [sayings[0]]
    for reading in [*sayings[1:], None]:
        if reading is not None and any(are_one_sentence(mate, reading, context) for mate in mates[-3:]):
            mates.append(reading)
            continue
        keys = frozenset(mate.key for mate in mates)
        if len(keys) > 1:
            yield from ((id(mate), keys) for mate in mates)
        mates = [reading] if reading is not None else []
