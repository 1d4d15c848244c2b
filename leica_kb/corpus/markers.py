"""Signs at a line's start: bullets, enumerators, markdown headings, quote signs; and the shape of table rows."""

from __future__ import annotations

import re
from typing import Final, Literal

MarkerKind = Literal["", "bullet", "number", "letter", "heading", "quote"]

_SIGNS: Final = "•◦▪▫■□●○◆◇►▸▹▶‣⁃∙➤➔➢❖✓✔✗✘✦\uf0b7\uf0a7"
_MARKER: Final = re.compile(
    rf"(?P<bullet>[{_SIGNS}]|[*+·»→★☆※–—-](?=\s))\s*(?:\[[ xX]\]\s+)?(?=\S)"
    r"|(?P<number>\(?[0-9]{1,2}[.)]|\[[0-9]{1,3}\])(?:\s+(?=\S)|(?=[A-Z“\"][a-z]))"
    r"|(?P<letter>\((?:[a-zA-Z]|[ivx]{2,4})\)|[a-z]\)|[ivx]{2,4}[.)](?=\s)|[a-z]\.(?=\s))\s*(?=\S)"
    r"|(?P<heading>\#{1,6})\s+(?=\S)"
    r"|(?P<quote>>(?:\s?>)*)\s?(?=\S)"
)
_ENUMERATED: Final = re.compile(r"[0-9a-zA-Z]+")
_BOLD_LINE: Final = re.compile(r"(\*\*|__)(?=\S)[^*_]{1,120}(?<=\S)\1:?")
_COPYRIGHT: Final = re.compile(r"\(c\)\s*[0-9]{4}", re.IGNORECASE)
_MARKERS: Final[tuple[MarkerKind, ...]] = ("bullet", "number", "letter", "heading", "quote")


def find_marker(words: str) -> tuple[MarkerKind, str, int]:
    """The sign that a line begins with: its kind, its shape (``•``, ``(#)``) and its length; empty where none."""
    head = words[:160]
    if _BOLD_LINE.fullmatch(head):
        return "heading", "**", 2
    found = _MARKER.match(head)
    if found is None or found.lastgroup is None or _COPYRIGHT.match(head):
        return "", "", 0
    kind = next(kind for kind in _MARKERS if kind == found.lastgroup)
    sign = found[kind] if kind == "bullet" else _ENUMERATED.sub("#", found[kind])
    return kind, sign, found.end()


_TAB: Final = re.compile(r"\S\t+\S")


def is_row(words: str) -> bool:
    """Whether a line is a table's row: cells between bars, or between tabs."""
    head = words[:400]
    return (head.count("|") > 1 and (head[0] == "|" or head.count(" | ") > 1)) or (
        "\t" in head and _TAB.search(head) is not None
    )
