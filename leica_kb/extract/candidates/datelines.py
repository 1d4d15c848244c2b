"""Datelines: the town and day, or the agency, in front of a report's first sentence, which are no part of it."""

from __future__ import annotations

import re
from typing import Final

from leica_kb.corpus.vocabulary import DATE, MONTH
from leica_kb.model import Span

_DAY: Final = rf"(?i:{DATE}|{MONTH}\s[0-9]{{1,2}}|[0-9]{{1,2}}\.?\s{MONTH})"
_TOWN: Final = r"[A-ZÄÖÜ][\w.’'-]+(?:[ /][A-ZÄÖÜ][\w.’'-]+){0,3}(?:, [A-Z][\w.]*(?: [A-Z][\w.]+)?)?"
_AGENCY: Final = r"(?:\([A-Z][\w .,/&-]*\)|/[A-Z][\w .,&-]+/)"
_DATELINE: Final = re.compile(
    rf"{_TOWN}(?:(?:(?:, ?| [–—-] ){_DAY}| \({_DAY}\))"
    rf"(?:,? {_AGENCY})?|,? {_AGENCY})(?:\s?(?:-{{1,2}}|[–—])\s|: )(?=[\"“A-ZÄÖÜ])"
)


def dateline_of(text: str, sentence: Span) -> Span | None:
    """«TOKYO, March 11 - Nordal has …», «PARIS (Reuters) – …», «Cork, 9 May 2018: …»: where and when it was sent."""
    if sentence.start and text[sentence.start - 1] != "\n":
        return None
    found = _DATELINE.match(text, sentence.start, sentence.end)
    return Span(*found.span()) if found is not None else None
