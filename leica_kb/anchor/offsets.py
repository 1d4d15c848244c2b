"""Code-point offsets turned into the units that browsers (UTF-16) and editors or files (UTF-8) count in."""

from __future__ import annotations

from typing import Final

from leica_kb.model import Span

_LENIENT: Final = "surrogatepass"  # a lone surrogate is one unit of UTF-16 and must not stop the counting


def to_utf16(text: str, span: Span) -> Span:
    """The span in UTF-16 code units, as JavaScript and the language-server protocol count."""
    return _count(text, span, "utf-16-le", 2)


def to_utf8(text: str, span: Span) -> Span:
    """The span in UTF-8 bytes, as files and most editors count."""
    return _count(text, span, "utf-8", 1)


def from_utf16(text: str, span: Span) -> Span:
    """The span of code points that a span of UTF-16 code units covers; raises ValueError inside a surrogate pair."""
    return _decode(text, span, "utf-16-le", 2)


def from_utf8(text: str, span: Span) -> Span:
    """The span of code points that a span of UTF-8 bytes covers; raises ValueError inside a character."""
    return _decode(text, span, "utf-8", 1)


def _count(text: str, span: Span, encoding: str, width: int) -> Span:
    start = len(text[: span.start].encode(encoding, _LENIENT)) // width
    return Span(start, start + len(span.of(text).encode(encoding, _LENIENT)) // width)


def _decode(text: str, span: Span, encoding: str, width: int) -> Span:
    data = text.encode(encoding, _LENIENT)
    start, end = (len(data[: width * at].decode(encoding, "replace")) for at in (span.start, span.end))
    found = Span(start, end)
    if _count(text, found, encoding, width) != span:
        raise ValueError(f"{span} lies inside a character or outside the text")
    return found
