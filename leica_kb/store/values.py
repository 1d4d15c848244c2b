"""What the stored files hold, as values: a base, the claims of one source, claims that still lack their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from leica_kb.model import Claim, Span
from leica_kb.model.claim import CONTEXT

FORMAT: Final = 1
NOWHERE: Final = -1
"""``start`` and ``end`` of a claim that a person wrote without them."""


@dataclass(frozen=True, slots=True)
class Base:
    """What ``claims/kb.yaml`` says: the format, and the packs that the base is read with."""

    format: int = FORMAT
    packs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim that a person wrote without its place: its id is already final, its offsets are NOWHERE."""

    claim: Claim
    line: int


@dataclass(frozen=True, slots=True)
class ClaimFile:
    """The claims of one source as its file holds them; change it with ``dataclasses.replace`` and save it."""

    source: str
    text_sha256: str = ""
    """Digest of the text that the offsets speak of; empty in a file that a person began."""
    claims: tuple[Claim, ...] = ()
    """By position: start, end, id."""
    drafts: tuple[Draft, ...] = ()
    """To be completed; on saving they stay as they are until ``claims`` holds a claim of the same id."""
    unread: tuple[str, ...] = ()
    """Ids that only entries have that could not be read; their lines stay, and nothing else may take these ids."""
    path: Path | None = None
    """Relative to the root; None for a file that does not exist yet."""
    digest: str = ""
    """SHA-256 of the bytes that were read, so that a save notices what a person has written meanwhile."""
    lines: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """Per claim id the line on which its entry begins."""


def position(claim: Claim) -> tuple[int, int, str]:
    """The key by which claims stand in a file."""
    return (claim.start, claim.end, claim.id)


def by_position(claims: tuple[Claim, ...] | list[Claim]) -> tuple[Claim, ...]:
    """The claims in the order of a file."""
    return tuple(sorted(claims, key=position))


def complete(draft: Draft, text: str, place: Span, block: Span, *, by: str = "hand") -> Claim:
    """The draft's claim with its place and context; its quote becomes exactly the words that stand there.

    The place and the block around it are ranges of the source's text; ``by`` names the author where no origin does.
    """
    claim = draft.claim
    return replace(
        claim,
        quote=place.of(text),
        start=place.start,
        end=place.end,
        before=text[max(block.start, place.start - CONTEXT) : place.start],
        after=text[place.end : min(block.end, place.end + CONTEXT)],
        origin=claim.origin or f"person:{by}",
    )
