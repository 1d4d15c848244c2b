"""Pictures in a text: descriptions meant for those who cannot see them, captions, and the credits beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from leica_kb.corpus.credits import PHOTO_LABEL, find_tail, is_byline, is_credit, is_signature
from leica_kb.corpus.pieces import Piece, body_of, count_words, is_terminal

_MEDIUM: Final = (
    r"(?:photo(?:graph)?|picture|image|illustration|drawing|painting|screenshot|diagram|graphic|render(?:ing)?"
    r"|map|chart|"
    r"close-?up|portrait|sketch|collage|snapshot|poster|logo)"
)
_VIEW: Final = (
    r"(?:aerial|front|rear|side|top(?:-down)?|back|overhead|wide|interior|exterior|bird['’]s-eye|angled|macro)"
)
_DRAWN: Final = re.compile(
    rf"(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,3}}?(?:{_MEDIUM}\s+(?:{_MEDIUM}\s+)?(?:of|showing|depicting|with)"
    rf"|{_VIEW}[\w\s-]{{0,20}}\s(?:view|shot)\s+of)\b",
    re.IGNORECASE,
)
_SCENE_START: Final = re.compile(
    r"(?:an?|two|three|four|five|several|many|some|multiple|various|people|hands?|rows?|close)\s", re.IGNORECASE
)
_SCENE: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bbackground\b|\bbackdrop\b|\bforeground\b",
        r"\bout of focus\b|\bblurred\b|\bblurry\b|\bin focus\b|\bclose-?up\b",
        (
            r"\b(?:is|are) (?:visible|displayed|shown|seen|placed|arranged|lit|lined up|mounted|parked|stacked)\b"
            r"|\bvisible\b"
        ),
        (
            r"\b(?:is|are) (?:holding|standing|sitting|looking|wearing|walking|smiling|posing|lying|leaning|working"
            r"|pointing|riding)\b"
            r"|(?:^|\w,? )(?:holding|wearing|standing|sitting|smiling|posing|kneeling|seated)\b"
            r"|\b(?:holds?|stands?|sits?|wears?|looks?|walks?|poses?|smiles?|hangs?|lies)\b"
        ),
        r"\blooking (?:at|through|into|toward|towards|up|down|over)\b|\bdisplaying\b|\bfacing\b|\bdepicting\b",
        (
            r"\b(?:set )?against an?\b|\bon an? (?:\w+ ){0,2}(?:surface|table|desk|shelf|wall|floor|stage|bench"
            r"|tripod|background)\b"
        ),
        (
            r"\bin front of\b|\bnext to\b|\bbeside\b|\bsurrounded by\b|\bon the (?:left|right|top|bottom)\b"
            r"|\b(?:top|bottom) (?:left|right)\b|\bat sunset\b|\bat night\b"
        ),
        (
            r"\b(?:text|logo|label|sign|badge|screen|banner|lettering) (?:that )?(?:reads?|reading|above|below|on)\b"
            r"|\battached\b|\btextured\b"
        ),
        r"\b(?:black|white|red|silver|green|blue|brown|gr[ae]y|yellow|wooden|metal|glass)\b",
    )
)
_NOT_SCENE: Final = re.compile(
    r"\b(?:I|I['’]\w+|we|you|my|our|your|said|says|told|announced|was|were|had|has been|will|would|did|released"
    r"|costs?)\b"
    r"|[$€£¥%]|\b(?:19|20)[0-9]{2}\b"
)
_SHOWN: Final = re.compile(
    r"\b(?:as seen (?:from|in|on|through)|seen here|shown here|pictured|(?:another|close|closer|detailed)"
    r" (?:view|look) of)\b",
    re.IGNORECASE,
)
_LONGEST: Final = 600
_TOP: Final = 4
"""A name with a day among so many first lines is the article's byline."""

