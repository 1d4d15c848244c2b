"""Makes text of strangers safe to show: control and direction-changing characters become visible signs."""

from __future__ import annotations

import re
from typing import Final

_UNSEEN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_SYMBOLS: Final = 0x2400
"""Where Unicode keeps pictures of the control characters 00 to 1F."""


def visible(text: str) -> str:
    """The text with every character that could move the cursor, change colours or turn the direction made visible."""
    return _UNSEEN.sub(_sign, text)


def escaped(text: str) -> str:
    """The same for text that is already JSON: such characters become ``\\uXXXX``, which a reader turns back."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(_SYMBOLS + code)
    return "\u2421" if code == 0x7F else f"‹U+{code:04X}›"
