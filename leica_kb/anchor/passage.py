"""Sentence and paragraph around a place, and what became of them: rewritten, deleted, or still there."""

from __future__ import annotations

import re
from typing import Final

from leica_kb.anchor.near import find_frames
from leica_kb.anchor.target import Target
from leica_kb.model import Span

_SENTENCE_END: Final = re.compile(r"[.!?。！？][\"'”’»)\]]*\s+|[\r\n]+")
_PARAGRAPH_END: Final = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*|[\r\n]+")
_REACH: Final = 1000
"""Code points either side in which a sentence's bounds are looked for."""
_NEIGHBOUR: Final = 48
"""Code points of a neighbouring sentence that are looked for in the new text."""


def sentence_around(text: str, span: Span) -> Span:
    """The sentence or sentences that hold a span."""
    return _around(text, span, _SENTENCE_END)


def paragraph_around(text: str, span: Span) -> Span:
    """The paragraph that holds a span; a line is one where no empty lines part them."""
    return _around(text, span, _PARAGRAPH_END)


def find_rewritten(target: Target, old: Target, span: Span) -> Span | None:
    """What stands now between the old sentence's neighbours, where both still stand near each other."""
    sentence = sentence_around(old.text, span)
    before = old.text[max(0, sentence.start - _NEIGHBOUR) : sentence.start].strip()
    after = old.text[sentence.end : sentence.end + _NEIGHBOUR].strip()
    frames = find_frames(target.text, before, after, len(sentence))
    return frames[0] if len(frames) == 1 else None


def tell_loss(target: Target, old: Target, span: Span) -> str:
    """Whether the whole paragraph went or only the sentence."""
    paragraph = paragraph_around(old.text, span)
    sentence = sentence_around(old.text, span)
    rest = (Span(paragraph.start, sentence.start), Span(sentence.end, paragraph.end))
    left = [words for part in rest if (words := part.of(old.text).strip())]
    kept = any(target.find_exact(words[:_NEIGHBOUR]) or target.find_exact(words[-_NEIGHBOUR:]) for words in left)
    return "sentence deleted" if kept else "paragraph deleted"


def _around(text: str, span: Span, end: re.Pattern[str]) -> Span:
    low = max(0, span.start - _REACH)
    starts = [m.end() for m in end.finditer(text, low, span.start)]
    start = starts[-1] if starts else low
    stop = end.search(text, max(span.start, span.end - 1), min(len(text), span.end + _REACH))
    close = stop.start() + len(stop.group().rstrip()) if stop else min(len(text), span.end + _REACH)
    return Span(start, max(close, span.end))
