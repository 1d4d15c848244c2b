"""How a text stands in canonical YAML: plain where every reader agrees, else on one line in double quotes."""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"))
"""Words that some reader takes for something other than text, in any case."""
_NUMERIC: Final = re.compile(r"[0-9][-+.:0-9_eEoObBtTzZ ]*|0[xX][0-9a-fA-F_]*")
"""What may be a number, a time, a date or a version to some reader of YAML 1.1 or 1.2."""
_SIGNED: Final = re.compile(r"[-+.]+(?:[0-9].*|inf|nan)|=|<<", re.IGNORECASE | re.DOTALL)
"""The same with a sign or a point in front, and the two signs that YAML 1.1 has for keys."""
_HIDDEN: Final = (
    "\x00-\x1f\x7f-\xa0\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000"
    "\ud800-\udfff\ufeff\ufff0-\uffff\U000e0000-\U000e0fff"
)
"""Characters that cannot be seen or that a reader may take for a line break; a fixed list, as Unicode's tables grow."""
_PLAIN: Final = re.compile(rf"""(?![-\s])(?=[A-Za-z0-9(£€$]|[^\x00-\x7f])[^{_HIDDEN}#:]*[^{_HIDDEN}#: ]""")
_PLAIN_IN_FLOW: Final = re.compile(
    rf"""(?=[A-Za-z0-9(£€$]|[^\x00-\x7f])[^{_HIDDEN}#:,\[\]{{}}"'?]*[^{_HIDDEN}#:,\[\]{{}}"'? ]"""
)
_ESCAPED: Final = re.compile(rf'[\\"{_HIDDEN}]')
_SHORT: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def quote_scalar(text: str, *, flow: bool = False) -> str:
    """The text as a YAML scalar that reads back as exactly this text, in a block or inside ``[]`` and ``{}``."""
    pattern = _PLAIN_IN_FLOW if flow else _PLAIN
    if pattern.fullmatch(text) and not is_misread(text):
        return text
    return f'"{_ESCAPED.sub(_escape, text)}"'


def is_misread(text: str) -> bool:
    """Whether the text, where it stands plain, is something other than text to some reader of YAML."""
    return text.lower() in _WORDS or bool(_NUMERIC.fullmatch(text) or _SIGNED.fullmatch(text))


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if character in _SHORT:
        return _SHORT[character]
    code = ord(character)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
