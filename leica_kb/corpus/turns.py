"""Interviews: paragraphs that begin with their speaker's label, and whose words they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from leica_kb.corpus.headings import has_heading_shape
from leica_kb.corpus.pieces import Piece, body_of, is_terminal
from leica_kb.corpus.vocabulary import NAME

_LABEL: Final = re.compile(rf"[*_]{{0,2}}(?P<name>{NAME})(?:\s\([^()\n]{{2,60}}\))?[*_]{{0,2}}\s?:[*_]{{0,2}}\s+(?=\S)")
_TITLE: Final = re.compile(r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir)\.? )+")
_ASKING: Final = frozenset(("q", "question", "interviewer"))
_ANSWERING: Final = frozenset(("a", "answer", "interviewee"))
_INTERVIEWEE: Final = re.compile(
    r"\b(?:[Ii]nterview(?:s|ed|ing)?|[Cc]onversation|[Qq] ?(?:&|and) ?[Aa]|[Ss]poke|[Tt]alk(?:s|ed|ing)?"
    r"|[Ss]at down|[Cc]hat(?:s|ted)?|[Cc]aught up)"
    r"\b:?(?: (?:with|to))?(?: (?:[A-Z]\w+(?: [A-Z]\w+)?['’]s )?(?:[a-z][\w’'-]*,? ){0,8}?)?"
    r"(?P<name>(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir)\.? )?[A-Z][\w'’-]+(?: (?:[A-Z][\w.'’-]*|de|van|von)){1,3})"
)
_FIRST_PERSON: Final = re.compile(r"\b(?:I|I['’]\w+|we|we['’]\w+|my|our|me|us)\b", re.IGNORECASE)


def mark_turns(text: str, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Give the paragraphs of an interview their speakers; a text without turns stays as it is."""
    labels = [_label(text, piece) for piece in pieces]
    full = _full_names(labels)
    names = _turn_names(text, pieces, labels, full)
    if not names:
        return _mark_answers(text, pieces)
    turns = [label if label in names else None for label in labels]
    first = next(at for at, label in enumerate(turns) if label)
    asked = _INTERVIEWEE.search(text, 0, pieces[first].start)
    speakers = {label: _speaker(label, full, asked["name"].rstrip(".") if asked else None) for label in names}
    return _with_speakers(text, pieces, turns, speakers)


def _mark_answers(text: str, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """An interview whose questions stand in bold or italics: what follows each is of the one who was asked."""
    asked = [at for at, piece in enumerate(pieces) if _is_asked(text, piece)]
    answers = [at + 1 for at in asked if at + 1 < len(pieces) and at + 1 not in asked and pieces[at + 1].kind is None]
    if len(answers) < _FEWEST or not any("?" in body_of(text, pieces[at]) for at in asked):
        return pieces
    who = _INTERVIEWEE.search(text, 0, pieces[asked[0]].start)
    turns = ["q" if at in asked else "a" if at in answers else None for at in range(len(pieces))]
    return _with_speakers(text, pieces, turns, {"q": None, "a": who["name"].rstrip(".")}) if who else pieces


_EMPHASISED: Final = re.compile(r"(\*{1,3}|_{1,3})(?![\s*_])[^*_]+(?<![\s*_])\1")
_FEWEST: Final = 3
"""Answers that an interview without labels has at least."""


def _is_asked(text: str, piece: Piece) -> bool:
    if piece.kind is not None or piece.group is not None or piece.marker not in ("", "heading"):
        return False
    return _EMPHASISED.fullmatch(text, piece.start, piece.end) is not None and is_terminal(body_of(text, piece))


def _label(text: str, piece: Piece) -> str | None:
    if piece.kind is not None or piece.group is not None or piece.marker not in ("", "heading"):
        return None
    found = _LABEL.match(text, piece.start, min(piece.end, piece.start + 120))
    return found["name"].partition(" (")[0] if found and found.end() < piece.end else None


def _full_names(labels: Sequence[str | None]) -> Mapping[str, str]:
    """For surnames, first names and initials the longer label of the same person, where it is one person's."""
    full: dict[str, str] = {}
    for label in dict.fromkeys(label for label in labels if label):
        words = _TITLE.sub("", label).split()
        if len(label) > 3 and words:
            for short in (words[-1], words[0], "".join(word[0] for word in words)):
                if short != label:
                    full.setdefault(short, _TITLE.sub("", label))
            full.setdefault(label, _TITLE.sub("", label))
    return full


def _turn_names(
    text: str, pieces: Sequence[Piece], labels: Sequence[str | None], full: Mapping[str, str]
) -> frozenset[str]:
    """The labels of an interview: at least two that recur, before sentences rather than before values."""
    counts = Counter(full.get(label, label) for label in labels if label)
    pair = any(label.lower() in _ASKING for label in counts) and any(label.lower() in _ANSWERING for label in counts)
    roles = _ASKING | _ANSWERING if pair else frozenset[str]()
    names = frozenset(
        label for label in labels if label and (counts[full.get(label, label)] > 1 or label.lower() in roles)
    )
    ends = [is_terminal(body_of(text, piece)) for piece, label in zip(pieces, labels, strict=True) if label in names]
    recurring = len({full.get(name, name) for name in names}) > 1 and (pair or len(ends) > 3)
    return names if recurring and sum(ends) * 2 > len(ends) else frozenset()


def _speaker(label: str, full: Mapping[str, str], answering: str | None) -> str | None:
    """The label's name; who asks as «Q» is the source, and so is an «A» whom nothing before the first turn names."""
    if label in full:
        return full[label]
    if label.lower() in _ASKING:
        return None
    return answering if label.lower() in _ANSWERING else label


def _with_speakers(
    text: str, pieces: Sequence[Piece], turns: Sequence[str | None], speakers: Mapping[str, str | None]
) -> Sequence[Piece]:
    marked: list[Piece] = []
    last = max(at for at, label in enumerate(turns) if label)
    speaker: str | None = None
    group: int | None = None
    for at, (piece, label) in enumerate(zip(pieces, turns, strict=True)):
        if label:
            speaker, group = speakers[label], -1 - at
            marked.append(_turn(text, piece, speaker, group))
            continue
        if _ends_turn(text, piece):
            speaker = group = None
        own = group is not None and _goes_on(text, piece, after_last=at > last)
        marked.append(replace(piece, speaker=speaker, group=group) if own else piece)
    return marked


def _ends_turn(text: str, piece: Piece) -> bool:
    if piece.marker == "heading" or piece.group is not None:
        return True
    return piece.kind is None and not piece.marker and piece.gap and has_heading_shape(body_of(text, piece))


def _goes_on(text: str, piece: Piece, *, after_last: bool) -> bool:
    """Whether an unlabelled paragraph belongs to the turn above; behind the last turn only if it says «I» or «we»."""
    if piece.kind not in (None, "list_item") or piece.marker == "quote":
        return False
    return not after_last or _FIRST_PERSON.search(body_of(text, piece)) is not None


def _turn(text: str, piece: Piece, speaker: str | None, group: int) -> Piece:
    found = _LABEL.match(text, piece.start, piece.end)
    body = found.end() if found else piece.body
    return replace(piece, kind="paragraph", marker="", body=body, speaker=speaker, group=group)
