"""The W3C text-quote selector: every place where the exact words stand between the given prefix and suffix."""

from __future__ import annotations

from collections.abc import Iterator

from leica_kb.model import Span


def select(text: str, exact: str, prefix: str = "", suffix: str = "") -> tuple[Span, ...]:
    """All places of the quote, overlapping ones too, in order; strict: not one code point may differ.

    An empty quote stands between any two code points that its prefix and suffix allow.
    Source: W3C Web Annotation Data Model, 4.2.4 Text Quote Selector.
    """
    return tuple(find_spans(text, exact, prefix, suffix))


def find_spans(text: str, exact: str, prefix: str = "", suffix: str = "") -> Iterator[Span]:
    """The same places one by one, for callers that need only the first few."""
    pattern = prefix + exact + suffix
    at = text.find(pattern)
    while at >= 0:
        start = at + len(prefix)
        yield Span(start, start + len(exact))
        at = text.find(pattern, at + 1)
