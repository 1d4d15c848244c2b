"""A mention: words of a sentence that name an entity or give a value."""

from __future__ import annotations

from dataclasses import dataclass

from leica_kb.model import Span, Value


@dataclass(frozen=True, slots=True)
class Mention:
    """What a stretch of text names: an entity (declared, found by shape, or unknown) or a value."""

    span: Span
    type: str
    """An entity type, ``demonym``, or a value's kind: date, duration, quantity, money, rank."""
    text: str
    entity: str | None = None
    value: Value | None = None
    known: bool = True
    """False for a name that only its shape or the recogniser vouches for; its type is then a guess."""
    name: str = ""
    """Display name of the entity, where nobody declared it."""
    maker: str | None = None
    within: tuple[str, ...] = ()
    """What holds a declared place."""
    parts: tuple[Mention, ...] = ()
    """Names inside this one: the maker and the place in «Japanese made Leica cameras»."""

    @property
    def is_name(self) -> bool:
        """Whether it names an entity (and reaches the parser as one unit)."""
        return self.entity is not None and self.type != "demonym"


def without_overlaps(mentions: list[Mention]) -> tuple[Mention, ...]:
    """The longest of overlapping mentions, in order of position."""
    if len(mentions) < 2:
        return tuple(mentions)
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (-len(m.span), m.span.start)):
        if not any(mention.span.meets(other.span) for other in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: m.span))
