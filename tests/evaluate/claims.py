"""Claims in one line, for tests that compare many of them."""

from __future__ import annotations

from typing import Any

from leica_kb.evaluate import GoldClaim, Matching
from leica_kb.model import Claim, EntityValue, Predicate, TextValue, Value, Vocabulary

QUOTE = "Cosina makes the lens in Nakano"

VOCABULARY = Vocabulary(
    predicates={
        p.id: p
        for p in (
            Predicate("makes", "products", ("company",), ("product",), inverse="made_by"),
            Predicate("made_by", "factories", ("product",), ("company",), inverse="makes"),
            Predicate("made_in", "factories", ("product",), ("place",)),
            Predicate("partner_of", "partnerships", ("company",), ("company",), symmetric=True),
            Predicate("market_rank", "markets", ("company",), ("place",)),
            Predicate("founded_in", "companies", ("company",), ("date",)),
            Predicate("assessment", "opinions", ("any",), ("text",)),
        )
    },
    entities={},
)
MATCHING = Matching.of(VOCABULARY)


def claim(said: str, *, at: tuple[int, int] = (0, 31), source: str = "a", **more: Any) -> Claim:
    """``subject predicate object`` as a claim; an object in quotes is a text."""
    subject, predicate, last = said.split(" ", 2)
    value: Value = TextValue(last.strip("'")) if last.startswith("'") else EntityValue(last)
    fields = {"object": value, **more}
    return Claim(
        id="", source=source, subject=subject, predicate=predicate, quote=QUOTE, start=at[0], end=at[1], **fields
    )


def gold(said: str, *, topic: str = "factories", core: bool = True, **more: Any) -> GoldClaim:
    """The same as a gold claim."""
    return GoldClaim(claim(said, **more), topic, core)
