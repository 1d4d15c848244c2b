"""Who wrote an article and on which day, from its first lines where no sidecar tells: «By Jane Doe | March 3, 2021»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from leica_kb.corpus.pieces import TRIMMED
from leica_kb.corpus.vocabulary import CLOCK, DAY
from leica_kb.lang.dates import find_dates
from leica_kb.lang.edtf import is_edtf
from leica_kb.lang.given_names import GIVEN_NAMES
from leica_kb.model import Metadata

_LINES: Final = 6
_LONGEST: Final = 120
"""Characters of a line of the head; a longer one is the article itself."""
_WORD: Final = r"(?!(?:AND|BY|By|ON)\b)[A-ZÀ-Þ][\w'’-]*\.?"
_PERSON: Final = rf"{_WORD}(?: (?:de|del|da|di|van|von|der|den|la|le|bin|al|{_WORD})){{0,3}} {_WORD}"
_WHO: Final = rf"(?P<who>{_PERSON}(?:(?:, {_PERSON}){{0,3}},? (?i:and|&) {_PERSON})?)"
_ROLE: Final = r"(?:,? (?:[\w-]+ ){0,2}(?i:editor|writer|reporter|contributor|correspondent))?"
_APART: Final = r"(?:\s*[|,•·–—-]\s*|\s+)"
_WHEN: Final = (
    rf"(?:(?P<label>(?i:published|posted)(?: on)?):?\s+|(?i:on)\s+)?(?P<when>(?i:{DAY}))"
    rf"(?:,?\s*(?:(?i:at)\s|[@|·–-])?\s*(?i:{CLOCK}))?"
)
_TAIL: Final = r"(?:\s*[|•·(–—-]\s*(?i:(?:last )?(?:updated|modified)\b.{0,40}|[0-9]+ min(?:ute)?s? read))*"
_BY: Final = (
    r"(?:(?P<told>(?i:(?:(?:words|story|text|written|reported|article) by|author):?))|(?i:(?:posted )?by):?)\s+"
)
_SHAPES: Final = tuple(
    re.compile(shape)
    for shape in (
        rf"{_BY}{_WHO}{_ROLE}(?:{_APART}{_WHEN})?{_TAIL}",
        rf"{_WHEN}{_APART}{_BY}{_WHO}{_ROLE}{_TAIL}",
        rf"(?P<bare>){_WHO}\s*[|,•·–—-]\s*{_WHEN}{_TAIL}",
        rf"{_WHEN}{_TAIL}",
    )
)


@dataclass(frozen=True, slots=True)
class _Line:
    """What a line of the head may say; all empty for a title, a place or the first sentence."""

    who: str | None = None
    when: str | None = None
    told: bool = False
    """Whether it says that it names the author, or the day of publication."""
    bare: bool = False
    """Whether the name stands there without «by»."""

    @property
    def given(self) -> bool:
        """Whether the name begins with a common given name."""
        return self.who is not None and self.who.partition(" ")[0].lower() in GIVEN_NAMES


def find_authorship(text: str) -> Metadata:
    """Author and day of publication with their words as basis; nothing where the lines could mean something else."""
    lines = [_read(line) for line in _head(text)]
    at = next((at for at in range(len(lines)) if _names_author(lines, at)), None)
    author = None if at is None else lines[at].who
    days = [] if at is None else [lines[at], *_beside(lines, at)]
    when = next((line.when for line in (*days, *(x for x in lines if x.told)) if line.when), None)
    published = _day(when) if when else None
    basis = {"author": author, "published": when if published else None}
    return Metadata(
        author=author, published=published, basis={name: (words,) for name, words in basis.items() if words}
    )


def _head(text: str) -> Iterator[str]:
    """The first lines that hold words, up to the first long one."""
    count = 0
    for line in text[: _LINES * 2 * _LONGEST].splitlines():
        words = line.strip(TRIMMED + "*_#")
        if len(words) > _LONGEST or count == _LINES:
            return
        if words:
            count += 1
            yield words


def _read(words: str) -> _Line:
    found = next(filter(None, (shape.fullmatch(words) for shape in _SHAPES)), None)
    if found is None:
        return _Line()
    named = found.groupdict()
    told = bool(named.get("told") or named.get("label"))
    return _Line(named.get("who"), named["when"], told=told, bare=named.get("bare") is not None)


def _names_author(lines: list[_Line], at: int) -> bool:
    """A name behind «by» with a day beside it, or one that is surely a person's; without «by» only both together."""
    line = lines[at]
    if line.who is None or line.bare:
        return line.given
    return line.told or line.when is not None or line.given or any(one.when for one in _beside(lines, at))


def _beside(lines: list[_Line], at: int) -> list[_Line]:
    """Lines right above and below that hold a day alone."""
    return [lines[near] for near in (at + 1, at - 1) if 0 <= near < len(lines) and lines[near].who is None]


def _day(words: str) -> str | None:
    """The day in EDTF, or None for one that no calendar has or that can be read in two ways (3/4/2021)."""
    spelt = re.sub(r"[^\W\d_]{3,}", lambda month: month[0].capitalize(), words.lower())
    found = find_dates(spelt)
    edtf = found[0].edtf if len(found) == 1 else None
    return edtf if edtf and len(edtf) == len("2021-03-03") and is_edtf(edtf) else None
