"""Sentences that tell of two names that they are one thing's: renamed, formerly, also known as; with the date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from leica_kb.lang.dates import find_dates
from leica_kb.lang.tokens import find_words, fold
from leica_kb.model import Span

Older = Literal["before", "after", "neither"]
_CUES: Final[tuple[tuple[Older, str], ...]] = (
    ("neither", r"also known as|a\.?k\.?a\.?(?!\w)|short for|also called"),
    ("after", r"(?:formerly|previously|originally|once)(?: (?:known|called|named)(?: as)?)?(?!\w)"),
    (
        "before",
        r"(?:renamed|rebranded|changed its name|(?:now|today) (?:known|called)|became known)(?: itself)?(?!\w)",
    ),
)
_CUE: Final = re.compile("|".join(rf"(?P<{older}>(?<!\w)(?:{words}))" for older, words in _CUES), re.IGNORECASE)
_GAP: Final = 4
"""Words that may stand between such a cue and a name: *was*, *in 2008 to*."""
_LONGEST: Final = 6
"""Words of the longest name that is looked for."""


@dataclass(frozen=True, slots=True)
class Told:
    """A passage of an article, as plain values."""

    source: str
    start: int
    text: str
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Renaming:
    """Two entities that a sentence calls one, in the order of the sentence."""

    names: tuple[str, str]
    passage: Told
    older: str | None
    """The one whose name was given up, where the words tell."""
    date: str | None
    """EDTF date of the renaming, where the sentence gives one."""


def find_renamings(passages: Iterable[Told], names: Mapping[str, str]) -> Iterator[Renaming]:
    """What the passages tell of names.

    Args:
        passages: sentences; those without such a cue cost one search.
        names: folded name → entity id.
    """
    for passage in passages:
        for cue in _CUE.finditer(passage.text):
            left = _nearest(passage.text, Span(0, cue.start()), names, before=True)
            right = _nearest(passage.text, Span(cue.end(), len(passage.text)), names, before=False)
            if left and right and left != right:
                older = {"before": left, "after": right}.get(str(cue.lastgroup))
                yield Renaming((left, right), passage, older, _date_in(passage) if older else None)


def _nearest(text: str, place: Span, names: Mapping[str, str], *, before: bool) -> str | None:
    """The entity whose name, the longest one, stands nearest on one side of the cue."""
    words = find_words(place.of(text), place.start)
    ends = range(len(words), 0, -1) if before else range(len(words))
    for skipped, at in enumerate(ends):
        if skipped > _GAP:
            return None
        for length in range(min(_LONGEST, at if before else len(words) - at), 0, -1):
            run = words[at - length : at] if before else words[at : at + length]
            if (name := names.get(_folded(text, run))) is not None:
                return name
    return None


def _folded(text: str, run: Sequence[Span]) -> str:
    return fold(text[run[0].start : run[-1].end]).removesuffix("'s")


def _date_in(passage: Told) -> str | None:
    found = [date.edtf for date in find_dates(passage.text, passage.published) if date.edtf]
    return found[0] if len(found) == 1 else None
