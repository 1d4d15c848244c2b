"""Sentences that tell of two names that they are one thing's: renamed, formerly, also known as; with the date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from leica_kb.checks.likeness import GENERIC, LEGAL
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
    """The entity whose name, the longest one, stands nearest on one side of the cue; no other name lies between."""
    words = find_words(place.of(text), place.start)
    ends = range(len(words), 0, -1) if before else range(len(words))
    for skipped, at in enumerate(ends):
        for length in range(min(_LONGEST, at if before else len(words) - at), 0, -1):
            first = at - length if before else at
            name = names.get(fold(text[words[first].start : words[first + length - 1].end]))
            if name is not None:
                return name if _is_whole(text, words, first, first + length) else None
        if skipped == _GAP or not _is_plain(words[at - 1 if before else at].of(text)):
            return None
    return None


def _is_whole(text: str, words: Sequence[Span], first: int, end: int) -> bool:
    """Whether the name ends where it ends: not in the middle of a longer one, and not as an owner."""
    before = words[first - 1] if first and text[words[first - 1].end : words[first].start] == " " else None
    after = words[end] if end < len(words) and text[words[end - 1].end : words[end].start] == " " else None
    return all(word is None or _is_plain(word.of(text)) or word.of(text) == "The" for word in (before, after))


def _is_plain(word: str) -> bool:
    """Whether a word makes no other name: in small letters, a number, a month, a legal form, *Electric*."""
    plain = word.casefold()
    return not word[0].isupper() or plain[:3] in _MONTHS or plain in LEGAL or plain in GENERIC


_MONTHS: Final = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())


def _date_in(passage: Told) -> str | None:
    found = [date.edtf for date in find_dates(passage.text, passage.published) if date.edtf]
    return found[0] if len(found) == 1 else None
