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
    return _decode(text.encode("utf-16-le", _LENIENT), span, "utf-16-le", 2)


def from_utf8(text: str, span: Span) -> Span:
    """The span of code points that a span of UTF-8 bytes covers; raises ValueError inside a character."""
    return _decode(text.encode("utf-8", _LENIENT), span, "utf-8", 1)


def _count(text: str, span: Span, encoding: str, width: int) -> Span:
    start = len(text[: span.start].encode(encoding, _LENIENT)) // width
    return Span(start, start + len(span.of(text).encode(encoding, _LENIENT)) // width)


def _decode(data: bytes, span: Span, encoding: str, width: int) -> Span:
    low, high = span.start * width, span.end * width
    start = len(_strict(data[:low], encoding))
    return Span(start, start + len(_strict(data[low:high], encoding)))


def _strict(data: bytes, encoding: str) -> str:
    text = data.decode(encoding, _LENIENT)
    if text and text.encode(encoding, _LENIENT) != data:
        raise ValueError("the offset lies inside a character")
    return text
