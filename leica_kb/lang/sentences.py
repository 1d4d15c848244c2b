"""Where sentences begin and end: nupunkt decides inside a line, and its known slips are mended."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import Final

from leica_kb.model import Span

LINE_BREAK: Final = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""What ``str.splitlines`` splits at."""

_ENDING: Final = re.compile(r"[.!?…]")
_STARTERS: Final = (
    "The|It|He|She|They|We|I|You|This|That|These|Those|There|Here|But|And|Or|So|However|In|On|At|For|From|With|As|If|When|"
    "While|After|Before|Since|Because|Although|Its|His|Her|Their|Our|My|Your|What|Who|Why|How|Where|Yes|Not|Also|Both|Each|"
    "Every|All|Some|Most|Many|One|Another|Now|Then|Still|Today|Yet|Even|To|By"
)
_MISSED: Final = re.compile(
    rf"(?<=[a-z][a-z])[.!?…]+[\"”’)\]]*(?=(?:{_STARTERS})\b)"  # «…again.The next»: the space was lost
    r"|(?<=[0-9] [a-zµ])\.(?=\s)|(?<=[0-9][a-zµ])\.(?=\s)"  # «500 g. It is»: a unit, not an initial
    r"|(?<=[0-9] [a-zµ]{2})\.(?=\s)|(?<=[0-9][a-zµ]{2})\.(?=\s)"
    r"|(?<=[ap]\.m)\.(?=\s)"
    r"|(?<=[a-z] [IVX])\.(?=\s)|(?<=\s[A-Z]{2})\.(?=\s)"  # «the Nova I. This was new»: a numeral, not an initial
)
_PLAIN_END: Final = re.compile(
    r"(?<=\s)(?P<word>[a-z]*[aeiouy][a-z]+|[a-z]+[aeiouy][a-z]*|[A-Z][a-z]{3,}|[A-Z]{2,5})"
    r"\.[\"”’)\]]*(?=\s+[\"“‘(]?[A-ZÄÖÜ])"
)
"""«fits in the hand. Nordal made it»: nupunkt takes some 550 common words for abbreviations where a name follows."""
_ABBREVIATED: Final = frozenset(
    "al am approx asph assn assoc avg benj blvd brig bros ca calif capt cie chas co col comdr comm conn corp dept "
    "ed eds edw esp est etc excl ext fig figs fr ft gebr gen gov hon ibid inc incl inst intl jour jr lieut lt ltd "
    "maj mass max messrs mfg mich min minn misc mr mrs ms mt nachf no nos nr okla op oreg orig penn phys pres "
    "prof pt ref rel resp rev robt sec sen sept sgt sr st supt tenn thos trans univ ver viz vol vols vs wash".split()
)
"""Words that are written with a point in the midst of a sentence."""
_FOOTNOTED: Final = re.compile(
    r"(?<=[a-z]{4})[.!?][”\")]*(?:\d{1,2},)*\d{1,3}(?=\s+[A-ZÄÖÜ])"  # «an improved version.11 Orlik gave»
    rf"|(?<=\b(?:1[5-9]|20)\d\d)\.\d{{1,2}}(?=\s+(?:{_STARTERS})\b)"  # «in 1941.1 In 2016»
)
"""The end of a sentence with the number of its footnote."""
_INITIALS: Final = re.compile(
    r"(?:^|[\s(“\"])(?!(?:U\.S|U\.K|U\.N|E\.U|D\.C|L\.A|N\.Y|A\.D|B\.C|A\.M|P\.M)\.$)(?:[A-Z]\.){2}$"
)
"""A person's first names in front of the last: «E.H. Orlik»."""
_STARTER: Final = re.compile(rf"\s*[\"“‘(]?(?:{_STARTERS})\b")
_CLOSING: Final = re.compile(r"[\"”’»)\]]+(?=\s|$)|(?:\[[0-9a-z]{1,3}\])+")
_LOWER_START: Final = re.compile(r"[\"“‘(\[]*[a-z](?![a-z]*[A-Z])")
_SHORTENED: Final = re.compile(
    r"\b(?:etc|e\.g|i\.e|cf|al|ca|approx|incl|excl|[A-Z]{2,5}|(?:[A-Z]\.)+[A-Z]|Inc|Co|Corp|Ltd)\.$"
)
_NUMBERED: Final = re.compile(r"\b(?:[Ee]std?|No|Nos|Nr|Vol|Ch|Sec|Fig|Figs|Art|Pt|pp?|Op)\.$")


def split_sentences(text: str, span: Span, *, wrapped: bool = False) -> tuple[Span, ...]:
    """The sentences of a range of the text, in order, without the white space around them.

    ``wrapped`` tells that line breaks inside the range only fold a paragraph, so that they end no sentence.
    """
    if wrapped:
        return tuple(_split_line(text, span.start, span.end))
    return tuple(found for start, end in _lines(text, span) for found in _split_line(text, start, end))


def _lines(text: str, span: Span) -> Iterator[tuple[int, int]]:
    start = span.start
    for found in LINE_BREAK.finditer(text, span.start, span.end):
        yield start, found.start()
        start = found.end()
    yield start, span.end


def _split_line(text: str, start: int, end: int) -> Iterator[Span]:
    line = text[start:end]
    cuts = _cuts(line) if _ENDING.search(line, 0, max(len(line) - 1, 0)) else []
    for left, right in pairwise([0, *cuts, len(line)]):
        piece = line[left:right]
        if body := piece.strip():
            offset = start + left + len(piece) - len(piece.lstrip())
            yield Span(offset, offset + len(body))


def _cuts(line: str) -> list[int]:
    found = [_after_closing(line, end) for _, end in _segmenter()(line)]
    kept = {cut for cut in found if 0 < cut < len(line) and not _is_false(line, cut)}
    return sorted(kept | set(_missed(line)))


def _after_closing(line: str, cut: int) -> int:
    """The cut moved behind closing marks and footnote signs that belong to the sentence before."""
    closing = _CLOSING.match(line, cut)
    return closing.end() if closing else cut


_REACH: Final = 40
"""Characters looked at on either side of a cut, so that a long line costs no more per cut than a short one."""


def _is_false(line: str, cut: int) -> bool:
    before = line[max(cut - _REACH, 0) : cut].rstrip()
    after = line[cut : cut + _REACH].lstrip()
    if not after or not before.endswith("."):
        return False
    if _INITIALS.search(before) and after[0].isupper() and not _STARTER.match(after):
        return True
    if _LOWER_START.match(after) or (after[0] in "([" and _SHORTENED.search(before)):
        return True
    return after[0].isdigit() and _NUMBERED.search(before) is not None


def _missed(line: str) -> Iterator[int]:
    missed, plain, footnoted = 0, 0, 0
    for ending in _ENDING.finditer(line):
        at = ending.start()
        if at >= missed and (found := _MISSED.match(line, at)):
            missed = found.end()
            if _STARTER.match(line, missed):
                yield missed
        if at >= plain and (found := _PLAIN_END.match(line, line.rfind(" ", 0, at) + 1)):
            plain = found.end()
            if found["word"].lower() not in _ABBREVIATED:
                yield plain
        if at >= footnoted and (found := _FOOTNOTED.match(line, at)):
            footnoted = found.end()
            yield footnoted


@cache
def _segmenter() -> Callable[[str], list[tuple[int, int]]]:
    """nupunkt's pre-trained English model; its import and first use take about 40 ms, so they wait until needed."""
    import nupunkt

    segment: Callable[[str], list[tuple[int, int]]] = nupunkt.sent_spans
    return segment
