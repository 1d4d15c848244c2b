"""A correction of a claim: read through the door of the files of claims, and proved against the article."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from leica_kb.anchor import select
from leica_kb.errors import InputError, KbError
from leica_kb.kb.world.drafts import find_place
from leica_kb.kb.world.loading import block_at
from leica_kb.model import Claim, Document, Span
from leica_kb.review import ClaimVerdict
from leica_kb.store import Draft, claims_path, complete, parse_entry, revise

_SIDES: Final = ("before", "after")


class CorrectionError(KbError):
    """A corrected claim that is not one; tells what is wrong on which line of the entry."""

    def __init__(self, claim: str, problems: Sequence[str]) -> None:
        super().__init__(f"{claim}: {'; '.join(problems)}")
        self.problems = tuple(problems)


def correct(given: ClaimVerdict, claim: Claim, document: Document | None, predicates: Set[str]) -> Claim:
    """The claim as it is to be, where its words stand; raises CorrectionError where it cannot be."""
    new, problems = _read(given, claim)
    if new is None:
        raise CorrectionError(claim.id, problems)
    if new.predicate not in predicates | {claim.predicate}:
        near = get_close_matches(new.predicate, sorted(predicates), n=3)
        offer = f"; did you mean {', '.join(near)}?" if near else ""
        what = f"no «{new.predicate}» in the packs of this base{offer}"
        raise CorrectionError(claim.id, (_at(given.entry, "predicate") + what,))
    try:
        return _anchor(new, claim, document)
    except InputError as error:
        raise CorrectionError(claim.id, (_at(given.entry, "quote") + error.message,)) from error


def _read(given: ClaimVerdict, claim: Claim) -> tuple[Claim | None, tuple[str, ...]]:
    """The corrected claim, read through the door of the files of claims, and what is wrong with it."""
    if given.entry:
        new, problems = parse_entry(given.entry, claim.source, Path(claim.id))
        told = tuple(f"line {p.line}: {p.message}" if p.line else p.message for p in problems)
    else:
        new, told = revise(claim, given.changes)
    if new is not None and new.id != claim.id:
        return None, (f"id: it stays {claim.id}",)
    return new, told


def _at(entry: str, key: str) -> str:
    """Where a key stands in an entry, as words in front of what is wrong with it."""
    found = re.search(rf"^\s*(?:- +)?{key}:", entry, re.MULTILINE)
    line = f"line {entry.count(chr(10), 0, found.end()) + 1}: " if found else ""
    return f"{line}{key}: "


def _anchor(new: Claim, old: Claim, document: Document | None) -> Claim:
    """The corrected claim where its words stand, near the old ones if they stand in several places.

    Words and place that the correction left alone stay as they are, whatever became of them. Raises InputError where
    other words do not stand in the article.
    """
    if (new.quote, new.span) == (old.quote, old.span):
        return new
    if document is None:
        why = "the article is gone from seeds/, or has changed since its claims were made (then first: leica-kb build)"
        raise InputError(claims_path(new.source), f"{why}, so that other words cannot be proved")
    place = _place_near(new, old, document)
    if isinstance(place, str):
        raise InputError(claims_path(new.source), place)
    return complete(Draft(new, 0), document.text, place, block_at(document, place))


def _place_near(new: Claim, old: Claim, document: Document) -> Span | str:
    if 0 <= new.start < new.end and new.span.of(document.text) == new.quote:
        return new.span
    places = select(document.text, new.quote)
    near = [place for place in places if place.meets(old.span)] if old.start >= 0 else []
    if len(near) == 1:
        return near[0]
    before, after = ("" if getattr(new, side) == getattr(old, side) else getattr(new, side) for side in _SIDES)
    return find_place(replace(new, before=before, after=after), document)
