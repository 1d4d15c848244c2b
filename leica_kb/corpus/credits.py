"""Lines, and ends of lines, that only say who made a picture or wrote a text."""

from __future__ import annotations

import re
from typing import Final

from leica_kb.corpus.pieces import count_words, is_terminal
from leica_kb.corpus.vocabulary import DAY, NAME, WHEN, is_names

_PLACED: Final = r"(?:(?:lead|header|featured?|cover|all|top|main|hero)\s+)?"
_PICTURE: Final = r"(?:images?|photos?|photographs?|photography|pictures?|pics?|illustrations?|artwork|graphics?|video)"
_TEXT: Final = r"(?:text|words|story|translation|screenshots?|interview)"
_CREDITED: Final = r"(?:credits?|courtesy)(?:\s+(?:of|to))?"

PHOTO_LABEL: Final = re.compile(rf"{_PLACED}{_PICTURE}\s*[:：]\s*(?P<rest>\S.*)", re.IGNORECASE)
_AGENCY: Final = re.compile(
    r"getty|reuters|\bAFP\b|\bAP\b|\bEPA\b|shutterstock|unsplash|wikimedia|flickr|alamy|courtesy|©|\bvia\b|\bby\b"
)
_LABEL: Final = re.compile(
    rf"[(\[]?{_PLACED}(?:(?:{_PICTURE}|{_TEXT})\s*(?:{_CREDITED}|source|©|\(c\))|{_CREDITED}\s*:|courtesy of"
    r"|sources?\s*:|via\s*:|h/t\b|©|authors?\s*:|words\s*:|text\s*:)\s*:?\s*(?P<whom>\S.*)",
    re.IGNORECASE,
)
_MADE_BY: Final = re.compile(
    rf"[(\[]?{_PLACED}(?:(?:{_PICTURE}|{_TEXT}|written|reported|reviewed?|photographed|edited|translated|article)"
    r"(?:\s+(?:and|&)\s+\w+)?\s+)?(?:by|via):?\s+(?P<whom>\S.*)",
    re.IGNORECASE,
)
_AFTER_NAME: Final = re.compile(
    rf"\s*(?:[|,·•–—-]|\bon\b|\bin\b|\bfor\b)\s*(?:{WHEN}.*|(?:[\w-]+ ){{0,2}}(?:editor|writer|reporter|contributor"
    r"|correspondent|photographer)\b.*)$",
    re.IGNORECASE,
)
_DATED: Final = re.compile(rf"(?P<whom>{NAME})\s*[,|·•–—(-]?\s*(?i:on\s+)?(?i:{DAY}).{{0,20}}")
_SIGNATURE: Final = re.compile(r"(?:[-–—~]{1,2}|―)\s*(?P<whom>\S.*)")
_SOURCE: Final = re.compile(r"[(\[](?:(?:image |photo )?source|via|link|credit)[)\]]", re.IGNORECASE)
_TAIL: Final = re.compile(
    r"(?P<apart>\s*[|•·]\s*|\s+[–—/-]\s+|\s+|(?<=[\w.)”])(?=[A-Z]))"
    r"(?P<credit>[(\[](?:source|via|link|credit|photo|image|picture|courtesy)\b[^()\[\]]{0,80}[)\]]"
    r"|(?P<pair>[(\[][^()\[\]|.:]{2,40}/[^()\[\]|.:]{2,40}[)\]])"
    rf"|[(\[]?(?:{_PICTURE}\s*(?:{_CREDITED}|by|via|©)\s*:?|{_PICTURE}\s*:|{_CREDITED}\s*:|source\s*:|courtesy of|©)"
    r"\s*[^\s|][^|\[\]]{0,80}[)\]]?)$",
    re.IGNORECASE,
)
_SIGNS: Final = re.compile(r"[|(\[:©]| by | via |ourtesy")
_LONGEST: Final = 200
_REACH: Final = 160
"""Characters at a line's end among which its credit is looked for."""


def is_credit(words: str) -> bool:
    """Whether a whole line only says who made the picture or the text."""
    if len(words) > _LONGEST:
        return False
    if photo := PHOTO_LABEL.match(words):
        return is_maker(photo["rest"])
    label = _LABEL.match(words)
    made = _MADE_BY.match(words)
    if label or _SOURCE.fullmatch(words):
        return label is None or count_words(label["whom"]) <= 15
    return made is not None and is_names(_AFTER_NAME.sub("", made["whom"]))


def is_byline(words: str) -> bool:
    """Whether a line is a name and a day, as an article's head has them."""
    dated = _DATED.fullmatch(words) if len(words) <= 100 else None
    return dated is not None and (" " not in dated["whom"] or is_names(dated["whom"]))


def is_maker(rest: str) -> bool:
    """Whether what stands behind «Photo:» names its maker, not what it shows."""
    return count_words(rest) <= 12 and not is_terminal(rest) and (_AGENCY.search(rest) is not None or is_names(rest, 5))


def is_signature(words: str) -> bool:
    """Whether a line is a name behind a dash, as under a letter or a quotation."""
    signed = _SIGNATURE.fullmatch(words) if len(words) <= 80 else None
    return signed is not None and is_names(signed["whom"].partition(",")[0], 6) and not is_terminal(words)


def find_tail(words: str) -> tuple[int, int] | None:
    """Where a caption's own words end and the credit behind them begins, or None where there is no such credit."""
    if not _SIGNS.search(words, max(len(words) - _REACH, 0)):
        return None
    offset = max(len(words) - _REACH, 0)
    for found in _TAIL.finditer(words[offset:]):
        before = words[: offset + found.start()]
        if any(char.isalnum() for char in before) and _fits(before, found):
            return len(before.rstrip(" |•·–—/-")), offset + found.start("credit")
    return None


def _fits(before: str, found: re.Match[str]) -> bool:
    credit = found["credit"]
    if count_words(credit) > 14 or count_words(before) > 80:
        return False
    if found["pair"]:
        return is_names(found["pair"]) and credit[1].isupper()
    if _SOURCE.fullmatch(credit):
        return count_words(before) <= 20 and not before.rstrip().endswith(".")
    return credit[0] in "([©" or bool(found["apart"].strip()) or credit[0].isupper()
