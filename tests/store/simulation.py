"""A base lived in at random: people edit, rules are upgraded, articles change; and what must hold after each merge."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from leica_kb.model import Claim, EntityValue, Review, Time
from leica_kb.model.claim import Modality
from leica_kb.store import ClaimFile, Merge, assign_ids, by_position, edit_claims, merge, parse_claims

PATH = Path("claims/s.yaml")
SUBJECTS = ("leica", "zeiss", "m10", "m11")
PREDICATES = ("made_by", "made_in", "sensor_supplier")
OBJECTS = ("sony", "tower", "panasonic", "wetzlar")
MODALITIES: tuple[Modality, ...] = ("asserted", "speculated", "opinion")
FIELDS = ("subject", "predicate", "object", "polarity", "modality", "attribution", "qualifiers", "time", "quote")
REVIEWED = ("accepted", "rejected", "corrected")


@dataclass
class Base:
    """One source with its article, its file, and what people have done to it."""

    chance: random.Random
    sentences: list[str]
    version: int = 0
    data: bytes = b""
    last: tuple[Claim, ...] = ()
    words: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Per claim what a person wrote."""
    deleted: set[str] = field(default_factory=set)
    comments: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.sentences)

    @property
    def file(self) -> ClaimFile:
        parsed = parse_claims(self.data, PATH) if self.data else None
        if parsed is None:
            return ClaimFile("s")
        assert parsed.file is not None
        assert parsed.problems == ()
        return parsed.file


def live(seed: int, rounds: int = 6) -> None:
    """Some rounds of a base's life; raises AssertionError at the first thing that must not happen."""
    chance = random.Random(seed)  # noqa: S311 - a life is to be repeated by its seed
    base = Base(chance, [_sentence(chance) for _ in range(chance.randint(1, 5))])
    for _ in range(rounds):
        chance.choice((_upgrade, _rewrite, _edit, _edit, _add, _delete, _review, _comment))(base)
        _build(base)


# --- what happens -----------------------------------------------------------------------------------------------------


def _sentence(chance: random.Random) -> str:
    return f"{chance.choice(SUBJECTS)} and {chance.choice(OBJECTS)} agreed on {chance.randint(1, 99)} lenses in secret."


def _upgrade(base: Base) -> None:
    base.version += 1


def _rewrite(base: Base) -> None:
    at = base.chance.randrange(len(base.sentences) + 1)
    what = base.chance.choice(("insert", "remove", "alter", "turn"))
    if what == "insert" or not base.sentences:
        base.sentences.insert(at, _sentence(base.chance))
    elif what == "remove":
        del base.sentences[at % len(base.sentences)]
    elif what == "alter":
        base.sentences[at % len(base.sentences)] = base.sentences[at % len(base.sentences)].replace("lenses", "bodies")
    else:
        base.sentences.reverse()


def _some(base: Base) -> Claim | None:
    claims = base.file.claims
    return base.chance.choice(claims) if claims else None


def _write(base: Base, *claims: Claim, without: str = "") -> None:
    """A person's change of the file."""
    file = base.file
    new = {claim.id: claim for claim in (*file.claims, *claims) if claim.id != without}
    base.data = edit_claims(base.data, replace(file, claims=by_position([*new.values()])))


def _edit(base: Base) -> None:
    if (claim := _some(base)) is None:
        return
    change = base.chance.choice(
        (
            {"subject": base.chance.choice(SUBJECTS)},
            {"predicate": base.chance.choice(PREDICATES)},
            {"object": EntityValue(base.chance.choice(OBJECTS))},
            {"modality": base.chance.choice(MODALITIES), "attribution": (base.chance.choice(SUBJECTS),)},
            {"polarity": base.chance.choice(("affirmed", "denied"))},
            {"qualifiers": {"component": base.chance.choice(OBJECTS)}},
            {"time": Time(valid=str(base.chance.randint(1990, 2030)))},
            {"quote": claim.quote[:-7], "end": claim.end - 7},
        )
    )
    if claim.quote == claim.quote[:-7] or len(claim.quote) < 10:
        return
    base.words.setdefault(claim.id, {}).update(
        {key: value for key, value in change.items() if key != "end" and value != getattr(claim, key)}
    )
    _write(base, replace(claim, **change))


def _add(base: Base) -> None:
    if not base.sentences or not base.data:
        return
    quote = base.chance.choice(base.sentences)
    start = base.text.index(quote)
    said = (base.chance.choice(SUBJECTS), base.chance.choice(PREDICATES), EntityValue(base.chance.choice(OBJECTS)))
    claim = Claim("", "s", *said, quote, start, start + len(quote), origin="person:ann")
    *_, claim = assign_ids([*base.file.claims, claim])
    base.words[claim.id] = {key: getattr(claim, key) for key in FIELDS}
    _write(base, claim)