_CAPTION_LABEL: Final = re.compile(
    r"(?:(?:fig(?:ure|\.)?|photo|image|plate|chart|map|diagram|video|table|picture"
    r"|illustration)\s*[0-9]{1,3}[a-z]?\s*[.:–—-]"
    r"|(?:caption|pictured|above|below|left|right|top|bottom|inset|alt(?: text)?|pictured (?:above|below|here)"
    r"|image description)\s*:)"
    r"\s*\S",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(
    r"!\[[^\]]*\]\([^)]*\)|\[(?:image|photo|picture|video|figure|gif|caption|illustration)\b[^\]]*\]"
    r"|\([^()]*\bpictured\b[^()]*\)",
    re.IGNORECASE,
)
_GLUE: Final = re.compile(r"(?<=[a-z0-9)”’\"])[.!?][”’\")]?(?=[A-Z“‘][\w’])")


def is_description(words: str) -> bool:
    """Whether a text describes a picture: it begins as one does and tells a scene, not an event."""
    if len(words) > _LONGEST or count_words(words) > 80 or _NOT_SCENE.search(words):
        return False
    cues = sum(1 for cue in _SCENE if cue.search(words))
    if _DRAWN.match(words):
        return cues >= 1 or count_words(words) <= 30
    return cues >= 3 and _SCENE_START.match(words) is not None


def is_caption(words: str) -> bool:
    """Whether a whole line is a caption by its label, its brackets or what it describes."""
    if len(words) > _LONGEST:
        return False
    if _BRACKETED.fullmatch(words) or (_CAPTION_LABEL.match(words) and count_words(words) <= 60):
        return True
    photo = PHOTO_LABEL.match(words)
    return is_description(words) or _is_shown(words) or (photo is not None and not is_credit(words))


def _is_shown(words: str) -> bool:
    """A short line, no sentence, that says from where a thing is seen."""
    return count_words(words) <= 15 and not is_terminal(words) and _SHOWN.search(words) is not None


def mark_pictures(text: str, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Decide captions and credits; a line that holds several of them, or prose glued to one, is cut apart."""
    return [part for at in range(len(pieces)) for part in _parts(text, pieces, at)]


def _parts(text: str, pieces: Sequence[Piece], at: int) -> Iterator[Piece]:
    piece = pieces[at]
    if piece.kind or piece.group is not None or piece.marker in ("heading", "quote"):
        yield piece
    elif _is_signed(text, pieces, at):
        yield replace(piece, kind="credit", marker="", body=piece.start)
    elif piece.marker:
        yield piece
    else:
        yield from _cut(text, piece, top=at < _TOP)


def _is_signed(text: str, pieces: Sequence[Piece], at: int) -> bool:
    """A dash and a name; not one of several lines with a dash."""
    beside = (other for other in (at - 1, at + 1) if 0 <= other < len(pieces))
    return is_signature(text[pieces[at].start : pieces[at].end]) and not any(
        pieces[other].sign == pieces[at].sign != "" for other in beside
    )


def _cut(text: str, piece: Piece, *, top: bool) -> Iterator[Piece]:
    words = body_of(text, piece)
    if is_credit(words) or (top and is_byline(words)):
        yield replace(piece, kind="credit")
    elif len(words) <= _LONGEST and (tail := find_tail(words)):
        yield from _captions(text, replace(piece, end=piece.start + tail[0]))
        start = piece.start + tail[1]
        yield replace(piece, start=start, body=start, gap=False, kind="credit")
    elif is_caption(words):
        yield from _captions(text, piece)
    else:
        yield from _unglued(text, piece)


def _captions(text: str, piece: Piece) -> Iterator[Piece]:
    """A caption, cut where a description is glued to the words under the picture."""
    words = text[piece.start : piece.end]
    for found in _GLUE.finditer(words):
        if is_description(words[: found.end()]):
            cut = piece.start + found.end()
            yield replace(piece, end=cut, kind="caption")
            yield replace(piece, start=cut, body=cut, gap=False, kind="caption")
            return
    yield replace(piece, kind="caption")


def _unglued(text: str, piece: Piece) -> Iterator[Piece]:
    """A description glued to what follows it: a short rest is a caption, a long one the next paragraph."""
    for found in _GLUE.finditer(text, piece.start, min(piece.end, piece.start + _LONGEST)):
        if is_description(text[piece.start : found.end()]):
            cut = found.end()
            rest = text[cut : piece.end]
            short = count_words(rest) <= 25 and not is_terminal(rest)
            yield replace(piece, end=cut, kind="caption")
            yield replace(piece, start=cut, body=cut, gap=True, kind="caption" if short else None)
            return
    yield piece