def _delete(base: Base) -> None:
    if (claim := _some(base)) is not None:
        base.words.pop(claim.id, None)
        base.deleted.add(claim.id)
        _write(base, without=claim.id)


def _review(base: Base) -> None:
    if (claim := _some(base)) is not None:
        review = Review(base.chance.choice(("accepted", "rejected")), by="ann")
        base.words[claim.id] = {key: getattr(claim, key) for key in FIELDS} | {"review": review}
        _write(base, replace(claim, review=review))


def _comment(base: Base) -> None:
    if base.data:
        lines = base.data.decode().splitlines()
        comment = f"# note {len(base.comments)}!"
        lines.insert(base.chance.randrange(len(lines) + 1), comment)
        base.comments.append(comment)
        base.data = ("\n".join(lines) + "\n").encode()


# --- the machine ------------------------------------------------------------------------------------------------------


def _propose(base: Base) -> list[Claim]:
    """What the rules of this version read in the sentences."""
    claims: list[Claim] = []
    start = 0
    for sentence in base.sentences:
        dice = random.Random(f"{sentence} {base.version // 2}")  # noqa: S311 - rules are deterministic
        for _ in range(dice.randint(0, 2)):
            whim = random.Random(f"{sentence} {base.version} {dice.random()}")  # noqa: S311 - rules are deterministic
            said = (dice.choice(SUBJECTS), dice.choice(PREDICATES), EntityValue(whim.choice(OBJECTS[:2])))
            quote = sentence[: whim.choice((len(sentence), len(sentence) - 11))]
            claims.append(
                Claim(
                    "",
                    "s",
                    *said,
                    quote,
                    start,
                    start + len(quote),
                    modality=whim.choice(MODALITIES),
                    origin=f"rules/{base.version} x",
                )
            )
        start += len(sentence) + 1
    return claims


def _anchor(base: Base, file: ClaimFile) -> Mapping[str, Claim | None] | None:
    if all(base.text[claim.start : claim.end] == claim.quote for claim in (*file.claims, *base.last)):
        return None
    found: dict[str, Claim | None] = {}
    for claim in file.claims:
        start = claim.start if base.text.startswith(claim.quote, claim.start) else base.text.find(claim.quote)
        found[claim.id] = replace(claim, start=start, end=start + len(claim.quote)) if start >= 0 else None
    return found


def _build(base: Base) -> None:
    file, last, proposed = base.file, base.last, _propose(base)
    anchored = _anchor(base, file)
    merged = merge(file, last, proposed, anchored=anchored)
    _check_order(base, merged, file, proposed, anchored)
    base.data = edit_claims(base.data, replace(file, claims=merged.claims))
    base.last = (*merged.proposed, *merged.remembered)
    _check(base, merged, file)
    again = merge(base.file, base.last, proposed, anchored=_anchor(base, base.file))
    assert again.claims == merged.claims
    assert (again.proposed, again.remembered) == (merged.proposed, merged.remembered)
    assert (again.new, again.changed, again.corrected) == ((), (), ())


def _check_order(
    base: Base, merged: Merge, file: ClaimFile, proposed: list[Claim], anchored: Mapping[str, Claim | None] | None
) -> None:
    def shuffled(claims: tuple[Claim, ...] | list[Claim]) -> tuple[Claim, ...]:
        return tuple(base.chance.sample(claims, len(claims)))

    other = replace(file, claims=shuffled(file.claims))
    assert merge(other, shuffled(base.last), shuffled(proposed), anchored=anchored) == merged


def _check(base: Base, merged: Merge, before: ClaimFile) -> None:
    claims = {claim.id: claim for claim in base.file.claims}
    assert claims.keys() >= {claim.id for claim in before.claims}
    for own, words in base.words.items():
        for key, value in words.items():
            assert getattr(claims[own], key) == value, (own, key)
        assert not words or claims[own].origin == "person:ann" or claims[own].review.state in REVIEWED
    for claim in claims.values():
        if claim.id not in merged.orphaned:
            assert base.text[claim.start : claim.end] == claim.quote
    assert base.deleted.isdisjoint(merged.new)
    _check_rejected(claims, merged)
    for comment in base.comments:
        assert base.data.decode().count(comment) == 1


def _check_rejected(claims: Mapping[str, Claim], merged: Merge) -> None:
    """Nothing new says what a person has rejected of the same words."""
    rejected = [
        claim for claim in claims.values() if claim.review.state == "rejected" and claim.id not in merged.orphaned
    ]
    for new in (claims[own] for own in merged.new):
        for old in rejected:
            same = all(getattr(new, key) == getattr(old, key) for key in ("subject", "predicate", "object", "polarity"))
            assert not (same and new.qualifiers == old.qualifiers and new.span.meets(old.span))
